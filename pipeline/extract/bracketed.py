"""Actions that end with who or when in brackets or behind a dash, in a table without such a column.

"Revise the policy (Head of Service)" below "Actions (and lead)" names the owner of that action
alone: each such action becomes a row of its own, and what it ends with a column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.blocks import Cell, Grid, Line, Prose, Row
from pipeline.columns import Guess
from pipeline.extract.listed import Item, item_of
from pipeline.extract.meanings import places
from pipeline.models import Role

_FEWEST = 2  # actions
_MOSTLY = 0.5  # of the actions

_Part = tuple[Item, list[Line]]  # an action, and its lines


def parted(grid: Grid, guesses: list[Guess]) -> tuple[Grid, list[Guess]]:
    """Return a grid with a column behind the others of what its actions end with."""
    columns = places(guesses, "action")
    lacking = _lacking({guess.role for guess in guesses})
    if not lacking or len(columns) != 1:
        return grid, guesses
    at = columns[0]
    rows = [list(_parts(row.cells[at], lacking)) for row in grid.rows]
    said = [item for row in rows for item, _ in row]
    stating = [item for item in said if item.stated]
    if len(stating) < max(_FEWEST, _MOSTLY * len(said)):
        return grid, guesses
    both = any(item.dated and item.owned for item in stating)
    role: Role = "owner-and-deadline" if both else lacking
    made = tuple(one for row, parts in zip(grid.rows, rows, strict=True)
                 for one in _rows(row, at, parts))  # fmt: skip
    guess = Guess(role, "contents", "low")
    return replace(grid, header=(*grid.header, None), rows=made), [*guesses, guess]


def _lacking(roles: set[Role]) -> Role | None:
    """Return what no column states: who, or, beside a column of those, when."""
    if "owner-and-deadline" in roles or {"owner", "deadline"} <= roles:
        return None
    return "deadline" if "owner" in roles else "owner"


def _parts(cell: Cell | None, lacking: Role) -> Iterator[_Part]:
    """Yield the lines of a cell, each with what it ends with."""
    for line in cell.lines if cell else ():
        item = item_of(Prose(line.text, "item", line.marker, line.level, line.label))
        named = item.owned if lacking == "owner" else item.dated
        known = named and not item.stated.text.isupper()  # "(LSCB)" is short for what is acted on
        yield (item if known else Item(item.block)), [line]


def _rows(row: Row, at: int, parts: Sequence[_Part]) -> Iterator[Row]:
    """Yield a row an action; lines that only go on with one stay below it."""
    groups: list[_Part] = []
    for item, lines in parts:
        if groups and not item.stated and _goes_on(lines[0], groups[-1][1][0]):
            groups[-1][1].extend(lines)
        else:
            groups.append((item, lines))
    cell = row.cells[at]
    for item, lines in groups if cell else ():
        first = lines[0]._replace(text=item.doing) if item.stated else lines[0]
        doing = cell._replace(lines=(first, *lines[1:])) if cell else None
        stated = Cell(row.number, len(row.cells) + 1, (Line(item.stated),) if item.stated else ())
        cells = (*row.cells[:at], doing, *row.cells[at + 1 :], stated)
        yield replace(row, cells=cells)
    if cell is None or not groups:
        yield replace(row, cells=(*row.cells, None))


def _goes_on(line: Line, first: Line) -> bool:
    """Say whether a line is below the first of an action, or more of its sentence."""
    if line.marker:
        return line.level > first.level or not first.marker
    return bool(first.marker) or line.text.text[:1].islower()
