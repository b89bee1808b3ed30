"""Words that run over the lower edge of a cell, where a page's end cut it too short."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.readers.pdf.grids import Grid, is_same
from pipeline.readers.pdf.habits import PITCH, is_apart
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip

# Points within which the lines of a cell begin.
_LEVEL = 1.0


def spilled(pages: Sequence[Content]) -> list[Content]:
    """Return the pages with such lines in the cells that they go on with.

    The table goes on as well: on the next page, in the same columns.
    """
    after: list[Content | None] = [*pages[1:], None]
    return [
        _spilled(page) if page.grids and _is_broken(page, other) else page
        for page, other in zip(pages, after, strict=True)
    ]


def _is_broken(page: Content, after: Content | None) -> bool:
    if after is None or not after.grids:
        return False
    return is_same(page.grids[-1], after.grids[0])


def _spilled(page: Content) -> Content:
    grid, cells = page.grids[-1], page.cells[-1]
    below = [strip for strip in page.strips if strip.base > grid.ys[-1]]
    if not below:
        return page
    strip = min(below, key=lambda strip: strip.base)
    index = _above(grid, strip)
    if index is None or not cells[index] or not _goes_on(cells[index][-1], strip):
        return page
    cells[index].append(strip)
    return _spilled(replace(page, strips=[one for one in page.strips if one is not strip]))


def _above(grid: Grid, strip: Strip) -> int | None:
    """Return the cell of the last row that a line stands below, by both its ends."""
    y = (grid.ys[-2] + grid.ys[-1]) / 2
    index = grid.find(strip.left, y)
    return index if index == grid.find(strip.right, y) and len(grid.xs) > 2 else None


def _goes_on(last: Strip, strip: Strip) -> bool:
    return (
        abs(strip.left - last.body) <= _LEVEL
        and abs(strip.size - last.size) < 1
        and not strip.label
        and not is_apart(last, strip, PITCH)
    )
