"""A commitment with a way out.

"Where needed", "if funding allows", "as appropriate": whoever did nothing can say that it was
not needed.

Write when it is needed, or for whom.

PASS:
    area: Support
    action: Offer support to every family on the list
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Support
    action: Offer support to families where needed
    owner: Principal Social Worker
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import phrase_in, phrases, quoted
from pipeline.models import Severity

CODE = "ACT011"
SLUG = "conditional"
NAME = "A commitment with a way out"
SEVERITY: Severity = "info"
UNIT = "action"
HELP = "Write when, or for whom, it will be done."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions that leave a way out."""
    for id_, text in context.saying(phrases("ways_out")):
        if said := phrase_in(text, phrases("ways_out")):
            message = f"{quoted(said)} leaves open whether anything will be done."
            yield Hit(id_, message, said)
