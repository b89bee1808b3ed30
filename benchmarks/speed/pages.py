"""A page of the real statement as PDF: the whole pipeline beside other tools."""

import io
import logging
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from benchmarks.speed.figures import EVIDENCE, Figure, side_by_side
from pipeline import Settings, Source, process
from pipeline.readers import pdf

_STATEMENT = EVIDENCE / "statements/hartlepool-2014.portrait.pdf"
_PLUMBER = "pdfplumber extract_tables"
_TARGETS = {"whole pipeline, PDF to findings": "≥ 5x, aim 12x"}


def figures(rounds: int) -> Iterator[Figure]:
    """Yield milliseconds a page, and how many times faster than pdfplumber."""
    if not _STATEMENT.exists():
        yield Figure("PDF pages (skipped: the evidence folder is not here)", None, "")
        return
    data = _STATEMENT.read_bytes()
    pages = pdf.read(data, Settings()).pages or 1
    times = side_by_side(_works(data), rounds)
    for name, seconds in times.items():
        ratio = f"{times[_PLUMBER] / seconds:.1f}x pdfplumber"
        yield Figure(name, 1000 * seconds / pages, "ms/page", ratio, _TARGETS.get(name, ""))
    if not _camelot():
        yield Figure("camelot lattice (skipped: not installed)", None, "")


def _works(data: bytes) -> dict[str, Callable[[], object]]:
    works: dict[str, Callable[[], object]] = {
        "PDFium's floor: load page and text": lambda: _floor(data),
        "our PDF reader": lambda: pdf.read(data, Settings()),
        "whole pipeline, PDF to findings": lambda: process(Source("plan.pdf", data), Settings()),
        _PLUMBER: lambda: _plumber(data),
    }
    camelot = _camelot()
    if camelot:
        works["camelot lattice"] = lambda: _lattice(camelot, data)
    return works


def _floor(data: bytes) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.count_chars()
        text.close()
        page.close()
    document.close()


def _plumber(data: bytes) -> None:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def _camelot() -> ModuleType | None:
    try:
        camelot = import_module("camelot")
    except ImportError:
        return None
    logging.getLogger("camelot").setLevel(logging.ERROR)
    return camelot


def _lattice(camelot: ModuleType, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.pdf")
        path.write_bytes(data)
        camelot.read_pdf(str(path), pages="all", flavor="lattice")
