"""A time counted from something that has no date.

"Within three months" of what? "Within 20 days of approval": when is the approval? Where the
document gives that day, or a start beside it, nothing is raised.

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
from pipeline.checks._words import agree, listed, quotes
from pipeline.models import Severity

CODE = "DUE009"
SLUG = "relative-deadline"
NAME = "Counted from nothing that has a date"
SEVERITY: Severity = "warning"
UNIT = "row"
HELP = "Write the day that it comes to."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows with a time that starts from no known day."""
    for row in context.to_do if "relative" in context.kinds else ():
        items = [item for item in row.deadlines if item.kind == "relative" and not item.latest]
        if items and not any(item.earliest for item in row.starts):
            said = quotes(item.text for item in items)
            count = agree(said, "counts", "count")
            message = f"{listed(said)} {count} from a day that the document does not give."
            yield Hit(row.subject.id, message, listed(said), row.also, items[0].location)
