"""A page that is only a picture.

Scanned pages have no words that a program could read, so nothing on them was read or checked.

Ask for the file that the page was printed from, or run text recognition (OCR) over it first.
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.models import Note, Severity

CODE = "EXT004"
SLUG = "no-text-layer"
NAME = "A page is only a picture"
SEVERITY: Severity = "error"
UNIT = "page"
HELP = "Ask for the original file, or run text recognition (OCR) over the scan first."


def check(context: Context) -> Iterator[Hit]:
    """Yield the pages without words."""
    for note in context.statement.extraction.notes:
        if note.kind == "picture-page":
            subject = _page(note)
            message = f"Nothing on {subject} could be read: it is only a picture."
            yield Hit(subject, message, subject, place=note.location)


def _page(note: Note) -> str:
    pages = [part.page for part in note.location.fragments if part.page is not None]
    return f"page {pages[0]}" if pages else DOCUMENT
