"""A deadline whose words fix nothing.

"Ongoing", "as soon as possible", "immediate", "in due course", "regularly": nobody can ever be
late for these. A start ("from 27 January 2026") says when work begins and not when it is done.

A practice that begins on a day and recurs, or follows whenever something happens, is in order
("from 27 January 2026" beside "audit five files a week" or "visit before any move"). Where
they give no order ("parents are asked") or one that lasts ("keep"), a start alone is information.

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

from pipeline.checks._clauses import Clause
from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._lexicon import lexicon
from pipeline.checks._rows import Row
from pipeline.checks._times import is_open, recurs
from pipeline.checks._words import agree, listed, quotes
from pipeline.models import Severity

CODE = "DUE003"
SLUG = "no-end-date"
NAME = "The deadline fixes nothing"
SEVERITY: Severity = "error"
UNIT = "row"
HELP = "Write the day by which it will be done; for lasting work, when it is first reviewed."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows in which no word of the deadline fixes an end."""
    for row in context.to_do:
        if row.deadlines and all(map(is_open, row.deadlines)) and not _begins_and_recurs(row):
            said = quotes(item.text for item in row.deadlines)
            do = agree(said, "does", "do")
            message = f"{listed(said)} {do} not say by when this will be done."
            place, severity = row.deadlines[0].location, _severity(context, row)
            yield Hit(row.subject.id, message, listed(said), row.also, place, severity=severity)


def _severity(context: Context, row: Row) -> Severity:
    """A known start is little amiss where the words tell of a practice."""
    starts = all(item.role == "start" and item.earliest for item in row.deadlines)
    firm = any(_is_task(clause) for one in row.actions for clause in context.clauses[one.id])
    return "info" if starts and not firm else SEVERITY


def _is_task(clause: Clause) -> bool:
    return clause.commits and clause.main not in lexicon("lasting") | lexicon("beginning")


def _begins_and_recurs(row: Row) -> bool:
    """Whether the deadline gives the first day of what each action says is done again and again."""
    begins = any(item.role == "start" and item.earliest for item in row.deadlines)
    return begins and all(recurs(action.text) for action in row.actions)
