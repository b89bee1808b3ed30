"""A deadline that is a stretch of time too wide to hold anybody to.

A season ("summer 2026"), a term or a day without its year, "mid-2026", or a span of over a
quarter: two careful readers will name different days for its end. A span that names its last
month or day ("April to July 2026") is in order when it is less than half a year, or beside what
is done so many times ("audit ten files a month").

Write the last day of it, with the year.

PASS:
    area: Exploitation
    action: Launch the screening tool
    owner: Head of Safeguarding
    due: 31 August 2026
FAIL:
    area: Exploitation
    action: Launch the screening tool
    owner: Head of Safeguarding
    due: Summer 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._rows import Row
from pipeline.checks._times import day, is_vague_period, names_both_ends, recurs
from pipeline.checks._words import agree, listed, quotes
from pipeline.models import Deadline, Severity

CODE = "DUE007"
SLUG = "vague-period"
NAME = "A wide or uncertain period"
SEVERITY: Severity = "warning"
UNIT = "row"
HELP = 'Write the last day of the period, for example "31 August 2026".'


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows with a season, a term without a year, or a span of over a quarter."""
    for row in context.to_do:
        items = [item for item in row.deadlines if is_vague_period(item)]
        if items and not _fills(row, items):
            said = quotes(item.text for item in items)
            message = f"{listed(said)} {_weakness(items, said)}."
            place = items[0].location
            yield Hit(row.subject.id, message, listed(said), row.also, place, help=_help(items))


def _fills(row: Row, items: list[Deadline]) -> bool:
    """Whether work that is done again and again goes on from the first day to the last."""
    return all(map(names_both_ends, items)) and all(recurs(action.text) for action in row.actions)


def _weakness(items: list[Deadline], said: list[str]) -> str:
    if all(map(_lacks_year, items)):
        return agree(said, "has no year", "have no year")
    return f"{agree(said, 'leaves', 'leave')} open by which day this must be done"


def _lacks_year(item: Deadline) -> bool:
    return item.precision in {"day", "week"} and item.latest is None


def _help(items: list[Deadline]) -> str:
    """Return the advice: the year, or the last day of the first period whose year is known."""
    if all(map(_lacks_year, items)):
        return "Write the year with it."
    last = next((item.latest for item in items if item.latest and item.kind == "period"), None)
    return f'Write the last day of the period, for example "{day(last)}".' if last else ""
