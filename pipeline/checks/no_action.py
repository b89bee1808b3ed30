"""An area to which the plan answers nothing.

The inspectors named it, and the plan must say what will be done. "None", "N/A" and a dash are
no answer.

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

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.models import Severity

CODE = "ACT001"
SLUG = "no-action"
NAME = "Nothing will be done"
SEVERITY: Severity = "error"
UNIT = "area"
HELP = "Write what will be done about this area."
_MARKS = " .,;:-–—•*/()"
_NOTHING = re.compile(
    r"(?:none|nil|n/?a|not applicable|no(?: further)? actions?"
    r"(?: (?:is |are )?(?:required|needed))?)?",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas without an action, or whose only action is "None"."""
    for area in context.areas:
        if all(_is_nothing(action.text) for action in area.actions):
            said = " ".join(action.text for action in area.actions)
            yield Hit(area.id, "The plan does not say what will be done about this area.", said)


def _is_nothing(text: str) -> bool:
    return bool(_NOTHING.fullmatch(text.strip(_MARKS)))
