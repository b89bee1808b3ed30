"""An area in which some owners have a date and others have none.

Where several owners stand beside an area's actions, each needs a date. Owners who stand after
the last date have none.

Write a date after each owner, or put each action on a row of its own.

PASS:
    area: Case records
    action: Write a recording standard
    action: Train all social workers in it
    who and when: Head of Service
    who and when: 30 June 2026
    who and when: Training Manager
    who and when: 31 July 2026
FAIL:
    area: Case records
    action: Write a recording standard
    action: Train all social workers in it
    who and when: Head of Service
    who and when: 30 June 2026
    who and when: Training Manager
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._times import is_dated
from pipeline.checks._words import listed, quotes
from pipeline.models import Assignment, Severity

CODE = "DUE002"
SLUG = "partly-dated"
NAME = "Some owners have no date"
SEVERITY: Severity = "warning"
UNIT = "area"
HELP = "Write a date for each of these owners."


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas with a date for some of their owners and none for others."""
    for row in (row for row in context.rows if len(row.groups) > 1):
        bare = [group for group in row.groups if group.owners and not _dated(group)]
        if not bare or not any(_dated(group) for group in row.groups):
            continue
        names = listed(quotes(owner.text for group in bare for owner in group.owners))
        message = f"There is no date for {names}, though others here have one."
        yield Hit(row.area.id, message, names, place=bare[0].location)


def _dated(group: Assignment) -> bool:
    """A placeholder is a slip of its own."""
    return any(is_dated(item) or item.kind == "placeholder" for item in group.deadlines)
