"""A statement dated after the time that the framework allows.

Working days are counted from the day after the report, bank holidays in England and Wales left
out: 70 of them after 11 February 2014 end on 23 May 2014. The limit is the profile's.

Ask the inspectorate for more time before the day has passed.

It needs the document's own date and the day of the report, and is not run without them.
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._days import working_days_after
from pipeline.checks._hit import DOCUMENT, Hit, Skip
from pipeline.checks._times import day
from pipeline.models import Severity

CODE = "DOC002"
SLUG = "late-statement"
NAME = "Later than the framework allows"
SEVERITY: Severity = "warning"
UNIT = "document"
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
    elif own > (last := working_days_after(start, limit)):
        message = (
            f"The statement is dated {day(own)}; {limit} working days after the report of "
            f"{day(start)} ended on {day(last)}."
        )
        yield Hit(DOCUMENT, message, own.isoformat())
