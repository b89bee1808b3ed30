"""The wordings of frameworks, bodies, grades and lists, as patterns (data/frameworks.toml)."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-"})


def straight(text: str) -> str:
    """Return `text` with straight apostrophes and plain dashes, character for character."""
    return text if text.isascii() else text.translate(_STRAIGHT)


@cache
def wordings() -> Mapping[str, Any]:
    """Return the tables of `data/frameworks.toml`."""
    source = resources.files("pipeline").joinpath("data", "frameworks.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def phrases(table: str, key: str = "phrases") -> Sequence[str]:
    """Return the phrases of one table."""
    found: Sequence[str] = wordings()[table][key]
    return found


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches one of `words`, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of `words` as whole words, whatever their case."""
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)", re.IGNORECASE)


@cache
def named(table: str) -> re.Pattern[str]:
    """Return the pattern of a table's phrases."""
    return whole(phrases(table))


def mentions(table: str, text: str) -> bool:
    """Tell whether `text` may hold a phrase of a table: quick, and never wrongly no."""
    lower = text.lower()
    return any(map(lower.__contains__, _cores(table)))


@cache
def _cores(table: str) -> tuple[str, ...]:
    return cores(phrases(table))


def cores(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that hold no other one: each of them holds one of these."""
    every = tuple(dict.fromkeys(words))
    return tuple(one for one in every if not any(other in one for other in every if other != one))


@cache
def kinds(table: str, label: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of an array of tables, each with its `label` ("id", "name")."""
    return tuple((entry[label], whole(entry["phrases"])) for entry in wordings()[table])
