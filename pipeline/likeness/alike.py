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
_ROUNDING = 1e-9
SHORTEST = 3
LONGEST = 400
MOST = 2000
MOST_PAIRS = 50_000
Pair = tuple[int, int, float]


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two word sequences are, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def pairs(split: Sequence[Sequence[str]], groups: Sequence[str]) -> list[Pair]:
    """Return the pairs of texts (as words) of different groups that are alike, in order.

    Of texts that are the same word by word, the first stands for all. Beyond `MOST` different
    texts, or `MOST_PAIRS` pairs that might be alike, only those that are the same are found, and
    of long ones only `LONGEST` words count.
    """
    firsts: dict[tuple[str, ...], int] = {}
    found: list[Pair] = []
    for at, text in enumerate(split):
        first = firsts.setdefault(tuple(text), at)
        if groups[first] != groups[at] and len(text) >= SHORTEST:
            found.append((first, at, 1.0))
    places = list(firsts.values())
    texts = [split[at][:LONGEST] for at in places] if len(places) <= MOST else []
    candidates = _candidates(texts)
    if len(candidates) <= MOST_PAIRS:
        for first, second in candidates:
            if groups[places[first]] != groups[places[second]]:
                value = _alike(texts[first], texts[second])
                if value >= ALIKE:
                    found.append((places[first], places[second], value))
    return sorted(found)


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    return likeness(one, other) if _dice(one, other) >= ALIKE else 0.0


def _candidates(split: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    sets = [set(text) if len(text) >= SHORTEST else set() for text in split]
    counts = Counter(chain.from_iterable(sets))
    holders: dict[str, list[int]] = {}
    found: set[tuple[int, int]] = set()
    shared = sorted((word for word in counts if counts[word] > 1), key=lambda w: (counts[w], w))
    ranks = {word: rank for rank, word in enumerate(shared)}
    for at, text in enumerate(sets):
        for word in _rarest(text, ranks):
            found.update((earlier, at) for earlier in holders.get(word, ()))
            holders.setdefault(word, []).append(at)
    return found


def _rarest(text: set[str], ranks: Mapping[str, int]) -> list[str]:
    """Return the words of which one must be shared by any text alike enough.

    `ranks` holds words that several texts have, the rarest first. Words that no other text
    has come before them, and need not be kept.
    """
    shared = [word for word in text if word in ranks]
    number = len(shared) - ceil(len(text) * ALIKE / (2 - ALIKE) - _ROUNDING) + 1
    return sorted(shared, key=ranks.__getitem__)[:number] if number > 0 else []


def _dice(one: Sequence[str], other: Sequence[str]) -> float:
    first, second = set(one), set(other)
    return 2 * len(first & second) / (len(first) + len(second))
