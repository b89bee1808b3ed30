"""The same action under two areas.

Copied actions drift apart: one gets a new date, the other keeps the old one, and the plan
contradicts itself. The finding says where owners or dates differ. Actions that are alike only
in substance, or have but a few words ("Report to Board"), are information.

Keep the action in one place and refer to it from the other ("see 1.1").

PASS:
    area: Case records
    action: Write a recording standard for social workers
    owner: Head of Service
    due: 30 June 2026
    area: Care leavers
    action: Train the throughcare team in pathway planning
    owner: Team Manager
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard for social workers
    owner: Head of Service
    due: 30 June 2026
    area: Care leavers
    action: Write a recording standard for social workers
    owner: Team Manager
    due: 31 July 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.likeness import Pair, pairs, words
from pipeline.models import Action, Area, Severity

CODE = "ACT004"
SLUG = "repeated-action"
NAME = "The same action stands twice"
SEVERITY: Severity = "warning"
UNIT = "pair"
HELP = "Keep it in one place and refer to it from the other, or say what differs."
SAME = 0.95
FEWEST = 5  # words


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions that stand under two areas, and those that are nearly alike."""
    actions = list(context.actions.values())
    found = pairs(
        [context.words[action.id] for _, action in actions], [area.id for area, _ in actions]
    )
    for first, others in _grouped(found, exact=True).items():
        yield _hit(actions, first, others, exact=True)
    for first, others in _grouped(found, exact=False).items():
        yield _hit(actions, first, others, exact=False)


def _grouped(found: list[Pair], exact: bool) -> dict[int, list[int]]:
    """Put each action under the first that it repeats, so that three alike are one slip."""
    heads: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for first, second, likeness in found:
        if (likeness >= SAME) == exact and second not in heads:
            head = heads.get(first, first)
            heads[second] = head
            groups.setdefault(head, []).append(second)
    return groups


def _hit(actions: list[tuple[Area, Action]], first: int, others: list[int], exact: bool) -> Hit:
    also = tuple(actions[other][1].id for other in others)
    differ = _differences(actions[first], [actions[other] for other in others])
    how = "is the same action as" if exact else "is much like"
    message = f"This {how} {', '.join(also)}{differ}."
    long = len(words(actions[first][1].text)) >= FEWEST
    severity: Severity = "warning" if exact and long else "info"
    return Hit(actions[first][1].id, message, " ".join(also), also, severity=severity)


def _differences(one: tuple[Area, Action], others: list[tuple[Area, Action]]) -> str:
    parts = []
    if any(_who(*one) != _who(*other) for other in others):
        parts.append("owners")
    if any(_when(*one) != _when(*other) for other in others):
        parts.append("dates")
    return f", but with other {' and '.join(parts)}" if parts else ""


def _who(area: Area, action: Action) -> set[str]:
    owners = action.owners or action.responsibility.owners
    held = owners or [owner for group in area.assignments for owner in group.owners]
    return {owner.key for owner in held}


def _when(area: Area, action: Action) -> set[str]:
    own = [item for item in (*action.deadlines, action.responsibility.deadline) if item]
    held = own or [item for group in area.assignments for item in group.deadlines]
    return {item.edtf or item.rrule or item.text.lower() for item in held}
