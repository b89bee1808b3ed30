"""An area of the plan that the inspection report does not have.

Councils may add areas of their own. It is worth knowing which they are, for one that was meant
to answer the report may have been reworded beyond recognition.

Nothing needs to be done when the area was added on purpose.

It needs the inspection report (`--report FILE`).
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._coverage import NO_REPORT
from pipeline.checks._hit import Hit, Skip
from pipeline.checks._words import quoted
from pipeline.models import Severity

CODE = "COV002"
SLUG = "area-not-in-report"
NAME = "An area of the plan's own"
SEVERITY: Severity = "info"
UNIT = "area"
HELP = "Nothing, if it was added on purpose; else use the report's own words."


def check(context: Context) -> Iterator[Hit | Skip]:
    """Yield the plan's areas that are none of the report's."""
    coverage = context.coverage
    if coverage is None:
        yield Skip(NO_REPORT)
        return
    for area in coverage.added:
        message = f"The report has no area like {quoted(area.text or '')}."
        yield Hit(area.id, message, area.text or "")
