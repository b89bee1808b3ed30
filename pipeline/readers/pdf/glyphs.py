"""A page's characters to words, each character with its box.

PDFium gives the characters, their boxes and where it sees white space; the words are put
together here, for PDFium's own order and its text of a region move words between lines.
"""

import ctypes
import math
import re
from collections import deque
from itertools import repeat
from operator import sub
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.markers import BULLETS
from pipeline.readers.pdf.shapes import Word

# PDFium writes U+0002 (U+FFFE in the text) for a hyphen at a line's end and joins the halves.
_HYPHENS = "\x02\ufffe"
# A bullet set tight against its words is a word of its own.
_WORD = re.compile(f"[{BULLETS}]|[^\\s\x00{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
# What is no character: controls, and halves of pairs.
_CLEAN = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], "\ufffd")
_CLEAN |= {ord(hyphen): "-" for hyphen in _HYPHENS}
# Parts of the font's height: a wider gap parts words; further back than this is another line.
_GAP, _BACK = 0.6, 1.2


class Glyphs(NamedTuple):
    """All characters of a page: `edges` holds left and right, `heights` top and bottom."""

    text: str
    edges: list[float]
    heights: list[float]


class Font(NamedTuple):
    """The size of a font on the page, its quarter turns anticlockwise and its origin."""

    size: float
    turn: int
    origin: tuple[float, float]


def count(page: Any) -> int:
    """Return how many characters a text page has."""
    return max(0, int(pdfium.FPDFText_CountChars(page)))


def words(page: Any, frame: Frame) -> tuple[list[Word], Frame]:
    """Return the words of an open text page in PDFium's order, and the frame they stand in.

    A page whose text is mostly written sideways is turned so that it reads upright.
    """
    size = count(page)
    if not size:
        return [], frame
    text = _text(page, size)
    spans = [match.span() for match in _WORD.finditer(text)]
    fonts = _fonts(page, [start for start, _ in spans])
    turns = [(font.turn - frame.turn) % 4 for font in fonts]
    sideways = max((1, 2, 3), key=turns.count)
    if turns.count(sideways) * 2 > len(turns):
        frame = frame.turned(sideways)
        turns = [(turn - sideways) % 4 for turn in turns]
    glyphs = _glyphs(page, text, frame)
    bases = frame.boxes([number for font in fonts for number in (*font.origin, *font.origin)])[1]
    return [
        _word(glyphs, first, last, font.size, turn, base)
        for (start, end), font, turn, base in zip(spans, fonts, turns, bases[0::2], strict=True)
        for first, last in _whole(glyphs, start, end, turn)
    ], frame


def _text(page: Any, size: int) -> str:
    """Return one code point for each character of the page."""
    buffer = (ctypes.c_ushort * (size + 1))()
    written = pdfium.FPDFText_GetText(page, 0, size, buffer)
    if written == size + 1:
        text = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
        if len(text) == size:
            return text
    codes = map(pdfium.FPDFText_GetUnicode, repeat(page), range(size))
    return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)


def _fonts(page: Any, starts: list[int]) -> list[Font]:
    """Return size and direction of the font at each of the characters."""
    matrices = (pdfium.FS_MATRIX * len(starts))()
    deque(map(pdfium.FPDFText_GetMatrix, repeat(page), starts, matrices), maxlen=0)
    sizes = map(pdfium.FPDFText_GetFontSize, repeat(page), starts)
    return list(map(_font, sizes, matrices))


def _font(size: float, matrix: Any) -> Font:
    a, b = matrix.a, matrix.b
    turn = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
    return Font(size * math.hypot(matrix.c, matrix.d), turn, (matrix.e, matrix.f))


def _glyphs(page: Any, text: str, frame: Frame) -> Glyphs:
    boxes = (pdfium.FS_RECTF * len(text))()
    calls = map(pdfium.FPDFText_GetLooseCharBox, repeat(page), range(len(text)), boxes)
    deque(calls, maxlen=0)
    numbers = memoryview(boxes).cast("B").cast("f").tolist()
    return Glyphs(text, *frame.boxes(numbers))


def _whole(glyphs: Glyphs, start: int, end: int, turn: int) -> list[tuple[int, int]]:
    """Cut a word where its characters do not stand side by side on one line."""
    if end - start == 1:
        return [(start, end)]
    along, across = (glyphs.heights, glyphs.edges) if turn % 2 else (glyphs.edges, glyphs.heights)
    nears, fars = along[2 * start : 2 * end : 2], along[2 * start + 1 : 2 * end : 2]
    tops = across[2 * start : 2 * end : 2]
    height = across[2 * start + 1] - tops[0] or 1.0
    if turn == 0 and max(tops) - min(tops) < height:
        between = fars[-1] - nears[0] - sum(fars) + sum(nears)
        if abs(between) < _GAP * height:
            return [(start, end)]
    steps = map(sub, nears[1:], fars) if turn in (0, 3) else map(sub, nears, fars[1:])
    cuts = [start]
    for number, step in enumerate(steps):
        moved = abs(tops[number + 1] - tops[number]) >= height
        if moved or not -_BACK * height < step < _GAP * height:
            cuts.append(start + number + 1)
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _word(glyphs: Glyphs, start: int, end: int, size: float, turn: int, base: float) -> Word:
    text, edges, heights = glyphs
    word = text[start:end]
    if not word.isprintable():
        word = word.translate(_CLEAN)
    return Word(
        word,
        min(edges[2 * start], edges[2 * end - 2]),
        max(edges[2 * start + 1], edges[2 * end - 1]),
        min(heights[2 * start : 2 * end : 2]),
        max(heights[2 * start + 1 : 2 * end : 2]),
        base,
        size,
        turn,
        start,
        text[end : end + 1] == " ",
        tuple(edges[2 * start : 2 * end]),
    )
