"""Header wording to column role; a header never seen is placed by its column's contents."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from pipeline.models import ColumnBasis, Level, Role

_FOOTNOTE = re.compile(r"\[\w{1,4}\]|[*†‡§¹²³]+|\(\s*(?:please|see|e\.?g|i\.?e)\b[^)]*\)", re.I)
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 16  # words; what is longer is no heading

Pins = Mapping[tuple[int, str | int | None], Role]
"""Roles that people gave: by a table's number, and a column's heading (plain) or number."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading, or a column's contents, says about a column."""

    role: Role
    basis: ColumnBasis
    confidence: Level


@dataclass(frozen=True, slots=True)
class _Wordings:
    role: Role
    whole: frozenset[str]
    words: re.Pattern[str]


@cache
def _data() -> dict[str, Any]:
    data = resources.files("pipeline").joinpath("data/headings.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


@cache
def _wordings() -> tuple[_Wordings, ...]:
    return tuple(
        _Wordings(entry["name"], frozenset(entry["whole"]), re.compile("|".join(entry["words"])))
        for entry in _data()["role"]
    )


def plain(header: str) -> str:
    """Return a heading as lower-case words, footnote marks left out."""
    return " ".join(
        _WORD.findall(_FOOTNOTE.sub(" ", header).lower().replace("'", "").replace("’", ""))
    )


@cache
def by_heading(header: str) -> Guess | None:
    """Return the role that a heading's wording names, None for a wording never seen."""
    words = plain(header)
    if not words or words.count(" ") >= _LONGEST:
        return None
    for entry in _wordings():
        if words in entry.whole:
            return Guess(entry.role, "heading", "high")
    for entry in _wordings():
        if entry.words.search(words):
            return Guess(entry.role, "heading", "medium")
    return None


def header_score(texts: Sequence[str]) -> int:
    """Return how many different roles a row of texts names, to tell header rows from others."""
    short = [text for text in texts if text and len(text.split()) <= _LONGEST]
    if len(short) < len([text for text in texts if text]):
        return 0
    known = (by_heading(text) for text in short)
    return len({guess.role for guess in known if guess is not None})


def is_foreign(header: str) -> bool:
    """Say whether a heading is one of other tables that plans hold: versions, contacts, grades."""
    return plain(header) in _data()["foreign"]["whole"]


def is_last_word(text: str) -> bool:
    """Say whether a line below a table is its key or a signature."""
    return plain(text).startswith(tuple(f"{word} " for word in _data()["last"]["words"]))
