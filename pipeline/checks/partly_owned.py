"""An area in which some dates have an owner and others have none.

Where several dates stand beside an area's actions, each needs somebody who answers for it. A
date standing alone after owners belongs to them. Where the dates come first, each belongs to the
owners after it; else a date before any owner belongs to nobody.

Write an owner before each date, or put each action on a row of its own.

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
    who and when: 30 June 2026
    who and when: Training Manager
    who and when: 31 July 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import listed, quoted
from pipeline.models import Severity

CODE = "OWN002"
SLUG = "partly-owned"
NAME = "Some dates have no owner"
SEVERITY: Severity = "warning"
UNIT = "area"
HELP = "Name the post that answers for each of these dates."


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas with owners beside some of their dates and none beside others."""
    for row in context.rows:
        bare = [group for group in row.groups if group.deadlines and not group.owners]
        if not bare or not any(group.owners for group in row.groups):
            continue
        dates = listed([quoted(group.text) for group in bare])
        message = f"Nobody is named for {dates}, though others here have an owner."
        yield Hit(row.area.id, message, dates, place=bare[0].location)
