"""A long PDF costs the words it holds, and hardly more while it is read."""

import gc
import io
import tracemalloc
from unittest.mock import Mock

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.blocks import Table
from pipeline.readers import pdf
from pipeline.readers.pdf import opening, reading
from pipeline.settings import Settings

XS, YS = (50, 170, 330), (700, 730, 760, 780)
CELLS = ("Revise the template", "31 May 2022")
MEBIBYTE = 2**20


def printed(pages: int) -> bytes:
    """Return so many pages of prose with a small ruled table, no two the same."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=0, invariant=True)
    for page in range(pages):
        canvas.setFont("Helvetica", 10)
        canvas.grid(XS, YS)
        for x, words in zip(XS, CELLS, strict=False):
            canvas.drawString(x + 4, 766, words)
            canvas.drawString(x + 4, 746, f"{words} {page}")
            canvas.drawString(x + 4, 716, f"{page} {words}")
        for line in range(2):
            words = f"The board met {page} times in the year, and {line} of its members left it."
            canvas.drawString(50, 650 - 13 * line, words)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def measured(pages: int) -> tuple[float, float]:
    """Return what the document takes that is read, and what reading took beyond it, in MiB."""
    data = printed(pages)
    gc.collect()
    tracemalloc.start()
    try:
        document = pdf.read(data, Settings())
        gc.collect()
        kept, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert document.pages == pages
    return kept / MEBIBYTE, (peak - kept) / MEBIBYTE


def test_a_long_document_takes_no_more_room_than_its_words() -> None:
    measured(2)  # what is imported and compiled at first use is no part of it
    (short, once), (long, peak) = measured(100), measured(1000)
    assert long < 11 * short
    assert peak < once + 1.5


def test_the_file_is_opened_anew_after_some_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFium keeps what it has read of a file until that is closed."""
    data = printed(7)
    whole = pdf.read(data, Settings())
    spy = Mock(wraps=opening.opened)
    monkeypatch.setattr(reading, "opened", spy)
    monkeypatch.setattr(reading, "_AT_ONCE", 3)
    assert pdf.read(data, Settings()) == whole
    assert spy.call_count == 3
    assert [one.page for one in whole.blocks if isinstance(one, Table)] == [*range(1, 8)]
