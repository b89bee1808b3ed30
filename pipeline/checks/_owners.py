"""When two ways of writing an owner mean the same one."""

from pipeline.checks._words import words
from pipeline.models import Owner

_SMALL = frozenset({"of", "the", "and", "for", "to", "in", "a", "s"})


def name(owner: Owner | str) -> frozenset[str]:
    """Return the words of an owner's name: spelling, case, plurals and small words aside."""
    text = owner if isinstance(owner, str) else f"{owner.text} {owner.expansion or ''}"
    plain = text.replace("-", "").replace("sub group", "subgroup")
    return frozenset(_plain(word) for word in words(plain) if word not in _SMALL)


def same_owner(one: Owner, other: Owner) -> bool:
    """Whether the words of one name are the other's, or contain them, or are in them."""
    first, second = name(one), name(other)
    return bool(first and second) and (first <= second or second <= first)


def _plain(word: str) -> str:
    word = word.removesuffix("'s")
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word
