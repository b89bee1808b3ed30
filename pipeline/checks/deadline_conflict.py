"""An action whose own words end later than its row.

"To be delivered during 2026/27" beside "30 September 2026": both cannot be the deadline. How
often something recurs does not count.

Write the same date in both places.

PASS:
    area: Case records
    action: Write a recording standard by 30 June 2026
    owner: Principal Social Worker
    due: 30 September 2026
FAIL:
    area: Case records
    action: Write a recording standard by 31 December 2026
    owner: Principal Social Worker
    due: 30 September 2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._rows import Row
from pipeline.checks._times import is_fixed, lends_year
from pipeline.checks._words import quoted
from pipeline.models import Action, Deadline, Severity

CODE = "DUE018"
SLUG = "deadline-conflict"
NAME = "The action ends after its row"
SEVERITY: Severity = "warning"
UNIT = "action"
_READY = re.compile(
    r"\b(?:advertis|book|invit|prepar|promot|publicis|regist)\w*\b|\bplan(?:ning)? for\b"
    r"|\bready for\b|\bin (?:advance of|readiness for|time for)\b|\bahead of\b|\bprior to\b"
    r"|\bbefore (?:the|our|its)\b|\b(?:starting|which (?:begins?|opens?|starts?|takes? place))\b",
    re.IGNORECASE,
)
HELP = "Write the same date in both places, or give the action a row of its own."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions whose own date is later than all that the row says of them."""
    for row in context.rows:
        for action in row.actions:
            if action.deadlines and (hit := _conflict(row, action)):
                yield hit


def _conflict(row: Row, action: Action) -> Hit | None:
    own = [item for item in action.deadlines if is_fixed(item)]
    last = max(_stated(row, action), key=_end, default=None) if own else None
    if last is None:
        return None
    later = [item for item in own if _end(item) > _end(last)]
    ready = _READY.search(action.text) if later else None
    mine = max(
        (item for item in later if not _is_readied(item, action.text, ready)),
        key=_end, default=None,
    )  # fmt: skip
    if mine is None or _may_be_within(mine, last):
        return None
    said = f"{quoted(mine.text)} ends after the row's {quoted(last.text)}"
    return Hit(action.id, f"The action's own {said}.", mine.text, place=mine.location)


def _is_readied(item: Deadline, text: str, ready: re.Match[str] | None) -> bool:
    """Whether a day is that of an event which the action makes ready for, or stands before.

    "Employ two more until April 2027" tells how long, not by when.
    """
    if item.text.lower().startswith(("before the start", "till ", "until ")):
        return True
    return ready is not None and ready.end() <= len(text.partition(item.text)[0])


def _stated(row: Row, action: Action) -> list[Deadline]:
    """Return the last days that the table gives for an action: its own, or all that may be."""
    dates = [item for group in row.groups for item in group.deadlines if is_fixed(item)]
    linked = [item for item in dates if item.basis and action.id in item.actions]
    return linked or dates


def _may_be_within(mine: Deadline, last: Deadline) -> bool:
    """Whether a date without its year ends in time in the year of the row's."""
    if not lends_year(mine) or not mine.latest or not last.latest:
        return False
    day, end = mine.latest, last.latest
    return (day.month, day.day) <= (end.month, end.day)


def _end(item: Deadline) -> int:
    return item.latest.toordinal() if item.latest else 0
