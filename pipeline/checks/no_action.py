"""An area to which the plan answers nothing.

The inspectors named it, and the plan must say what will be done. "None", "N/A" and a dash are
no answer. Where a document answers none of its areas, such as an inspection report, it is
said once.

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

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import count
from pipeline.models import Severity

CODE = "ACT001"
SLUG = "no-action"
NAME = "Nothing will be done"
SEVERITY: Severity = "error"
UNIT = "area, or document where none is answered"
HELP = "Write what will be done about this area."


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas without an action, or whose only action is "None"; the document, once,
    when it has several and answers none.
    """
    bare = [area for area in context.areas if area.id in context.unanswered]
    if len(bare) == len(context.areas) > 1:
        message = f"The document says of none of its {count(len(bare), 'area')} what will be done."
        yield Hit(DOCUMENT, message, also=tuple(area.id for area in bare))
        return
    for area in bare:
        said = " ".join(action.text for action in area.actions)
        yield Hit(area.id, "The plan does not say what will be done about this area.", said)
