"""A month without a day.

"September 2026" is read as its last day, and the finding says so. It is firm enough for most
plans; a day is firmer.

Write the day: "30 September 2026".

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 September 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: September 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit, by_area
from pipeline.checks._times import day
from pipeline.checks._words import listed, quoted
from pipeline.models import Deadline, Severity

CODE = "DUE008"
SLUG = "month-only"
NAME = "A month without a day"
SEVERITY: Severity = "info"
UNIT = "area"
HELP = "Write the day, or leave it if the last day of the month is meant."


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas with a deadline that is a month."""
    for area, also, items in by_area(_months(context)):
        said = listed(list(dict.fromkeys(quoted(item.text) for item in items)))
        last = [day(item.latest) for item in items if item.latest]
        assumed = f"; read as {listed(list(dict.fromkeys(last)))}" if last else ""
        message = f"The deadline {said} gives no day{assumed}."
        yield Hit(area, message, said, also, items[0].location)


def _months(context: Context) -> Iterator[tuple[str, str, Deadline]]:
    for row in context.rows:
        for item in row.deadlines:
            if item.role == "due" and item.kind == "period" and item.precision == "month":
                yield row.area.id, row.subject.id, item
