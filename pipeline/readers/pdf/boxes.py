"""A box drawn around words is no table, unless it is a piece of one."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.readers.pdf.grids import Grid
from pipeline.readers.pdf.page import Content

# Points within which two tables' sides are in line.
_NEAR = 3.0


def unboxed(pages: Sequence[Content]) -> list[Content]:
    """Return the pages with the words of lone boxes among their prose.

    A box of one cell is a piece of a table where a table on the same page, or on one beside
    it, has the same sides.
    """
    return [
        _without(page, pages[max(number - 1, 0) : number + 2]) for number, page in enumerate(pages)
    ]


def _without(page: Content, around: Sequence[Content]) -> Content:
    wider = [grid for other in around for grid in other.grids if len(grid.boxes) > 1]
    loose = [
        index
        for index, grid in enumerate(page.grids)
        if len(grid.boxes) == 1 and not any(_in_line(grid, other) for other in wider)
    ]
    if not loose:
        return page
    kept = [index for index in range(len(page.grids)) if index not in loose]
    freed = [strip for index in loose for strip in page.cells[index][0]]
    return replace(
        page,
        grids=tuple(page.grids[index] for index in kept),
        cells=tuple(page.cells[index] for index in kept),
        strips=sorted([*page.strips, *freed], key=lambda strip: (strip.base, strip.left)),
    )


def _in_line(grid: Grid, other: Grid) -> bool:
    left, right = grid.xs[0] - other.xs[0], grid.xs[-1] - other.xs[-1]
    return abs(left) <= _NEAR and abs(right) <= _NEAR
