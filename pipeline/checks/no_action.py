"""An area to which the plan answers nothing.

The inspectors named it, and the plan must say what will be done. "None", "N/A" and a dash are
no answer. Where a document answers none of its areas, such as an inspection report, it is
said once; where columns of it were taken for something else, as a warning.

Write at least one action; if the work is already done, write what was done and how it will be
kept up.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action:
    owner: Principal Social Worker
    due: 30 June 2026
"""

from collections import Counter
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import count, listed, quoted
from pipeline.models import Area, Severity

CODE = "ACT001"
SLUG = "no-action"
NAME = "Nothing will be done"
SEVERITY: Severity = "error"
UNIT = "area, or document where none is answered"
STATUS = 3  # words that a mere status has at most
HELP = "Write what will be done about this area."


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas without an action, or whose only action is "None"; the document, once,
    when it has several and answers none.
    """
    bare = [area for area in context.areas if area.id in context.unanswered]
    if len(bare) == len(context.areas) > 1:
        message = f"For none of its {count(len(bare), 'area')} does the plan say what will be done."
        headers = _headers(context)
        severity: Severity = "warning" if headers else SEVERITY
        if headers:
            message = f"No column was read as the actions. Do they stand under {listed(headers)}?"
        yield Hit(DOCUMENT, message, also=tuple(area.id for area in bare), severity=severity)
        return
    for area in bare:
        said = " ".join(action.text for action in area.actions)
        yield Hit(area.id, "The plan does not say what will be done about this area.", said)


def _headers(context: Context) -> list[str]:
    """Return the headings of the columns in which the actions of most areas may stand."""
    columns = context.statement.extraction.columns
    progress = {one.header for one in columns if one.role == "status"}
    held = Counter(header for area in context.areas for header in _held(area, progress) if header)
    return [quoted(header) for header, number in held.items() if 2 * number > len(context.areas)]


def _held(area: Area, progress: set[str | None]) -> set[str | None]:
    long = len((area.status or "").split()) > STATUS
    return {one.header for one in area.other} | (progress if long else set())
