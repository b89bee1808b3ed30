"""PDF bytes to an open document, or one sentence that says why it cannot be opened."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2 as wrapper
import pypdfium2.raw as pdfium

from pipeline.errors import LimitError, UnreadableError
from pipeline.readers.pdf.typed import set_in
from pipeline.settings import Limits

_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: (
        "It is protected by a password.",
        "Open it, save it without the password and send that file.",
    ),
    pdfium.FPDF_ERR_SECURITY: (
        "It is protected in a way that cannot be opened.",
        "Ask for a copy without protection.",
    ),
}
# PDFium must not be called from two threads at a time.
_LOCK = threading.Lock()
_DAMAGED = ("It is damaged or has no pages.", "Export it to PDF again.")


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[tuple[Any, int]]:
    """Open a document for as long as the block runs, and yield its handle and page count.

    Raises UnreadableError for what is damaged, protected or has no pages, LimitError for
    more pages than the limits allow.
    """
    with _LOCK:
        _forget_errors()
        try:
            document = wrapper.PdfDocument(data)
        except wrapper.PdfiumError as error:
            code = getattr(error, "err_code", None)
            raise UnreadableError(*_REASONS.get(code or 0, _DAMAGED)) from None
        try:
            _check(len(document), limits)
            yield document.raw, len(document)
        finally:
            document.close()


def _forget_errors() -> None:
    """Make PDFium's last error one of its own making: it does not set it for every failure."""
    pdfium.FPDF_LoadMemDocument64(b"none", 4, None)


def _check(pages: int, limits: Limits) -> None:
    if pages > limits.pages:
        raise LimitError(
            f"It has {pages} pages, more than the limit of {limits.pages}.",
            "Send the plan alone, or raise the limit on pages.",
        )


@contextmanager
def opened_page(document: Any, index: int) -> Iterator[tuple[Any, Any]]:
    """Open a page, counted from 0, and yield it with its text; both are closed afterwards.

    Raises UnreadableError where PDFium cannot load it.
    """
    page = _loaded(document, index)
    if set_in(document, page):
        pdfium.FPDF_ClosePage(page)
        page = _loaded(document, index)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        yield page, text
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _loaded(document: Any, index: int) -> Any:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise UnreadableError(*_DAMAGED, f"page {index + 1}")
    return page
