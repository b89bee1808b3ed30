"""An action whose own words give it to somebody whom the row does not name.

"The Board to challenge any delay" beside a row that belongs to a sub-group: which of them will
be asked? A name that contains the other, or is contained in it, is the same owner here. Staff
who do what their manager answers for ("Team Managers to ..." beside a Head of Service) are in
order, and so are a panel that somebody else chairs, a post of lower rank ("Attendance Officer
to ..." beside an Attendance Lead, "Team Manager" beside a Service Manager) and a body beside one
of its posts.

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

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._owners import is_body, is_plural, name, same_owner
from pipeline.checks._rows import Row
from pipeline.checks._words import listed, quotes, vocabulary
from pipeline.models import Action, Owner, Severity
from pipeline.owners import presides

CODE = "OWN008"
SLUG = "owner-conflict"
NAME = "The action and its row name different owners"
SEVERITY: Severity = "warning"
UNIT = "action"
_EVERYBODY = re.compile(
    r"(?:all|each|every|both|any|other|relevant|staff|members?|governors|partners|councillors"
    r"|parents|agencies|schools|leaders|managers|senior leaders)\b|.*\bstaff$",
    re.IGNORECASE,
)
HELP = "Name the same owner in both places, or give the action a row of its own."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions whose own owners are none of their row's."""
    for row in context.rows:
        for action in row.actions:
            if action.owners and not _shares(context, action) and _conflict(row, action):
                own = listed(quotes(owner.text for owner in action.owners))
                stated = listed(quotes(owner.text for owner in _stated(row)))
                message = f"The action gives this to {own}, the row to {stated}."
                place = action.owners[0].location
                yield Hit(action.id, message, own, place=place)


def _shares(context: Context, action: Action) -> bool:
    """Whether the row's owner has work of the action: "Train staff; the Chair to sign it off"."""
    parsed = context.clauses[action.id]
    begins = any(action.text.startswith(owner.text) for owner in action.owners)
    return bool(parsed) and parsed[0].kind == "order" and not begins


def _stated(row: Row) -> list[Owner]:
    return [owner for group in row.groups for owner in group.owners if not owner.placeholder]


def _conflict(row: Row, action: Action) -> bool:
    stated = _stated(row)
    if not stated or any(same_owner(own, other) for own in action.owners for other in stated):
        return False
    text = action.text  # who only presides over what the row's owner sets up is no rival
    rivals = (own for own in action.owners if not presides(text, text.find(own.text)))
    return any(_rivals(own, stated) for own in rivals)


def _rivals(own: Owner, stated: list[Owner]) -> bool:
    """Whether one owner can only stand in another's place, not work for or under it.

    Posts in the plural and everybody of a kind ("all managers", "each agency") do what a lead
    answers for; a body acts through the post that the row names, and a post for its body.
    """
    if own.placeholder or is_plural(own) or _EVERYBODY.match(own.text):
        return False
    if not all(_sort(other) in {_sort(own), "unknown"} for other in stated):
        return False
    low = own.text.lower() in vocabulary("wording")["shared_posts"]  # whoever it is
    return own.kind != "post" or any(_rank(own) - low >= _rank(other) for other in stated)


def _rank(owner: Owner) -> int:
    """Return how high a post stands: a head above a manager or lead, and these above the rest."""
    words = name(owner.text)
    return max((at for at, rank in _ranks() if not rank.isdisjoint(words)), default=0)


@cache
def _ranks() -> tuple[tuple[int, frozenset[str]], ...]:
    """Return the words for each rank, with its number, the lowest first."""
    ranks = reversed(vocabulary("wording")["ranks"])
    return tuple((at, frozenset(rank)) for at, rank in enumerate(ranks, 1))


def _sort(owner: Owner) -> str:
    return "body" if is_body(owner) else owner.kind
