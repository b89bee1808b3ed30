"""Over a quarter of the plan's areas fall due on one day.

A date given to everything is seldom a plan: on that day nobody can check it all. An area counts
with the last of its dates, and a plan needs four dated areas for this to be raised.

Spread the dates as the work will really be done.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
    area: Supervision
    action: Hold reflective supervision monthly
    owner: Head of Service
    due: 30 June 2026
    area: Participation
    action: Publish the pledge to children
    owner: Participation Manager
    due: 30 June 2026
    area: Care leavers
    action: Write to every care leaver
    owner: Team Manager, Care Leavers
    due: 31 July 2026
"""

from collections.abc import Iterator
from datetime import date

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._times import day, is_fixed
from pipeline.models import Area, Severity

CODE = "DUE019"
SLUG = "same-day-cliff"
NAME = "Much of the plan falls due on one day"
SEVERITY: Severity = "info"
UNIT = "day"
HELP = "Spread the dates as the work will be done."
FEWEST_AREAS = 4
FEWEST = 3
SHARE = 0.25


def check(context: Context) -> Iterator[Hit]:
    """Yield the days on which over a quarter of the dated areas fall due."""
    days: dict[date, list[str]] = {}
    for area in context.areas:
        if (last := _last(area)) is not None:
            days.setdefault(last, []).append(area.id)
    dated = sum(map(len, days.values()))
    if dated < FEWEST_AREAS:
        return
    for last, ids in sorted(days.items()):
        if len(ids) >= FEWEST and len(ids) > SHARE * dated:
            message = f"{len(ids)} of {dated} dated areas fall due on {day(last)}."
            yield Hit(DOCUMENT, message, last.isoformat(), tuple(ids))


def _last(area: Area) -> date | None:
    items = [item for group in area.assignments for item in group.deadlines if is_fixed(item)]
    return max((item.latest for item in items if item.latest), default=None)
