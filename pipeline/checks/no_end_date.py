"""A deadline whose words fix nothing.

"Ongoing", "as soon as possible", "immediate", "in due course", "regularly": nobody can ever be
late for these. A start ("from 27 January 2026") says when work begins and not when it is done.

Write the day by which it will be done. For what never ends, write how often it is done and the
day on which it is first reviewed.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: Ongoing
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._times import is_open
from pipeline.checks._words import listed, quoted
from pipeline.models import Severity

CODE = "DUE003"
SLUG = "no-end-date"
NAME = "The deadline fixes nothing"
SEVERITY: Severity = "error"
UNIT = "row"
HELP = "Write the day by which it will be done; for lasting work, when it is first reviewed."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows in which no word of the deadline fixes an end."""
    for row in context.rows:
        if row.deadlines and all(is_open(item) for item in row.deadlines):
            said = listed([quoted(item.text) for item in row.deadlines])
            message = f"The deadline {said} does not say when this will be done."
            yield Hit(row.subject.id, message, said, row.also, row.deadlines[0].location)
