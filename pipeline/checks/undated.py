"""A document without a date or a version.

Drafts are passed round by e-mail. Without a date nobody knows which is the last, and nobody can
tell whether the statement was published in time.

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
from pipeline.models import Severity

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
        yield Hit(DOCUMENT, "The document has no date and no version.")
