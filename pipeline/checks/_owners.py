"""Owners as checks compare them: names without case, plural and small words."""

import re
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from operator import itemgetter
from typing import TypeVar

from pipeline.checks._rows import Row
from pipeline.checks._words import vocabulary
from pipeline.likeness import straight, words
from pipeline.models import Owner

CACHED = 4096
_SMALL = frozenset({"of", "the", "and", "for", "to", "in", "a", "s"})
_HEAD_ENDS = re.compile(r"[,:;(/–—]| - |\b(?:of|for|in|at|to|with)\b", re.IGNORECASE)
_SUB = re.compile(r"\b(sub|co|head|vice) (?=group|committee|ordinator|teacher|chair)")
_LETTERS = re.compile(r"[A-Z]{2,}'?s")
Key = TypeVar("Key", bound=Hashable)


@lru_cache(maxsize=CACHED)
def name(text: str) -> frozenset[str]:
    """Return the words of an owner's name: spelling, case, plurals and small words aside."""
    return frozenset(_plain(word) for word in _words(text) if word not in _SMALL)


@lru_cache(maxsize=CACHED)
def head(text: str) -> str:
    """Return the noun that says what an owner is: "Heads of Service" is a head."""
    return _plain(_noun(text) or (_words(text) or [""])[-1])


@lru_cache(maxsize=CACHED)
def _noun(text: str) -> str:
    """Return the last word before "of", a comma and the like, or nothing."""
    return (_words(_HEAD_ENDS.split(text, maxsplit=1)[0]) or [""])[-1]


def same_owner(one: Owner, other: Owner) -> bool:
    """Whether one name is the other or is contained in it, the noun that says what it is
    included: a sub-group of the LSCB is not the LSCB.
    """
    if one.key and one.key == other.key:
        return True
    if one.kind == other.kind == "post" and name(one.text) < name(other.text):
        return True
    return any(_alike(first, second) for first in _names(one) for second in _names(other))


def spelt_out(initials: str, names: Iterable[str]) -> bool:
    """Whether initials are those of a name: "RM" of "Registered Manager"."""
    return any(_initials(text) == initials.lower() for text in names)


def owners_by(
    rows: Iterable[Row], key: Callable[[Owner], Key]
) -> dict[Key, list[tuple[Row, Owner]]]:
    """Return the rows' owners, placeholders left out, put together by `key`."""
    found: dict[Key, list[tuple[Row, Owner]]] = {}
    for row in rows:
        for owner in row.owners:
            if not owner.placeholder:
                found.setdefault(key(owner), []).append((row, owner))
    return found


def is_body(owner: Owner) -> bool:
    """Whether an owner is a board, group, team or organisation, and no post in letters."""
    if owner.kind not in {"group", "organisation"}:
        return False
    return owner.text.partition(" ")[0].upper() not in vocabulary("wording")["post_letters"]


def is_plural(owner: Owner) -> bool:
    """Whether an owner is a post in the plural: "Heads of Service", "IROs"."""
    return owner.kind == "post" and not owner.person and _is_plural(owner.text)


def is_several(text: str) -> bool:
    """Whether a name takes a verb in the plural: "All managers", "Schools"."""
    noun = _noun(text)
    return _plain(noun) != noun and not noun.endswith("services")


@lru_cache(maxsize=CACHED)
def _is_plural(text: str) -> bool:
    noun = _noun(text)
    singular = noun.replace("'", "").removesuffix("s")
    known = singular in vocabulary("roles")["heads"]["post"]
    return noun.endswith("s") and (known or bool(_LETTERS.fullmatch(straight(text))))


def _names(owner: Owner) -> set[str]:
    return set(filter(None, (owner.text, owner.expansion, owner.post, owner.person)))


def _alike(one: str, other: str) -> bool:
    """Whether a name has all words of the other, its head included, or is its initials."""
    mine, theirs = name(one), name(other)
    if mine and mine <= theirs and head(other) in mine:
        return True
    if theirs and theirs <= mine and head(one) in theirs:
        return True
    return _shortened(one, other)


def _shortened(one: str, other: str) -> bool:
    return (one.isupper() and _initials(other) == one.lower()) or (
        other.isupper() and _initials(one) == other.lower()
    )


@lru_cache(maxsize=CACHED)
def _initials(text: str) -> str:
    found = [word for word in words(text.replace("-", " ")) if word not in _SMALL]
    return "".join(word[0] for word in found) if len(found) > 1 else ""


def _words(text: str) -> list[str]:
    return words(_SUB.sub(itemgetter(1), text.lower()).replace("-", ""))


def _plain(word: str) -> str:
    word = word.removesuffix("'s")
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word
