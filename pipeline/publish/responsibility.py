"""Who answers for one action and by when: resolved from what the plan states, never guessed."""

from collections.abc import Iterable, Sequence

from pipeline.models import Assignment, Basis, Deadline, Owner, Responsibility
from pipeline.models.base import unchecked
from pipeline.pairing import Group


def responsibility(
    at: int,
    own: tuple[Owner, ...],
    dated: tuple[Deadline, ...],
    groups: Sequence[Group],
    assignments: Sequence[Assignment],
    *,
    presided: bool = False,
) -> Responsibility:
    """Return who answers for action `at` of a row.

    What its own words state counts before its row, and its row before its area; but where
    the action is only `presided` over by those whom it names, they count last.
    """
    stated = _owners(at, groups) if presided or not own else ((), None)
    owners, owners_basis = stated if stated[0] or not own else (own, "own-words")
    deadline, deadline_basis = _deadline(at, dated, groups)
    whole = owners_basis is not None and deadline_basis is not None
    both = () if whole else zip(groups, assignments, strict=True)
    candidates = [assignment.id for group, assignment in both if _is_open(group)]
    return unchecked(
        Responsibility,
        owners=owners,
        owners_basis=owners_basis,
        deadline=deadline,
        deadline_basis=deadline_basis,
        candidates=tuple(candidates),
    )


def _owners(at: int, groups: Sequence[Group]) -> tuple[tuple[Owner, ...], Basis | None]:
    linked = [group for group in groups if at in group.actions and group.owners]
    owners = tuple([owner for group in linked for owner in group.owners])
    if len(groups) == 1 and groups[0].basis == "in-step" and linked:
        return owners, "area"  # its dates are in step; its owners hold for all actions
    return owners, linked[0].basis if linked else None


def _deadline(
    at: int, dated: Sequence[Deadline], groups: Sequence[Group]
) -> tuple[Deadline | None, Basis | None]:
    own = latest(dated)
    stated = [
        (deadline, group.date_basis)
        for group in groups
        for deadline, links in zip(group.deadlines, group.links, strict=True)
        if at in links or group.date_basis == "area"
    ]
    last = latest([deadline for deadline, _ in stated])
    # "Report quarterly by 30 June": a recurrence of the action's own does not undo the date
    # that its row gives it.
    if own is not None and (own.latest or last is None or last.latest is None):
        return own, "own-words"
    return last, stated[0][1] if last is not None else None


def latest(found: Iterable[Deadline]) -> Deadline | None:
    """Return the deadline that ends last; one without a day only where none has any."""
    due = [deadline for deadline in found if deadline.role == "due"]
    if len(due) < 2:
        return due[0] if due else None
    return max(due, key=lambda deadline: str(deadline.latest or ""))


def _is_open(group: Group) -> bool:
    """Say whether it is open to which actions a group, or one of its dates, belongs."""
    if group.basis is None or group.date_basis is not None:
        return group.basis is None
    return any(deadline.role == "due" for deadline in group.deadlines)
