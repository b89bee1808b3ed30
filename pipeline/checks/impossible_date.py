"""A day that no calendar has, or a weekday that does not fit the date.

"31 June", "Monday 30 June 2026" when that is a Tuesday: a slip of the pen, and nobody knows
which half of it is meant.

Write the day that you mean.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 31 June 2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._times import WEEKDAYS
from pipeline.checks._words import quoted
from pipeline.models import Deadline, Severity

CODE = "DUE012"
SLUG = "impossible-date"
NAME = "There is no such day"
SEVERITY: Severity = "error"
UNIT = "deadline"
HELP = "Write the day that is meant."
_WEEKDAY = re.compile(  # SATs are tests of Year 6; no Saturday is written so
    r"\b(?!(?-i:SATs?)\b)(mon|tue|wed|thu|fri|sat|sun)"
    r"(?:day|s|sday|nesday|r|rs|rsday|urday)?\b",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Hit]:
    """Yield every day that does not exist."""
    for _, subject, item in context.deadlines:
        if problem := _problem(item):
            yield Hit(subject, f"{quoted(item.text)} {problem}.", item.text, place=item.location)


def _problem(item: Deadline) -> str:
    if item.kind == "date" and not (item.edtf or item.earliest or item.latest):
        return "is not in the calendar"
    day = item.latest or item.earliest
    named = _WEEKDAY.search(item.text) if item.precision == "day" else None
    if day is None or named is None:
        return ""
    meant, real = named[1].lower(), WEEKDAYS[day.weekday()]
    return "" if real.lower().startswith(meant) else f"was or will be a {real}"
