"""What the table states of whom: a row stands for one action, for several, or for an area.

Where a table gives owners and dates a row an action, each row speaks for its actions; else
they speak for the area.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from pipeline.checks._status import done, is_done
from pipeline.checks._times import is_dated
from pipeline.models import Action, Area, Assignment, Deadline, Owner, Statement

_MARKS = " .,;:-–—•*/()"
_NOTHING = re.compile(
    r"(?:none|nil|noted|n/?a|not applicable|no(?: further)? actions?"
    r"(?: (?:is |are )?(?:required|needed|proposed|planned))?)?",
    re.IGNORECASE,
)
_DITTO = re.compile(
    r"\W*(?:as (?:above|before|previous)|ditto|same(?: as above)?|do\.)\W*"
    r"|[^\w\"“”'’〃]*[\"“”'’〃]\W*",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"(?:as|refer to|see)(?: also)? (?:(?:above|below)|(?:action|point|row|section)?s? ?[\d.]+\w?"
    r"(?: (?:and|,) ?[\d.]+)*)(?: (?:above|below))?\W*",
    re.IGNORECASE,
)
_ONLY_NOTED = re.compile(
    r"(?:(?:the|we|our) )?(?:\w+ ){0,3}?(?:notes?|accepts?|declines?|rejects?|do(?:es)? not accept)"
    r" (?:this|the) (?:recommendation|finding|point)\b(?!.*\b(?:will|shall|to)\b).*",
    re.IGNORECASE | re.DOTALL,
)


class Row(NamedTuple):
    """One row of a plan: its `subject` is the action when it states one, else the area.

    `starts` are when its work begins, as the table's column of starts gives it.
    """

    subject: Area | Action
    area: Area
    actions: tuple[Action, ...]
    groups: tuple[Assignment, ...]
    owners: tuple[Owner, ...]
    deadlines: tuple[Deadline, ...]
    starts: tuple[Deadline, ...]

    @property
    def also(self) -> tuple[str, ...]:
        """Further actions of a row that is neither one action nor a whole area."""
        return () if self.whole else tuple(action.id for action in self.actions[1:])

    @property
    def whole(self) -> bool:
        """Whether the row stands for its whole area."""
        return self.subject is self.area


def rows_of(statement: Statement) -> tuple[Row, ...]:
    """Return the rows of every area, in document order."""
    areas = [area for section in statement.sections for area in section.areas]
    by_action = any(_split(area) for area in areas)
    return tuple(row for area in areas for row in _rows(area, by_action))


def _split(area: Area) -> bool:
    """Whether the table states something of single rows of the area."""
    count = len(area.actions)
    return any(
        group.basis == "row" and (count == 1 or len(group.actions) < count)
        for group in area.assignments
    )


def _rows(area: Area, by_action: bool) -> Iterable[Row]:
    if not area.actions or not (_split(area) or (by_action and not area.assignments)):
        yield _row(area, area, area.actions, area.assignments)
        return
    parts = _parts(area)
    for actions, groups in parts:
        whole = len(parts) == 1 and len(actions) > 1
        yield _row(area if whole else actions[0], area, actions, groups)


def _parts(area: Area) -> list[tuple[tuple[Action, ...], tuple[Assignment, ...]]]:
    """Put together the actions that share a row: the same assignments, or the same place."""
    stated: dict[str, list[Assignment]] = {}
    for group in area.assignments:
        for id_ in group.actions:
            stated.setdefault(id_, []).append(group)
    parts: dict[object, tuple[list[Action], tuple[Assignment, ...]]] = {}
    for action in area.actions:
        groups = tuple(stated.get(action.id, ()))
        key = tuple(group.id for group in groups) or _place(action)
        parts.setdefault(key, ([], groups))[0].append(action)
    return [(tuple(actions), groups) for actions, groups in parts.values()]


def _place(action: Action) -> object:
    first = action.location.fragments[0] if action.location.fragments else None
    if first is None or first.row is None:
        return action.id
    return first.page, first.sheet, first.table, first.row


def _row(
    subject: Area | Action,
    area: Area,
    actions: tuple[Action, ...],
    groups: tuple[Assignment, ...],
) -> Row:
    owners = [owner for group in groups for owner in group.owners]
    deadlines = [deadline for group in groups for deadline in group.deadlines]
    if subject is not area:
        owners += [owner for owner in _corrected(actions[0]) if owner not in owners]
        deadlines = deadlines or [item for item in _own_dates(actions[0]) if _is_known(item)]
    parts: list[Area | Action] = [area, *actions] if subject is area else [*actions]
    starts = [start for part in parts for start in part.starts]
    return Row(subject, area, actions, groups, tuple(owners), tuple(deadlines), tuple(starts))


def _is_known(item: Deadline) -> bool:
    """Whether an action's own words give an end, or the day on which its work begins."""
    return is_dated(item) or (item.role == "start" and item.earliest is not None)


def _corrected(action: Action) -> tuple[Owner, ...]:
    held = action.responsibility
    return held.owners if held.owners_basis == "corrected" else ()


def _own_dates(action: Action) -> tuple[Deadline, ...]:
    """Return an action's deadline that was corrected, else those of its own words."""
    held = action.responsibility
    if held.deadline is not None and held.deadline_basis == "corrected":
        return (held.deadline,)
    return action.deadlines


def repeats(row: Row) -> bool:
    """Whether a cell of the row says that what stands above it holds here: "As above", "ditto"."""
    texts = [passage.text for group in row.groups for passage in group.passages]
    texts += [item.text for item in row.deadlines]
    return any(_DITTO.fullmatch(text) for text in texts) or points(row.actions)


def points(actions: Iterable[Action]) -> bool:
    """Whether all that is said of what to do points to another action: "See action 2.1"."""
    return all(_REFERS.fullmatch(action.text) for action in actions)


def named(row: Row) -> bool:
    """Whether somebody answers for the row, or for each of its actions by its own words."""
    if row.owners or repeats(row):
        return True
    return bool(row.actions) and all(action.owners or _corrected(action) for action in row.actions)


def finished(row: Row) -> bool:
    """Whether a status says that all the work of a row is done."""
    if done(row.area) or done(row.subject):
        return True
    if row.deadlines and all(map(_is_done, row.deadlines)):
        return True
    return bool(row.actions) and all(done(action) for action in row.actions)


def _is_done(item: Deadline) -> bool:
    return item.kind == "status" and is_done(item.text)


def left_to_do(rows: Iterable[Row], unanswered: Collection[str]) -> tuple[Row, ...]:
    """Return the rows in which work is left: neither finished nor in an area without an action."""
    return tuple(row for row in rows if row.area.id not in unanswered and not finished(row))


def is_unanswered(area: Area) -> bool:
    """Whether an area has no action, or none but "None" or "No further action"."""
    texts = (action.text.strip(_MARKS) for action in area.actions)
    return all(_NOTHING.fullmatch(text) or _ONLY_NOTED.fullmatch(text) for text in texts)


def every_deadline(rows: Iterable[Row]) -> Iterator[tuple[str, str, Deadline]]:
    """Yield what the table and the actions' own words state, each once: area, subject, deadline."""
    for row in rows:
        area = row.area.id
        for group in row.groups:
            for item in group.deadlines:
                yield area, row.subject.id, item
        for action in row.actions:
            for item in (*action.deadlines, *action.starts):
                yield area, action.id, item
        if row.whole:
            for item in row.area.starts:
                yield area, area, item
