"""The vocabulary of owners (`data/roles.toml`) and what it says of a single word."""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from pipeline.models import OwnerKind
from pipeline.slips import slips

_KINDS: tuple[OwnerKind, ...] = ("post", "group", "organisation")
# "HoY", "DHoD", "DoLT": Head of, Director of something.
_LEADER = re.compile(r"[ADV]?(?:Ho|Do)[A-Z]{1,3}\Z")
_APOSTROPHES = str.maketrans("", "", "'’‘.-‐‑")
_RANKS = ("A/", "C/", "D/", "T/")  # acting, chief, detective, temporary


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


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """Return a word in small letters without apostrophes, hyphens and full stops; "&" is and."""
    if text in ("&", "+"):
        return "and"
    return text.removeprefix(_rank(text)).translate(_APOSTROPHES).casefold()


def _rank(text: str) -> str:
    """Return the letter of a rank that stands before a word ("T/DCI", "A/Head")."""
    return text[:2] if text[:2] in _RANKS else ""


def singular(word: str) -> str:
    """Return the singular of a regular English plural, or the word itself."""
    if word.endswith("/s"):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@lru_cache(maxsize=8192)
def undotted(text: str) -> str:
    """Return a short form without full stops and plural or possessive s: `P.P.G.`, `IRO's`."""
    bare = text.replace(".", "").replace("’", "'").removesuffix("'s").removesuffix("'")
    bare = bare.removeprefix(_rank(bare))
    return bare[:-1] if len(bare) > 2 and bare[-1] == "s" and bare[:-1].isupper() else bare


@lru_cache(maxsize=8192)
def word(text: str) -> Word:
    """Return what the vocabulary knows of `text`, a single word as written."""
    return _short(text) or _long(text)


@cache
def _kinds(name: str) -> dict[str, OwnerKind]:
    """Return the words of a part of the vocabulary with the kind of owner that each names."""
    return {form: kind for kind in reversed(_KINDS) for form in words(name, kind)}


def _short(text: str) -> Word | None:
    """Read a short form, also with a plural s: `SENCos`, `IRO's`."""
    bare = undotted(text)
    for form in dict.fromkeys((text, bare, bare.removesuffix("s"))):
        if form in words("abbreviations", "unit"):
            return Word(normal(text), "group", short=True, unit=True)
        if kind := _kinds("abbreviations").get(form):
            plural = text.replace(".", "") != form
            return Word(normal(text), kind, plural, short=True)
    return Word(normal(text), "post", short=True) if _LEADER.match(bare) else None


def _long(text: str) -> Word:
    """Read a word that may be a head noun, or whose last part after a hyphen may be one."""
    norm = normal(text)
    if norm in words("heads", "collective"):
        return Word(norm, "group", plural=True)
    for form in dict.fromkeys((norm, singular(norm))):
        if kind := _kinds("heads").get(form):
            return Word(norm, kind, plural=form != norm)
    if norm in table("spelling", "words"):
        full = table("spelling", "words")[norm]
        return replace(_long(full), norm=full)
    last = normal(text.replace("‐", "-").rpartition("-")[2])
    if last != norm:
        one = singular(last)
        if one in words("heads", "post") or one in words("heads", "strong"):
            return Word(norm, word(last).kind, plural=one != last)
    if len(norm) > 6 and norm.endswith(tuple(table("heads", "endings"))) and "list" not in norm:
        return Word(norm, "post", plural=norm.endswith("s"))
    head = _misspelt().get(singular(norm)) if len(norm) > 4 else None
    return replace(head, plural=singular(norm) != norm) if head else Word(norm)


@cache
def _misspelt() -> dict[str, Word]:
    """Return the common head nouns one slip away from their spelling ("Team Mangers")."""
    return {
        slip: Word(head, kind)
        for kind in _KINDS
        for head in words("heads", "common") & words("heads", kind)
        for slip in slips(head)
    }


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
