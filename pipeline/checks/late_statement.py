"""A statement dated after the time that the framework allows.

Working days are counted from the day after the report, bank holidays in England and Wales left
out: 70 of them after 11 February 2014 end on 23 May 2014. The limit is the profile's; none holds
after a focused visit. A later version, or a plan in which work is marked as done, is no first
statement, and nothing is said of it. Of a date that may mean a whole month its first day counts.

Ask the inspectorate for more time before the day has passed.

It needs the document's own date and the day of the report, and is not run without them.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.checks._context import Context
from pipeline.checks._days import working_days_after
from pipeline.checks._hit import DOCUMENT, Hit, Skip
from pipeline.checks._status import done
from pipeline.checks._times import day
from pipeline.models import Severity

CODE = "DOC002"
SLUG = "late-statement"
NAME = "Later than the framework allows"
SEVERITY: Severity = "warning"
UNIT = "document"
_FOCUSED = re.compile(r"\bfocused visit\b", re.IGNORECASE)
_FIRST = re.compile(r"(?:0(?:\.\d+)*|1(?:\.0)*)[a-z]?|[a-z]\w*(?: [01])?", re.IGNORECASE)
HELP = "Say on the first page why it is late, and who agreed to it."


def check(context: Context) -> Iterator[Hit | Skip]:
    """Yield a statement that came too late."""
    limit, own, start = context.profile.working_days, context.statement.date, context.reported
    if limit is None:
        yield Skip(f'The profile "{context.profile.name}" sets no limit.')
    elif own is None:
        yield Skip("The document has no date of its own.")
    elif start is None:
        yield Skip("The day of the inspection report is not known.")
    elif _FOCUSED.search(context.statement.title or ""):
        yield Skip("No limit is set for a plan after a focused visit.")
    elif _first_day(own) > (last := working_days_after(start, limit)) and not _is_later(context):
        message = (
            f"The statement is dated {day(own)}; {limit} working days after the report of "
            f"{day(start)} ended on {day(last)}."
        )
        yield Hit(DOCUMENT, message, own.isoformat())


def _first_day(own: date) -> date:
    """Return the first day that a date may mean: the last of a month stands for all of it."""
    return own.replace(day=1) if (own + timedelta(days=1)).day == 1 else own


def _is_later(context: Context) -> bool:
    """Whether this is not the first statement: a later version, or one that reports."""
    version = context.statement.version
    if version and not _FIRST.fullmatch(version):
        return True
    return any(done(area) or any(map(done, area.actions)) for area in context.areas)
