"""A deadline that only says how often.

"Quarterly" never comes to an end, and without a first time nobody knows when it begins. Words
that name a day or month ("31 March each year") are in order, and so is a recurrence beside a
date or a start.

Write when it is first done, and until when it goes on: "quarterly from 30 June 2026".

PASS:
    area: Audit
    action: Audit ten files and report
    owner: Head of Quality
    due: 30 June 2026, then quarterly
FAIL:
    area: Audit
    action: Audit ten files and report
    owner: Head of Quality
    due: Quarterly
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._rows import Row
from pipeline.checks._times import has_end, is_open
from pipeline.checks._words import agree, listed, quotes
from pipeline.models import Assignment, Severity

CODE = "DUE005"
SLUG = "recurrence-only"
NAME = "Only how often, not when"
SEVERITY: Severity = "warning"
UNIT = "row"
_UNTIL = re.compile(r"\b(?:un)?till? (?!further)\w", re.IGNORECASE)
HELP = 'Add the first or the last date, for example "quarterly from 30 June 2026".'


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows whose deadlines only recur."""
    for row in context.to_do if "recurring" in context.kinds else ():
        if _only_recurs(row):
            items = [item for item in row.deadlines if item.kind == "recurring"]
            said = quotes(item.text for item in items)
            says = agree(said, "says", "say")
            message = f"{listed(said)} {says} how often, but not from when or until when."
            yield Hit(row.subject.id, message, listed(said), row.also, items[0].location)


def _only_recurs(row: Row) -> bool:
    recurring = [item for item in row.deadlines if item.kind == "recurring"]
    others = [item for item in row.deadlines if item.kind != "recurring"]
    if not recurring or any(has_end(item) for item in recurring):
        return False
    if any(item.earliest for item in row.starts) or any(map(_ends, row.groups)):
        return False
    return all(item.kind == "vague" and is_open(item) for item in others)


def _ends(group: Assignment) -> bool:
    """Whether a cell says what ends it: "Every month until all are transferred"."""
    return any(_UNTIL.search(one.text) for one in group.passages)
