"""An owner that is still to be filled in.

"TBC", "vacant", "to be nominated", "xx": the plan promises work that nobody has been given.
Where a real owner stands beside it, it is a warning.

Write the post that answers until the place is filled.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: TBC
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import listed, quotes
from pipeline.models import Severity

CODE = "OWN006"
SLUG = "placeholder-owner"
NAME = "The owner is still to be filled in"
SEVERITY: Severity = "error"
UNIT = "row"
HELP = "Name the post that answers for this until the place is filled."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows with a placeholder where an owner belongs."""
    for row in context.rows:
        empty = [owner for owner in row.owners if owner.placeholder]
        if empty:
            names = listed(quotes(owner.text for owner in empty))
            real = len(empty) < len(row.owners)
            message = f"The owner is still to be filled in: {names}."
            severity: Severity = "warning" if real else "error"
            place = empty[0].location
            yield Hit(row.subject.id, message, names, row.also, place, severity=severity)
