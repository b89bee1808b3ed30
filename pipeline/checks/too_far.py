"""A deadline long after the inspection.

Inspectors come back. Work that is due after they have been will not be seen to have been done.
How far is too far depends on the framework; eighteen months is the common rule.

Bring it forward, or add a milestone within the time.

PASS:
    The inspection took place between 3 March 2026 and 14 March 2026.
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 September 2026
FAIL:
    The inspection took place between 3 March 2026 and 14 March 2026.
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 September 2028
"""

from collections.abc import Iterator
from datetime import date

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit, Skip
from pipeline.checks._times import day, is_fixed
from pipeline.checks._words import listed, quoted
from pipeline.models import Severity

CODE = "DUE015"
SLUG = "too-far"
NAME = "Long after the inspection"
SEVERITY: Severity = "info"
UNIT = "row"
HELP = "Bring it forward, or add a milestone on the way."


def check(context: Context) -> Iterator[Hit | Skip]:
    """Yield the rows due later than the profile's horizon."""
    start = _inspected(context)
    if start is None:
        yield Skip("The document does not say when the inspection was.")
        return
    limit = months_after(start, context.profile.horizon_months)
    for row in context.rows:
        items = [item for item in row.deadlines if is_fixed(item)]
        late = [item for item in items if item.latest and item.latest > limit]
        if late:
            said = listed([quoted(item.text) for item in late])
            months = context.profile.horizon_months
            message = f"{said} is more than {months} months after the inspection ({day(start)})."
            yield Hit(row.subject.id, message, said, row.also, late[0].location)


def _inspected(context: Context) -> date | None:
    """Return the inspection's last day, from the statement or the report; else the report's."""
    sources = [item for item in (context.statement, context.report) if item]
    for period in (item.inspection for item in sources):
        if period and (period.end or period.start):
            return period.end or period.start
    return context.reported


def months_after(start: date, months: int) -> date:
    """Return the same day some months later; its month's last when it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for number in (start.day, 30, 29):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, 28)
