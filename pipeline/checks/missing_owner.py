"""A row of the plan in which nobody is named.

An action that nobody owns is an action that nobody is asked about. The inspectors and the
scrutiny committee will ask "who?", and the plan has no answer. A person, a post or a group in
the row's owner column counts, and so does one named in the action's own words ("Team Managers
to ensure ...") for that action alone.

Write the post that answers for the work, as the staff directory has it.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner:
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._rows import is_unanswered, named
from pipeline.models import Severity

CODE = "OWN001"
SLUG = "missing-owner"
NAME = "Nobody is named"
SEVERITY: Severity = "error"
UNIT = "row"
HELP = 'Name the post that answers for this, for example "Head of Early Help".'


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows that name nobody."""
    for row in context.rows:
        if not named(row) and not is_unanswered(row.area):
            yield Hit(row.subject.id, "Nobody is named to answer for this.", also=row.also)
