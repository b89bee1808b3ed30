"""Tables whose lines part the columns but not the rows.

Their lines say where the columns are; the rows are told as in a table without any. A table
drawn with all its lines may have a single row, so several must show beyond doubt: lines on
which almost all columns begin anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.readers.pdf.bands import Band, bands
from pipeline.readers.pdf.borderless import Piece, with_grid
from pipeline.readers.pdf.grids import Grid, is_same
from pipeline.readers.pdf.openings import manner, rows
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.signs import Manner
from pipeline.readers.pdf.strips import strips, words_of
from pipeline.readers.pdf.tables import is_headed

# Rows below the first that show beyond doubt.
_ENOUGH = 2

_Place = tuple[int, int]


def columned(pages: Sequence[Content]) -> list[Content]:
    """Return the pages with the rows of such tables found."""
    changed = list(pages)
    for places in _tables(pages):
        if all(_is_open(pages[page].grids[index]) for page, index in places):
            _split(changed, places)
    return changed


def _tables(pages: Sequence[Content]) -> Iterator[list[_Place]]:
    """Yield page and index of the pieces of each table of several columns."""
    places: list[_Place] = []
    for number, page in enumerate(pages):
        for index, grid in enumerate(page.grids):
            if len(grid.xs) < 3:
                continue
            before = pages[places[-1][0]].grids[places[-1][1]] if places else None
            if before is None or not is_same(before, grid):
                if places:
                    yield places
                places = []
            places.append((number, index))
    if places:
        yield places


def _is_open(grid: Grid) -> bool:
    """Whether a table has one row beside its headings at most, or none but itself."""
    return len(grid.ys) <= 3


def _split(pages: list[Content], places: Sequence[_Place]) -> None:
    first = pages[places[0][0]].grids[places[0][1]]
    pieces = [_piece(pages[page], page, index) for page, index in places]
    if not pieces[0].head:
        return
    split = [bands(piece.strips, first.xs, piece.head) for piece in pieces]
    bodies = [lines[piece.head :] for piece, lines in zip(pieces, split, strict=True)]
    how = manner(bodies, len(first.xs) - 1)
    if not _show(bodies, how, len(first.xs) - 1):
        if how.middle:
            _doubt(pages, places)
        return
    # The last table of a page first, so that the indexes of those above it still hold.
    for (page, index), piece, lines in reversed([*zip(places, pieces, split, strict=True)]):
        if not lines:
            continue
        pages[page] = with_grid(_without(pages[page], index), piece, lines, first.xs, how)


def _doubt(pages: list[Content], places: Sequence[_Place]) -> None:
    """Say that the rows of a table are not told: its cells stand in the middle of them."""
    for page, index in places:
        grid = pages[page].grids[index]
        pages[page] = replace(pages[page], unsure=pages[page].unsure | {grid})


def _piece(page: Content, number: int, index: int) -> Piece:
    """Return all words of a table on a page as lines across it."""
    grid, cells = page.grids[index], page.cells[index]
    found = [strip for cell in cells for strip in cell]
    bold = {(strip.base, strip.left) for strip in found if strip.bold}
    lines = [
        line._replace(bold=(line.base, line.left) in bold)
        for line in strips(word for strip in found for word in words_of(strip))
    ]
    head = (
        sum(strip.base < grid.ys[1] for strip in lines)
        if len(grid.ys) > 2 and is_headed(grid, cells)
        else 0
    )
    return Piece(number, lines, head)


def _show(bodies: Sequence[Sequence[Band]], how: Manner, width: int) -> bool:
    begun = [
        row[0]
        for body in bodies
        for row in rows(body, how, ())[1:]
        if 0 in row[0].parts and len(row[0].parts) >= width - 1
    ]
    return len(begun) >= _ENOUGH


def _without(page: Content, index: int) -> Content:
    return replace(
        page,
        grids=page.grids[:index] + page.grids[index + 1 :],
        cells=page.cells[:index] + page.cells[index + 1 :],
    )
