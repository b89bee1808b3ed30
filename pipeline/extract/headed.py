"""Tables of who and when that stand below the action they answer for, to grids with that action.

"2.1 Audit forty plans" is a heading, and below it a table says "Lead", "By when" and "Status".
One such table may be anything; several make a plan.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.blocks import Cell, Grid, Line, Prose
from pipeline.columns import by_heading, is_end, is_foreign
from pipeline.extract.meanings import STATING
from pipeline.models import Role
from pipeline.placed import Text

_FEWEST = 2  # tables
_DOING: frozenset[Role] = frozenset(("area", "action"))


def resolved(blocks: Sequence[Prose | Grid]) -> list[Prose | Grid]:
    """Return the blocks with the action above each table of who and when as its first column."""
    places = list(_places(blocks))
    if len(places) < _FEWEST or any(isinstance(one, Grid) and _is_plan(one) for one in blocks):
        return list(blocks)
    found = list(blocks)
    for at in places:
        action, grid = blocks[at - 1], blocks[at]
        if isinstance(action, Prose) and isinstance(grid, Grid):
            found[at] = _with(action, grid)
    return [block for at, block in enumerate(found) if at + 1 not in places]


def _places(blocks: Sequence[Prose | Grid]) -> Iterator[int]:
    """Yield where a table of one row that says who and when stands directly below a heading."""
    for at, block in enumerate(blocks):
        if isinstance(block, Grid) and at and len(block.rows) == 1 and _states(block):
            above = blocks[at - 1]
            if (
                isinstance(above, Prose)
                and above.kind != "paragraph"
                and not _is_foreign(above.text)
            ):
                yield at


def _is_foreign(text: Text) -> bool:
    return is_foreign(text.text) or is_end(text.text)


def _states(grid: Grid) -> bool:
    """Say whether headings name who and when, and neither what to do nor a signature."""
    if any(text and _is_foreign(text) for text in grid.header):
        return False
    roles = _roles(grid)
    both = "owner-and-deadline" in roles or {"owner", "deadline"} <= roles
    return both and roles.isdisjoint(_DOING) and len(grid.header) > 1


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
