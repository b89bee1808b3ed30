"""A deadline that points to a place where there is no date.

"As 3.2 above" is in order when 3.2 exists and has a date. "As per the strategy" sends the reader
to another document.

Write the date here as well.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: As 7.4 above
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._rows import repeats
from pipeline.checks._times import is_fixed
from pipeline.checks._words import quoted
from pipeline.models import Action, Area, Deadline, Severity

CODE = "DUE016"
SLUG = "dead-reference"
NAME = "It points to no date"
SEVERITY: Severity = "warning"
UNIT = "row"
HELP = "Write the date here as well."
_NUMBER = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?\b", re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows whose reference leads to no date."""
    if "reference" not in context.kinds:
        return
    dated = _dated(context)
    for row in context.rows:
        items = [item for item in row.deadlines if _points(item) and not _leads(item, dated)]
        unfilled = any(item.kind == "placeholder" for item in row.deadlines)
        if items and not unfilled and not (dated and repeats(row)):
            said = quoted(items[0].text)
            message = f"{said} leads to no date in this document."
            yield Hit(row.subject.id, message, said, row.also, items[0].location)


def _points(item: Deadline) -> bool:
    return item.kind == "reference" and item.latest is None


def _leads(item: Deadline, dated: set[str]) -> bool:
    return any(number.lower() in dated for number in _NUMBER.findall(item.text))


def _dated(context: Context) -> set[str]:
    """Return the numbers by which rows that have a date are known."""
    found: set[str] = set()
    alone = len(context.statement.sections) == 1  # then its number is left out
    for row in context.rows:
        if any(is_fixed(item) for item in row.deadlines):
            parts: list[Area | Action] = [row.area, *row.actions]
            found.update(part.id for part in parts)
            found.update(part.id.partition(".")[2] for part in parts if alone)
            found.update(part.ref.lower().strip("().") for part in parts if part.ref)
    return found
