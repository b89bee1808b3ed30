"""Which area of the plan answers which area of the inspection report.

Likeness is reckoned over words weighed by how few areas have them: the mean of Dice's
coefficient and of the overlap with the shorter of both, so that an area which the plan puts
shortly is still found. Words count as the same that begin alike ("persistent", "persistently").
The one-to-one assignment with the greatest sum of likeness is taken; then an area left over that
stands inside one of the other side goes with it, for plans split areas and put them together.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from pipeline.checks._words import vocabulary
from pipeline.likeness import assign, stem, words
from pipeline.models import Area, Report, ReportArea

NO_REPORT = "No inspection report was given (--report FILE)."
ALIKE = 0.35
CONTAINED = 0.8
_FEWEST = 2  # words of a part
_ROOT = 5  # letters at least as long as most roots
_MOST = 250_000  # pairs of areas that are compared word by word
_ENDING = re.compile(r"(?<=\w{4})(?:ing|ed|ly)$")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which areas of the plan and of the report go together, and those left over.

    A pair holds one area on each side, or several on one: parts of the other's.
    """

    pairs: tuple[tuple[tuple[Area, ...], tuple[ReportArea, ...]], ...]
    missing: tuple[ReportArea, ...]
    added: tuple[Area, ...]


def cover(areas: Sequence[Area], report: Report) -> Coverage:
    """Return the best assignment of a plan's areas to a report's."""
    mine = [_words(area.text or "") for area in areas]
    theirs = [_words(area.text) for area in report.areas]
    chosen = _assigned(theirs, mine)
    joined = _parts(theirs, mine, chosen)
    split = _parts(mine, theirs, {at: row for row, at in chosen.items()})
    pairs = []
    for row, at in sorted(chosen.items()):
        rows = sorted([row, *(part for part, whole in joined.items() if whole == at)])
        places = sorted([at, *(part for part, whole in split.items() if whole == row)])
        pairs.append(
            (tuple(areas[one] for one in places), tuple(report.areas[one] for one in rows))
        )
    answered, used = chosen.keys() | joined.keys(), {*chosen.values(), *split}
    return Coverage(
        pairs=tuple(pairs),
        missing=tuple(area for at, area in enumerate(report.areas) if at not in answered),
        added=tuple(area for at, area in enumerate(areas) if at not in used),
    )


def _parts(
    small: Sequence[frozenset[str]], large: Sequence[frozenset[str]], chosen: Mapping[int, int]
) -> dict[int, int]:
    """Return in which text that has a partner those that have none stand."""
    found: dict[int, int] = {}
    alone = [(at, text) for at, text in enumerate(small) if at not in chosen]
    for at, text in alone if len(alone) * len(chosen) <= _MOST else ():
        if len(text) >= _FEWEST:
            found.update((at, to) for to in chosen.values() if _contained(text, large[to]))
    return found


def paired(theirs: Sequence[str], mine: Sequence[str]) -> dict[int, int]:
    """Return the places of the texts that say the same in other words, one to one."""
    return _assigned([_words(text) for text in theirs], [_words(text) for text in mine])


def _assigned(theirs: Sequence[frozenset[str]], mine: Sequence[frozenset[str]]) -> dict[int, int]:
    holders = Counter(word for text in (*mine, *theirs) for word in text)
    weights = {word: 1 / count for word, count in holders.items()}
    chosen = _same(theirs, mine)
    rows = [row for row in range(len(theirs)) if row not in chosen]
    used = set(chosen.values())
    columns = [column for column in range(len(mine)) if column not in used]
    if len(rows) * len(columns) > _MOST:
        return chosen
    scores = [[_likeness(theirs[row], mine[column], weights) for column in columns] for row in rows]
    return chosen | {rows[at]: columns[to] for at, to in assign(scores) if scores[at][to] >= ALIKE}


def _same(theirs: Sequence[frozenset[str]], mine: Sequence[frozenset[str]]) -> dict[int, int]:
    """Pair the areas that have the same words on both sides, so that few are left to compare."""
    places: dict[frozenset[str], list[int]] = {}
    for column, text in reversed([*enumerate(mine)]):
        places.setdefault(text, []).append(column)
    return {row: places[text].pop() for row, text in enumerate(theirs) if text and places.get(text)}


def _words(text: str) -> frozenset[str]:
    return frozenset(_root(word) for word in words(text) if word not in _skipped())


def _root(word: str) -> str:
    """Return the letters that words of one family begin with."""
    return _ENDING.sub("", stem(word))[:_ROOT]


@cache
def _skipped() -> frozenset[str]:
    small = vocabulary("verbs")
    lists = (small["prepositions"], small["determiners"], small["modals"])
    return frozenset(chain(*lists, vocabulary("wording")["empty"]))


def _likeness(one: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    shared, first, second = (
        sum(weights[word] for word in part) for part in (one & other, one, other)
    )
    if not shared:
        return 0.0
    return shared / (first + second) + shared / (2 * min(first, second))


def _contained(small: frozenset[str], large: frozenset[str]) -> bool:
    return len(small & large) >= CONTAINED * len(small)
