"""An action that only delivers another plan.

"Implement the participation strategy": what will be done stands somewhere else, with owners and
dates of its own, and the reader of this plan sees none of it.

Write the one or two steps of that plan that answer this area.

PASS:
    area: Participation
    action: Hold a forum for children in care every quarter
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Participation
    action: Implement the participation strategy
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import either, phrases, quoted, vocabulary
from pipeline.models import Severity

CODE = "ACT010"
SLUG = "plan-by-reference"
NAME = "It only delivers another plan"
SEVERITY: Severity = "info"
UNIT = "action"
HELP = "Write the steps of that plan that answer this area."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions that deliver a plan, strategy or framework and do nothing else."""
    begins = {"to", *phrases("delivering")}
    for id_, text in context.saying(phrases("plans")):
        action = context.actions[id_][1]
        if text[0] in begins and (match := _delivers().fullmatch(action.text)):
            message = f"All this does is deliver another plan: {quoted(match['name'])}."
            yield Hit(id_, message, match["name"])


@cache
def _delivers() -> re.Pattern[str]:
    """A verb of delivery, the plan's name, and at most a year or the means."""
    verbs, plans = (either(vocabulary("wording")[name]) for name in ("delivering", "plans"))
    small = r"(?!(?:for|with|which|that|including|so)\b)"
    return re.compile(
        rf"(?:to )?(?:{verbs})\s+(?P<name>(?:{small}[\w'’&/-]+,?\s+){{1,12}}(?:{plans}))"
        r"(?:\s*\(?(?:for )?\d{4}(?:\s?[/–-]\s?\d{2,4})?\)?)?"
        r"(?:\s+(?:through|via|by means of)\s[^.;]*)?\s*[.;]?",
        re.IGNORECASE,
    )
