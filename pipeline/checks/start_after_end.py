"""Work that starts after it is due.

One of the two dates is wrong.

Correct the start or the deadline.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    start: 1 May 2026
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    start: 1 July 2026
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._rows import Row
from pipeline.checks._times import is_fixed
from pipeline.checks._words import quoted
from pipeline.models import Deadline, Severity

CODE = "DUE014"
SLUG = "start-after-end"
NAME = "It starts after it is due"
SEVERITY: Severity = "warning"
UNIT = "row"
HELP = "Correct the start or the deadline."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows that start after their last deadline."""
    for row in context.rows:
        starts = [(item.earliest, item) for item in _starts(row) if item.earliest]
        due = [item for item in row.deadlines if is_fixed(item)] if starts else []
        ends = [(item.latest, item) for item in due if item.latest]
        if not ends:
            continue
        start, end = min(starts, key=lambda pair: pair[0]), max(ends, key=lambda pair: pair[0])
        if start[0] > end[0]:
            said = f"{quoted(start[1].text)} comes after the deadline {quoted(end[1].text)}"
            message = f"The start {said}."
            yield Hit(row.subject.id, message, said, row.also, start[1].location)


def _starts(row: Row) -> list[Deadline]:
    """Return the starts of a row's column, and one that stands alone beside a deadline.

    Among the deadlines of several actions nobody knows which the start belongs to; and what
    "starts 17 October" is somebody, or something, else.
    """
    alone = len(row.deadlines) == 2 and len(row.actions) == 1
    stated = [item for item in row.deadlines if item.role == "start"] if alone else []
    stated = [item for item in stated if not item.text.lower().startswith(("starts ", "begins "))]
    return [*row.starts, *stated]
