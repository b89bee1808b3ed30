"""The areas of a report's tables: "Responsible body | Areas for priority action"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import columns
from pipeline.blocks import Cell, Grid, Line, Row
from pipeline.grid.rows import text_of
from pipeline.placed import Text, join
from pipeline.report.headings import Kind, opened_by

_CLOSED = re.compile(r"[.!?]['\"”’)]?$")
_FEWEST_WORDS = 4
_REQUIREMENT = re.compile(r"^(?:statutory )?requirements?$", re.IGNORECASE)
_OF_A_PLAN = frozenset(("action", "deadline", "owner-and-deadline", "start", "status", "measure"))


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area in a table row; `goes_on` says that it completes the row before it."""

    kind: Kind
    owner: Text | None
    pieces: tuple[Text, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns hold what, as a header row of the table says."""

    kind: Kind
    area: int
    owner: int | None


def table_rows(grid: Grid, kind: Kind | None) -> Iterator[AreaRow]:
    """Yield the areas of a table that stands under a heading of `kind`, or has its own header.

    A table with columns for actions or deadlines is part of a plan and yields none; only to
    requirements do inspectors set a day.
    """
    header = [text.text if text else "" for text in grid.header]
    layout = layout_of(header) or _due_layout(header, kind)
    if layout is None and any(header):
        return
    layout = layout or _plain_layout(grid, kind)
    before: tuple[Row, str] | None = None
    for row in grid.rows:
        own = layout_of([text_of(cell).text for cell in row.cells])
        if own or layout is None:
            layout, before = own or layout, None
            continue
        for found in _areas(row, layout, before):
            yield found
            before = row, found.pieces[-1].text


def layout_of(header: Sequence[str]) -> _Layout | None:
    """Return what a header row says of its columns, None when it is no header of areas."""
    openings = [(index, found) for index, text in enumerate(header) if (found := opened_by(text))]
    if len({found.kind for _, found in openings}) != 1:
        return None
    area, opened = openings[0]
    owner = None
    for index, text in enumerate(header):
        guess = columns.by_heading(text) if index != area else None
        if guess and guess.role in _OF_A_PLAN and not _is_due(header[area], guess):
            return None
        if guess and guess.role == "owner" and owner is None:
            owner = index
    return _Layout(opened.kind, area, owner)


def _is_due(area: str, guess: columns.Guess) -> bool:
    """Tell whether a column says by when a requirement is to be met."""
    return guess.role == "deadline" and bool(_REQUIREMENT.match(area))


def _due_layout(header: Sequence[str], kind: Kind | None) -> _Layout | None:
    """Return the layout of a table whose header only says "Due date", beside the areas."""
    if kind is None or len(header) != 2 or header[0]:
        return None
    guess = columns.by_heading(header[1])
    return _Layout(kind, 0, None) if guess and guess.role == "deadline" else None


def _plain_layout(grid: Grid, kind: Kind | None) -> _Layout | None:
    """Return the layout of a table without header: the areas, or who and the areas."""
    width = len(grid.header)
    if kind is None or width > 2:
        return None
    return _Layout(kind, width - 1, 0 if width > 1 else None)


def _areas(row: Row, layout: _Layout, before: tuple[Row, str] | None) -> Iterator[AreaRow]:
    cell = row.filled[0] if len(row.filled) == 1 else row.cells[layout.area]
    if cell is None or not cell.lines:
        return
    owner = row.cells[layout.owner] if layout.owner is not None else None
    stated = text_of(owner) if owner is not cell else None
    if before and _goes_on(*before, row, layout):
        yield AreaRow(layout.kind, stated, tuple(_pieces(cell.lines, goes_on=True)), goes_on=True)
        return
    for group in _groups(cell):
        pieces = tuple(_pieces(group))
        if len(join(pieces).text.split()) >= _FEWEST_WORDS:
            yield AreaRow(layout.kind, stated or None, pieces)


def _groups(cell: Cell) -> Iterator[list[Line]]:
    """Yield the lines of each area: several only where every line of the cell is an item."""
    top = cell.lines[0].level
    listed = all(line.marker for line in cell.lines) and len(cell.lines) > 1
    group: list[Line] = []
    for line in cell.lines:
        if group and listed and line.level <= top:
            yield group
            group = []
        group.append(line)
    yield group


def _pieces(lines: Sequence[Line], *, goes_on: bool = False) -> Iterator[Text]:
    """Yield the words of the lines with the bullets between them, not the one that opens all."""
    for index, line in enumerate(lines):
        if line.marker and (index or goes_on):
            yield line.label or Text(line.marker)
        yield line.text


def _goes_on(before: Row, end: str, row: Row, layout: _Layout) -> bool:
    """Tell whether a row on a new page completes the area above: nothing else is new in it.

    So it does where the other cells are blank that the row above fills, else where the sentence
    was left open.
    """
    if row.table == before.table:
        return False
    others = [at for at in range(len(row.cells)) if at != layout.area]
    above, below = ([text_of(one.cells[at]).words for at in others] for one in (before, row))
    if any(words and words != over for over, words in zip(above, below, strict=True)):
        return False
    spans = any(cell.rowspan > 1 for cell in before.filled)
    return (any(above) and not any(below) and not spans) or not _CLOSED.search(end)
