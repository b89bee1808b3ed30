"""A deadline on a weekend or a bank holiday in England and Wales.

Nobody will be in the office to finish it, or to be told that it is done.

Write the working day before.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 25 December 2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._days import is_working_day
from pipeline.checks._hit import Hit
from pipeline.checks._times import WEEKDAYS, is_fixed
from pipeline.checks._words import quoted
from pipeline.models import Severity

CODE = "DUE020"
SLUG = "non-working-day"
NAME = "A day on which offices are closed"
SEVERITY: Severity = "info"
UNIT = "deadline"
HELP = "Write the working day before."
_SATURDAY = 5
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")  # "end of May" is not meant to the day


def check(context: Context) -> Iterator[Hit]:
    """Yield every deadline of one day that is no working day."""
    for _, subject, item in context.deadlines:
        when = item.latest
        exact = is_fixed(item) and item.precision == "day" and _NUMBER.search(item.text)
        if exact and when and not is_working_day(when):
            name = WEEKDAYS[when.weekday()]
            kind = f"a {name}" if when.weekday() >= _SATURDAY else "a bank holiday"
            yield Hit(subject, f"{quoted(item.text)} is {kind}.", item.text, place=item.location)
