"""Something to be done, and nobody in the row to do it.

"A panel to be established": by whom? The passive hides who acts, and no owner beside it says.

Write who does it: "Head of Safeguarding to establish a panel".

PASS:
    area: Missing children
    action: Panel to be established
    owner: Head of Safeguarding
    due: 30 June 2026
FAIL:
    area: Missing children
    action: Panel to be established
    owner:
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import quoted
from pipeline.models import Severity

CODE = "ACT008"
SLUG = "passive-no-actor"
NAME = "To be done, by nobody"
SEVERITY: Severity = "warning"
UNIT = "action"
HELP = "Write who does it, or name an owner beside it."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions in the passive that neither they nor their row give to anybody."""
    for row in context.rows:
        if row.owners:  # one still to be filled in is named by OWN006
            continue
        for action in row.actions:
            clause = next(iter(context.clauses[action.id]), None)
            if action.owners or clause is None or clause.kind not in {"to", "modal"}:
                continue
            if clause.main == "be" and _is_participle(clause.rest[1:]):
                said = " ".join(clause.words[clause.group : clause.verb + 2])
                yield Hit(action.id, f"{quoted(said)} does not say by whom.", said)


def _is_participle(rest: tuple[str, ...]) -> bool:
    irregular = {"held", "made", "set", "put", "sent", "given", "written", "found", "built"}
    return bool(rest) and (rest[0].endswith(("ed", "en")) or rest[0] in irregular)
