"""A part of the document that could not be read.

A page whose fonts do not say which letters they show, a document embedded in the document, bytes
that are no text: what stands there was neither read nor checked.

Save the file anew from the program that made it, or run text recognition (OCR) over the page.
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.models import Severity

CODE = "EXT006"
SLUG = "unread-part"
NAME = "A part could not be read"
SEVERITY: Severity = "warning"
UNIT = "part"
HELP = "Save the file anew from the program that made it, and check it again."


def check(context: Context) -> Iterator[Hit]:
    """Yield what a reader met and could not read."""
    for note in context.statement.extraction.notes:
        if note.kind == "undecodable":
            yield Hit(DOCUMENT, note.text, note.text, place=note.location)
