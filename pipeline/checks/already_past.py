"""A deadline that has passed, of work that is not marked as done.

A plan published with dates that have gone by tells its readers that nobody checked. What counts
is the last day that the words allow, against the day given with `--as-of`, else the document's
own date. "Completed" clears its own action only, and a start ("from 1 May") is no end.

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

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit, Skip
from pipeline.checks._rows import Row
from pipeline.checks._times import day, done, is_done, is_fixed
from pipeline.checks._words import listed, quoted
from pipeline.models import Action, Deadline, Severity

CODE = "DUE011"
SLUG = "already-past"
NAME = "The date has passed"
SEVERITY: Severity = "error"
UNIT = "area"
HELP = "Mark it as done, with the day, or set a new date."


def check(context: Context) -> Iterator[Hit | Skip]:
    """Yield the areas in which dates have passed, each with its own."""
    if context.as_of is None:
        yield Skip("The document has no date of its own, and no day was given with --as-of.")
        return
    today = context.as_of
    areas: dict[str, list[tuple[Deadline, tuple[str, ...]]]] = {}
    for row in context.rows:
        for item, ids in _open(row):
            if item.latest and item.latest < today:
                areas.setdefault(row.area.id, []).append((item, ids))
    for area, found in areas.items():
        said = listed([quoted(item.text) for item, _ in found])
        ids = tuple(dict.fromkeys(id_ for _, ids in found for id_ in ids))
        message = f"{said} had passed by {day(today)}, and this is not marked as done."
        yield Hit(area, message, said, ids, found[0][0].location)


def _open(row: Row) -> Iterator[tuple[Deadline, tuple[str, ...]]]:
    """Yield the last days of what is not done, with the actions that they are known to be of."""
    if done(row.area) or done(row.subject):
        return
    finished = {action.id for action in row.actions if done(action)}
    for item in row.deadlines:
        ids = item.actions if item.basis else ()
        ids = ids if row.whole else (row.subject.id, *row.also)
        if is_fixed(item) and not (ids and finished.issuperset(ids)) and not _cleared(item, row):
            yield item, ids
    for action in row.actions:
        if row.whole or row.groups:
            yield from ((item, (action.id,)) for item in _own(action, finished))


def _cleared(item: Deadline, row: Row) -> bool:
    """Whether a status says that the action of this date is done."""
    for group in row.groups:
        if item not in group.deadlines:
            continue
        others = [other for other in group.deadlines if is_done(other.text)]
        if item.actions and item.basis != "row" and len(row.actions) > 1:
            return any(set(other.actions) & set(item.actions) for other in others)
        return bool(others) and sum(map(is_fixed, group.deadlines)) == 1
    return False


def _own(action: Action, finished: set[str]) -> Iterator[Deadline]:
    if action.id not in finished:
        yield from filter(is_fixed, action.deadlines)
