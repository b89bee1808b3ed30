"""Columns headed by times, in which rows are only ticked ("Autumn | Spring | Summer"), to dates."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline import deadlines
from pipeline.blocks import Cell, Grid, Line, Row
from pipeline.columns import Guess
from pipeline.extract.contents import texts_of
from pipeline.grid.rows import words_of

_FEWEST = 2  # columns
_TICKS = frozenset(("x", "y", "yes", "✓", "✔", "√", "☑", "☒", "■", "●", "•", "*", "/"))
_DATING = frozenset(("deadline", "owner-and-deadline"))


def timed(grid: Grid, guesses: list[Guess]) -> tuple[Grid, list[Guess]]:
    """Return a grid with a column of deadlines: of each row the last time that is ticked."""
    if not _DATING.isdisjoint(guess.role for guess in guesses):
        return grid, guesses
    at = [n for n in range(len(guesses)) if _is_ticked(grid, n) and _is_time(grid, n)]
    if len(at) < _FEWEST or not any(texts_of(grid, n) for n in at):
        return grid, guesses
    found = [Guess("other", "heading", "high") if n in at else one for n, one in enumerate(guesses)]
    rows = tuple(_row(grid, row, at) for row in grid.rows)
    due = Guess("deadline", "heading", "medium")
    return replace(grid, header=(*grid.header, None), rows=rows), [*found, due]


def _is_time(grid: Grid, at: int) -> bool:
    """Say whether a column's heading is a time and nothing else."""
    header = grid.header[at]
    spans = deadlines.scan(header.text, cell=True) if header else ()
    return header is not None and len(spans) == 1 and (
        (spans[0].start, spans[0].end) == (0, len(header.text))
    )  # fmt: skip


def _is_ticked(grid: Grid, at: int) -> bool:
    """Say whether a column holds nothing but ticks."""
    return all(text.lower() in _TICKS for text in texts_of(grid, at))


def _row(grid: Grid, row: Row, at: Sequence[int]) -> Row:
    header = next((grid.header[n] for n in reversed(at) if words_of(row.cells[n])), None)
    lines = (Line(header),) if header else ()
    return replace(row, cells=(*row.cells, Cell(row.number, len(row.cells) + 1, lines)))
