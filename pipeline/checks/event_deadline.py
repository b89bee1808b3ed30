"""A deadline that waits for something to happen.

"After the review", "subject to funding": until it happens nobody can be late, and if it never
happens nobody ever is.

Write the day by which it will be done, and the condition beside it as a risk.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: After the review of the service
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import agree, listed, quotes
from pipeline.models import Deadline, Severity

CODE = "DUE010"
SLUG = "event-deadline"
NAME = "It waits for something to happen"
SEVERITY: Severity = "warning"
UNIT = "row"
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|[A-Za-z]{3,9})[ ./-]\d{2,4}\b")
HELP = "Write the day by which it will be done whatever happens."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows whose deadline is an event without a day, or has a condition."""
    for row in context.to_do:
        items = [item for item in row.deadlines if _waits(item)]
        if items:
            said = quotes(item.text for item in items)
            hangs = agree(said, "waits", "wait")
            message = f"{listed(said)} {hangs} for something that may not happen, or not in time."
            yield Hit(row.subject.id, message, listed(said), row.also, items[0].location)


def _waits(item: Deadline) -> bool:
    if item.condition:
        return True
    return item.kind == "event" and item.latest is None and not _DAY.search(item.text)
