"""A box drawn around words is no table, unless it is a piece of one.

Neither is one that parts no columns: the words inside a frame, or between lines across the
page, are a table only by how they stand, as they would be without these lines.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.readers.pdf.grids import Grid
from pipeline.readers.pdf.headers import header
from pipeline.readers.pdf.page import Content

# Points within which two tables' sides are in line.
_NEAR = 3.0


def unboxed(pages: Sequence[Content]) -> list[Content]:
    """Return the pages with the words of lone boxes and of frames around them among their prose.

    A box of one cell is a piece of a table where a table on the same page, or on one beside
    it, has the same sides. A frame holds a line of headings, or goes on with one that does.
    """
    frames = [
        grid
        for page in pages
        for index, grid in enumerate(page.grids)
        if _is_frame(grid) and _has_header(page, index)
    ]
    return [
        _without(page, pages[max(number - 1, 0) : number + 2], frames)
        for number, page in enumerate(pages)
    ]


def _is_frame(grid: Grid) -> bool:
    return len(grid.xs) == 2


def _has_header(page: Content, index: int) -> bool:
    cells = page.cells[index]
    return any(header(cell, start) for cell in cells for start in range(len(cell)))


def _without(page: Content, around: Sequence[Content], frames: Sequence[Grid]) -> Content:
    wider = [grid for other in around for grid in other.grids if len(grid.boxes) > 1]
    loose = [
        index
        for index, grid in enumerate(page.grids)
        if (_is_frame(grid) and any(_in_line(grid, frame) for frame in frames))
        or (len(grid.boxes) == 1 and not any(_in_line(grid, other) for other in wider))
    ]
    if not loose:
        return page
    kept = [index for index in range(len(page.grids)) if index not in loose]
    freed = [strip for index in loose for cell in page.cells[index] for strip in cell]
    return replace(
        page,
        grids=tuple(page.grids[index] for index in kept),
        cells=tuple(page.cells[index] for index in kept),
        strips=sorted([*page.strips, *freed], key=lambda strip: (strip.base, strip.left)),
    )


def _in_line(grid: Grid, other: Grid) -> bool:
    left, right = grid.xs[0] - other.xs[0], grid.xs[-1] - other.xs[-1]
    return abs(left) <= _NEAR and abs(right) <= _NEAR
