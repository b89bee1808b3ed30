"""A deadline that is still to be filled in.

"TBC", "by xx", "date to be agreed": the plan was not finished. Left in, it tells the reader that
nobody looked at the last draft.

Write the date.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: TBC
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import listed, quoted
from pipeline.models import Severity

CODE = "DUE004"
SLUG = "placeholder-deadline"
NAME = "The deadline is still to be filled in"
SEVERITY: Severity = "error"
UNIT = "row"
HELP = "Replace it by the day by which it will be done."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows with a placeholder where a date belongs."""
    for row in context.rows:
        items = [item for item in row.deadlines if item.kind == "placeholder"]
        if items:
            said = listed([quoted(item.text) for item in items])
            message = f"The deadline {said} is still to be filled in."
            yield Hit(row.subject.id, message, said, row.also, items[0].location)
