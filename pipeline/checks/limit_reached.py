"""The reading stopped at a limit.

A document can be too large, too long or too deeply nested to be read to its end. What lies
beyond was neither read nor checked. (Time and memory are another matter: there the file fails
as a whole, so that the same bytes always give the same findings.)

Split the document, or raise the limit in the settings.
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.models import Severity

CODE = "EXT005"
SLUG = "limit-reached"
NAME = "The reading stopped at a limit"
SEVERITY: Severity = "error"
UNIT = "document"
HELP = "Split the document, or raise the limit."


def check(context: Context) -> Iterator[Hit]:
    """Yield what stopped the reading."""
    for note in context.statement.extraction.notes:
        if note.kind == "limit":
            message = f"Not everything was read: {note.text.rstrip('.')}."
            yield Hit(DOCUMENT, message, note.text, place=note.location)
