"""Which of many texts are alike, without comparing each with each.

Likeness is Dice's coefficient over words (twice the shared ones by all of both), then
`difflib`'s ratio over the word sequences: both must reach `ALIKE`. Two texts so alike share one
of their rarest words, so only texts that do are compared (prefix filtering).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain
from math import ceil

ALIKE = 0.8
SHORTEST = 3
Pair = tuple[int, int, float]


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two word sequences are, from 0 to 1."""
    if one == other:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def pairs(split: Sequence[Sequence[str]], groups: Sequence[str]) -> list[Pair]:
    """Return the pairs of texts (as words) of different groups that are alike, in order."""
    found = []
    for first, second in sorted(_candidates(split)):
        one, other = split[first], split[second]
        if groups[first] != groups[second] and _dice(one, other) >= ALIKE:
            value = likeness(one, other)
            if value >= ALIKE:
                found.append((first, second, value))
    return found


def _candidates(split: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    sets = [set(text) if len(text) >= SHORTEST else set() for text in split]
    counts = Counter(chain.from_iterable(sets))
    ranked = sorted(sorted(counts), key=counts.__getitem__)
    rank = {word: at for at, word in enumerate(ranked)}
    holders: dict[str, list[int]] = {}
    found: set[tuple[int, int]] = set()
    for at, text in enumerate(sets):
        for word in _rarest(text, rank):
            if counts[word] > 1:
                found.update((earlier, at) for earlier in holders.get(word, ()))
                holders.setdefault(word, []).append(at)
    return found


def _rarest(text: set[str], rank: Mapping[str, int]) -> list[str]:
    """Return the words of which one must be shared by any text alike enough."""
    ranked = sorted(text, key=rank.__getitem__)
    shared = ceil(len(ranked) * ALIKE / (2 - ALIKE))
    return ranked[: len(ranked) - shared + 1]


def _dice(one: Sequence[str], other: Sequence[str]) -> float:
    first, second = set(one), set(other)
    return 2 * len(first & second) / (len(first) + len(second))
