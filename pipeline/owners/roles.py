"""The vocabulary of owners (`data/roles.toml`) and what it says of a single word."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from pipeline.models import OwnerKind

_APOSTROPHES = str.maketrans("", "", "'’‘.-‐‑")


@dataclass(frozen=True, slots=True)
class Word:
    """What the vocabulary knows of one word, whatever stands beside it.

    `kind` is the kind of owner that it is the head noun (or the short form) of.
    """

    norm: str
    kind: OwnerKind | None = None
    plural: bool = False
    short: bool = False
    unit: bool = False


@cache
def table(*path: str) -> Any:
    """Return a part of the vocabulary as TOML holds it."""
    part: Any = _load()
    for name in path:
        part = part[name]
    return part


@cache
def words(*path: str) -> frozenset[str]:
    """Return a list of the vocabulary as a set; a text block counts as a list of its words."""
    part = table(*path)
    return frozenset(part.split() if isinstance(part, str) else part)


@cache
def _load() -> dict[str, Any]:
    text = files("pipeline").joinpath("data", "roles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def normal(text: str) -> str:
    """Return a word in small letters without apostrophes, hyphens and full stops."""
    return text.translate(_APOSTROPHES).casefold()


def singular(word: str) -> str:
    """Return the singular of a regular English plural, or the word itself."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def undotted(text: str) -> str:
    """Return a short form without full stops and plural or possessive s: `P.P.G.`, `IRO's`."""
    bare = text.replace(".", "").replace("’", "'").removesuffix("'s").removesuffix("'")
    return bare[:-1] if len(bare) > 2 and bare[-1] == "s" and bare[:-1].isupper() else bare


@lru_cache(maxsize=8192)
def word(text: str) -> Word:
    """Return what the vocabulary knows of `text`, a single word as written."""
    norm = normal(text)
    short = undotted(text)
    kinds: tuple[OwnerKind, ...] = ("post", "group", "organisation")
    if short in words("abbreviations", "unit"):
        return Word(norm, "group", short=True, unit=True)
    for kind in kinds:
        if short in words("abbreviations", kind):
            return Word(norm, kind, short != text.replace(".", ""), short=True)
    if norm in words("heads", "collective"):
        return Word(norm, "group", plural=True)
    last = normal(text.replace("‐", "-").rpartition("-")[2])
    for form in dict.fromkeys((norm, singular(norm))):
        for kind in kinds:
            if form in words("heads", kind):
                return Word(norm, kind, plural=form != norm)
    if last != norm and singular(last) in words("heads", "post") | words("heads", "strong"):
        return Word(norm, word(last).kind, plural=singular(last) != last)
    return Word(norm)


@cache
def bodies() -> dict[str, OwnerKind]:
    """Return the names that stand for a unit or body without a head noun."""
    organisations = (*table("bodies", "sector"), *table("bodies", "organisation"))
    group: dict[str, OwnerKind] = dict.fromkeys(table("bodies", "group"), "group")
    return group | dict.fromkeys(organisations, "organisation")


@cache
def ordinary() -> frozenset[str]:
    """Return the words that make no person's name."""
    found = set[str]()
    for name in ("rank", "modifiers", "topics", "empty", "openers", "breakers", "determiners"):
        found |= words("words", name)
    for phrase in (*bodies(), *table("words", "labels")):
        found.update(phrase.split())
    return frozenset(found)
