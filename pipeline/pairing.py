"""Who and when of a row to groups, and the groups to actions: only on evidence.

Owners gather until a date closes the group; a date alone joins the group before it. A
group belongs to an action because the table has a row an action, because there are as many
dates as actions, because it stands level with the action, or because the row has one group,
which then holds for all its actions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.models import Basis, Deadline, Owner
from pipeline.owners import key_of
from pipeline.placed import Text

_MOST = 100_000  # owners of a row times its actions


class Entry(NamedTuple):
    """One owner or deadline of a who/when cell; `at` is its place in its line.

    `step` is the source row within a row whose owner cell spans several; what stands in a
    cell that reaches further down holds `until` that one.
    """

    value: Owner | Deadline
    at: int
    step: int = 0
    until: int = 0


class Passage(NamedTuple):
    """A line of a who/when cell with its entries."""

    text: Text
    entries: tuple[Entry, ...]
    step: int = 0


@dataclass(slots=True, eq=False)
class Group:
    """Owners and deadlines that are stated together; `links` holds each date's actions."""

    passages: list[Text] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    steps: list[range] = field(default_factory=list)
    owned_lines: int = 0
    actions: tuple[int, ...] = ()
    basis: Basis | None = None
    links: list[tuple[int, ...]] = field(default_factory=list)
    date_basis: Basis | None = None


def mixed(passages: Sequence[Passage]) -> list[Group]:
    """Return the groups of cells that state owners and deadlines together."""
    groups: list[Group] = []
    dates_first = _dates_first(passages)
    for passage in passages:
        cuts: list[tuple[int, Group]] = []
        for entry in passage.entries:
            if not groups or _closes(groups[-1], entry, dates_first=dates_first):
                groups.append(Group())
            if not cuts or cuts[-1][1] is not groups[-1]:
                cuts.append((entry.at if cuts else 0, groups[-1]))
            _put(groups[-1], entry)
        if not groups:
            groups.append(Group())
        _cut(passage, cuts or [(0, groups[-1])])
    return groups


def _dates_first(passages: Sequence[Passage]) -> bool:
    """Say whether a cell gives each date before its owners: it begins with one, and ends so."""
    entries = [entry.value for passage in passages for entry in passage.entries]
    return bool(entries) and isinstance(entries[0], Deadline) and isinstance(entries[-1], Owner)


def _closes(group: Group, entry: Entry, *, dates_first: bool) -> bool:
    """Say whether an entry opens the next group: the kind that leads, after the other kind."""
    if dates_first:
        return isinstance(entry.value, Deadline) and bool(group.owners)
    return isinstance(entry.value, Owner) and bool(group.deadlines)


def _cut(passage: Passage, cuts: Sequence[tuple[int, Group]]) -> None:
    """Give the words of a line to its groups: they are cut where a group opens in it."""
    ends = [at for at, _ in cuts[1:]] + [len(passage.text.text)]
    for (at, group), end in zip(cuts, ends, strict=True):
        group.passages.append(passage.text.cut(at, end))
        owned = (entry for entry in passage.entries if isinstance(entry.value, Owner))
        group.owned_lines += any(at <= entry.at < end for entry in owned)


def _put(group: Group, entry: Entry) -> None:
    if isinstance(entry.value, Owner):
        group.owners.append(entry.value)
    else:
        group.deadlines.append(entry.value)
        group.steps.append(range(entry.step, max(entry.step, entry.until) + 1))


def apart(who: Sequence[Passage], when: Sequence[Passage], actions: int) -> list[Group]:
    """Return the groups of a row that has owners and deadlines in columns of their own.

    They are one group, unless owners, dates and actions are as many lines each, or each row
    beside an action that spans several has an owner and a date of its own.
    """
    owned = [p for p in who if p.entries]
    dated = _noted(when)
    if 1 < actions == len(owned) == len(dated) and len(who) == len(owned):
        return [together((a, *b)) for a, b in zip(owned, dated, strict=True)]
    rows = _rows(who)
    if len(rows) > 1 and rows.keys() == (dates := _rows(when)).keys():
        return [together((*rows[at], *dates[at])) for at in rows]
    return [together((*who, *when))] if who or when else []


def _rows(passages: Sequence[Passage]) -> dict[tuple[int | None, int | None], list[Passage]]:
    """Return the lines by the source row that they stand in; none where a table goes on."""
    found: dict[tuple[int | None, int | None], list[Passage]] = {}
    for passage in passages:
        place = passage.text.runs[0][1].place
        found.setdefault((place.table, place.row), []).append(passage)
    return found if len({table for table, _ in found}) == 1 else {}


def _noted(when: Sequence[Passage]) -> list[list[Passage]]:
    """Return the lines with dates, each with the lines below it that only add words."""
    found: list[list[Passage]] = []
    for passage in when:
        if found and not (passage.entries and any(one.entries for one in found[-1])):
            found[-1].append(passage)
        else:
            found.append([passage])
    return found


def together(passages: Iterable[Passage]) -> Group:
    """Return all that some lines state as one group."""
    group = Group()
    for passage in passages:
        group.passages.append(passage.text)
        group.owned_lines += any(isinstance(entry.value, Owner) for entry in passage.entries)
        for entry in passage.entries:
            _put(group, entry)
    return group


def link(
    groups: Sequence[Group], steps: Sequence[int], own: Sequence[Sequence[str]], *, per_action: bool
) -> None:
    """Say which actions each group and each date belongs to, and on what basis.

    `steps` holds the source row of every action, `own` the keys of the owners that its own
    words name; `per_action` says that the table states a row an action.
    """
    everything = tuple(range(len(steps)))
    whole: Basis = "row" if per_action else "area"
    for group in groups:
        group.links = [group.actions for _ in group.deadlines]
    groups = [group for group in groups if not group.actions]
    if len(steps) <= 1:
        _hold(groups, everything, whole if steps or len(groups) == 1 else None)
    elif (max(steps) > 0 or len(groups) == 1) and _is_endless(groups, steps):
        return
    elif max(steps) > 0:
        _by_step(groups, steps)
    elif len(steps) in _counts(groups):
        _in_step(groups, all_of=len(steps) != _counts(groups)[0])
    elif len(groups) == 1:
        _alone(groups[0], everything, whole, own)


def _is_endless(groups: Sequence[Group], steps: Sequence[int]) -> bool:
    """Say whether so many owners hold for so many actions that none would answer for any."""
    return sum(len(group.owners) for group in groups) * len(steps) > _MOST


def _counts(groups: Sequence[Group]) -> tuple[int, int]:
    """Return how many dates are due, and how many there are with those on which work begins."""
    return sum(len(_due(group)) for group in groups), sum(len(one.deadlines) for one in groups)


def _due(group: Group) -> list[int]:
    return [at for at, deadline in enumerate(group.deadlines) if deadline.role == "due"]


def _hold(groups: Sequence[Group], actions: tuple[int, ...], basis: Basis | None) -> None:
    """Every group holds for the row's one action."""
    for group in groups:
        group.actions, group.basis, group.date_basis = actions, basis, basis
        group.links = [actions if basis == "row" else () for _ in group.deadlines]


def _by_step(groups: Sequence[Group], steps: Sequence[int]) -> None:
    """The owner cell spans several source rows: it holds for all, each date for its own row."""
    everything = tuple(range(len(steps)))
    places: dict[int, list[int]] = {}
    for at, step in enumerate(steps):
        places.setdefault(step, []).append(at)
    for group in groups:
        group.actions, group.basis, group.date_basis = everything, "row", "row"
        group.links = [
            tuple(sorted([at for step in held for at in places.get(step, ())]))
            for held in group.steps
        ]


def _in_step(groups: Sequence[Group], *, all_of: bool = False) -> None:
    """As many dates as actions, in order; a lone group's owners hold for all of them.

    With `all_of`, dates on which work begins count as well.
    """
    at = 0
    for group in groups:
        first = at
        for number in range(len(group.deadlines)) if all_of else _due(group):
            group.links[number] = (at,)
            at += 1
        group.actions = tuple(range(first, at))
        group.basis = group.date_basis = "in-step" if group.actions else None


def _alone(
    group: Group, actions: tuple[int, ...], whole: Basis, own: Sequence[Sequence[str]]
) -> None:
    """One group holds for all, unless its owners or dates are plainly meant one by one."""
    if len(_due(group)) <= 1:
        group.date_basis = whole
        group.links = [actions if whole == "row" else () for _ in group.deadlines]
    if not _apportioned(group, own):
        group.actions, group.basis = actions, whole


def _apportioned(group: Group, own: Sequence[Sequence[str]]) -> bool:
    """Say whether several owner lines stand for single actions, though nothing says for which.

    Three lines or more do; two do where an action's own words name the owner of one.
    """
    if group.owned_lines != 2:
        return group.owned_lines > 2
    named = {key for keys in own for key in keys}
    return any(owner_key in named for owner_key in _keys(group)) and bool(named)


def _keys(group: Group) -> list[str]:
    return [key_of(owner.text) for owner in group.owners]
