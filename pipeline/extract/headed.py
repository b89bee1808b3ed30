"""Tables of who and when that stand below the action they answer for, to grids with that action.

"2.1 Audit forty plans" is a heading, and below it a table says "Lead", "By when" and "Status".
One such table may be anything; several make a plan.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.blocks import Cell, Grid, Line, Prose, Row
from pipeline.columns import by_heading, is_end, is_foreign
from pipeline.extract.meanings import STATING
from pipeline.grid import upright
from pipeline.grid.rows import words_of
from pipeline.models import Role
from pipeline.placed import Text

_FEWEST = 2  # tables
_LONGEST = 8  # rows of a form
_DOING: frozenset[Role] = frozenset(("area", "action"))


def resolved(blocks: Sequence[Prose | Grid]) -> list[Prose | Grid]:
    """Return the blocks with the action above each table of who and when as its first column."""
    found = list(blocks)
    if any(isinstance(one, Grid) and _is_plan(one) for one in blocks):
        return found
    places = dict(_places(blocks))
    if len(places) < _FEWEST:
        return found
    for at, grid in places.items():
        found[at] = grid
    return [block for at, block in enumerate(found) if at + 1 not in places]


def _turned(grid: Grid) -> Grid:
    """Return a table of two columns, the first of which are headings, put on its feet."""
    if len(grid.header) != 2 or len(grid.rows) > _LONGEST:
        return grid
    above = tuple(Cell(0, 1, (Line(text),)) if text else None for text in grid.header)
    rows = [*([Row(above, grid.number, 0)] if any(above) else []), *grid.rows]
    guesses = [by_heading(words_of(row.cells[0])) for row in rows]
    if None in guesses or not _are_both({guess.role for guess in guesses if guess}):
        return grid
    turned = upright.turn(rows)
    return replace(grid, header=turned.header, rows=tuple(turned.rows))


def _places(blocks: Sequence[Prose | Grid]) -> Iterator[tuple[int, Grid]]:
    """Yield where a table of one row that says who and when stands directly below a heading.

    The table has what the heading says in its first column.
    """
    for at, (action, below) in enumerate(pairwise(blocks), 1):
        if not isinstance(below, Grid) or not isinstance(action, Prose):
            continue
        grid = _turned(below)
        leads = action.text.text.endswith(":")
        heads = not leads and not _is_foreign(action.text)
        if heads and len(grid.rows) == 1 and _states(grid):
            yield at, _with(action, grid)


def _is_foreign(text: Text) -> bool:
    return is_foreign(text.text) or is_end(text.text)


def _states(grid: Grid) -> bool:
    """Say whether headings name who and when, and neither what to do nor a signature."""
    if any(text and _is_foreign(text) for text in grid.header):
        return False
    return len(grid.header) > 1 and _are_both(_roles(grid))


def _are_both(roles: set[Role]) -> bool:
    both = "owner-and-deadline" in roles or {"owner", "deadline"} <= roles
    return both and roles.isdisjoint(_DOING)


def _is_plan(grid: Grid) -> bool:
    """Say whether headings name what to do beside who or when: that is the plan, then."""
    roles = _roles(grid)
    return not (roles.isdisjoint(_DOING) or roles.isdisjoint(STATING))


def _roles(grid: Grid) -> set[Role]:
    guesses = (by_heading(text.text) for text in grid.header if text)
    return {guess.role for guess in guesses if guess}


def _with(action: Prose, grid: Grid) -> Grid:
    row = grid.rows[0]
    cell = Cell(row.number, 1, (Line(action.text, action.marker, 0, False, action.label),))
    rows = (replace(row, cells=(cell, *row.cells)),)
    return replace(grid, header=(None, *grid.header), rows=rows)
