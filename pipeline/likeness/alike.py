"""Which of many texts are alike, without comparing each with each.

Likeness is Dice's coefficient over words (twice the shared ones by all of both), then
`difflib`'s ratio over the word sequences: both must reach `ALIKE`. Two texts so alike share one
of their rarest words, so only texts that do are compared (prefix filtering).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain
from math import ceil

ALIKE = 0.8
_LEAST = ALIKE / (2 - ALIKE)  # share of a text's words that any other so alike has
_ROUNDING = 1e-9
SHORTEST = 3
LONGEST = 200
MOST = 2000
MOST_PAIRS = 50_000
MOST_EFFORT = 20_000_000
Pair = tuple[int, int, float]


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two word sequences are, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def pairs(split: Sequence[Sequence[str]], groups: Sequence[str]) -> list[Pair]:
    """Return the pairs of texts (as words) of different groups that are alike, in order.

    Of texts that are the same word by word, the first stands for all. Beyond `MOST` different
    texts, or `MOST_PAIRS` pairs that might be alike, only those that are the same are found; of
    long ones only `LONGEST` words count. Once `MOST_EFFORT` words (those of the one by those of
    the other) are compared, no more are.
    """
    firsts: dict[tuple[str, ...], int] = {}
    found: list[Pair] = []
    for at, text in enumerate(split):
        first = firsts.setdefault(tuple(text), at)
        if groups[first] != groups[at] and len(text) >= SHORTEST:
            found.append((first, at, 1.0))
    places = [at for at in firsts.values() if len(split[at]) >= SHORTEST]
    if len(firsts) <= MOST:
        found += _alike({at: split[at][:LONGEST] for at in places}, groups)
    return sorted(found)


def _alike(texts: Mapping[int, Sequence[str]], groups: Sequence[str]) -> Iterator[Pair]:
    sets = {at: frozenset(text) for at, text in texts.items()}
    effort = 0
    for first, second in _candidates(sets, _ranks(texts.values())):
        if groups[first] != groups[second] and _dice(sets[first], sets[second]) >= ALIKE:
            effort += len(texts[first]) * len(texts[second])
            if effort > MOST_EFFORT:
                return
            value = likeness(texts[first], texts[second])
            if value >= ALIKE:
                yield first, second, value


def _ranks(texts: Iterable[Sequence[str]]) -> dict[str, int]:
    """Return the words that stand more than once with their ranks, the rarest first."""
    counts = Counter(chain.from_iterable(texts))
    common = [word for word, count in counts.items() if count > 1]
    return {word: rank for rank, word in enumerate(sorted(common, key=counts.__getitem__))}


def _candidates(
    sets: Mapping[int, frozenset[str]], ranks: Mapping[str, int]
) -> set[tuple[int, int]]:
    """Return the pairs of texts that share a word that is rare enough, none if too many do."""
    shared = frozenset(ranks)
    holders: dict[str, list[int]] = {}
    found: set[tuple[int, int]] = set()
    for at, text in sets.items():
        for word in _rarest(text & shared, ceil(len(text) * _LEAST - _ROUNDING), ranks):
            held = holders.setdefault(word, [])
            for earlier in held:
                found.add((earlier, at))
            held.append(at)
        if len(found) > MOST_PAIRS:
            return set()
    return found


def _rarest(shared: frozenset[str], least: int, ranks: Mapping[str, int]) -> list[str]:
    """Return the words of which one must be shared by any text that shares `least` of them.

    Words without a rank, which no other text has, come before them and need not be kept.
    """
    number = len(shared) - least + 1
    return sorted(shared, key=ranks.__getitem__)[:number] if number > 0 else []


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
