"""How the words of two texts differ, those that only look different told apart."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.likeness.words import stem, straight, words

_TOKEN = re.compile(r"\S+")
_PARTS = re.compile(r"[^\W_]+(?:'[^\W_]+)*|&")
_SMALL = frozenset(
    {"a", "an", "the", "and", "of", "to", "in", "for", "at", "on", "this", "these", "that", "which"}
)
_EVERYBODY = frozenset({"leaders", "partners", "partnership"})  # to whom every area is addressed
_DUTIES = (["should"], ["must"], ["will"], ["need", "to"], ["needs", "to"])
_FAR = 15  # words
_SHORT = re.compile(r"[A-Z]{2,6}s?")
_FRAME = frozenset({"ensure", "make", "sure", "should", "must", "is", "are"})
_PRONOUNS = frozenset({"it", "its", "they", "them", "their"})
_NAMED = 3  # words that stand for a pronoun
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_EQUAL = {"&": "and", "an": "a", **{word: str(at) for at, word in enumerate(_NUMBERS)}}
_NEAR = 0.8
MOST_WORDS = 800
_LONGEST = 40  # letters of a word that may be misspelt
Token = tuple[str, str]  # what is compared, as written
Span = tuple[int, int]


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
        if _is_slight(old, new, (first, last), (start, end)):
            slight.append(f'"{after}" for "{before}"' if before and after else f'"{before}{after}"')
            continue
        lost += [before] * bool(before)
        added += [after] * bool(after)
    return Difference(tuple(lost), tuple(added), tuple(slight), " ".join(marked))


def _tokens(text: str) -> list[Token]:
    """Return (what is compared, as written) for every word; hyphens part words."""
    found = []
    for token in _TOKEN.findall(straight(text))[:MOST_WORDS]:
        parts = _PARTS.findall(token)
        for part in parts:
            written = token if len(parts) == 1 else part
            plain = part.lower()
            found.append((_EQUAL.get(plain, plain), written))
    return found


def _phrase(tokens: list[Token]) -> str:
    return " ".join(written for _, written in tokens)


def _is_slight(old: list[Token], new: list[Token], from_: Span, to: Span) -> bool:
    """Whether what differs there is explained by a short form, or says who should act."""
    lost, added = old[slice(*from_)], new[slice(*to)]
    if _is_explained(old, *from_, added) or _is_explained(new, *to, lost):
        return True
    if from_[0] == to[0] == 0 and lost and _leads(lost) and _EVERYBODY & {key for key, _ in lost}:
        return _only_looks([], added)
    return _only_looks(lost, added) or (from_ == (0, 0) and to[0] == 0 and _leads(added))


def _only_looks(old: list[Token], new: list[Token]) -> bool:
    """Whether only endings, spellings, joined words or small words differ."""
    before, after = [key for key, _ in old], [key for key, _ in new]
    if "".join(before) == "".join(after):
        return True
    before = [word for word in before if word not in _SMALL]
    after = [word for word in after if word not in _SMALL]
    if _FRAME.issuperset((*before, *after)):
        return True  # a weakness put as something to be done: "ensure that ..."
    if before and _PRONOUNS.issuperset(before) and len(after) <= _NAMED:
        return True
    return len(before) == len(after) and all(map(_same, before, after))


def _is_explained(text: list[Token], start: int, end: int, other: list[Token]) -> bool:
    """Whether a short form stands alone there for words of `other`, or for those before it."""
    form = text[start][1].strip("()[],.;:").removesuffix("'s") if end - start == 1 else ""
    if not _SHORT.fullmatch(form):
        return False
    spelt = _initials(other if other else text[max(0, start - _FAR) : start])
    letters = form.rstrip("s").lower()
    return spelt == letters or (not other and spelt.endswith(letters))


def _initials(tokens: list[Token]) -> str:
    return "".join(key[0] for key, _ in tokens if key not in _SMALL)


def _leads(added: list[Token]) -> bool:
    """Whether words at the beginning only say who "should" do, or "improve", what follows."""
    keys = [key for key, _ in added]
    if keys and keys[-1] == "improve":
        keys.pop()
    duty = keys[-1:] in _DUTIES or keys[-2:] in _DUTIES
    return not keys or (duty and len(keys) <= _FAR)


def _same(one: str, other: str) -> bool:
    if stem(one) == stem(other):
        return True
    if one.isdigit() or other.isdigit() or one[:1] != other[:1] or len(one) > _LONGEST:
        return False
    return SequenceMatcher(None, one, other, False).ratio() >= _NEAR and len(one) > len("under")
