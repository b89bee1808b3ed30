"""The vocabulary of the checks, phrases among words, and words as messages quote them."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """Return a vocabulary file of `pipeline/data`, read once."""
    text = files("pipeline").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def quoted(text: str, limit: int = 80) -> str:
    """Return `text` in quotation marks, cut at a word when it is long."""
    if len(text) > limit:
        text = text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " ..."
    return f'"{text}"'


def listed(items: list[str] | tuple[str, ...]) -> str:
    """Return "a", "a and b", or "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def quotes(texts: Iterable[str]) -> list[str]:
    """Return texts in quotation marks, each once, whatever its capitals."""
    seen: dict[str, str] = {}
    for text in texts:
        seen.setdefault(text.lower(), quoted(text))
    return list(seen.values())


def agree(items: Sequence[object], one: str, several: str) -> str:
    """Return the form of a verb that goes with the items: "is" or "are"."""
    return several if len(items) > 1 else one


def count(number: int, noun: str) -> str:
    """Return "one area", "3 areas"."""
    return f"one {noun}" if number == 1 else f"{number} {noun}s"


Index = Mapping[str, tuple[tuple[str, ...], ...]]


def indexed(phrases: Iterable[str]) -> Index:
    """Return phrases as words, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}


@cache
def phrases(name: str) -> Index:
    """Return a list of `data/wording.toml`, indexed."""
    return indexed(vocabulary("wording")[name])


def phrase_at(text: Sequence[str], at: int, index: Index) -> str:
    """Return the longest phrase that begins at a place among words, or nothing."""
    for parts in index.get(text[at], ()) if at < len(text) else ():
        if tuple(text[at : at + len(parts)]) == parts:
            return " ".join(parts)
    return ""


def phrase_in(text: Sequence[str], index: Index, start: int = 0, end: int | None = None) -> str:
    """Return the first phrase that stands among words, or nothing."""
    for at in range(start, len(text) if end is None else end):
        if text[at] in index and (said := phrase_at(text, at, index)):
            return said
    return ""


def either(phrases: Iterable[str]) -> str:
    """Return a pattern of any of the phrases, the longest first."""
    ranked = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ranked)
