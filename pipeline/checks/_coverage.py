"""Which area of the plan answers which area of the inspection report.

Likeness is reckoned over words weighed by how few areas have them: the mean of Dice's
coefficient and of the overlap with the shorter of both, so that an area which the plan puts
shortly is still found. The one-to-one assignment with the greatest sum of likeness is taken.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.checks._matching import assign
from pipeline.checks._words import stem, vocabulary, words
from pipeline.models import Area, Report, ReportArea

NO_REPORT = "No inspection report was given (--report FILE)."
ALIKE = 0.5
CONTAINED = 0.85


@dataclass(frozen=True, slots=True)
class Coverage:
    """The pairs of areas, and those left over on either side."""

    pairs: tuple[tuple[Area, ReportArea], ...]
    missing: tuple[ReportArea, ...]
    added: tuple[Area, ...]


def cover(areas: Sequence[Area], report: Report) -> Coverage:
    """Return the best one-to-one assignment of a plan's areas to a report's."""
    mine = [_words(area.text or "") for area in areas]
    theirs = [_words(area.text) for area in report.areas]
    chosen = _assigned(theirs, mine)
    contained = {
        row
        for row, text in enumerate(theirs)
        if row not in chosen and any(_contained(text, other) for other in mine)
    }
    taken = set(chosen.values())
    return Coverage(
        pairs=tuple((areas[at], report.areas[row]) for row, at in sorted(chosen.items())),
        missing=tuple(
            area
            for row, area in enumerate(report.areas)
            if row not in chosen and row not in contained
        ),
        added=tuple(area for at, area in enumerate(areas) if at not in taken),
    )


def paired(theirs: Sequence[str], mine: Sequence[str]) -> dict[int, int]:
    """Return the places of the texts that say the same in other words, one to one."""
    return _assigned([_words(text) for text in theirs], [_words(text) for text in mine])


def _assigned(theirs: Sequence[frozenset[str]], mine: Sequence[frozenset[str]]) -> dict[int, int]:
    holders = Counter(word for text in (*mine, *theirs) for word in text)
    weights = {word: 1 / count for word, count in holders.items()}
    chosen = _same(theirs, mine)
    rows = [row for row in range(len(theirs)) if row not in chosen]
    columns = [column for column in range(len(mine)) if column not in chosen.values()]
    scores = [[_likeness(theirs[row], mine[column], weights) for column in columns] for row in rows]
    return chosen | {rows[at]: columns[to] for at, to in assign(scores) if scores[at][to] >= ALIKE}


def _same(theirs: Sequence[frozenset[str]], mine: Sequence[frozenset[str]]) -> dict[int, int]:
    """Pair the areas that have the same words on both sides, so that few are left to compare."""
    places: dict[frozenset[str], list[int]] = {}
    for column, text in reversed([*enumerate(mine)]):
        places.setdefault(text, []).append(column)
    return {row: places[text].pop() for row, text in enumerate(theirs) if text and places.get(text)}


def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in _skipped())


@cache
def _skipped() -> frozenset[str]:
    small = vocabulary("verbs")
    return frozenset((*small["prepositions"], *small["determiners"], *small["modals"], "and", "or"))


def _likeness(one: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    shared, first, second = (
        sum(weights[word] for word in part) for part in (one & other, one, other)
    )
    if not shared:
        return 0.0
    return shared / (first + second) + shared / (2 * min(first, second))


def _contained(small: frozenset[str], large: frozenset[str]) -> bool:
    return bool(small) and len(small & large) >= CONTAINED * len(small)
