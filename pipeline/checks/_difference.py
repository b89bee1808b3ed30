"""How the words of two texts differ, those that only look different told apart."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.checks._words import stem, straight, words

_TOKEN = re.compile(r"\S+")
_PARTS = re.compile(r"[^\W_]+(?:'[^\W_]+)*|&")
_SMALL = frozenset({"a", "an", "the", "and", "of", "to", "in", "for", "at", "on", "this", "these"})
_EQUAL = {"&": "and", "an": "a"}
_NEAR = 0.8
MOST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Difference:
    """`lost` and `added` are phrases with a word that carries meaning, `slight` the others.

    `marked` is the whole text, with [-lost-] and {+added+} words where they stand.
    """

    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    slight: tuple[str, ...] = ()
    marked: str = ""


def difference(theirs: str, mine: str) -> Difference:
    """Return how `mine` differs from `theirs`; case, quotes and punctuation do not count."""
    if words(theirs) == words(mine):
        return Difference(marked=mine)
    old, new = _tokens(theirs), _tokens(mine)
    matcher = SequenceMatcher(None, [key for key, _ in old], [key for key, _ in new], False)
    lost, added, slight, marked = [], [], [], []
    for kind, first, last, start, end in matcher.get_opcodes():
        before, after = _phrase(old[first:last]), _phrase(new[start:end])
        if kind == "equal":
            marked.append(after)
            continue
        marked += [f"[-{before}-]"] * bool(before) + [f"{{+{after}+}}"] * bool(after)
        if _is_slight(old[first:last], new[start:end]):
            slight.append(f'"{after}" for "{before}"' if before and after else f'"{before}{after}"')
            continue
        lost += [before] * bool(before)
        added += [after] * bool(after)
    return Difference(tuple(lost), tuple(added), tuple(slight), " ".join(marked))


def _tokens(text: str) -> list[tuple[str, str]]:
    """Return (what is compared, as written) for every word; hyphens part words."""
    found = []
    for token in _TOKEN.findall(straight(text))[:MOST_WORDS]:
        parts = _PARTS.findall(token)
        for part in parts:
            written = token if len(parts) == 1 else part
            plain = part.lower()
            found.append((_EQUAL.get(plain, plain), written))
    return found


def _phrase(tokens: list[tuple[str, str]]) -> str:
    return " ".join(written for _, written in tokens)


def _is_slight(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> bool:
    """Whether only endings, spellings, joined words or small words differ."""
    before, after = [key for key, _ in old], [key for key, _ in new]
    if "".join(before) == "".join(after):
        return True
    before = [word for word in before if word not in _SMALL]
    after = [word for word in after if word not in _SMALL]
    return len(before) == len(after) and all(map(_same, before, after))


def _same(one: str, other: str) -> bool:
    if stem(one) == stem(other):
        return True
    if one.isdigit() or other.isdigit() or one[:1] != other[:1]:
        return False
    return SequenceMatcher(None, one, other, False).ratio() >= _NEAR and len(one) > len("under")
