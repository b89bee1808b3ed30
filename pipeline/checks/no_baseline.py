"""More or less of something that is counted, with no figure.

"Increase the number of advocates": from what to what? One more would do. Numbers, shares,
attendance, take-up, waiting times: all of them are known today and can be set for tomorrow. A
figure among the row's success measures is enough.

Write from what to what: "from 12 to 20 by March".

PASS:
    area: Advocacy
    action: Increase the number of advocates from 12 to 20
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Advocacy
    action: Increase the number of advocates
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import either, quoted, vocabulary
from pipeline.models import Action, Area, Severity

CODE = "ACT005"
SLUG = "no-baseline"
NAME = "More or less, with no figure"
SEVERITY: Severity = "info"
UNIT = "action"
HELP = "Write from what to what it shall go."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions that change a number and give none."""
    for area, action in context.actions():
        match = _change().search(action.text)
        if match and not _has_figure(action) and not _measured(area, action):
            message = f"{quoted(match[0])} names no figure to start from or to reach."
            yield Hit(action.id, message, match[0])


@cache
def _change() -> re.Pattern[str]:
    verbs, things = (either(vocabulary("wording")[name]) for name in ("more_or_less", "countable"))
    return re.compile(rf"\b(?:{verbs})\s+(?:[\w'-]+\s+){{0,4}}?(?:{things})\b", re.IGNORECASE)


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(rf"\d|%|\b(?:{either(vocabulary('wording')['figures'])})\b", re.IGNORECASE)


def _has_figure(action: Action) -> bool:
    """Whether a figure stands in an action beside its dates."""
    text = action.text
    for item in action.deadlines:
        text = text.replace(item.text, " ")
    return bool(_figure().search(text))


def _measured(area: Area, action: Action) -> bool:
    return any(_figure().search(item.text) for item in (*area.measures, *action.measures))
