"""The pages of a PDF one after another, each closed before the next, and what was met."""

from typing import Any

from pipeline.blocks import Remark
from pipeline.errors import LimitError, UnreadableError
from pipeline.placed import Place
from pipeline.readers.pdf.opening import opened, opened_page
from pipeline.readers.pdf.page import Content, content, empty
from pipeline.settings import Limits

_OCR = "Ask for the original document, or run OCR on it first."
# The part of a page's characters that may be senseless before the page is.
_SENSELESS = 0.5
# PDFium keeps what it has read of a file until that is closed: so it is, after so many pages.
_AT_ONCE = 64


def contents(data: bytes, limits: Limits) -> tuple[list[Content], list[Remark]]:
    """Return what stands on the pages, and remarks on those that could not be read whole.

    Raises UnreadableError where no page has words, LimitError as `opened` does.
    """
    pages: list[Content] = []
    remarks: list[Remark] = []
    number = 1
    while len(pages) < number:
        with opened(data, limits) as (document, number):
            for index in range(len(pages), min(len(pages) + _AT_ONCE, number)):
                pages.append(_page(data, document, index, remarks))
    _check(pages)
    return pages, [*remarks, *_pictures(pages), *_undecodable(pages)]


def _page(data: bytes, document: Any, index: int, remarks: list[Remark]) -> Content:
    """Return a page of an open document, counted from 0, or what else can be had of it."""
    try:
        with opened_page(document, index) as (page, text):
            return content(page, text, index + 1)
    except UnreadableError:
        return _by_plumber(data, index + 1, remarks)
    except LimitError as error:
        problem = f"{error.problem} It was left out."
        remarks.append(Remark("limit", problem, Place(index + 1)))
        return empty(index + 1)


def _by_plumber(data: bytes, number: int, remarks: list[Remark]) -> Content:
    """Return a page that PDFium cannot load as pdfplumber reads it, or an empty one."""
    from pipeline.readers.pdf.plumber import content

    read = content(data, number)
    how = "was read in another way, which is slower" if read else "is damaged and was left out"
    remarks.append(Remark("fallback", f"Page {number} {how}.", Place(number)))
    return read or empty(number)


def _check(pages: list[Content]) -> None:
    """Refuse a document without words."""
    if any(is_decoded(page) for page in pages if has_words(page)):
        return
    if any(has_words(page) for page in pages):
        raise UnreadableError("Its fonts do not say which letters they show.", _OCR)
    if any(page.pictures for page in pages):
        raise UnreadableError("It is only a picture: there are no words to read.", _OCR)
    raise UnreadableError("It is blank: there are no words on its pages.", "Send another file.")


def _pictures(pages: list[Content]) -> list[Remark]:
    return [
        Remark("picture-page", f"Page {page.number} is only a picture. {_OCR}", Place(page.number))
        for page in pages
        if page.pictures and not has_words(page)
    ]


def _undecodable(pages: list[Content]) -> list[Remark]:
    return [
        Remark(
            "undecodable",
            f"The fonts of page {page.number} do not say which letters they show. {_OCR}",
            Place(page.number),
        )
        for page in pages
        if has_words(page) and not is_decoded(page)
    ]


def has_words(page: Content) -> bool:
    """Whether a page has any."""
    return any(page.columns())


def is_decoded(page: Content) -> bool:
    """Whether most of a page's characters are known."""
    texts = [strip.text for strips in page.columns() for strip in strips]
    unknown = sum(text.count("\ufffd") for text in texts)
    return unknown <= _SENSELESS * sum(map(len, texts))
