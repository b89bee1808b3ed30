"""A status where the date should be.

"Completed" in the deadline column says nothing about when it was due, and a reader cannot tell
whether it was in time. A status beside the date of the same action is in order.

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

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._times import is_fixed
from pipeline.checks._words import listed, quoted
from pipeline.models import Assignment, Deadline, Severity

CODE = "DUE013"
SLUG = "status-for-deadline"
NAME = "A status stands where a date belongs"
SEVERITY: Severity = "warning"
UNIT = "row"
HELP = "Write the date on which it was or will be done; keep the status in a column of its own."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows with a status that no date goes with."""
    for row in context.rows:
        items = [item for group in row.groups for item in group.deadlines if _alone(item, group)]
        if items:
            said = listed([quoted(item.text) for item in items])
            message = f"{said} is a status, and stands where a date belongs."
            yield Hit(row.subject.id, message, said, row.also, items[0].location)


def _alone(item: Deadline, group: Assignment) -> bool:
    """Whether no date goes with a status: none of the same action, none in its group."""
    if item.kind != "status" or item.latest:
        return False
    dates = [other for other in group.deadlines if is_fixed(other)]
    if item.actions and item.basis != "row":
        dates = [other for other in dates if set(other.actions) & set(item.actions)]
    return not dates
