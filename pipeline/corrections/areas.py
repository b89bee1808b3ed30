"""One correction to one area: the whole of it, or a single action of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline import deadlines
from pipeline.corrections import made
from pipeline.models import (
    Action,
    Area,
    Assignment,
    Correction,
    Deadline,
    Location,
    Owner,
    Responsibility,
    Statement,
)
from pipeline.publish import context
from pipeline.publish.responsibility import latest


@dataclass(frozen=True, slots=True)
class Known:
    """What the document and the settings lend to the words of a correction."""

    context: deadlines.Context
    acronyms: Mapping[str, str]
    own_themes: tuple[str, ...]


def known_of(statement: Statement, own_themes: tuple[str, ...]) -> Known:
    """Return what a statement lends: its day for dates without a year, and its short forms."""
    lent = context(
        statement.framework,
        statement.date,
        statement.report.date if statement.report else None,
        statement.inspection.end if statement.inspection else None,
    )
    return Known(lent, {one.short: one.long for one in statement.acronyms}, own_themes)


@dataclass(frozen=True, slots=True)
class _Pinned:
    """What a correction says of some actions: owners and deadlines, empty where it is silent."""

    ids: tuple[str, ...]
    owners: tuple[Owner, ...]
    deadlines: tuple[Deadline, ...]


def corrected(area: Area, correction: Correction, known: Known) -> Area | None:
    """Return the area with a correction of it or of one of its actions.

    None where the correction links owners or deadlines that do not stand in the area.
    """
    key = correction.key or ""
    ids = tuple(one.id for one in area.actions if key in (area.key, one.key))
    if correction.links:
        linked = _linked(area, ids, frozenset(correction.links))
        if linked is None:
            return None
        area = linked
    if correction.owners or correction.deadline:
        owners = made.owners(correction.owners, key, known.acronyms)
        due = made.deadlines(correction.deadline, key, ids, known.context)
        area = _pinned(area, _Pinned(ids, owners, due), whole=key == area.key)
    if correction.themes:
        made.check_themes(correction.themes, known.own_themes)
        return _themed(area, key, correction.themes)
    return area


def _linked(area: Area, ids: tuple[str, ...], keys: frozenset[str]) -> Area | None:
    """Say of owners and deadlines beside the actions `ids` that they are theirs."""
    assignments = tuple(_tied(one, ids, keys) for one in area.assignments)
    owners = tuple(o for one in assignments for o in one.owners if o.key in keys)
    due = tuple(d for one in assignments for d in one.deadlines if d.key in keys)
    if len(owners) + len(due) < len(keys):
        return None
    return _answered(area, assignments, _Pinned(ids, owners, due))


def _tied(group: Assignment, ids: tuple[str, ...], keys: frozenset[str]) -> Assignment:
    dated = tuple(
        one.model_copy(update={"actions": _with(one.actions, ids), "basis": "corrected"})
        if one.key in keys
        else one
        for one in group.deadlines
    )
    if not keys & {*(one.key for one in group.owners), *(one.key for one in dated)}:
        return group
    tied = {"deadlines": dated, "actions": _with(group.actions, ids), "basis": "corrected"}
    return group.model_copy(update=tied)


def _with(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *more)))


def _pinned(area: Area, pinned: _Pinned, *, whole: bool) -> Area:
    """Put owners and deadlines in the place of what the table states of the actions alone."""
    ids = set(pinned.ids)
    mine = [one for one in area.assignments if whole or (one.actions and ids >= set(one.actions))]
    if not mine and not whole:
        return _answered(area, tuple(_redated(one, pinned) for one in area.assignments), pinned)
    first = mine[0].id if mine else f"{area.id}/1"
    group = _merged(first, mine, pinned)
    kept = tuple(one for one in area.assignments if one not in mine or one.id == first)
    assignments = tuple(group if one.id == first else one for one in kept) or (group,)
    return _answered(area, assignments, pinned)


def _redated(group: Assignment, pinned: _Pinned) -> Assignment:
    """Put a deadline in the place of those that a group states of the actions alone."""
    theirs = [one for one in group.deadlines if one.actions and set(pinned.ids) >= {*one.actions}]
    if not theirs or not pinned.deadlines:
        return group
    at = group.deadlines.index(theirs[0])
    kept = [one for one in group.deadlines if one not in theirs]
    return group.model_copy(update={"deadlines": (*kept[:at], *pinned.deadlines, *kept[at:])})


def _merged(id_: str, groups: Sequence[Assignment], pinned: _Pinned) -> Assignment:
    """Return one assignment of several: all their words, and what was pinned."""
    stated = tuple(one for group in groups for one in group.owners)
    dated = tuple(one for group in groups for one in group.deadlines)
    return Assignment(
        id=id_,
        text=" ".join(one.text for one in groups),
        passages=tuple(passage for one in groups for passage in one.passages),
        owners=pinned.owners or stated,
        deadlines=pinned.deadlines or dated,
        actions=pinned.ids,
        basis=groups[0].basis if len(groups) == 1 and groups[0].basis else "corrected",
        location=Location(fragments=tuple(f for one in groups for f in one.location.fragments)),
    )


def _answered(area: Area, assignments: tuple[Assignment, ...], pinned: _Pinned) -> Area:
    """Say who answers for the actions now, and which assignments are left to choose from."""
    actions = (
        _responsible(action, pinned, assignments)
        if action.id in pinned.ids
        else _update(action, _left(action.responsibility, assignments))
        for action in area.actions
    )
    return area.model_copy(update={"actions": tuple(actions), "assignments": assignments})


def _responsible(action: Action, pinned: _Pinned, groups: Iterable[Assignment]) -> Action:
    held = action.responsibility
    if pinned.owners:
        held = held.model_copy(update={"owners": pinned.owners, "owners_basis": "corrected"})
    due = latest(pinned.deadlines)
    if due is not None:
        held = held.model_copy(update={"deadline": due, "deadline_basis": "corrected"})
    return _update(action, _left(held, groups))


def _left(held: Responsibility, groups: Iterable[Assignment]) -> Responsibility:
    """Leave out candidates that are settled, and all where owners and deadline are."""
    whole = held.owners_basis is not None and held.deadline_basis is not None
    still = set() if whole else {one.id for one in groups if _is_open(one)}
    return held.model_copy(
        update={"candidates": tuple(one for one in held.candidates if one in still)}
    )


def _is_open(group: Assignment) -> bool:
    """Say whether it is open to which actions a group, or one of its dates, belongs."""
    due = (one for one in group.deadlines if one.role == "due")
    return group.basis is None or any(one.basis is None for one in due)


def _update(action: Action, held: Responsibility) -> Action:
    return action.model_copy(update={"responsibility": held})


def _themed(area: Area, key: str, ids: tuple[str, ...]) -> Area:
    if key == area.key:
        return area.model_copy(update={"themes": made.themes(ids, area.themes)})
    actions = (
        one.model_copy(update={"themes": made.themes(ids, one.themes)}) if one.key == key else one
        for one in area.actions
    )
    return area.model_copy(update={"actions": tuple(actions)})
