"""Rows across a table whose outer sides are not drawn: they part it in two, and are put back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.readers.pdf.grids import Box, Grid, is_same
from pipeline.readers.pdf.habits import LOOSE, is_apart
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip
from pipeline.readers.pdf.tables import is_headed

# Points within which lines are at one place; how high such a row may be; what part of the
# table's width the lines above and below it span.
_NEAR, _HIGH, _WIDE = 3.0, 60.0, 0.9


def seamed(pages: Sequence[Content]) -> list[Content]:
    """Return the pages with such rows in the tables that they stand in."""
    return [_seamed(page) for page in pages]


def _seamed(page: Content) -> Content:
    at = 0
    while at + 1 < len(page.grids):
        band = list(_band(page, at))
        if band and not is_headed(page.grids[at + 1], page.cells[at + 1]):
            page = _joined(page, at, band)
        else:
            at += 1
    return page


def _band(page: Content, at: int) -> Iterator[Strip]:
    """Yield the words between two tables with the same columns that are a row of both."""
    upper, lower = page.grids[at : at + 2]
    near = 0 < lower.ys[0] - upper.ys[-1] <= _HIGH
    if len(upper.xs) < 3 or not near or not is_same(upper, lower):
        return
    found = [strip for strip in page.strips if upper.ys[-1] <= strip.base < lower.ys[0]]
    inside = all(
        strip.left >= upper.xs[0] - _NEAR and strip.right <= upper.xs[-1] + _NEAR for strip in found
    )
    whole = not any(is_apart(one, other, LOOSE) for one, other in pairwise(found))
    drawn = _is_drawn(page, upper, upper.ys[-1]) and _is_drawn(page, lower, lower.ys[0])
    if inside and whole and drawn:
        yield from found


def _is_drawn(page: Content, grid: Grid, at: float) -> bool:
    """Whether a line across the table is drawn at a height."""
    width = _WIDE * (grid.xs[-1] - grid.xs[0])
    return any(abs(rule.at - at) <= _NEAR and rule.end - rule.start >= width for rule in page.level)


def _joined(page: Content, at: int, band: list[Strip]) -> Content:
    """Return a page with two of its tables as one, and the words between as a row across."""
    upper, lower = page.grids[at : at + 2]
    row, first, width = len(upper.ys) - 1, len(upper.boxes), len(upper.xs) - 1
    boxes = (
        *upper.boxes,
        Box(row, 0, 1, width),
        *(replace(box, row=box.row + row + 1) for box in lower.boxes),
    )
    owners = (
        *upper.owners,
        (first,) * width,
        *(tuple(owner + first + 1 for owner in line) for line in lower.owners),
    )
    grid = Grid(upper.xs, upper.ys + lower.ys, boxes, owners)
    cells = (*page.cells[at], band, *page.cells[at + 1])
    taken = set(map(id, band))
    return replace(
        page,
        grids=(*page.grids[:at], grid, *page.grids[at + 2 :]),
        cells=(*page.cells[:at], cells, *page.cells[at + 2 :]),
        strips=[strip for strip in page.strips if id(strip) not in taken],
    )
