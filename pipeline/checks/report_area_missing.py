"""An area of the inspection report that the plan does not answer.

The plan must answer every area that the inspectors named. Each area of the report is held
against the plan's areas, and the best assignment of one to one is taken; an area that two of
the plan's share, or that stands inside a longer one, counts as answered.

Add the area as the report words it, with its actions.

It needs the inspection report (`--report FILE`).
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._coverage import NO_REPORT
from pipeline.checks._hit import Hit, Skip
from pipeline.checks._words import quoted
from pipeline.models import Severity

CODE = "COV001"
SLUG = "report-area-missing"
NAME = "The plan leaves out an area of the report"
SEVERITY: Severity = "error"
UNIT = "area of the report"
HELP = "Add this area as the report words it, with actions, owners and dates."


def check(context: Context) -> Iterator[Hit | Skip]:
    """Yield the report's areas that no area of the plan answers."""
    coverage = context.coverage
    if coverage is None:
        yield Skip(NO_REPORT)
        return
    for area in coverage.missing:
        message = f"The plan does not answer the report's area {quoted(area.text, 160)}."
        yield Hit(f"report {area.id}", message, area.text, place=area.location)
