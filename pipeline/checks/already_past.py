"""A deadline that has passed, of work that is not marked as done.

A plan published with dates that have gone by tells its readers that nobody checked. What counts
is the last day that the words allow, against the day given with `--as-of`, else the document's
own date; of several dates of one action the last counts. "Completed", "live since May" and "delayed
to 1 October" clear their own action only, and neither a start ("from 1 May") nor the first of many
times ("1 May and monthly thereafter") is an end. Where a plan rates its actions and marks none as
done, green may mean done: then it is information.

Mark the work as done, with the day, or give it a new date and say why.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 September 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 April 2026
"""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit, Skip
from pipeline.checks._rows import Row
from pipeline.checks._status import done, is_done, is_over, is_put_off
from pipeline.checks._times import day, goes_on, is_fixed
from pipeline.checks._words import listed, quotes
from pipeline.models import Assignment, Deadline, Severity

CODE = "DUE011"
SLUG = "already-past"
NAME = "The date has passed"
SEVERITY: Severity = "error"
UNIT = "area"
_TICKED = re.compile("[✓✔☑]")
_GREEN = re.compile(r"(?:(?:[rabg]|red|amber|blue|green)\W+)*(?:g|green)\W*", re.IGNORECASE)
HELP = "Mark it as done, with the day, or set a new date."


def check(context: Context) -> Iterator[Hit | Skip]:
    """Yield the areas in which dates have passed, each with its own."""
    if context.as_of is None:
        yield Skip("The document has no date of its own, and no day was given with --as-of.")
        return
    today = context.as_of
    areas: dict[str, list[tuple[Deadline, tuple[str, ...]]]] = {}
    doubted: dict[str, list[tuple[Deadline, tuple[str, ...]]]] = {}
    for row in context.rows:
        if not _has_past(row, today):
            continue
        held = doubted if _is_green(row) and not _is_marked(context) else areas
        for item, ids in _open(row, today):
            held.setdefault(row.area.id, []).append((item, ids))
    yield from _hits(areas, today, SEVERITY)
    yield from _hits(doubted, today, "info")


def _hits(
    areas: dict[str, list[tuple[Deadline, tuple[str, ...]]]], today: date, severity: Severity
) -> Iterator[Hit]:
    for area, found in areas.items():
        said = listed(quotes(item.text for item, _ in found))
        ids = tuple(dict.fromkeys(id_ for _, ids in found for id_ in ids))
        message = f"{said} had passed by {day(today)}, and the work is not marked as done."
        yield Hit(area, message, said, ids, found[0][0].location, severity=severity)


def _has_past(row: Row, today: date) -> bool:
    stated = (row.deadlines, *(action.deadlines for action in row.actions))
    return any(_is_past(item, today) for items in stated for item in items)


def _is_past(item: Deadline, today: date) -> bool:
    return item.latest is not None and item.latest < today


def _is_marked(context: Context) -> bool:
    """Whether the plan marks any work as done."""
    return any(done(area) or any(map(done, area.actions)) for area in context.areas)


def _is_green(row: Row) -> bool:
    """Whether all that the row's status says is green."""
    said = row.subject.status or row.area.status
    return bool(said and _GREEN.fullmatch(said))


def _open(row: Row, today: date) -> Iterator[tuple[Deadline, tuple[str, ...]]]:
    """Yield the last days before today of what is not done, with the actions that they are
    known to be of.
    """
    if done(row.area) or done(row.subject) or is_put_off(row.subject):
        return
    begins = max((item.earliest for item in row.starts if item.earliest), default=date.min)
    finished = {action.id for action in row.actions if done(action)}
    last = max((item.latest for item in row.deadlines if item.latest), default=date.min)
    for group in row.groups:
        first_of_many = any(map(goes_on, group.deadlines))
        dates = [item for item in group.deadlines if is_fixed(item) and not first_of_many]
        past = [item for item in dates if _is_past(item, today)]
        ends = [item for item in group.deadlines if is_done(item.text)] if past else []
        for item in past:
            if not item.latest or item.latest < begins:
                continue  # a slip of its own: it starts after it is due
            if item.latest < last and len(row.actions) == 1:
                continue  # a milestone, or the date before it was put off
            ids = _actions(row, item)
            if ids and finished.issuperset(ids):
                continue
            if not _cleared(item, ends, len(dates)) and not _is_told(item, group):
                yield item, ids
    for action in row.actions:
        if action.id not in finished:
            own = (item for item in action.deadlines if is_fixed(item) and _is_past(item, today))
            yield from ((item, (action.id,)) for item in own)


def _is_told(item: Deadline, group: Assignment) -> bool:
    """Whether a date is that of what the deadline's cell reports: "Appointed 5 January"."""
    told = (one.text for one in group.passages if item.text in one.text)
    return any(is_over(text) or _TICKED.search(text) for text in told)


def _actions(row: Row, item: Deadline) -> tuple[str, ...]:
    if not row.whole:
        return (row.subject.id, *row.also)
    return item.actions if item.basis and len(item.actions) < len(row.actions) else ()


def _cleared(item: Deadline, ends: list[Deadline], dates: int) -> bool:
    """Whether a status says that the action of a date is done.

    Linked to single actions, it clears its own; else it can only mean the one date beside it.
    """
    if item.basis in {"in-step", "aligned", "corrected"}:
        return any(set(end.actions) & set(item.actions) for end in ends)
    return bool(ends) and dates == 1
