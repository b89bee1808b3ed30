"""One page: its words shared out to the cells of its tables and to the prose around them."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.errors import LimitError
from pipeline.readers.pdf.dots import bullets
from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.glyphs import words
from pipeline.readers.pdf.grids import Grid, grids, joined
from pipeline.readers.pdf.native import count
from pipeline.readers.pdf.rules import Drawn, drawn
from pipeline.readers.pdf.shapes import ASLANT, Rule, Strip, Word
from pipeline.readers.pdf.strips import strip, strips

# A4 in points, for a page whose box is missing or senseless.
_A4 = (0.0, 0.0, 595.3, 841.9)
_LONGEST = 200_000.0
# How near a filled cell's sides are to its columns' lines, and a row's least height (points).
_ALIGNED, _ROW = 2.0, 8.0
# The part of a page's width that a line spans at least which parts what is above and below.
_ACROSS = 0.15
# Lines across a table that has no row beside its headings: its lines may part columns alone.
_OPEN = 3
# A page of small print has some 10,000.
_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Content:
    """What stands on a page: `cells[i]` are the lines of each cell of `grids[i]`.

    `level` are where long lines and filled boxes part what stands above them from what stands
    below. `margins` are stamps, running heads and page numbers, `guessed` the grids that
    have no lines, `unsure` those of them whose rows only their words tell.
    """

    number: int
    width: float
    height: float
    grids: tuple[Grid, ...]
    cells: tuple[tuple[list[Strip], ...], ...]
    strips: list[Strip]
    stray: list[Strip]
    pictures: int
    level: tuple[Rule, ...] = ()
    margins: list[Strip] = field(default_factory=list)
    guessed: frozenset[Grid] = frozenset()
    unsure: frozenset[Grid] = frozenset()

    def columns(self) -> list[list[Strip]]:
        """Return the lines that stand together: those of each cell, the prose, the rest."""
        return [self.strips, *(cell for cells in self.cells for cell in cells), self.stray]


def empty(number: int) -> Content:
    """Return a page on which nothing stands."""
    return Content(number, *_A4[2:], (), (), [], [], 0)


def content(page: Any, text: Any, number: int) -> Content:
    """Return what stands on an open page, counted from 1.

    Raises LimitError for a page with more characters than print can hold.
    """
    if count(text) > _CHARACTERS:
        raise LimitError(f"Page {number} has more than {_CHARACTERS:,} characters.")
    found, frame = words(text, _frame(page))
    drawing = drawn(page, frame)
    read = laid_out(number, frame.size, found, drawing)
    cells = tuple(
        tuple([_marked(text, strip) for strip in strips] for strips in lists)
        if len(grid.xs) == 2 or len(grid.ys) <= _OPEN
        else lists
        for grid, lists in zip(read.grids, read.cells, strict=True)
    )
    return replace(read, cells=cells, strips=[_marked(text, strip) for strip in read.strips])


def laid_out(
    number: int, size: tuple[float, float], found: Sequence[Word], drawing: Drawn
) -> Content:
    """Return the words of a page shared out to its tables and the prose around them."""
    tables = _tables(drawing)
    level = [word for word in found if word.turn != ASLANT]
    stamps = [strip([word]) for word in found if word.turn == ASLANT]
    cells, rest, stray = _shared([*level, *bullets(drawing.dots, level)], tables)
    lines = tuple(tuple(map(strips, lists)) for lists in cells)
    return Content(
        number, *size, tables, lines, strips(rest), strips(stray), drawing.pictures,
        _parting(drawing, _ACROSS * size[0]), stamps,
    )  # fmt: skip


def _tables(drawing: Drawn) -> tuple[Grid, ...]:
    """Return the grids that the lines form, with the filled cells that adjoin them."""
    found = grids(drawing.level, drawing.upright)
    level, upright = list(drawing.level), list(drawing.upright)
    places = [rule.at for rule in upright]
    for left, top, right, bottom in drawing.shades:
        beside = [any(abs(at - side) <= _ALIGNED for at in places) for side in (left, right)]
        inside = any(grid.ys[0] <= (top + bottom) / 2 <= grid.ys[-1] for grid in found)
        if all(beside) and not inside and bottom - top >= _ROW:
            level += [Rule(top, left, right), Rule(bottom, left, right)]
            upright += [Rule(left, top, bottom), Rule(right, top, bottom)]
    return tuple(grids(level, upright) if len(level) > len(drawing.level) else found)


def _parting(drawing: Drawn, least: float) -> tuple[Rule, ...]:
    shaded = [
        Rule(at, left, right) for left, top, right, bottom in drawing.shades for at in (top, bottom)
    ]
    rules = joined([*drawing.level, *shaded])
    return tuple(rule for rule in rules if rule.end - rule.start >= least)


def _frame(page: Any) -> Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    sides = (box.left, box.bottom, box.right, box.top)
    if not (0 < box.right - box.left < _LONGEST and 0 < box.top - box.bottom < _LONGEST):
        sides = _A4
    return Frame(*sides, turn=max(pdfium.FPDFPage_GetRotation(page), 0) % 4)


def _shared(
    found: Sequence[Word], tables: Sequence[Grid]
) -> tuple[list[list[list[Word]]], list[Word], list[Word]]:
    """Return the words of each cell of each table, those of the prose and the stray ones."""
    cells: list[list[list[Word]]] = [[[] for _ in grid.boxes] for grid in tables]
    rest: list[Word] = []
    stray: list[Word] = []
    for word in found:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        for grid, lists in zip(tables, cells, strict=True):
            if grid.ys[0] <= y < grid.ys[-1]:
                owner = grid.find(x, y)
                if owner is not None:
                    lists[owner].append(word)
                elif len(grid.xs) > 2:
                    stray.append(word)
                else:
                    continue
                break
        else:
            rest.append(word)
    return cells, rest, stray


def _marked(text: Any, strip: Strip) -> Strip:
    return strip._replace(bold=_is_bold(text, strip.at))


def _is_bold(text: Any, at: int) -> bool:
    """Whether a character's font is bold, by its weight or its name."""
    if pdfium.FPDFText_GetFontWeight(text, at) >= 600:
        return True
    flags, name = ctypes.c_int(), ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text, at, name, 128, flags)
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy", b"demi"))
