"""The blocks of a report as its lists need them: tables that are none set as prose again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.blocks import Block, Document, Grid, Line, Prose, Table
from pipeline.grid import clean
from pipeline.grid.rows import rectangle, text_of
from pipeline.grid.splits import broken
from pipeline.placed import Text, join
from pipeline.report.headings import opening
from pipeline.report.tables import layout_of

_KEPT = "\0"  # a marker keeps a block from being taken for a running head


def prepare(document: Document) -> list[Prose | Grid]:
    """Return the prose and the joined tables of a report.

    A heading that opens a list is no running head, however often it is repeated. A table that
    was only guessed from the layout becomes prose, unless it is one of areas.
    """
    blocks = tuple(_kept(block) for block in _unguessed(document.blocks))
    return [_bare(block) for block in clean(replace(document, blocks=blocks)).blocks]


def texts(blocks: Sequence[Prose | Grid]) -> Iterator[Text]:
    """Yield the words of the blocks, those of tables a row each."""
    for block in blocks:
        if isinstance(block, Prose):
            yield block.text
        else:
            yield join(text for text in block.header if text)
            for row in block.rows:
                yield join(text_of(cell) for cell in row.filled)


def _kept(block: Block) -> Block:
    if isinstance(block, Prose) and not block.marker and opening(block):
        return replace(block, marker=_KEPT)
    return block


def _bare(block: Prose | Grid) -> Prose | Grid:
    if isinstance(block, Prose) and block.marker == _KEPT:
        return replace(block, marker="")
    return block


def _unguessed(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and block.guessed:
            last = _areas_end(block)
            kept = tuple(cell for cell in block.cells if cell.row <= last)
            rest = tuple(cell for cell in block.cells if cell.row > last)
            yield from [replace(block, cells=kept)] if kept else []
            yield from _as_prose(replace(block, cells=rest))
        else:
            yield block


def _areas_end(table: Table) -> int:
    """Return the last of the rows that fill their columns below one that heads areas, else 0."""
    found = rectangle(table)
    if not found or layout_of([text_of(cell).text for cell in found[0].cells]) is None:
        return 0
    whole = [row.number for row in takewhile(lambda row: len(row.filled) == len(row.cells), found)]
    return whole[-1] if whole[1:] else 0


def _as_prose(table: Table) -> Iterator[Prose]:
    """Yield the lines of a table from left to right and downwards, broken sentences joined."""
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    open_line: Line | None = None
    for line in (line for cell in cells for line in cell.lines):
        if open_line and broken(open_line, line):
            open_line = open_line._replace(text=join((open_line.text, line.text)))
            continue
        if open_line:
            yield _prose(open_line)
        open_line = line
    if open_line:
        yield _prose(open_line)


def _prose(line: Line) -> Prose:
    return Prose(
        line.text, "item" if line.marker else "paragraph", line.marker, line.level, line.label
    )
