"""Words that a hyphen at a line's end breaks, told from words that are written with one.

A soft hyphen is never part of a word. U+2010 is what browsers break words with; where it
stands inside words, too, the document writes its hyphens so. Any other hyphen stays, unless
the document has the whole word elsewhere and nowhere the one with a hyphen.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip

_SOFT, _PROPER = "\u00ad", "\u2010"
_LAST = re.compile(f"(?<![^\\W\\d_])([^\\W\\d_]++)-?[-{_SOFT}{_PROPER}]$")
_FIRST = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(f"[^\\W\\d_]{_PROPER}[^\\W\\d_]")
_EDGE = ".,;:!?()[]'\"‘’“”"


def mend(pages: Sequence[Content]) -> None:
    """Take the hyphens off broken words, in the lines of the pages."""
    columns = [column for page in pages for column in page.columns()]
    breaks = [
        (column, index, halves)
        for column in columns
        for index, (before, after) in enumerate(pairwise(column))
        if (halves := _halves(before, after))
    ]
    if not breaks:
        return
    known = {word for column in columns for word in _words(column)}
    proper = any(_INSIDE.search(strip.text) for column in columns for strip in column)
    for column, index, (left, right) in breaks:
        hyphen = column[index].text[-1]
        if hyphen == _SOFT or (hyphen == _PROPER and not proper) or _is_one(left, right, known):
            column[index] = _without(column[index])


def _halves(before: Strip, after: Strip) -> tuple[str, str] | None:
    """Return what stands before a hyphen at a line's end and what follows on the next."""
    left = None if before.spaced else _LAST.search(before.text)
    right = _FIRST.match(after.text)
    if not left or not right or not right.group()[0].islower():
        return None
    return left.group(1).lower(), right.group().lower()


def _is_one(left: str, right: str, known: set[str]) -> bool:
    return left + right in known and f"{left}-{right}" not in known


def _words(column: Sequence[Strip]) -> Iterator[str]:
    for strip in column:
        for word in strip.text.lower().split():
            yield word.strip(_EDGE)


def _without(strip: Strip) -> Strip:
    return strip._replace(text=strip.text[:-1], edges=strip.edges[:-2], cut=True)
