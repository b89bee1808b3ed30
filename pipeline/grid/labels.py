"""Cells that repeat their column's heading, as pages write for narrow screens: left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.blocks import Cell, Left, Line, Row
from pipeline.grid.rows import band
from pipeline.placed import Text

_FEWEST = 3  # columns


def without(rows: list[Row], header: Sequence[Text | None]) -> tuple[list[Row], list[Left]]:
    """Return the rows without the headings in their cells, if every cell begins with its own."""
    labels = [text.text.lower() if text else "" for text in header]
    if len(labels) < _FEWEST or not all(_repeats(row, labels) or band(row) for row in rows):
        return rows, []
    left: list[Left] = []
    made: dict[int, Cell] = {}
    for row in (row for row in rows if band(row) is None):
        for cell, label in _labelled(row, labels):
            if id(cell) not in made:
                first, *others = cell.lines
                left.append(Left(first.text.cut(0, len(label)), "repeated-header"))
                made[id(cell)] = cell._replace(lines=(*_said(first, label), *others))
    return [replace(row, cells=tuple(made.get(id(c), c) for c in row.cells)) for row in rows], left


def _repeats(row: Row, labels: Sequence[str]) -> bool:
    filled = 0
    for cell, label in _labelled(row, labels):
        if not label or not cell.lines[0].text.text.lower().startswith(label):
            return False
        filled += 1
    return filled >= _FEWEST


def _labelled(row: Row, labels: Sequence[str]) -> Iterator[tuple[Cell, str]]:
    """Yield the cells of a row that have words, and the heading of each."""
    pairs = zip(row.cells, labels, strict=False)
    return ((cell, label) for cell, label in pairs if cell is not None and cell.lines)


def _said(line: Line, label: str) -> Iterator[Line]:
    """Yield a line without the label that opens it, if anything is left."""
    text = line.text.cut(len(label))
    text = text.cut(len(text.text) - len(text.text.lstrip(" :")))
    if text:
        yield line._replace(text=text)
