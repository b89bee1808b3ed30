"""What a reader of tables without lines cannot be sure of, said page by page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.blocks import Remark
from pipeline.placed import Place
from pipeline.readers.pdf.ends import in_line
from pipeline.readers.pdf.grids import Grid
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip
from pipeline.readers.pdf.tables import is_headed

# Pages that a remark names.
_SHOWN = 5
# Columns that a line fills at least which reads as one of a table's rows.
_FILLED = 3
# The part of a table's rows that have words in its first column, where all should.
_MOST = 0.8

Row = list[list[Strip]]


def doubts(pages: Sequence[Content]) -> Iterator[Remark]:
    """Yield remarks on pages where rows, their ends or a whole table's may be told wrongly."""
    yield from _remark(
        [page.number for page in pages if page.unsure],
        "Neither lines nor room part the rows of the table on {}: "
        "they were told by their words, and may be wrong.",
    )
    yield from _remark(
        [after.number for page, after in pairwise(pages) if _is_broken(page, after)],
        "The table without lines may break in a row above {}: look at the first row there.",
    )
    yield from _remark(
        [
            after.number
            for page, after in pairwise([None, *pages])
            if after and _is_left(page, after)
        ],
        "Lines on {} stand in the columns of a table without lines, but in none of its rows.",
    )


def _remark(numbers: Sequence[int], words: str) -> Iterator[Remark]:
    if not numbers:
        return
    shown = ", ".join(map(str, numbers[:_SHOWN])) + (" and others" if numbers[_SHOWN:] else "")
    where = f"page{'s' if numbers[1:] else ''} {shown}"
    yield Remark("guessed-columns", words.format(where), Place(numbers[0]))


def _is_broken(page: Content, after: Content) -> bool:
    """Whether a table goes on with a piece of a row that does not show what it belongs to."""
    if not (page.grids and after.grids) or page.grids[-1].xs != after.grids[0].xs:
        return False
    if not {page.grids[-1], after.grids[0]} <= page.guessed | after.guessed:
        return False
    above = _rows(page.grids[-1], page.cells[-1])
    below = _rows(after.grids[0], after.cells[0])[is_headed(after.grids[0], after.cells[0]) :]
    if not above or not below or len(below[0]) < 2 or len(above[-1]) < 2:
        return False
    usual = _have_first([*above, *below])
    if usual and not above[-1][0]:
        return True
    if below[0][0] and not _is_on(below[0][0]) and any(map(_is_on, below[0][1:])):
        return True
    return _is_piece(below[0]) and bool(below[0][0] or not usual)


def _is_on(cell: Sequence[Strip]) -> bool:
    """Whether words begin as the rest of a sentence does."""
    return bool(cell) and cell[0].text[0].islower() and not cell[0].label


def _rows(grid: Grid, cells: Sequence[list[Strip]]) -> list[Row]:
    """Return the cells of each row; of a row across all columns, there is one."""
    rows: list[Row] = [[] for _ in grid.ys[1:]]
    for box, strips in zip(grid.boxes, cells, strict=True):
        rows[box.row].append(strips)
    return rows


def _is_piece(row: Row) -> bool:
    """Whether a row fills few columns, and begins as others do."""
    filled = [cell for cell in row if cell]
    return 2 * len(filled) <= len(row) and not filled[0][0].text[0].islower()


def _have_first(rows: Sequence[Row]) -> bool:
    """Whether nearly all rows have words in the first column."""
    return sum(bool(row[0]) for row in rows) >= _MOST * len(rows)


def _is_left(page: Content | None, after: Content) -> bool:
    """Whether lines outside the tables of a page read as rows of one there, or before it."""
    known = [grid for grid in after.grids if grid in after.guessed]
    if page is not None and not after.grids:
        known = [grid for grid in page.grids[-1:] if grid in page.guessed]
        if known and _lacks_first(known[0], page.cells[-1]) and after.strips[:1]:
            return in_line(after.strips[0], known[0].xs[:2]) > 0
    return any(_reads_as_row(strip, grid) for grid in known for strip in after.strips)


def _lacks_first(grid: Grid, cells: Sequence[list[Strip]]) -> bool:
    """Whether the last row of a table has no words in its first column, where nearly all have."""
    rows = _rows(grid, cells)
    return not rows[-1][0] and _have_first(rows)


def _reads_as_row(strip: Strip, grid: Grid) -> bool:
    return in_line(strip, grid.xs) >= min(_FILLED, len(grid.xs) - 1)
