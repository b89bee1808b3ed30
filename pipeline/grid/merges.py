"""Rows that a page break cut in two, put together again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.blocks import Cell, Line, Row
from pipeline.grid.rows import text_of
from pipeline.grid.splits import ENDED, broken, spanning
from pipeline.placed import Text, carried_on, join

_SPACE = 0.2  # the least width of a space, as a part of a line's height


def merge_rows(above: list[Row], below: Sequence[Row]) -> None:
    """Add the rows below a break, the first joined with the last row above.

    A joined cell stands in all the rows that its two pieces span.
    """
    whole = _merge(above[-1], below[0])
    joined = _joined(above[-1], below[0], range(len(whole.cells)), whole.cells)
    _replace_last(above, joined)
    above[-1] = whole
    above.extend(_with(row, joined) for row in below[1:])


def merge_first(above: list[Row], below: Sequence[Row]) -> None:
    """Add the rows below a break, cells that span rows joined in all of those rows."""
    spans = spanning(above[-1], below[0])
    pieces = (_whole(above[-1]), _whole(below[0]))
    cells = [_merged(above[-1].cells[at], below[0].cells[at]) for at in spans]
    joined = _joined(above[-1], below[0], spans, cells)
    _replace_last(above, joined)
    first = replace(_with(below[0], joined), pieces=pieces)
    above.extend([first, *(_with(row, joined) for row in below[1:])])


def _joined(
    above: Row, below: Row, columns: Iterable[int], cells: Iterable[Cell | None]
) -> dict[int, Cell | None]:
    """Return the joined cells by the identity of their pieces."""
    return {
        id(piece): cell
        for at, cell in zip(columns, cells, strict=True)
        for piece in (above.cells[at], below.cells[at])
        if piece is not None
    }


def _replace_last(rows: list[Row], joined: Mapping[int, Cell | None]) -> None:
    """Put joined cells in the place of their pieces, in the last rows that have any."""
    for at in range(len(rows) - 1, -1, -1):
        changed = _with(rows[at], joined)
        if changed is rows[at]:
            return
        rows[at] = changed


def _with(row: Row, joined: Mapping[int, Cell | None]) -> Row:
    """Return a row with the cells that were joined over a break in the place of their pieces."""
    if not any(id(cell) in joined for cell in row.cells):
        return row
    return replace(row, cells=tuple(joined.get(id(cell), cell) for cell in row.cells))


def _merge(above: Row, below: Row) -> Row:
    """Return the two pieces as one row, both kept in its `pieces`."""
    cells = [_merged(a, b) for a, b in zip(above.cells, below.cells, strict=False)]
    pieces = (*(above.pieces or (_whole(above),)), _whole(below))
    return Row(tuple(_same(cells, above.cells)), above.table, above.number, pieces)


def _whole(row: Row) -> Text:
    return join(text_of(cell) for cell in row.filled)


def _merged(upper: Cell | None, lower: Cell | None) -> Cell | None:
    if upper is None or lower is None or not lower.lines:
        return upper or lower
    lines = list(upper.lines)
    rest = list(lower.lines)
    marked = any(line.marker for line in lines)
    if lines and (
        broken(lines[-1], rest[0], marked=marked) or _is_wrapped(upper, lines[-1], rest[0])
    ):
        last, more = lines.pop(), rest.pop(0)
        whole = carried_on(last.text, more.text)
        lines.append(Line(whole, last.marker, last.level, last.gap, last.label))
    return Cell(
        upper.row, upper.column, (*lines, *rest), upper.rowspan, upper.colspan, upper.header,
        upper.right,
    )  # fmt: skip


def _is_wrapped(cell: Cell, end: Line, start: Line) -> bool:
    """Say whether a last word had no room left on the line that a page break ends.

    Names of posts break so; a sentence shows by its words that it does.
    """
    word = start.text.text
    if cell.right is None or start.marker or not word.isalpha() or word.isupper():
        return False
    if not end.text or end.text.text[-1].isdigit() or end.text.text.endswith(ENDED):
        return False
    above, below = end.text.runs[-1][1], start.text.runs[0][1]
    first = below.edges[-1] - below.edges[0]
    return above.edges[-1] + _SPACE * (above.bottom - above.top) + first > cell.right


def _same(cells: Sequence[Cell | None], before: Sequence[Cell | None]) -> list[Cell | None]:
    """Keep one cell for all the columns that it spans."""
    kept = list(cells)
    for index in range(1, len(kept)):
        if before[index] is not None and before[index] is before[index - 1]:
            kept[index] = kept[index - 1]
    return kept
