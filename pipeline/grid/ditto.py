"""Ditto marks: a cell that says only "the same as above" is the cell above it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.blocks import Cell, Left, Row
from pipeline.grid.rows import band, text_of, words_of

_LONGEST = 9  # characters
_DITTO = re.compile(r"""[-–—.\s]*(?:["“”„″〃]|''|’’|,,|ditto|do\.)[-–—.\s]*""", re.I)


def without(rows: Iterable[Row]) -> tuple[list[Row], list[Left]]:
    """Return the rows with the cells above in place of ditto marks, which are left out."""
    found: list[Row] = []
    left: list[Left] = []
    above: Row | None = None
    for row in rows:
        marks = [at for at, cell in enumerate(row.cells) if cell and _is_ditto(cell)]
        found.append(_filled(row, above, marks, left) if marks and above else row)
        above = above if band(row) else found[-1]
    return found, left


def _filled(row: Row, above: Row, marks: Iterable[int], left: list[Left]) -> Row:
    cells = list(row.cells)
    for at in marks:
        if above.cells[at] is not None:
            left.append(Left(text_of(cells[at]), "repeated-cell"))
            cells[at] = above.cells[at]
    return replace(row, cells=tuple(cells))


def _is_ditto(cell: Cell) -> bool:
    """Say whether a cell holds nothing but a ditto mark."""
    if len(cell.lines) != 1 or len(cell.lines[0].text.text) > _LONGEST:
        return False
    return _DITTO.fullmatch(words_of(cell)) is not None
