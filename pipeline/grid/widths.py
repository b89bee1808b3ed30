"""Columns that nobody sees: those in which no cell begins, as word processors leave behind."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.blocks import Cell, Row
from pipeline.placed import Text

Header = tuple[Text | None, ...]


def counted(cells: Sequence[Cell], starts: Sequence[int]) -> tuple[Cell, ...]:
    """Return cells with their columns counted anew: only those in `starts`, in order, are any."""
    return tuple(
        cell._replace(
            column=bisect_right(starts, cell.column),
            colspan=bisect_left(starts, cell.column + cell.colspan)
            - bisect_left(starts, cell.column),
        )
        for cell in cells
    )


def narrowed(header: Header, rows: Sequence[Row]) -> tuple[Header, tuple[Row, ...]]:
    """Return headings and rows of one width without the columns that only go on with another."""
    kept = [at for at in range(len(header)) if _begins(header, rows, at)]
    if len(kept) == len(header):
        return header, tuple(rows)
    cells = {id(cell): cell for row in rows for cell in row.cells if cell is not None}
    made = dict(zip(cells, counted(tuple(cells.values()), [at + 1 for at in kept]), strict=True))
    return tuple(header[at] for at in kept), tuple(
        replace(row, cells=tuple(made.get(id(row.cells[at])) for at in kept)) for row in rows
    )


def _begins(header: Header, rows: Sequence[Row], at: int) -> bool:
    """Say whether anything begins in a column that does not stand in the one before it."""
    if at == 0 or header[at] != header[at - 1]:
        return True
    return any(row.cells[at] is not row.cells[at - 1] for row in rows)
