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
from pipeline.checks._times import is_blank
from pipeline.checks._words import listed, quotes
from pipeline.models import Deadline, Severity

CODE = "DUE004"
SLUG = "placeholder-deadline"
NAME = "The deadline is still to be filled in"
SEVERITY: Severity = "error"
UNIT = "row"
HELP = "Replace it by the day by which it will be done."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows with a placeholder where a date belongs."""
    for row in context.to_do if "placeholder" in context.kinds else ():
        items = [item for item in row.deadlines if _is_open(item)]
        if items:
            said = listed(quotes(item.text for item in items))
            message = f"The deadline is still to be filled in: {said}."
            yield Hit(row.subject.id, message, said, row.also, items[0].location)


def _is_open(item: Deadline) -> bool:
    """Whether a date is still to come; "n/a" is no deadline at all."""
    return item.kind == "placeholder" and not is_blank(item.text)
