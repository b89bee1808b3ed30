"""A row whose only owner is a board, group, team or organisation.

A group cannot be rung up. When the date has passed, everybody in it thought that another was
doing the work. A group led by a named post ("Steering Group led by the Head of Early Help") is
in order: the lead can be asked.

Write who leads it, or the post that reports to the group.

PASS:
    area: Exploitation
    action: Launch the screening tool
    owner: Exploitation Group led by Head of Safeguarding
    due: 30 June 2026
FAIL:
    area: Exploitation
    action: Launch the screening tool
    owner: Exploitation Group
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._rows import Row
from pipeline.checks._words import listed, quoted
from pipeline.models import Owner, Severity

CODE = "OWN004"
SLUG = "group-owner"
NAME = "Only a group is named"
SEVERITY: Severity = "warning"
UNIT = "row"
HELP = 'Add the post that leads it, for example "..., led by the Head of Safeguarding".'


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows owned by groups alone."""
    for row in context.rows:
        owners = _owners(row)
        if owners and all(owner.kind in {"group", "organisation"} for owner in owners):
            names = listed(list(dict.fromkeys(quoted(owner.text) for owner in owners)))
            message = f"Nobody but {names} is named for this: there is no single person to ask."
            yield Hit(row.subject.id, message, names, row.also, owners[0].location)


def _owners(row: Row) -> list[Owner]:
    """The row's owners; for a single action those of its own words count as well."""
    owners = [owner for owner in row.owners if not owner.placeholder]
    if row.whole:
        return owners
    return [*owners, *row.actions[0].owners]
