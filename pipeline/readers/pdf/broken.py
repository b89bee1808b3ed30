"""Words and dates that a column too narrow for them breaks without a hyphen.

Such a word ends a line that fills the column. That it goes on in the next line is
said only where the halves show it: the document has the whole word elsewhere, or one half is
none; and of a date, where both together are one.
"""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from pipeline.placed import JOINTS
from pipeline.readers.pdf.grids import Grid
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip

_HALF = re.compile(r"(?<![^\s(])[^\W\d_]{2,}$")
_REST = re.compile(r"(?:[a-z]+|[A-Z]+)(?![\w’'/-])")
_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d\d)")
_NONE_ENDS = re.compile(r"(?<=[^\W\d_]{5})(?:[ijqv]|[ae]nc)$")
_NONE_IS = re.compile(r"[^aeiouy]+|y")
# Words of narrow columns that a plan may nowhere have whole.
_KNOWN = {*(name.lower() for name in calendar.month_name if name), "amber", "green", "rag"}
_EDGE = ".,;:!?()[]'\"‘’“”"

Column = tuple[int, int]


class Break(NamedTuple):
    """A line of a cell, by its index, that may end in the middle of its one word."""

    cell: list[Strip]
    at: int
    left: str
    right: str
    alone: bool


def mend(pages: Sequence[Content]) -> None:
    """Say of the lines that end in the middle of a word that they go on in the next."""
    breaks = [
        found
        for page in pages
        for grid, cells in zip(page.grids, page.cells, strict=True)
        for found in _breaks(grid, cells)
    ]
    if not breaks:
        return
    halves = {id(strip) for cell, at, *_ in breaks for strip in cell[at : at + 2]}
    known = {
        word.strip(_EDGE)
        for page in pages
        for column in page.columns()
        for strip in column
        if id(strip) not in halves
        for word in strip.text.lower().split()
    }
    known |= _KNOWN
    for cell, at, left, right, alone in breaks:
        if is_one(left, right, known, alone):
            cell[at] = cell[at]._replace(cut=True)


def _breaks(grid: Grid, cells: Sequence[list[Strip]]) -> Iterator[Break]:
    """Yield the lines of one word that fill their column and may go on in the next."""
    rights: dict[Column, float] = defaultdict(float)
    for box, cell in zip(grid.boxes, cells, strict=True):
        if cell:
            key = box.column, box.colspan
            rights[key] = max(rights[key], *[strip.right for strip in cell])
    for box, cell in zip(grid.boxes, cells, strict=True):
        for at, (before, after) in enumerate(pairwise(cell)):
            if before.spaced or after.label or before.text.endswith(JOINTS):
                continue
            letter = after.edges[1] - after.edges[0]
            if before.right + letter <= rights[box.column, box.colspan]:
                continue
            if halves := _halves(before.text[before.label :], after.text):
                alone = " " not in before.text[before.label :]
                yield Break(cell, at, *halves, alone)


def _halves(before: str, after: str) -> tuple[str, str] | None:
    """Return the halves of what may be one word or date."""
    if before[0].isdigit() and " " not in before:
        rest = after.split(" ", 1)[0]
        return (before, rest) if before[-1].isdigit() and rest.isdigit() else None
    left, right = _HALF.search(before), _REST.match(after)
    if left and right and left.group()[1:].islower() == right.group().islower():
        return left.group().lower(), right.group().lower()
    return None


def is_one(left: str, right: str, known: Set[str], alone: bool) -> bool:
    """Whether two halves are one word or date; `alone` says that the first has a line to itself."""
    if left[0].isdigit():
        return _DATE.fullmatch(left + right) is not None
    if left + right in known:
        return not {left, right} <= known
    none = _NONE_ENDS.search(left) or (right not in known and _NONE_IS.fullmatch(right))
    return alone and left not in known and bool(none)
