"""A ruled grid and the lines in its cells to a table."""

from bisect import bisect_left
from collections import Counter, defaultdict

from pipeline.blocks import Cell, Line, Table
from pipeline.columns import header_score
from pipeline.placed import Place
from pipeline.readers.pdf import texts
from pipeline.readers.pdf.folding import Measure, fold, measure
from pipeline.readers.pdf.grids import Grid
from pipeline.readers.pdf.habits import Habits
from pipeline.readers.pdf.shapes import Strip

# Roles that headings name at least.
_ROLES = 2

Cells = tuple[list[Strip], ...]


def table(grid: Grid, cells: Cells, page: int, number: int, habits: Habits, guessed: bool) -> Table:
    """Return the table of a grid; `cells` are the visual lines of each of its boxes.

    Rows and columns count from 1 and are those in which a cell begins.
    """
    rows = sorted({box.row for box in grid.boxes})
    columns = sorted({box.column for box in grid.boxes})
    measures = _measures(grid, cells, habits)
    found = []
    for box, strips in zip(grid.boxes, cells, strict=True):
        row, rowspan = _span(rows, box.row, box.rowspan)
        column, colspan = _span(columns, box.column, box.colspan)
        place = Place(page=page, table=number, row=row, column=column)
        width = measures[box.column, box.colspan]
        lines = cell_lines(strips, width, place)
        found.append(Cell(row, column, lines, rowspan, colspan, right=width.right))
    return Table(number, tuple(found), page, guessed=guessed)


def is_headed(grid: Grid, cells: Cells) -> bool:
    """Say whether the first row of a grid names what most of its columns hold."""
    texts = [
        " ".join(strip.text for strip in strips)
        for box, strips in zip(grid.boxes, cells, strict=True)
        if box.row == 0 and strips
    ]
    score = header_score(texts)
    return score >= _ROLES and 2 * score >= len(texts)


def cell_lines(strips: list[Strip], width: Measure, place: Place) -> tuple[Line, ...]:
    """Return the hard lines of a cell, its visual lines counted from 1."""
    lines = []
    at = 1
    for paragraph in fold(strips, width):
        lines.append(texts.line(paragraph, texts.moved(place, at)))
        at += len(paragraph.strips)
    return tuple(lines)


def _measures(grid: Grid, cells: Cells, habits: Habits) -> dict[tuple[int, int], Measure]:
    """Return the measure of the cells that share a column and its width."""
    columns: dict[tuple[int, int], list[list[Strip]]] = defaultdict(list)
    for box, strips in zip(grid.boxes, cells, strict=True):
        columns[box.column, box.colspan].append(strips)
    return {
        (column, span): measure(
            [strip for strips in lists for strip in strips],
            grid.xs[column],
            grid.xs[column + span],
            habits,
            _inset(lists, grid.xs[column]),
        )
        for (column, span), lists in columns.items()
    }


def _inset(lists: list[list[Strip]], left: float) -> float | None:
    """Return how far inside its side most cells of a column begin; None where they differ."""
    insets = Counter(
        round(min(strip.left for strip in strips) - left) for strips in lists if strips
    )
    ((usual, number),) = insets.most_common(1) or [(0, 0)]
    return usual if 2 * number > insets.total() else None


def _span(starts: list[int], first: int, size: int) -> tuple[int, int]:
    """Return where a span begins among the starts, from 1, and how many of them it covers."""
    low = bisect_left(starts, first)
    return low + 1, bisect_left(starts, first + size) - low
