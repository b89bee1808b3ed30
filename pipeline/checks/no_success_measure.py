"""No measure by which anybody could tell that it worked.

"Training delivered" is not "records are better". Where the plan has a column for success
measures, each area without one is named; where it has none, it is said once. Where the text says
that the plan is measured elsewhere ("a scorecard of 24 indicators"), nothing is raised, and where a
column beside the plan's own, or figures in the text, were not understood, it is information.

Write what will be different, with a figure where there is one.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
    measure: Nine audited files in ten meet the standard
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._rows import points
from pipeline.measures import any_measures
from pipeline.models import Action, Area, Column, Severity

CODE = "MON001"
SLUG = "no-success-measure"
NAME = "No measure of success"
SEVERITY: Severity = "warning"
UNIT = "document, or area where the table has a column for it"
_MEASURES = re.compile(r"\b(?:evaluat|impact|indicator|kpi|measur|success)", re.IGNORECASE)
HELP = "Write what will be different afterwards, with a figure where there is one."


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas without a measure, or the document when it has none at all."""
    areas = [area for area in context.areas if area.id not in context.unanswered]
    areas = [area for area in areas if not points(area.actions)]
    bare = [area for area in areas if not _measured(area)]
    if any_measures(_passages(bare)):
        bare = [area for area in bare if not any_measures(_passages([area]))]
    if len(bare) == len(areas) and areas and not _has_column(context):
        if not _elsewhere(context):
            doubtful = _may_be_column(context) or context.unclear("unclear-measure")
            severity: Severity = "info" if doubtful else SEVERITY
            message = "The plan has no measure or target for any area."
            yield Hit(DOCUMENT, message, severity=severity)
        return
    for area in bare:
        yield Hit(area.id, "This area has no measure of success.")


def _measured(area: Area) -> bool:
    return _has_measure(area) or any(map(_has_measure, area.actions))


def _passages(areas: list[Area]) -> list[str]:
    """Return the lines that stand in the columns of owners and deadlines."""
    groups = (group for area in areas for group in area.assignments)
    return [one.text for group in groups for one in group.passages]


def _has_measure(part: Area | Action) -> bool:
    if part.measures or not part.other:
        return bool(part.measures)
    return any(_MEASURES.search(one.header or "") for one in part.other)


def _has_column(context: Context) -> bool:
    columns = context.statement.extraction.columns
    return any(one.role == "measure" or _may_measure(one) for one in columns)


def _may_measure(column: Column) -> bool:
    return column.role == "other" and bool(_MEASURES.search(column.header or ""))


def _may_be_column(context: Context) -> bool:
    """Whether a column has a heading that nobody understood: it may hold the measures."""
    columns = context.statement.extraction.columns
    return any(one.header and (one.role, one.basis) == ("other", "contents") for one in columns)


def _elsewhere(context: Context) -> bool:
    """Whether the text on monitoring names the figures that the plan is held against."""
    return any_measures([passage.text for passage in context.statement.monitoring])
