"""A status where the date should be.

"Completed" in the deadline column says nothing about when it was due, and a reader cannot tell
whether it was in time. A status beside the date of the same action is in order,
also where that date stands in the column for progress.

Write the date on which it was completed, and give the status a column of its own.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: Completed 30 April 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: Completed
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._times import is_fixed
from pipeline.checks._words import agree, listed, quotes
from pipeline.models import Assignment, Deadline, Severity

CODE = "DUE013"
SLUG = "status-for-deadline"
NAME = "A status stands where a date belongs"
SEVERITY: Severity = "warning"
UNIT = "row"
_SINCE = re.compile(r"\bsince \d{1,2} ", re.IGNORECASE)
_DAY = re.compile(r"\d[ ./-]{1,2}(?:\d{1,2}|[A-Za-z]{3,9})[ ./-]{1,2}\d{2}")
HELP = "Write the date on which it was or will be done; keep the status in a column of its own."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows with a status that no date goes with."""
    for row in context.rows if "status" in context.kinds else ():
        if _DAY.search(row.subject.status or "") or _DAY.search(row.area.status or ""):
            continue
        items = [item for group in row.groups for item in _alone(group)]
        if items:
            said = quotes(item.text for item in items)
            stands = agree(said, "is a status, and stands", "are statuses, and stand")
            message = f"{listed(said)} {stands} where a date belongs."
            yield Hit(row.subject.id, message, listed(said), row.also, items[0].location)


def _alone(group: Assignment) -> Iterator[Deadline]:
    """Yield the statuses that no date goes with: none of the same action, none in the group."""
    statuses = [item for item in group.deadlines if item.kind == "status" and not item.latest]
    dates = [item for item in group.deadlines if is_fixed(item)] if statuses else []
    for item in statuses:
        linked = item.actions and item.basis != "row"
        mine = [date for date in dates if set(date.actions) & set(item.actions)]
        if not (mine if linked else dates) and not _SINCE.search(item.text):
            yield item
