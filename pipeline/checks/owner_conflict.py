"""An action whose own words give it to somebody whom the row does not name.

"The Board to challenge any delay" beside a row that belongs to a sub-group: which of them will
be asked? A name that contains the other, or is contained in it, is the same owner here.

Name the same owner in both places, or give the action a row of its own.

PASS:
    area: Exploitation
    action: Exploitation Group to audit ten cases each month
    owner: Strategic Exploitation Group
    due: 30 June 2026
FAIL:
    area: Exploitation
    action: Head of Early Help to audit ten cases each month
    owner: Principal Social Worker
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._owners import same_owner
from pipeline.checks._rows import Row
from pipeline.checks._words import listed, quoted
from pipeline.models import Action, Owner, Severity

CODE = "OWN008"
SLUG = "owner-conflict"
NAME = "The action and its row name different owners"
SEVERITY: Severity = "warning"
UNIT = "action"
HELP = "Name the same owner in both places, or give the action a row of its own."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions whose own owners are none of their row's."""
    for row in context.rows:
        for action in row.actions:
            if _conflict(row, action):
                own = listed([quoted(owner.text) for owner in action.owners])
                stated = listed([quoted(owner.text) for owner in _stated(row)])
                message = f"The action gives this to {own}, the row to {stated}."
                place = action.owners[0].location
                yield Hit(action.id, message, own, place=place)


def _stated(row: Row) -> list[Owner]:
    return [owner for group in row.groups for owner in group.owners if not owner.placeholder]


def _conflict(row: Row, action: Action) -> bool:
    stated = _stated(row)
    if not stated or not action.owners:
        return False
    return not any(same_owner(own, other) for own in action.owners for other in stated)
