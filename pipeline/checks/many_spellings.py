"""One post or group written in several ways.

"Team Manager", "team managers", "TM": a tracker that sorts by owner will show three. Capitals do
not count.

Write it the same way everywhere, as the staff directory has it.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Quality sub-group
    due: 30 June 2026
    area: Supervision
    action: Audit supervision files monthly
    owner: Quality subgroup
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import listed, quoted
from pipeline.models import Severity

CODE = "OWN009"
SLUG = "many-spellings"
NAME = "One owner written in several ways"
SEVERITY: Severity = "info"
UNIT = "post or group"
HELP = "Write it the same way everywhere."


def check(context: Context) -> Iterator[Hit]:
    """Yield the owners that are spelt in more than one way."""
    for words, places in context.owners.items():
        spellings = {owner.text.lower(): owner.text for _, owner in reversed(places)}
        if words and len(spellings) > 1:
            names = sorted(spellings.values())
            ids = tuple(dict.fromkeys(row.subject.id for row, _ in places))
            message = f"One owner is written in several ways: {listed([*map(quoted, names)])}."
            yield Hit(DOCUMENT, message, " ".join(names), ids, places[0][1].location)
