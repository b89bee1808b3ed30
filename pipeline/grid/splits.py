"""Rows that a page break cut in two: told by a blank first cell or a broken sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.blocks import Cell, Line, Row
from pipeline.grid.rows import text_of
from pipeline.placed import Text, join

_ENDED = (".", ";", ":", "?", "!", ".’", ".'", ".”", '."', ".)", "…")
_SENTENCE = 4  # words
# A sentence that stops at one of these goes on.
_OPEN = re.compile(
    r"(?:[,/&(–—-]|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|our|the|their|to|"
    r"which|who|will|with|within))$",
    re.I,
)

_MONTH = re.compile(
    r"(?:^|\s)(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*$", re.I
)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")


def is_split(above: Row, below: Row, blanks_repeat: bool) -> bool:
    """Say whether `below`, the first row behind a page break, goes on with `above`.

    `blanks_repeat` says that blank first cells elsewhere in the table mean "as above": then
    a blank one is no evidence by itself.
    """
    pairs = list(zip(above.cells, below.cells, strict=False))
    if _is_wider(above, below):
        return False
    if _fills(above, below):
        return True
    first_above, first_below = text_of(pairs[0][0]), text_of(pairs[0][1])
    broken_beside = any(_broken(*pair) and _is_prose(pair[0]) for pair in pairs[1:])
    if not first_below:
        return broken_beside or _is_rest(pairs[1:]) or (bool(first_above) and not blanks_repeat)
    if _broken(*pairs[0]) or _lists_on(*pairs[0]):
        return True
    if not broken_beside:
        return False
    unended = bool(first_above) and not first_above.text.endswith(_ENDED)
    return unended or any(text_of(a) and not text_of(b) for a, b in pairs[1:])


def _fills(above: Row, below: Row) -> bool:
    """Say whether a row has just the cells that the one above lacks.

    Lines that are kept together go over a break whole, while shorter cells stay before it.
    """
    pairs = list(zip(above.cells, below.cells, strict=False))
    parted = all(bool(text_of(upper)) != bool(text_of(lower)) for upper, lower in pairs)
    first = below.cells[0]
    alone = len(below.filled) == 1 and first is not None and first.rowspan == 1
    return parted and bool(text_of(first)) and not alone


def _is_rest(pairs: Sequence[tuple[Cell | None, Cell | None]]) -> bool:
    """Say whether a row is only what is left of another: without its longest text, the action."""
    longest = max(pairs, key=lambda pair: len(text_of(pair[0]).text), default=None)
    return longest is not None and bool(text_of(longest[0])) and not text_of(longest[1])


def is_first_split(above: Row, below: Row) -> bool:
    """Say whether only the first cell goes on: one that spans rows, beside rows of their own."""
    upper, lower = above.cells[0], below.cells[0]
    spans = any(cell is not None and cell.rowspan > 1 for cell in (upper, lower))
    beside = zip(above.cells[1:], below.cells[1:], strict=False)
    return spans and _broken(upper, lower) and not any(_broken(*pair) for pair in beside)


def _is_wider(above: Row, below: Row) -> bool:
    """Say whether a cell fills columns that the row below keeps apart, as titles do."""
    return any(
        above.cells[at] is above.cells[at - 1] is not None
        and below.cells[at] is not below.cells[at - 1]
        for at in range(1, min(len(above.cells), len(below.cells)))
    )


def _broken(upper: Cell | None, lower: Cell | None) -> bool:
    if upper is None or lower is None or not upper.lines or not lower.lines:
        return False
    return broken(upper.lines[-1], lower.lines[0], marked=any(line.marker for line in upper.lines))


def _lists_on(upper: Cell | None, lower: Cell | None) -> bool:
    """Say whether a cell that led into bullets goes on with one of them."""
    if upper is None or lower is None or not upper.lines or not lower.lines:
        return False
    marker = lower.lines[0].marker
    bullet = bool(marker) and not any(char.isalnum() for char in marker)
    return bullet and not upper.lines[0].marker and any(x.marker == marker for x in upper.lines)


def _is_prose(cell: Cell | None) -> bool:
    """Say whether a cell ends in words enough to be a sentence: owners and dates are not."""
    return cell is not None and len(cell.lines[-1].text.text.split()) >= _SENTENCE


def broken(end: Line, start: Line, *, marked: bool = False) -> bool:
    """Say whether a sentence that stops in `end` goes on in `start`.

    `marked` says that items of this cell carry a bullet, so that an unmarked line goes on.
    """
    if start.marker or end.text.text.endswith(_ENDED):
        return False
    if _MONTH.search(end.text.text) and _YEAR.match(start.text.text):
        return True
    if _OPEN.search(end.text.text) or start.text.text[:1].islower():
        return True
    return marked and bool(end.marker)


def _merge(above: Row, below: Row) -> Row:
    """Return the two pieces as one row, both kept in its `pieces`."""
    cells = [_merged(a, b) for a, b in zip(above.cells, below.cells, strict=False)]
    pieces = (*(above.pieces or (_whole(above),)), _whole(below))
    return Row(tuple(_same(cells, above.cells)), above.table, above.number, pieces)


def merge_rows(above: list[Row], below: Sequence[Row]) -> None:
    """Add the rows below a break, the first joined with the last row above.

    A joined cell stands in all the rows that its two pieces span.
    """
    whole = _merge(above[-1], below[0])
    joined = {
        id(piece): cell
        for row in (above[-1], below[0])
        for piece, cell in zip(row.cells, whole.cells, strict=False)
        if piece is not None
    }
    for at in range(len(above) - 2, -1, -1):
        changed = _with(above[at], joined)
        if changed is above[at]:
            break
        above[at] = changed
    above[-1] = whole
    above.extend(_with(row, joined) for row in below[1:])


def _with(row: Row, joined: Mapping[int, Cell | None]) -> Row:
    """Return a row with the cells that were joined over a break in the place of their pieces."""
    if not any(id(cell) in joined for cell in row.cells):
        return row
    return replace(row, cells=tuple(joined.get(id(cell), cell) for cell in row.cells))


def merge_first(above: list[Row], below: Sequence[Row]) -> None:
    """Add the rows below a break, its first cell joined in all the rows that it spans."""
    upper, lower = above[-1].cells[0], below[0].cells[0]
    pieces = (_whole(above[-1]), _whole(below[0]))
    both = _merged(upper, lower)
    at = len(above)
    while at and above[at - 1].cells[0] is upper:
        at -= 1
        above[at] = replace(above[at], cells=(both, *above[at].cells[1:]))
    for row in below:
        first = both if row.cells[0] is lower else row.cells[0]
        above.append(replace(row, cells=(first, *row.cells[1:])))
    above[-len(below)] = replace(above[-len(below)], pieces=pieces)


def _whole(row: Row) -> Text:
    return join(text_of(cell) for cell in row.filled)


def _merged(upper: Cell | None, lower: Cell | None) -> Cell | None:
    if upper is None or lower is None or not lower.lines:
        return upper or lower
    lines = list(upper.lines)
    rest = list(lower.lines)
    marked = any(line.marker for line in lines)
    if lines and broken(lines[-1], rest[0], marked=marked):
        last, more = lines.pop(), rest.pop(0)
        whole = join((last.text, more.text))
        lines.append(Line(whole, last.marker, last.level, last.gap, last.label))
    return Cell(
        upper.row, upper.column, (*lines, *rest), upper.rowspan, upper.colspan, upper.header
    )


def _same(cells: Sequence[Cell | None], before: Sequence[Cell | None]) -> list[Cell | None]:
    """Keep one cell for all the columns that it spans."""
    kept = list(cells)
    for index in range(1, len(kept)):
        if before[index] is not None and before[index] is before[index - 1]:
            kept[index] = kept[index - 1]
    return kept
