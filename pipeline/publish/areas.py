"""One area with its actions and assignments, published."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from pipeline import pairing
from pipeline.extract.raw import RawAction, RawArea, RawRow, RawValue
from pipeline.keys import Keys
from pipeline.models import (
    Action,
    Area,
    Assignment,
    Deadline,
    Location,
    Owner,
    Passage,
)
from pipeline.models.base import unchecked
from pipeline.owners import key_of, presides
from pipeline.placed import join
from pipeline.publish import levels, values
from pipeline.publish.responsibility import Stated, open_to, responsibility, stated_of
from pipeline.tag import Tags


@dataclass(frozen=True, slots=True)
class AreaMaker:
    """Makes areas; `tags` maps the identity of a Text to what stands in it."""

    tags: dict[int, Tags]
    keys: Keys
    authority: str

    def area(self, number: str, section: str, raw: RawArea) -> Area:
        """Return the area `number` ("1.4") of the section with that title."""
        key = self.keys.key("area", self.authority, section, raw.text.text)
        actions: list[Action] = []
        assignments: list[Assignment] = []
        for row in raw.rows:
            made, stated = self._row(number, key, raw, row, len(actions), len(assignments))
            actions.extend(made)
            assignments.extend(stated)
        rest = [value for row in raw.rows for value in self._of_area(row, raw)]
        return unchecked(
            Area,
            id=number,
            key=key,
            ref=raw.ref or None,
            text=raw.text.text or None,
            themes=values.themes(raw.text, self.tags[id(raw.text)].themes),
            actions=tuple(actions),
            assignments=tuple(assignments),
            **self._values(rest, key),
            confidence=raw.confidence,
            location=raw.text.location() if raw.text else _first(actions, assignments),
        )

    def _row(
        self, number: str, key: str, raw: RawArea, row: RawRow, before: int, stated: int
    ) -> tuple[list[Action], list[Assignment]]:
        """Return a row's actions and assignments; `before` and `stated` count those above."""
        ids = [f"{number}.{before + n}" for n in range(1, len(row.actions) + 1)]
        keys = [self.keys.key("action", key, action.text.text) for action in row.actions]
        own = [values.owners(a.text, self.tags[id(a.text)].owners, self.keys, k)
               for a, k in zip(row.actions, keys, strict=True)]  # fmt: skip
        groups = self._groups(row, key)
        named = [[key_of(owner.text) for owner in owners] for owners in own]
        steps = [action.step for action in row.actions]
        pairing.link(groups, steps, named, per_action=raw.per_action)
        assignments = [
            _assignment(f"{number}/{stated + n}", group, ids) for n, group in enumerate(groups, 1)
        ]
        said = stated_of(groups, len(ids))
        candidates = open_to(groups, assignments)
        alone = _alone(row, raw)
        actions = [
            self._action(raw, row.actions[at], ids[at], keys[at], own[at], said[at], candidates,
                         alone.get(steps[at], []))
            for at in range(len(ids))
        ]  # fmt: skip
        return actions, assignments

    def _groups(self, row: RawRow, key: str) -> list[pairing.Group]:
        passages = {role: [self._passage(value, key) for value in row.of(role)]
                    for role in ("owner", "deadline", "owner-and-deadline")}  # fmt: skip
        if passages["owner-and-deadline"]:
            return pairing.mixed([
                *passages["owner"], *passages["owner-and-deadline"], *passages["deadline"]
            ])  # fmt: skip
        columns = passages["owner"], passages["deadline"]
        return levels.beside(*columns, row.actions) or pairing.apart(*columns, len(row.actions))

    def _passage(self, value: RawValue, key: str) -> pairing.Passage:
        tags = self.tags[id(value.text)]
        owned = values.owners(value.text, tags.owners, self.keys, key)
        dated = values.deadlines(value.text, tags.deadlines, self.keys, key)
        entries = [pairing.Entry(owner, span.start, value.step)
                   for owner, span in zip(owned, tags.owners, strict=True)]  # fmt: skip
        entries += [pairing.Entry(deadline, span.start, value.step, value.until)
                    for deadline, span in zip(dated, tags.deadlines, strict=True)]  # fmt: skip
        entries.sort(key=attrgetter("at"))
        return pairing.Passage(value.text, tuple(entries), value.step)

    def _action(
        self,
        raw: RawArea,
        action: RawAction,
        number: str,
        key: str,
        own: tuple[Owner, ...],
        said: Stated,
        candidates: tuple[str, ...],
        mine: list[RawValue],
    ) -> Action:
        tags = self.tags[id(action.text)]
        dated = values.deadlines(action.text, tags.deadlines, self.keys, key)
        presided = all(presides(action.text.text, span.start) for span in tags.owners)
        ref, rest = _numbered(action, mine)
        return unchecked(
            Action,
            id=number,
            key=key,
            ref=ref,
            text=action.text.text,
            owners=own,
            deadlines=dated,
            themes=values.themes(action.text, tags.themes),
            responsibility=responsibility(own, dated, said, candidates, presided=presided),
            **self._values(rest, key),
            confidence=raw.confidence,
            location=action.text.location(),
        )

    def _of_area(self, row: RawRow, raw: RawArea) -> list[RawValue]:
        """Return the values of a row that belong to no single action."""
        single = _alone(row, raw)
        return [v for v in row.values if v.step not in single or _reaches(v)]

    def _values(self, found: Sequence[RawValue], key: str) -> values.Rest:
        return values.rest(found, self.tags, self.keys, key)


def _reaches(value: RawValue) -> bool:
    """Say whether a value holds for further source rows, and so for no single action."""
    return value.until > value.step


def _alone(row: RawRow, raw: RawArea) -> dict[int, list[RawValue]]:
    """Return the values that stand beside a single action alone, by its source row.

    Only a table with a row an action has such.
    """
    if not raw.per_action:
        return {}
    steps = [action.step for action in row.actions]
    found: dict[int, list[RawValue]] = {step: [] for step in steps}
    if len(found) < len(steps):
        found = {step: [] for step, count in Counter(steps).items() if count == 1}
    for value in row.values:
        if value.step in found and not _reaches(value):
            found[value.step].append(value)
    return found


def _numbered(action: RawAction, found: list[RawValue]) -> tuple[str | None, list[RawValue]]:
    """Return an action's number, its own or its row's first, and the values that are left."""
    numbers = [] if action.ref else [value for value in found if value.role == "reference"]
    if not numbers:
        return action.ref or None, found
    return numbers[0].text.text, [value for value in found if value is not numbers[0]]


def _assignment(number: str, group: pairing.Group, ids: Sequence[str]) -> Assignment:
    whole = join(group.passages)
    group.deadlines = [
        _linked(deadline, tuple([ids[at] for at in links]), group)
        for deadline, links in zip(group.deadlines, group.links, strict=True)
    ]
    place = whole.location()
    passages = [
        unchecked(Passage, text=text.text, location=place if text is whole else text.location())
        for text in group.passages
        if text.text
    ]
    return unchecked(
        Assignment,
        id=number,
        text=whole.text,
        passages=tuple(passages),
        owners=tuple(group.owners),
        deadlines=tuple(group.deadlines),
        actions=tuple([ids[at] for at in group.actions]),
        basis=group.basis,
        location=place,
    )


def _linked(deadline: Deadline, ids: tuple[str, ...], group: pairing.Group) -> Deadline:
    basis = group.date_basis
    return deadline.model_copy(update={"actions": ids, "basis": basis}) if basis else deadline


def _first(actions: Sequence[Action], assignments: Sequence[Assignment]) -> Location:
    """Return where an area without words of its own begins."""
    if actions:
        return actions[0].location
    return assignments[0].location if assignments else Location()
