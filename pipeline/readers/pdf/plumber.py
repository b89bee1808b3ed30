"""A page as pdfplumber reads it, for one that PDFium cannot load."""

import io
import logging
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.readers.pdf.page import Content, laid_out
from pipeline.readers.pdf.rules import Drawn
from pipeline.readers.pdf.shapes import Rule, Word

# How far a font goes below its baseline, as a part of its size.
_DESCENT = 0.2
# What its parser is known to raise on damaged files, beside its own errors.
_ERRORS = (
    PDFException, PdfminerException, ValueError, TypeError, KeyError, IndexError, AttributeError,
    AssertionError, RecursionError,
)  # fmt: skip

# It tells of every font that it finds odd; what matters to a user is said by the reader.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def content(data: bytes, number: int) -> Content | None:
    """Return what stands on a page, counted from 1, or None where it cannot be read."""
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as document:
            return _content(document.pages[0], number) if document.pages else None
    except _ERRORS:
        return None


def _content(page: Any, number: int) -> Content:
    edges = page.edges
    level = [Rule(e["top"], e["x0"], e["x1"]) for e in edges if e["orientation"] == "h"]
    upright = [Rule(e["x0"], e["top"], e["bottom"]) for e in edges if e["orientation"] == "v"]
    found = [_word(word) for word in page.extract_words(return_chars=True)]
    drawing = Drawn(level, upright, [], [], len(page.images))
    return laid_out(number, (float(page.width), float(page.height)), found, drawing)


def _word(word: dict[str, Any]) -> Word:
    glyphs = [(_known(glyph["text"]), (glyph["x0"], glyph["x1"])) for glyph in word["chars"]]
    edges = tuple(float(edge) for text, sides in glyphs for edge in sides * len(text))
    size = float(word["chars"][0]["size"])
    return Word(
        "".join(text for text, _ in glyphs), word["x0"], word["x1"], word["top"], word["bottom"],
        word["bottom"] - _DESCENT * size, size, 0, 0, False, edges,
    )  # fmt: skip


def _known(text: str) -> str:
    """Return a glyph's text; one that the font does not name is a bullet at code 127."""
    if not text.startswith("(cid:"):
        return text
    return "•" if text == "(cid:127)" else "\ufffd"
