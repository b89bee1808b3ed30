"""Header wording to column role; a header never seen is placed by its column's contents."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import takewhile
from typing import Any

from pipeline.models import ColumnBasis, Level, Role

_FOOTNOTE = re.compile(
    r"\[\w{1,4}\]|[*†‡§¹²³]+|\(\s*(?:please|see|e\.?g|i\.?e)\b[^)]{0,200}\)", re.I
)
_PLURAL = re.compile(r"\((?:e?s|ies)\)")
_PART = re.compile(
    r"(?<!\bby )(?<!\bby)[(:]|[&+,;)\[\]|–—]|\s-\s|/(?!\s*(?:planned|proposed|to be)\b)"
    r"|\b(?:and|or|with)\b(?!\s+(?:planned|proposed|to be (?:taken|done|undertaken))\b)"
    r"|(?=\bby (?:when|whom|date)\b)"
)
_WHO_WHEN: frozenset[Role] = frozenset(("owner", "deadline"))
_YIELDS: tuple[tuple[Role, Role], ...] = (("start", "deadline"), ("deadline", "action"))
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 16  # words; what is longer is no heading
_WIDEST = 300  # characters
_FEW = 3  # words of a label
_STRANGE = 4  # unknown words; what has more of them is no heading by its nouns

Pins = Mapping[tuple[int, str | int | None], Role]
"""Roles that people gave: by a table's number, and a column's heading (plain) or number."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading, or a column's contents, says about a column."""

    role: Role
    basis: ColumnBasis
    confidence: Level


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What is known of words: the roles of headings, idioms and nouns, and words without."""

    alone: Mapping[str, Role]
    whole: Mapping[str, Role]
    phrases: tuple[tuple[Role, re.Pattern[str]], ...]
    nouns: Mapping[str, Role]
    fillers: frozenset[str]
    prepositions: frozenset[str]
    verbs: frozenset[str]
    asking: frozenset[str]


@cache
def _data() -> dict[str, Any]:
    data = resources.files("pipeline").joinpath("data/headings.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


@cache
def _lexicon() -> _Lexicon:
    roles = _data()["role"]
    return _Lexicon(
        {one: e["name"] for e in roles for one in (*e["whole"], *e.get("alone", ()))},
        {one: e["name"] for e in roles for one in e["whole"]},
        tuple((e["name"], re.compile("|".join(e["phrases"]))) for e in roles if e["phrases"]),
        {one: e["name"] for e in roles for one in e["nouns"].split()},
        *map(_listed, ("fillers", "prepositions", "verbs", "asking")),
    )


@lru_cache(maxsize=4096)
def plain(header: str) -> str:
    """Return a heading as lower-case words, footnote marks left out."""
    return " ".join(_WORD.findall(_unmarked(header)))


def _unmarked(header: str) -> str:
    text = _PLURAL.sub("", header.lower().replace("'", "").replace("’", ""))
    return _FOOTNOTE.sub(" ", text).replace("#", " no ")


@lru_cache(maxsize=4096)
def by_heading(header: str) -> Guess | None:
    """Return the role that a heading's wording names, None for a wording never seen."""
    words = plain(header) if len(header) <= _WIDEST else ""
    if not words or words.count(" ") >= _LONGEST:
        return None
    alone = _lexicon().alone.get(words)
    if alone is not None:
        return Guess(alone, "heading", "high")
    strange = _unknown(words.split()) > _STRANGE
    texts = (" ".join(_WORD.findall(part)) for part in _PART.split(_unmarked(header)))
    parts = [_known(text, nouns=not strange) for text in texts]
    return _together([part for part in parts if part])


def _together(parts: Sequence[Guess]) -> Guess | None:
    """Return what the parts of a heading say: who and when, or what the first of them names."""
    if not parts:
        return None
    roles = {part.role for part in parts}
    confidence: Level = "high" if all(p.confidence == "high" for p in parts) else "medium"
    if parts[0].role in _WHO_WHEN and roles >= _WHO_WHEN:
        return Guess("owner-and-deadline", "heading", confidence)
    for first, second in _YIELDS:
        if parts[0].role == first and second in roles:
            return Guess(second, "heading", confidence)
    return Guess(parts[0].role, "heading", confidence)


@lru_cache(maxsize=4096)
def _known(words: str, *, nouns: bool) -> Guess | None:
    """Return the role of a heading, or a part of one, in plain words.

    Without `nouns` only idioms count: the words are more than a heading has.
    """
    lexicon, tokens = _lexicon(), words.split()
    if not tokens:
        return None
    if role := _asked(tokens):
        return Guess(role, "heading", "high")
    if nouns and (role := _of(_lexicon().whole, words)):
        return Guess(role, "heading", "high")
    for role, phrases in lexicon.phrases:
        if match := phrases.search(words):
            sure = len(match[0]) == len(words) or tokens[0] in lexicon.asking
            return Guess(role, "heading", "high" if sure else "medium")
    head = list(takewhile(lambda token: token not in lexicon.prepositions, tokens))
    bare = " ".join(token for token in head if token not in lexicon.fillers)
    if nouns and not _of(_lexicon().nouns, tokens[-1]) and (role := _of(_lexicon().whole, bare)):
        return Guess(role, "heading", "high")
    return _by_noun(tokens) if nouns else None


def _asked(tokens: Sequence[str]) -> Role | None:
    """Return the role of the noun that a question asks for: "What evidence will we have?"."""
    if tokens[0] not in ("what", "which"):
        return None
    rest = (token for token in tokens[1:] if token not in _lexicon().fillers)
    return _of(_lexicon().nouns, next(rest, ""))


def _of(known: Mapping[str, Role], words: str) -> Role | None:
    return known.get(words) or known.get(_singular(words))


def _by_noun(tokens: Sequence[str]) -> Guess | None:
    """Return the role of the noun that the others go with: the last before a preposition."""
    lexicon = _lexicon()
    ending = lexicon.prepositions | lexicon.verbs
    end = next((at for at, token in enumerate(tokens) if token in ending), None)
    roles = [_of(_lexicon().nouns, token) for token in tokens]
    named = [role for role in roles[:end] if role][-1:]
    if not named and _unknown(tokens) <= 1:
        named = [role for role in roles if role][:1]
    if not named:
        return None
    return Guess(named[0], "heading", "medium" if _unknown(tokens) else "high")


def _unknown(tokens: Sequence[str]) -> int:
    """Return how many words say nothing known: what has many is no heading."""
    lexicon = _lexicon()
    known = (lexicon.fillers, lexicon.prepositions, lexicon.verbs, lexicon.nouns)
    return sum(not any(t in one or _singular(t) in one for one in known) for t in tokens)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def header_score(texts: Sequence[str]) -> int:
    """Return how many different roles a row of texts names, to tell header rows from others."""
    if any(text.count(" ") >= _LONGEST for text in texts):
        return 0
    return len({guess.role for guess in map(by_heading, texts) if guess})


def is_area(label: str) -> bool:
    """Say whether a label names an area beyond doubt, whatever its number."""
    guess = by_heading(label.rstrip(": 0123456789."))
    return guess is not None and (guess.role, guess.confidence) == ("area", "high")


def is_action(label: str) -> bool:
    """Say whether a label only says that actions follow: "Actions", "Completed actions"."""
    guess = by_heading(label)
    if guess is None or guess.role not in ("action", "status"):
        return False
    words = plain(label).split()
    named = len(words) <= _FEW and not {"action", "actions"}.isdisjoint(words)
    return named or (guess.role, guess.confidence) == ("action", "high")


def is_foreign(header: str) -> bool:
    """Say whether a heading is one of other tables that plans hold: versions, contacts, grades."""
    return plain(header) in _data()["foreign"]["whole"]


def is_risk(header: str) -> bool:
    """Say whether a heading is one of a register of risks."""
    return plain(header) in _data()["foreign"]["risks"]


def is_end(text: str) -> bool:
    """Say whether a row across a table heads what follows the plan in it: signatures, a key."""
    return plain(text) in _data()["last"]["whole"]


def is_last_word(text: str) -> bool:
    """Say whether a line below a table is its key or a signature."""
    return plain(text).startswith(tuple(f"{word} " for word in _data()["last"]["words"]))


def is_state(text: str) -> bool:
    """Say whether a cell holds nothing but how far its row has come: "Amber", "On track"."""
    return plain(text) in _data()["cells"]["states"]


def is_level(text: str) -> bool:
    """Say whether a cell holds nothing but a grade of importance: "High", "H", "2"."""
    return plain(text) in _data()["cells"]["levels"]


def has(header: str, words: str) -> bool:
    """Say whether a heading has one of the words that the data list: "weak" ones, "later"."""
    return not set(map(_singular, plain(header).split())).isdisjoint(_listed(words))


@cache
def _listed(words: str) -> frozenset[str]:
    return frozenset(_data()["words"][words].split())


def beside(header: str, role: Role) -> Role | None:
    """Return what a heading means beside a plainer one of its role, None for the same."""
    whole = plain(header)
    for one in _data()["beside"]:
        words = one.get("words", "").split()
        named = whole in one.get("whole", ()) or not set(words).isdisjoint(whole.split())
        if one["role"] == role and named:
            means: Role = one["means"]
            return means
    return None
