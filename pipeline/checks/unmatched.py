"""An area where nobody can tell who does what by when.

Several actions stand beside several owners or several dates, and nothing says which goes with
which: not a row for each, not the same number in the same order, not their place on the page.
The plan looks owned and dated, yet no single action is. Two posts before one date for all
actions hold them jointly, and that is in order.

Put each action on a row of its own, with its owner and its date.

PASS:
    area: Case records
    action: Write a recording standard
    action: Train all social workers in it
    owner: Head of Service / Training Manager
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    action: Train all social workers in it
    action: Audit ten files a month
    who and when: Head of Service
    who and when: 30 June 2026
    who and when: Training Manager
    who and when: 31 July 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._owners import same_owner
from pipeline.checks._rows import Row
from pipeline.checks._times import goes_on
from pipeline.checks._words import count
from pipeline.models import Area, Assignment, Owner, Severity

CODE = "OWN010"
SLUG = "unmatched"
NAME = "Actions, owners and dates are not matched"
SEVERITY: Severity = "warning"
UNIT = "area"
HELP = "Give each action a row of its own with its owner and date, or number them alike."
LINKS = frozenset({"row", "in-step", "aligned", "corrected", "own-words"})
MANY = 3


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas whose actions no evidence links to their owners and dates."""
    seen = set()
    for row in context.rows:
        if row.area.id not in seen and _unmatched(row):
            seen.add(row.area.id)
            yield Hit(row.area.id, _message(row), place=row.groups[0].location)


def _message(row: Row) -> str:
    owners, dates = len(row.owners), sum(len(group.deadlines) for group in row.groups)
    parts = [count(number, noun) for number, noun in ((owners, "owner"), (dates, "date")) if number]
    return (
        f"{count(len(row.actions), 'action').capitalize()} stand beside {' and '.join(parts)}, "
        "and nothing shows which belongs to which."
    )


def _unmatched(row: Row) -> bool:
    if len(row.actions) < 2 or not row.groups or not _is_divided(row):
        return False
    answered = all(action.owners and action.deadlines for action in row.actions)
    return not answered and not _linked(row)


def _is_divided(row: Row) -> bool:
    """Whether there are several dates, groups or lines of owners beside the actions."""
    if len(row.groups) > 1:
        return True
    group = row.groups[0]
    due = [item for item in group.deadlines if item.role == "due"]
    if len([item for item in due if item.kind != "vague" and not goes_on(item)]) > 1:
        return True
    passages = _passages(group)
    return len(passages) >= MANY or (len(passages) == 2 and _apportioned(row.area, passages))


def _linked(row: Row) -> bool:
    """Whether any evidence ties owners or dates to single actions."""
    for group in row.groups:
        links = [(group.basis, group.actions)]
        links += [(item.basis, item.actions) for item in group.deadlines]
        if any(basis in LINKS and 0 < len(ids) < len(row.actions) for basis, ids in links):
            return True
    return False


def _passages(group: Assignment) -> list[list[Owner]]:
    """Return the owners of each line that names any."""
    lines = [
        [owner for owner in group.owners if owner.text in passage.text]
        for passage in group.passages
    ]
    return [owners for owners in lines if owners]


def _apportioned(area: Area, passages: list[list[Owner]]) -> bool:
    """Whether an action's own words name the owner of one passage and not of the other."""
    for action in area.actions:
        named = [
            any(same_owner(own, other) for own in action.owners for other in owners)
            for owners in passages
        ]
        if sum(named) == 1:
            return True
    return False
