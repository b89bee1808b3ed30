"""Bullets and numbers that begin a line of words."""

import re
from collections.abc import Sequence

from pipeline.readers.pdf.shapes import Word

# Whole first words. Symbol fonts without a character map give bullets as letters; those of
# Wingdings are private use or "§", "Ø", "ü", "q", "v" (the last two only beside a gap).
BULLETS = "•‣⁃∙\u25a0-\u25ff\u2713-\u27bf\uf000-\uf0ff"
_BULLET = re.compile(f"[{BULLETS}·§]")
_TYPED = re.compile(
    r"[-–—*+]|\(?\d{1,2}[a-z]?[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]"
    r"|\d{1,2}[a-z]|\(\d{1,2}[a-z]?\)|[oOqvØüØ]"
)
_WIDE = 0.45
# A number that a row is known by: "1", "2.3", "A4", "CP/12".
REFERENCE = re.compile(r"\(?[A-Z]{0,3}\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?[.)]?(?=\s|$)")

# A name with a number, as bands between rows have: "Priority 2: Schools".
NAMED = re.compile(r"[A-Z][a-z]+ \d{1,2} ?[:.–-] [A-Z]")


def label_words(words: Sequence[Word]) -> int:
    """Return how many of a line's first words are a bullet or number: one or none."""
    if len(words) < 2:
        return 0
    first = words[0].text
    if _BULLET.fullmatch(first):
        return 1
    if len(first) > 7 or not _TYPED.fullmatch(first):
        return 0
    if first == "o" and words[1].text[0].isupper():
        return 1
    if first in "oOqvØü":
        return int(words[1].left - words[0].right > _WIDE * words[0].size)
    return 1


def is_bullet(text: str) -> bool:
    """Whether a word is a bullet, which stands for itself only in front of others."""
    return _BULLET.fullmatch(text) is not None
