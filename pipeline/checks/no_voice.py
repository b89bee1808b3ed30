"""No action asks children, parents or carers.

The inspectors look for how children's experience shapes what is done. Somewhere in the actions,
the measures or the monitoring, the plan should take account of what they say.

Add how children, parents or carers will be heard.

PASS:
    area: Participation
    action: Ask every child for feedback after the review
    owner: Participation Manager
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import either, vocabulary
from pipeline.models import Severity

CODE = "MON003"
SLUG = "no-voice"
NAME = "Children and parents are not heard"
SEVERITY: Severity = "info"
UNIT = "document"
HELP = "Add how children, parents or carers will be heard."
_SENTENCE = re.compile(r"[.;!?]\s")


def check(context: Context) -> Iterator[Hit]:
    """Yield the document when neither actions nor monitoring ask those whom it is for."""
    if context.areas and not any(map(_asks, _texts(context))):
        message = "No action or monitoring takes account of what children, parents or carers say."
        yield Hit(DOCUMENT, message)


def _texts(context: Context) -> Iterator[str]:
    yield from (passage.text for passage in context.statement.monitoring)
    for area, action in context.actions():
        yield action.text
        yield from (passage.text for passage in (*area.measures, *action.measures))


def _asks(text: str) -> bool:
    clients, asking = _patterns()
    return any(clients.search(part) and asking.search(part) for part in _SENTENCE.split(text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = vocabulary("wording")
    clients, asking = (
        re.compile(rf"\b(?:{either(lists[name])})\b", re.IGNORECASE)
        for name in ("clients", "asking")
    )
    return clients, asking
