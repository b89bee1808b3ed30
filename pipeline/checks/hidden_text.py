"""Hidden rows, columns, sheets or words.

What is hidden on the screen goes out with the file. Hidden rows and sheets of a workbook were
read all the same; hidden words of a Word document were left out.

Delete it, or show it, before the plan leaves the office.
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.models import Severity

CODE = "EXT007"
SLUG = "hidden-text"
NAME = "Something is hidden"
SEVERITY: Severity = "info"
UNIT = "part"
HELP = "Delete it, or show it, before the plan leaves the office."


def check(context: Context) -> Iterator[Hit]:
    """Yield what the document hides."""
    for note in context.statement.extraction.notes:
        if note.kind == "hidden":
            yield Hit(DOCUMENT, note.text, note.text, place=note.location)
