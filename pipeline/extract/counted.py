"""Areas and actions that stand in one column, told apart by their numbers: "1", "1.1", "1.2"."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.blocks import Cell, Grid, Row
from pipeline.columns import Guess
from pipeline.extract import bands, counting, items
from pipeline.extract.meanings import places
from pipeline.grid.rows import band, text_of, words_of


def parted(grid: Grid, guesses: list[Guess]) -> tuple[Grid, list[Guess]]:
    """Return a grid with a column of actions behind that of areas, where both stand in one."""
    areas = places(guesses, "area")
    if len(areas) != 1 or places(guesses, "action"):
        return grid, guesses
    at = areas[0]
    column = next((n for n in reversed(range(at)) if guesses[n].role == "reference"), None)
    rows = [row for row in grid.rows if not _is_title(row)]
    steps = _steps([_number(row, at, column) for row in rows])
    if not any(steps) or sum(steps) * 2 < len(steps):
        return grid, guesses
    below = {id(row) for row, step in zip(rows, steps, strict=True) if step}
    above = {id(row) for row in rows} - below
    made = tuple(_row(row, at, column, id(row) in above, id(row) in below) for row in grid.rows)
    header = (*grid.header[: at + 1], *grid.header[at:])
    action = replace(guesses[at], role="action")
    return replace(grid, header=header, rows=made), [*guesses[: at + 1], action, *guesses[at + 1 :]]


def _is_title(row: Row) -> bool:
    """Say whether a cell across the whole table is all of a row."""
    alone = band(row)
    return alone is not None and alone.colspan >= len(row.cells)


def _number(row: Row, at: int, column: int | None) -> str:
    if column is not None:
        return words_of(row.cells[column]).rstrip(".) ")
    cell = row.cells[at]
    return items.split_ref(bands.title(cell))[0] if cell else ""


def _steps(numbers: Sequence[str]) -> list[bool]:
    """Say of each row whether its number counts on from one above; nothing where one has none."""
    found: list[bool] = []
    above = ""
    for number in numbers:
        step = bool(above) and counting.counts_on(above, number)
        above = above if step else number
        found.append(step)
    return found if all(numbers) else []


def _row(row: Row, at: int, column: int | None, area: bool, action: bool) -> Row:
    """Return a row whose cell stands where it belongs, in both columns if it is a band's."""
    cells, cell = list(row.cells), row.cells[at]
    if area and column is not None and cell is not None and cell.lines:
        named = _numbered(cell, cells[column])
        cells, cell = [named if one is cell else one for one in cells], named
        cells[column] = None
    cells[at : at + 1] = [None if action else cell, None if area else cell]
    return replace(row, cells=tuple(cells))


def _numbered(cell: Cell, number: Cell | None) -> Cell:
    """Return a cell with the number that stood beside it."""
    first, *others = cell.lines
    text = text_of(number)
    return cell._replace(lines=(first._replace(marker=text.text, label=text), *others))
