"""A row of the plan without any date.

The Education and Inspections Act 2006, section 137(3), asks for "the action which they propose
to take" and "the period within which they propose to take that action". A blank deadline is the
first thing that a reader of the law will find. A date, a period, a recurrence or a status in
the deadline column counts; words there that give no time ("Governors' visit") are a warning. A
date in an action's own words answers for that action alone. A plan without a column of deadlines
is named once.

Write the day by which it will be done.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due:
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._rows import Row, repeats
from pipeline.checks._status import done
from pipeline.checks._times import is_blank, is_dated
from pipeline.checks._words import quoted
from pipeline.models import Role, Severity

CODE = "DUE001"
SLUG = "missing-deadline"
NAME = "No deadline"
SEVERITY: Severity = "error"
UNIT = "row, or document where none has a deadline"
_ENDS_DATED = re.compile(
    r"(?:[–—:(,-]\s*|\bby )(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6},? (?:20)?\d\d\W*$",
    re.IGNORECASE,
)
COLUMNS: tuple[Role, ...] = ("deadline", "owner-and-deadline")
HELP = 'Write the day by which it will be done, for example "30 June 2026".'


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows whose deadline is blank and whose actions name no date of their own."""
    bare = [row for row in context.rows if not _stated(row) and not _answered(row)]
    bare = [row for row in bare if row.area.id not in context.unanswered]
    if len(bare) == len(context.rows) > 1 and not context.has_column(*COLUMNS):
        ids = tuple(row.subject.id for row in bare)
        message = "The plan has no column of deadlines, and no action says by when."
        yield Hit(DOCUMENT, message, also=ids, place=bare[0].subject.location)
        return
    yield from map(_hit, bare)


def _hit(row: Row) -> Hit:
    """Words that give no time are quoted: they may mean something to those who wrote them."""
    for group in row.groups:
        for passage in group.passages:
            rest = passage.text
            for owner in group.owners:
                rest = rest.replace(owner.text, "")
            if len(group.passages) > 1 and rest == passage.text and not is_blank(rest):
                message = f"No date could be read from {quoted(rest)}."
                place = passage.location
                return Hit(row.subject.id, message, rest, row.also, place, severity="warning")
    return Hit(row.subject.id, "This has no deadline.", also=row.also)


def _stated(row: Row) -> bool:
    return any(not is_blank(item.text) for item in row.deadlines)


def _answered(row: Row) -> bool:
    if done(row.subject) or done(row.area) or repeats(row):
        return True
    return all(
        done(action)
        or action.responsibility.deadline_basis == "corrected"
        or any(is_dated(item) for item in action.deadlines)
        or _ENDS_DATED.search(action.text)
        for action in row.actions
    )
