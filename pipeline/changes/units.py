"""What became of each area and action."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.changes import values
from pipeline.changes.matching import Pairs, areas_of
from pipeline.changes.models import Change
from pipeline.models import Action, Area, Deadline, Owner, Statement


def changed(old: Statement, new: Statement, pairs: Pairs) -> Iterator[Change]:
    """Yield the changes in the order of the new draft; removed areas come last."""
    before = {area.id: area for area in areas_of(old)}
    origin = {new_id: old_id for old_id, new_id in pairs.areas.items()}
    acted = _Actions(
        pairs,
        {one.id: (area.id, one) for area in areas_of(old) for one in area.actions},
        {new_id: old_id for old_id, new_id in pairs.actions.items()},
    )
    for area in areas_of(new):
        was = before.get(origin.get(area.id, ""))
        actions = [*acted.now(area, was), *(acted.gone(was, area.id) if was else ())]
        yield from _of_area(was, area, actions)
    for area in before.values():
        if area.id not in pairs.areas:
            yield Change(unit="area", kind="removed", old=area.id, text=area.text)
            yield from acted.gone(area, area.id)


@dataclass(frozen=True, slots=True)
class _Actions:
    """The actions of the old draft with their areas, and where those of the new came from."""

    pairs: Pairs
    before: Mapping[str, tuple[str, Action]]
    origin: Mapping[str, str]

    def now(self, area: Area, was: Area | None) -> Iterator[Change]:
        """Yield the actions of an area of the new draft that were not so in the old one."""
        for action in area.actions:
            old_id = self.origin.get(action.id)
            if old_id is None:
                yield _added(action, area.id)
                continue
            home, before = self.before[old_id]
            change = _of_action(before, action, area.id, moved=was is None or home != was.id)
            if _differs(change):
                yield change

    def gone(self, was: Area, area: str) -> Iterator[Change]:
        """Yield the actions of an area of the old draft that are in the new one no more."""
        for one in was.actions:
            if one.id not in self.pairs.actions:
                yield Change(unit="action", kind="removed", old=one.id, area=area, text=one.text)


def _of_action(old: Action, new: Action, area: str, *, moved: bool) -> Change:
    before, after = old.responsibility, new.responsibility
    return Change(
        unit="action",
        kind="changed",
        old=old.id,
        new=new.id,
        area=area,
        text=new.text,
        moved=moved,
        rewording=values.rewording(old.text, new.text),
        owners=values.owner_change(before.owners, after.owners),
        deadline=values.deadline_change(
            [one for one in (before.deadline,) if one], [one for one in (after.deadline,) if one]
        ),
    )


def _added(action: Action, area: str) -> Change:
    return Change(unit="action", kind="added", new=action.id, area=area, text=action.text)


def _of_area(old: Area | None, new: Area, actions: Sequence[Change]) -> Iterator[Change]:
    """Yield the changes of an area and its actions, what is the same for all of them once."""
    if old is None:
        yield Change(unit="area", kind="added", new=new.id, text=new.text)
        yield from actions
        return
    kept = len(new.actions) - sum(one.kind == "added" for one in actions)
    owners, deadline = _common(actions, "owners", kept), _common(actions, "deadline", kept)
    if not any(one.owners for one in actions):
        owners = values.owner_change(_owners(old), _owners(new))
    if not any(one.deadline for one in actions):
        deadline = values.deadline_change(_deadlines(old), _deadlines(new))
    change = Change(
        unit="area",
        kind="changed",
        old=old.id,
        new=new.id,
        text=new.text,
        rewording=values.rewording(old.text, new.text),
        owners=owners,
        deadline=deadline,
    )
    told = {"owners": None} if owners else {}
    told |= {"deadline": None} if deadline else {}
    parts = (one.model_copy(update=told) for one in actions)
    yield from (one for one in (change, *parts) if one.kind != "changed" or _differs(one))


def _common(actions: Sequence[Change], name: str, kept: int) -> Any:
    """Return what changed alike for all of several actions that an area had and has; or None."""
    found = [getattr(one, name) for one in actions if getattr(one, name)]
    return found[0] if 1 < len(found) == kept and all(one == found[0] for one in found) else None


def _owners(area: Area) -> Sequence[Owner]:
    return [owner for group in area.assignments for owner in group.owners]


def _deadlines(area: Area) -> Sequence[Deadline]:
    return [due for group in area.assignments for due in group.deadlines]


def _differs(change: Change) -> bool:
    return bool(change.moved or change.rewording or change.owners or change.deadline)
