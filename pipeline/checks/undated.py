"""A document without a date or a version.

Drafts are passed round by e-mail. Without a date nobody knows which is the last, and nobody can
tell whether the statement was published in time.

Where the text names a day that may be meant, the finding is for information only.

Write the date, or a version number, on the first page.

PASS:
    Version 2, 2 March 2026
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import quoted
from pipeline.models import Note, Severity

CODE = "DOC001"
SLUG = "undated"
NAME = "No date or version"
SEVERITY: Severity = "warning"
UNIT = "document"
_SEASON = re.compile(
    r"\b(?:spring|summer|autumn|winter|easter)(?: term)?,? 20\d\d\b", re.IGNORECASE
)
HELP = "Write the date or a version number on the first page."


def check(context: Context) -> Iterator[Hit]:
    """Yield a document with neither date nor version."""
    if 0 < len(context.areas) == len(context.unanswered):
        return  # no plan, but what one answers to: the areas say so
    if _SEASON.search(context.statement.title or ""):
        return
    if context.statement.date is None and not context.statement.version:
        yield _hit(context.unclear("unclear-date"))


def _hit(day: Note | None) -> Hit:
    """Return the finding; where its words hold a day that may be meant, for information."""
    if day is None:
        return Hit(DOCUMENT, "The document has no date and no version.")
    message = f"The document has no date and no version, unless {quoted(day.text)} is its date."
    return Hit(DOCUMENT, message, place=day.location, confidence="low", severity="info")
