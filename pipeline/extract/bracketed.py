"""Actions that end with who or when in brackets or behind a dash, in a table without such a column.

"Revise the policy (Head of Service)" below "Actions (and lead)" names the owner of that action
alone: each such action becomes a row of its own, and what it ends with a column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.blocks import Cell, Grid, Line, Prose, Row
from pipeline.columns import Guess
from pipeline.extract import contents, meanings
from pipeline.extract.listed import Item, item_of
from pipeline.models import Role

_FEWEST = 2  # actions
_MOSTLY = 0.5  # of the actions

_SURE = 0.8  # of what stands behind a dash is an owner
_TAIL = 120  # characters in which a dash is looked for
_DASH = re.compile(r"(?<!\s)\s++[–—-]\s([A-Z][^–—()]{2,90})$")

_Part = tuple[Item, list[Line]]  # an action, and its lines


def parted(grid: Grid, guesses: list[Guess]) -> tuple[Grid, list[Guess]]:
    """Return a grid with a column behind the others of what its actions end with."""
    columns = meanings.places(guesses, "action")
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
    beside = [n for one in meanings.STATING for n in meanings.places(guesses, one)]
    made = tuple(one for row, parts in zip(grid.rows, rows, strict=True)
                 for one in _rows(row, at, _groups(parts), beside))  # fmt: skip
    guess = Guess(role, "list", "low")
    return replace(grid, header=(*grid.header, None), rows=made), [*guesses, guess]


def _lacking(roles: set[Role]) -> Role | None:
    """Return what no column states: who, or, beside a column of those, when."""
    if "owner-and-deadline" in roles or {"owner", "deadline"} <= roles:
        return None
    return "deadline" if "owner" in roles else "owner"


def _parts(cell: Cell | None, lacking: Role) -> Iterator[_Part]:
    """Yield the lines of a cell, each with what it ends with."""
    for line in cell.lines if cell else ():
        item = _item(Prose(line.text, "item", line.marker, line.level, line.label), lacking)
        named = item.owned if lacking == "owner" else item.dated
        known = named and not item.stated.text.isupper()  # "(LSCB)" is short for what is acted on
        yield (item if known else Item(item.block)), [line]


def _item(block: Prose, lacking: Role) -> Item:
    """Return a line with what it ends with; an owner may stand behind a dash without a date."""
    item = item_of(block)
    match = _DASH.search(block.text.text[-_TAIL:]) if lacking == "owner" else None
    if item.stated or match is None or contents.shares(match[1])[1] < _SURE:
        return item
    before = len(block.text.text) - len(match.string)
    start, end = before + match.start(1), before + match.end(1)
    doing = block.text.cut(0, before + match.start())
    return Item(block, "", doing, block.text.cut(start, end), owned=True)


def _groups(parts: Sequence[_Part]) -> list[_Part]:
    """Return the actions of a cell; lines that only go on with one stay below it."""
    groups: list[_Part] = []
    for item, lines in parts:
        if groups and not item.stated and _goes_on(lines[0], groups[-1][1][0]):
            groups[-1][1].extend(lines)
        else:
            groups.append((item, lines))
    return groups


def _rows(row: Row, at: int, groups: Sequence[_Part], beside: Sequence[int]) -> Iterator[Row]:
    """Yield a row an action, with its line of each cell that states as many as there are actions.

    A row stays as it is where such a cell has another number of lines.
    """
    cell, number = row.cells[at], len(groups)
    counts = {n: len(one.lines) for n in beside if (one := row.cells[n])}
    if cell is None or any(1 < count != number for count in counts.values()):
        groups = ()
    for place, (item, lines) in enumerate(groups):
        cells = list(row.cells)
        for n in (n for n, count in counts.items() if count == number > 1):
            cells[n] = _only(cells[n], place)
        first = lines[0]._replace(text=item.doing) if item.stated else lines[0]
        cells[at] = cell._replace(lines=(first, *lines[1:])) if cell else None
        stated = (Line(item.stated),) if item.stated else ()
        yield replace(row, cells=(*cells, Cell(row.number, len(cells) + 1, stated)))
    if not groups:
        yield replace(row, cells=(*row.cells, None))


def _only(cell: Cell | None, line: int) -> Cell | None:
    return cell._replace(lines=cell.lines[line : line + 1]) if cell else None


def _goes_on(line: Line, first: Line) -> bool:
    """Say whether a line is below the first of an action, or more of its sentence."""
    if line.marker:
        return line.level > first.level or not first.marker
    return bool(first.marker) or line.text.text[:1].islower()
