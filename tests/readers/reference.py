"""What plain pdfplumber finds in the ruled tables of a PDF, and the same of our reader."""

import io
from collections import Counter
from itertools import groupby
from typing import Any

import pdfplumber

from pipeline.blocks import Cell, Document, Table
from pipeline.placed import Run

Lines = tuple[str, ...]
Cells = Counter[tuple[int, Lines]]


def by_plumber(data: bytes) -> Cells:
    """Return page and lines of all cells that hold words, white space left out."""
    found: Cells = Counter()
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            tables = page.filter(_is_no_shade).find_tables()
            for box in (box for table in tables if len(table.cells) > 1 for box in table.cells):
                lines = _lines(page, box)
                if lines:
                    found[page.page_number, lines] += 1
            page.close()
    return found


def _is_no_shade(item: dict[str, Any]) -> bool:
    """Leave out filled boxes: its finder takes the sides of each line's highlight for rules."""
    thick = min(item["width"], item["height"]) > 3 if "width" in item else False
    return not (item["object_type"] == "rect" and item["fill"] and not item["stroke"] and thick)


def _lines(page: Any, box: tuple[float, float, float, float]) -> Lines:
    left, top, right, bottom = box
    inside = page.filter(
        lambda item: (
            (
                left <= (item["x0"] + item["x1"]) / 2 < right
                and top <= (item["top"] + item["bottom"]) / 2 < bottom
            )
            if item["object_type"] == "char"
            else False
        )
    )
    text = inside.extract_text() or ""
    lines = ("".join(line.replace("(cid:127)", "•").split()) for line in text.split("\n"))
    return tuple(line for line in lines if line)


def by_us(document: Document) -> Cells:
    """Return the same of a document that our reader returned."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    cells = ((table.page or 0, visual_lines(cell)) for table in tables for cell in table.cells)
    return Counter((page, lines) for page, lines in cells if lines)


def visual_lines(cell: Cell) -> Lines:
    """Return the lines of a cell as they stand on the page, bullets with them."""
    runs = [run for line in cell.lines for text in (line.label, line.text) for _, run in text.runs]
    lines = groupby(runs, key=_line)
    return tuple("".join("".join(run.text for run in group).split()) for _, group in lines)


def _line(run: Run) -> int:
    return run.place.line
