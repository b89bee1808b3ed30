"""Who answers for one action and by when: resolved from what the plan states, never guessed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.models import Assignment, Basis, Deadline, Owner, Responsibility
from pipeline.models.base import unchecked
from pipeline.pairing import Group

Dated = tuple[Deadline, Basis | None]


class Stated(NamedTuple):
    """What the groups of a row say of one action, and on what basis."""

    owners: tuple[Owner, ...] = ()
    owners_basis: Basis | None = None
    deadline: Deadline | None = None
    deadline_basis: Basis | None = None


def stated_of(groups: Sequence[Group], count: int) -> list[Stated]:
    """Return what the groups of a row say of each of its `count` actions."""
    owned: list[list[Group]] = [[] for _ in range(count)]
    dated: list[list[Dated]] = [[] for _ in range(count)]
    for group in groups:
        for at in group.actions if group.owners else ():
            owned[at].append(group)
        for deadline, links in zip(group.deadlines, group.links, strict=True):
            for at in links if group.date_basis != "area" else range(count):
                dated[at].append((deadline, group.date_basis))
    # Dates in step with the actions; the owners beside them hold for all.
    whole = len(groups) == 1 and groups[0].basis == "in-step"
    return [
        Stated(*_owners(mine, whole=whole), *_last(dates))
        for mine, dates in zip(owned, dated, strict=True)
    ]


def _owners(linked: Sequence[Group], *, whole: bool) -> tuple[tuple[Owner, ...], Basis | None]:
    owners = tuple([owner for group in linked for owner in group.owners])
    return owners, ("area" if whole else linked[0].basis) if linked else None


def _last(dated: Sequence[Dated]) -> tuple[Deadline | None, Basis | None]:
    last = latest([deadline for deadline, _ in dated])
    return last, dated[0][1] if last is not None else None


def open_to(groups: Sequence[Group], assignments: Sequence[Assignment]) -> tuple[str, ...]:
    """Return the ids of the assignments of which it is open to which actions they belong."""
    both = zip(groups, assignments, strict=True)
    return tuple([assignment.id for group, assignment in both if _is_open(group)])


def responsibility(
    own: tuple[Owner, ...],
    dated: tuple[Deadline, ...],
    row: Stated,
    candidates: tuple[str, ...],
    *,
    presided: bool = False,
) -> Responsibility:
    """Return who answers for an action, of which its row and its `own` words say so much.

    What its own words state counts before its row, and its row before its area; but where
    the action is only `presided` over by those whom it names, they count last. The
    `candidates` stand by where an owner or a deadline is not known.
    """
    given = not own or (presided and bool(row.owners))
    owners, owners_basis = (row.owners, row.owners_basis) if given else (own, "own-words")
    deadline, deadline_basis = _deadline(dated, row)
    whole = owners_basis is not None and deadline_basis is not None
    return unchecked(
        Responsibility,
        owners=owners,
        owners_basis=owners_basis,
        deadline=deadline,
        deadline_basis=deadline_basis,
        candidates=() if whole else candidates,
    )


def _deadline(dated: Sequence[Deadline], row: Stated) -> tuple[Deadline | None, Basis | None]:
    own, last = latest(dated), row.deadline
    # "Report quarterly by 30 June": a recurrence of the action's own does not undo the date
    # that its row gives it.
    if own is not None and (own.latest or last is None or last.latest is None):
        return own, "own-words"
    return last, row.deadline_basis


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
