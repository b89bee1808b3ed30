"""The vocabulary of `data/deadlines.toml`, and text made ready for it."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from string import ascii_lowercase
from typing import Any

from pipeline.placed import lowered
from pipeline.slips import slips

# How many characters around a phrase are looked at: hostile text must not cost more.
NEAR = 60
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("‘’‛ʼ`´", "'"),
        **dict.fromkeys("\t\u00a0\u2000\u2001\u2002\u2003\u2007\u2009\u202f", " "),
        **dict.fromkeys("\r\v\f\u2028\u2029", "\n"),
    }
)
_ASCII = bytes(ord(chr(code).translate(_SAME_LENGTH)) for code in range(128)) + bytes(128)
# What bytes become when only words and figures count: 0 for a figure, a space for a sign.
PARTED = b" " * 48 + b"0" * 10 + b" " * 39 + ascii_lowercase.encode() + b" " * 133
_WORDS_ALONE = PARTED.replace(b"0", b" ")


def plain(text: str) -> str:
    """Return `text` in small letters with one kind of dash, quote and space.

    Every character keeps its offset, so that a match in the result is a match in `text`.
    """
    small = lowered(text)
    if small.isascii():  # most texts are, and it takes a third of the time
        return small.encode().translate(_ASCII).decode()
    return small.translate(_SAME_LENGTH)


@cache
def vocabulary() -> dict[str, Any]:
    """Return the tables of `data/deadlines.toml`."""
    source = files("pipeline") / "data" / "deadlines.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def words(*path: str) -> list[str]:
    """Return the list of words at `path` of the vocabulary."""
    table: Any = vocabulary()
    for name in path:
        table = table[name]
    return list(table)


def choice(*alternatives: str) -> str:
    """Return a pattern for any of the wordings, longest first; a space is any white space."""
    ordered = sorted(set(alternatives), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered) + ")"


def lookup(table: str) -> dict[str, int]:
    """Return spelling -> number of a table that lists the spellings of 1, 2, 3 …."""
    return {
        spelling: number
        for number, row in enumerate(vocabulary()[table], start=1)
        for spelling in row
    }


def _first_words(value: Any) -> set[str]:
    """Return the first word of every wording in a part of the vocabulary."""
    if isinstance(value, str):
        return {match[0]} if (match := re.match(r"[a-z]+", value)) else set()
    if isinstance(value, dict):
        return _first_words(list(value)) | _first_words(list(value.values()))
    return {word for item in value for word in _first_words(item)}


_NEVER_FIRST = {"prose", "onwards", "owner_heads", "numbered", "replaced", "referred"}


def _openers(tables: dict[str, Any]) -> set[str]:
    cell = {name: table for name, table in tables["cell"].items() if name not in _NEVER_FIRST}
    rest = {name: table for name, table in tables.items() if name not in _NEVER_FIRST | {"cell"}}
    return _first_words(cell) | _first_words(rest)


# The words that a deadline of a cell may begin with; all others can only begin an event.
OPENERS = frozenset(_openers(vocabulary()))
MONTHS = lookup("months")
WEEKDAYS = lookup("weekdays")
NUMBERS = lookup("numbers")
FILLER = "\x7f"
MONTH = choice(*MONTHS) + rf"{FILLER}*(?![a-z])(?:\.(?=\s?['0-9]))?"
_SHORT = {**{name: name[:3] for name in MONTHS}, **vocabulary()["shorter"]}
_MISSPELT = {slip: _SHORT[name] for name in _SHORT for slip in slips(name) if slip not in _SHORT}
_SLIPS = frozenset(slip.encode() for slip in _MISSPELT)
_WORD = re.compile(r"[a-z]{4,}")
WEEKDAY = choice(*WEEKDAYS) + r"(?![a-z])\.?"
COUNT = rf"(?:[0-9]{{1,3}}|{choice(*NUMBERS)})(?![0-9])"


def corrected(text: str) -> str:
    """Return plain text with each month and adverb of one slip put right, at the same length."""
    if _SLIPS.isdisjoint(text.encode("ascii", "replace").translate(_WORDS_ALONE).split()):
        return text  # as most are, and that is quick to tell
    return _WORD.sub(_put_right, text)


def _put_right(match: re.Match[str]) -> str:
    short = _MISSPELT.get(match[0])
    return short + FILLER * (len(match[0]) - len(short)) if short else match[0]


def month_number(name: str) -> int:
    """Return 1 to 12 for a match of `MONTH`."""
    return MONTHS[name.rstrip("." + FILLER)]


def count(word: str) -> int:
    """Return the number that `word`, a match of `COUNT`, stands for."""
    return NUMBERS.get(word) or int(word)


def full_year(digits: str) -> int:
    """Return a year of two or four digits; two digits from 80 on are of the last century."""
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (1900 if number >= 80 else 2000)


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a verbose pattern."""
    return re.compile(pattern, re.VERBOSE)
