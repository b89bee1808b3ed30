"""Tables without lines: columns from the header's words and the edges of all words below.

The header says how many columns there are and about where. The gutters between them are
where no word stands on any page of the table. A row begins where a block opens in the first
column, or below a gap as wide as the table where several columns begin.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.readers.pdf import numbers
from pipeline.readers.pdf.bands import Band, bands
from pipeline.readers.pdf.ends import cut, in_line, is_in_line, is_titled, spaced
from pipeline.readers.pdf.gaps import stretches
from pipeline.readers.pdf.grids import Box, Grid
from pipeline.readers.pdf.gutters import gutters, outline
from pipeline.readers.pdf.habits import is_apart
from pipeline.readers.pdf.headers import Extent, header
from pipeline.readers.pdf.openings import are_sure, manner, rows
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip
from pipeline.readers.pdf.signs import Manner

# Fewer lines than this below a table on its page may be part of it, if it goes on.
_TAIL = 4
# Points within which a line begins where a column does.
_LEVEL = 1.0
# The part of a table's width that a line between two rows spans at least.
_ACROSS = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines of a table on a page (by index); the first `head` of them are its header."""

    page: int
    strips: list[Strip]
    head: int


@dataclass(slots=True)
class Found:
    """A table: where its headings and columns stand and its pieces; `open` while it may go on.

    `tail` are the few lines below its last piece, of the table if it does go on.
    """

    extents: list[Extent]
    edges: list[float]
    pieces: list[Piece]
    bold: bool
    open: bool = True
    tail: list[Strip] = field(default_factory=list)


def recovered(pages: Sequence[Content]) -> list[Content]:
    """Return the pages with the tables that have no lines found among their prose."""
    tables: list[Found] = []
    for number, page in enumerate(pages):
        _search(page, number, tables)
    changed = list(pages)
    for table in tables:
        if table.pieces:
            _place(table, changed)
    return changed


def _place(table: Found, pages: list[Content]) -> None:
    """Take the pieces of a table out of the prose of their pages, as grids."""
    strips = [strip for piece in table.pieces for strip in piece.strips]
    edges = gutters(strips, table.extents, table.edges[:-1])
    split = [bands(piece.strips, edges, piece.head) for piece in table.pieces]
    bodies = [lines[piece.head :] for piece, lines in zip(table.pieces, split, strict=True)]
    numbers.mend(bodies)
    how = manner(bodies, len(edges) - 1)
    for piece, lines in zip(table.pieces, split, strict=True):
        pages[piece.page] = with_grid(pages[piece.page], piece, lines, edges, how)


def _search(page: Content, number: int, tables: list[Found]) -> None:
    """Add the pieces on a page to the tables, going on with the last one if it is open."""
    strips = page.strips
    starts = _starts(page, tables)
    first = starts[0] if starts else len(strips)
    if tables and tables[-1].open and tables[-1].pieces and not page.grids:
        _go_on(tables[-1], strips[:first], number)
    elif tables and not starts:
        tables[-1].open = False
    for start, following in pairwise([*starts, len(strips)]):
        below = min((grid.ys[0] for grid in page.grids), default=float("inf"))
        own = [strip for strip in strips[start:following] if strip.base < below]
        repeated = _repeated(tables, strips, start)
        end = start + repeated
        if repeated:
            last = tables[-1].pieces[-1]
            last.strips.extend(tables[-1].tail if last.page < number else ())
        else:
            end, extents = header(strips, start, page.level) or (start, [])
            tables.append(Found(extents, outline(own, extents), [], strips[start].bold))
        _piece(tables[-1], own, number, end - start)
        tables[-1].open = tables[-1].open and not page.grids


def _go_on(table: Found, strips: Sequence[Strip], number: int) -> None:
    """Add the lines at a page's top to an open table, if they stand in its columns."""
    for at, strip in enumerate(strips[: cut(strips, 0, table.edges)]):
        if in_line(strip, table.edges) > 1 or (at == 0 and _hangs(strip, table.edges)):
            table.pieces[-1].strips.extend(table.tail)
            _piece(table, strips, number, 0)
            return
    table.open = not strips


def _hangs(strip: Strip, edges: Sequence[float]) -> bool:
    """Whether a page's first line carries on words of one of the columns."""
    if strip.text[0].islower():
        return strip.left > edges[1] or is_in_line(strip, edges)
    begins = any(abs(strip.left - 1 - edge) <= _LEVEL for edge in edges[1:-1])
    return strip.left > edges[1] if strip.label else begins and is_in_line(strip, edges)


def _starts(page: Content, tables: Sequence[Found]) -> list[int]:
    """Return where headers begin; after one in bold, lines in light type are rows.

    So are others in the columns of the table before, unless they repeat its headings.
    """
    bold = any(table.bold for table in tables)
    last = [(table.pieces[0].strips[0].text, table.edges) for table in tables if table.pieces]
    starts, at, strips = [], 0, page.strips
    while at < len(strips):
        strip = strips[at]
        found = header(strips, at, page.level) if strip.bold or not bold else None
        again = 0 if found and strip.bold else _repeated(tables, strips, at)
        if again:
            found = at + again, tables[-1].extents
        elif found and not strip.bold and last and _is_row(strip, *last[-1]):
            found = None
        if found:
            starts.append(at)
            last.append((strip.text, outline(strips[at:], found[1])))
            bold = bold or strip.bold
        at = found[0] + 1 if found else at + 1
    return starts


def _is_row(strip: Strip, heading: str, edges: Sequence[float]) -> bool:
    return strip.text != heading and is_in_line(strip, edges)


def _repeated(tables: Sequence[Found], strips: Sequence[Strip], start: int) -> int:
    """Return how many lines repeat the header of the open table: all or none."""
    if not tables or not tables[-1].open or not tables[-1].pieces:
        return 0
    first = tables[-1].pieces[0]
    found = strips[start : start + first.head]
    same = len(found) == first.head and all(map(_is_same, first.strips, found))
    return first.head if same else 0


def _is_same(one: Strip, other: Strip) -> bool:
    """Whether two lines have the same words at the same places."""
    return one.text == other.text and all(
        abs(before - after) < one.size for before, after in zip(one.edges, other.edges, strict=True)
    )


def _piece(table: Found, strips: Sequence[Strip], number: int, head: int) -> None:
    """Add the lines that belong to a table."""
    end = _end(strips, head, table)
    if end > head:
        table.pieces.append(Piece(number, list(strips[:end]), head))
        table.tail = list(strips[end:])
        table.open = len(table.tail) < _TAIL and not is_titled(strips, table.tail, table.edges)


def _end(strips: Sequence[Strip], head: int, table: Found) -> int:
    """Return where a table's lines end: after the last that stands in its columns."""
    edges = table.edges
    end = head or int(_hangs(strips[0], edges))
    strips = strips[: cut(strips, head, edges)]
    for index, strip in enumerate(strips[head:], head + 1):
        if len(stretches(strip)) > 1 or strip.left >= edges[1]:
            end = index
    before = [piece.strips[piece.head :] for piece in table.pieces[-1:]]
    usual = max(map(spaced, [strips[head:end], *before]))
    while head < end < len(strips):
        strip = strips[end]
        if is_apart(strips[end - 1], strip, usual) or strip.right > edges[1]:
            break
        end += 1
    return end


def with_grid(
    page: Content, piece: Piece, lines: Sequence[Band], edges: Sequence[float], how: Manner
) -> Content:
    """Return a page with a piece of a table taken out of its prose."""
    taken = set(map(id, piece.strips))
    head, body = list(lines[: piece.head]), lines[piece.head :]
    width = edges[-1] - edges[0]
    ruled = [rule for rule in page.level if rule.end - rule.start >= _ACROSS * width]
    parted = rows(body, how, ruled)
    grid, cells = _grid([*([head] if head else []), *parted], edges)
    sure = len(parted) < 2 or are_sure(body, how, ruled) or numbers.count_on(parted)
    order = sorted([*zip(page.grids, page.cells, strict=True), (grid, cells)], key=_top)
    return replace(
        page,
        grids=tuple(each for each, _ in order),
        cells=tuple(each for _, each in order),
        strips=[strip for strip in page.strips if id(strip) not in taken],
        guessed=page.guessed | {grid},
        unsure=page.unsure if sure else page.unsure | {grid},
    )


def _top(item: tuple[Grid, object]) -> float:
    return item[0].ys[0]


def _grid(
    found: Sequence[Sequence[Band]], edges: Sequence[float]
) -> tuple[Grid, tuple[list[Strip], ...]]:
    """Return rows as a grid with the lines of its cells."""
    boxes: list[Box] = []
    cells: list[list[Strip]] = []
    owners: list[tuple[int, ...]] = []
    width = len(edges) - 1
    for row, lines in enumerate(found):
        across = [line.across for line in lines if line.across]
        if across:
            owners.append((len(boxes),) * width)
            boxes.append(Box(row, 0, 1, width))
            cells.append(across)
            continue
        owners.append(tuple(range(len(boxes), len(boxes) + width)))
        boxes.extend(Box(row, column, 1, 1) for column in range(width))
        cells.extend(
            [line.parts[column] for line in lines if column in line.parts]
            for column in range(width)
        )
    ys = [lines[0].top for lines in found] + [found[-1][-1].bottom]
    return Grid(tuple(edges), tuple(ys), tuple(boxes), tuple(owners)), tuple(cells)
