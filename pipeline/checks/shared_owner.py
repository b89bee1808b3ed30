"""Several owners and nobody said to lead.

Two posts that answer jointly can each wait for the other. Often that is meant and works; then
it is worth saying who leads.

Write "led by" before the one who is asked first: "Head of Early Help and Head of Safeguarding,
led by the Head of Early Help".

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Head of Safeguarding / Principal Social Worker
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit, by_area
from pipeline.checks._words import listed, quotes
from pipeline.models import Assignment, Severity

CODE = "OWN003"
SLUG = "shared-owner"
NAME = "Joint owners, and nobody leads"
SEVERITY: Severity = "info"
UNIT = "area"
HELP = 'Say who leads, with "led by" before the post that is asked first.'


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas in which owners stand side by side without a lead."""
    for area, also, groups in by_area(_joint(context)):
        names = listed(quotes(owner.text for owner in groups[0].owners))
        message = f"{names} answer jointly, and nobody is said to lead."
        yield Hit(area, message, names, also, groups[0].location)


def _joint(context: Context) -> Iterator[tuple[str, str, Assignment]]:
    for row in context.rows:
        for group in row.groups:
            if len(group.owners) > 1 and not any(owner.lead for owner in group.owners):
                yield row.area.id, row.subject.id, group
