"""A time counted from something that has no date.

"Within three months" of what? "Within 20 days of approval": when is the approval? Where the
document gives that day, the deadline is worked out and nothing is raised.

Write the day that it comes to.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: Within three months
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import listed, quoted
from pipeline.models import Severity

CODE = "DUE009"
SLUG = "relative-deadline"
NAME = "Counted from nothing that has a date"
SEVERITY: Severity = "warning"
UNIT = "row"
HELP = "Write the day that it comes to."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows with a time that starts from no known day."""
    for row in context.rows:
        items = [item for item in row.deadlines if item.kind == "relative" and not item.latest]
        if items:
            said = listed([quoted(item.text) for item in items])
            anchors = [item.anchor for item in items if item.anchor]
            day = f"the day of {quoted(anchors[0])}" if anchors else "a day"
            message = f"{said} counts from {day}, which is not given."
            yield Hit(row.subject.id, message, said, row.also, items[0].location)
