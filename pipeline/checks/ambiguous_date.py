"""A date in numbers that could be read in two ways.

"01/05/2026" is 1 May to a British reader and 5 January to an American program. It is read day
first, and the finding says so. Where one of the numbers is over 12, or both are the same,
nothing is raised.

Write the month as a word.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30/06/2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 05/06/2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._times import day
from pipeline.checks._words import quoted
from pipeline.models import Severity

CODE = "DUE017"
SLUG = "ambiguous-date"
NAME = "Day or month first?"
SEVERITY: Severity = "info"
UNIT = "deadline"
HELP = 'Write the month as a word, for example "5 June 2026".'
# It begins with a digit, and looks back from there, so that the search is quick.
_NUMBERS = re.compile(r"(\d(?<![\d/.-]\d)\d?)([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/])")
_MONTHS = 12


def check(context: Context) -> Iterator[Hit]:
    """Yield every date whose day could be its month."""
    for _, subject, item in context.deadlines:
        for match in _NUMBERS.finditer(item.text):
            first, second = int(match[1]), int(match[3])
            if max(first, second) <= _MONTHS and first != second:
                when = item.latest or item.earliest
                read = f" It is read as {day(when)}." if when else ""
                message = f"{quoted(match[0])} can be read day first or month first.{read}"
                say = f'Write the month as a word, for example "{day(when)}".' if when else ""
                yield Hit(subject, message, match[0], place=item.location, help=say)
