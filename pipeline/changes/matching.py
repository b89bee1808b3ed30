"""Which area and action of an old draft is which of the new one: one to one, or none.

Keys match first. What was reworded has another key, and so has all under it: it is matched by
its words, and an area by its actions too. Actions are looked for in their own area before the
others.
"""

from collections import Counter, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from pipeline.likeness import Pair, assign, likeness, pairs
from pipeline.models import Action, Area, Statement
from pipeline.placed import Text

_SAME = 0.5  # likeness from which two wordings in one place are one, reworded
_MANY = 40_000  # pairs to compare each with each; of more, only those much alike are found
_MOST_EFFORT = 60_000_000  # words of the one to compare with words of the other
_MOST = 400  # words that are compared; longer texts are told apart by their beginning


@dataclass(frozen=True, slots=True)
class Pairs:
    """The new id of each old area and action that has one."""

    areas: dict[str, str]
    actions: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Item:
    id: str
    key: str
    words: tuple[str, ...]
    parts: frozenset[tuple[str, ...]] = frozenset()


def match(old: Statement, new: Statement) -> Pairs:
    """Return which areas and actions of two drafts belong together."""
    before, after = areas_of(old), areas_of(new)
    areas = _matched([_area(one) for one in before], [_area(one) for one in after])
    olds = [_action(one) for area in before for one in area.actions]
    news = [_action(one) for area in after for one in area.actions]
    actions = _paired(olds, news, lambda item: item.key)
    later = {area.id: area for area in after}
    for area in before:
        if area.id in areas:
            mine = [_action(one) for one in area.actions if one.id not in actions]
            theirs = [_action(one) for one in later[areas[area.id]].actions]
            actions |= _alike(mine, _free(theirs, actions))
    left = [item for item in olds if item.id not in actions]
    return Pairs(areas, actions | _much_alike(left, _free(news, actions)))


def areas_of(statement: Statement) -> list[Area]:
    """Return all areas of a statement, in its order."""
    return [area for section in statement.sections for area in section.areas]


def _area(area: Area) -> _Item:
    parts = frozenset(_words(action.text) for action in area.actions)
    return _Item(area.id, area.key, _words(area.text or ""), parts)


def _action(action: Action) -> _Item:
    return _Item(action.id, action.key, _words(action.text))


def _words(text: str) -> tuple[str, ...]:
    return tuple(Text(text).words.split()[:_MOST])


def _free(items: Sequence[_Item], taken: dict[str, str]) -> list[_Item]:
    gone = set(taken.values())
    return [item for item in items if item.id not in gone]


def _matched(old: Sequence[_Item], new: Sequence[_Item]) -> dict[str, str]:
    found = _paired(old, new, lambda item: item.key)
    left = [item for item in old if item.id not in found]
    return found | _alike(left, _free(new, found))


def _paired(
    old: Sequence[_Item], new: Sequence[_Item], name: Callable[[_Item], Hashable]
) -> dict[str, str]:
    """Return the items of one name as pairs; several of a name in their order."""
    waiting: dict[Hashable, deque[str]] = {}
    for item in new:
        waiting.setdefault(name(item), deque()).append(item.id)
    return {item.id: found.popleft() for item in old if (found := waiting.get(name(item)))}


def _alike(old: Sequence[_Item], new: Sequence[_Item]) -> dict[str, str]:
    """Return the items of the same words, then those whose words are most alike together."""
    effort = _length(old) * _length(new)
    if len(old) * len(new) > _MANY or effort > _MOST_EFFORT:
        return _much_alike(old, new)
    found = _paired([item for item in old if item.words], new, lambda item: item.words)
    olds = [item for item in old if item.id not in found]
    news = _free(new, found)
    scores = [[_likeness(one, other) for other in news] for one in olds]
    best = ((row, column) for row, column in assign(scores) if scores[row][column])
    return found | {olds[row].id: news[column].id for row, column in best}


def _length(items: Sequence[_Item]) -> int:
    return sum(len(item.words) for item in items)


def _much_alike(old: Sequence[_Item], new: Sequence[_Item]) -> dict[str, str]:
    """Return the items of the same words, then those of nearly the same, the nearest first."""
    found = _paired([item for item in old if item.words], new, lambda item: item.words)
    olds = [item for item in old if item.id not in found]
    both = [*olds, *_free(new, found)]
    drafts = ["old"] * len(olds) + ["new"] * (len(both) - len(olds))
    taken: set[int] = set()
    for one, other, _ in sorted(pairs([item.words for item in both], drafts), key=_nearest):
        if not taken & {one, other}:
            taken |= {one, other}
            found[both[one].id] = both[other].id
    return found


def _nearest(pair: Pair) -> tuple[float, int, int]:
    one, other, value = pair
    return -value, one, other


def _likeness(one: _Item, other: _Item) -> float:
    """Return how alike two items are, by words or by parts; 0 where it is less than `_SAME`."""
    shared = 2 * (Counter(one.words) & Counter(other.words)).total()
    whole = len(one.words) + len(other.words)
    near = likeness(one.words, other.words) if whole and shared >= _SAME * whole else 0.0
    parts = len(one.parts) + len(other.parts)
    common = 2 * len(one.parts & other.parts) / parts if parts else 0.0
    best = max(near, common)
    return best if best >= _SAME else 0.0
