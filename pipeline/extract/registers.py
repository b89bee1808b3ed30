"""Areas that one table numbers and words, and the table of actions only numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.blocks import Cell, Grid, Left, Line, Prose, Row
from pipeline.columns import by_heading, plain
from pipeline.extract import items
from pipeline.grid.rows import text_of, words_of
from pipeline.placed import NOTHING, Text, join

_FEWEST = 2  # areas of a register


@dataclass(frozen=True, slots=True)
class _Area:
    """A row of a register; `number` is as it stands."""

    row: Row
    number: Text
    words: Text


@dataclass(frozen=True, slots=True)
class _Register:
    """A table of nothing but areas: its headings, and its areas by their numbers."""

    grid: Grid
    headings: tuple[Text, ...]
    areas: dict[str, _Area]


def resolved(blocks: Sequence[Prose | Grid]) -> tuple[list[Prose | Grid], list[Left]]:
    """Return the blocks with the words of areas in place of their numbers beside actions.

    A register keeps the areas that no action answers; numbers that are taken are left out.
    """
    found: list[Prose | Grid | None] = list(blocks)
    left: list[Left] = []
    for at, block in enumerate(blocks):
        register = _register(block) if isinstance(block, Grid) else None
        answering = list(_answering(found[at + 1 :], register)) if register else []
        if register is None or not answering:
            continue
        used: set[str] = set()
        for behind, grid, column in answering:
            found[at + 1 + behind] = _worded(grid, column, register)
            used.update(_key(words_of(row.cells[column])) for row in grid.rows)
            left.extend(Left(text, "repeated-header") for text in (grid.header[column],) if text)
        found[at] = _rest(register, used)
        left.extend(_taken(register, used))
    return [block for block in found if block is not None], left


def _answering(
    blocks: Sequence[Prose | Grid | None], register: _Register
) -> Iterator[tuple[int, Grid, int]]:
    """Yield the tables of actions that give numbers of a register, and the column that does."""
    for at, block in enumerate(blocks):
        column = _column(block, register) if isinstance(block, Grid) else None
        if isinstance(block, Grid) and column is not None:
            yield at, block, column


def _register(grid: Grid) -> _Register | None:
    """Return the areas of a table that holds nothing else but their numbers."""
    first, *rest = grid.rows or (None,)
    headings, rows = grid.header, grid.rows
    if not any(headings) and first is not None:
        headings, rows = tuple(text_of(cell) for cell in first.cells), tuple(rest)
    roles = [_role(text) for text in headings]
    if not roles or len(roles) > 2 or roles[-1] != "area" or roles[0] not in ("area", "reference"):
        return None
    areas: dict[str, _Area] = {}
    for row in rows:
        area = _area(row)
        if _key(area.number.text) and area.words:
            areas.setdefault(_key(area.number.text), area)
    enough = len(areas) >= _FEWEST and len(areas) == len(rows)
    return _Register(grid, tuple(text for text in headings if text), areas) if enough else None


def _role(heading: Text | None) -> str | None:
    guess = by_heading(heading.text) if heading else None
    return guess.role if guess and guess.confidence == "high" else None


def _area(row: Row) -> _Area:
    if len(row.cells) > 1:
        return _Area(row, text_of(row.cells[0]), text_of(row.cells[1]))
    cell = row.cells[0]
    whole = join(items.labelled(line) for line in cell.lines) if cell else NOTHING
    rest = items.split_ref(whole)[1]
    return _Area(row, whole.cut(0, len(whole.text) - len(rest.text)), rest)


def _key(number: str) -> str:
    """Return the number itself: "1" of "Area 1." and "AFI 1"."""
    return next(reversed(plain(number).split()), "")


def _column(grid: Grid, register: _Register) -> int | None:
    """Return the column that holds numbers of the register under a heading that names areas."""
    names = [text and _names_areas(text.text, register) for text in grid.header]
    found = [at for at, named in enumerate(names) if named]
    keys = {_key(words_of(row.cells[at])) for at in found for row in grid.rows} - {""}
    return found[0] if len(found) == 1 and keys and register.areas.keys() >= keys else None


def _names_areas(heading: str, register: _Register) -> bool:
    """Say whether a heading is one of areas' numbers: the register's, where those have letters."""
    same = plain(heading) == plain(register.headings[0].text)
    if same and all(any(map(str.isalpha, key)) for key in register.areas):
        return True
    guesses = [by_heading(word) for word in (heading, *plain(heading).split())]
    roles = [guess.role if guess else None for guess in guesses]
    return roles[0] in ("area", "reference") and "area" in roles


def _worded(grid: Grid, column: int, register: _Register) -> Grid:
    """Return a table of actions with the register's heading and words in a column."""
    made: dict[int, Cell] = {}
    header = (*grid.header[:column], register.headings[-1], *grid.header[column + 1 :])
    rows = tuple(_row(row, column, register, made) for row in grid.rows)
    return replace(grid, header=header, rows=rows)


def _row(row: Row, column: int, register: _Register, made: dict[int, Cell]) -> Row:
    cell = row.cells[column]
    if cell is None or not cell.lines:
        return row
    number = text_of(cell)
    words = register.areas[_key(number.text)].words
    line = Line(words, number.text, label=number)
    new = made.setdefault(id(cell), cell._replace(lines=(line,)))
    return replace(row, cells=(*row.cells[:column], new, *row.cells[column + 1 :]))


def _rest(register: _Register, used: set[str]) -> Grid | None:
    """Return the areas of a register that no action answers, if any."""
    rows = [
        replace(one.row, cells=(Cell(one.row.number, 1, (Line(one.words, one.number.text),)),))
        for key, one in register.areas.items()
        if key not in used
    ]
    rest = replace(register.grid, header=register.headings[-1:], rows=tuple(rows))
    return rest if rows else None


def _taken(register: _Register, used: set[str]) -> Iterator[Left]:
    """Yield the words of a register that stand nowhere else now."""
    yield from (Left(text, "repeated-header") for text in register.headings)
    for key, area in register.areas.items():
        if key in used:
            yield Left(area.number, "repeated-cell")
