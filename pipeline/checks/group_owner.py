"""A row whose only owner is a board, group, team or organisation.

A group cannot be rung up. When the date has passed, everybody in it thought that another was
doing the work. A group led by a named post ("Steering Group led by the Head of Early Help") is
in order: the lead can be asked. So is what each of them does ("shadow one case each").

Write who leads it, or the post that reports to the group.

PASS:
    area: Exploitation
    action: Launch the screening tool
    owner: Exploitation Group led by Head of Safeguarding
    due: 30 June 2026
FAIL:
    area: Exploitation
    action: Launch the screening tool
    owner: Exploitation Group
    due: 30 June 2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._owners import is_body, is_plural, is_several
from pipeline.checks._rows import Row
from pipeline.checks._words import agree, listed, quotes
from pipeline.models import Owner, Severity

CODE = "OWN004"
SLUG = "group-owner"
NAME = "Only a group is named"
SEVERITY: Severity = "warning"
UNIT = "row"
_EACH = re.compile(r"^each\b|\beach\W*$", re.IGNORECASE)
HELP = 'Add the post that leads it, for example "..., led by the Head of Safeguarding".'


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows owned by groups alone."""
    for row in context.to_do:
        owners = [owner for owner in row.owners if not owner.placeholder]
        owners = owners or [*_own(row)]
        if owners and _each(row, owners):
            continue
        if owners and all(is_body(owner) for owner in owners) and not any(map(_answers, _own(row))):
            names = quotes(owner.text for owner in owners)
            are = "are" if is_several(owners[-1].text) else agree(names, "is", "are")
            message = f"Only {listed(names)} {are} named for this, and no single person to ask."
            yield Hit(row.subject.id, message, listed(names), row.also, owners[0].location)


def _each(row: Row, owners: list[Owner]) -> bool:
    """Whether each of several does the work for himself: "Each agency submits its data"."""
    several = all(is_several(owner.text) for owner in owners)
    return several and any(_EACH.search(action.text) for action in row.actions)


def _own(row: Row) -> tuple[Owner, ...]:
    """The owners that the words of a single action name."""
    return () if row.whole or not row.actions else row.actions[0].owners


def _answers(owner: Owner) -> bool:
    return not is_body(owner) and not is_plural(owner)
