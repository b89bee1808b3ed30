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

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._lexicon import lexicon
from pipeline.checks._words import phrase_in, phrases, quoted
from pipeline.likeness import words
from pipeline.models import Action, Area, Severity

CODE = "ACT005"
SLUG = "no-baseline"
NAME = "More or less, with no figure"
SEVERITY: Severity = "info"
UNIT = "action"
HELP = 'Write the figure now and the figure to reach, for example "from 12 to 20".'
REACH = 6
_DIGIT = re.compile(r"[\d%]")


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions that change a number and give none."""
    for id_, text in context.saying(phrases("more_or_less")):
        said, (area, action) = _change(text), context.actions[id_]
        if said and not _has_figure(action) and not _measured(area, action):
            message = f"{quoted(said)} names no figure to start from or to reach."
            yield Hit(id_, message, said)


def _change(text: tuple[str, ...]) -> str:
    """Return "increase the number", when a verb of change stands shortly before its thing."""
    verbs, leaves = phrases("more_or_less"), lexicon("prepositions") - {"of", "in"}
    for at, word in enumerate(text):
        if word in verbs:
            ends = (place for place in range(at + 1, len(text)) if text[place] in leaves)
            end = min(at + REACH, next(ends, len(text)))
            if thing := phrase_in(text, phrases("countable"), at + 1, end):
                return f"{word} ... {thing}"
    return ""


def _has_figure(action: Action) -> bool:
    """Whether a figure stands in an action beside its dates."""
    text = action.text
    for item in action.deadlines:
        text = text.replace(item.text, " ")
    return _is_figure(text)


def _measured(area: Area, action: Action) -> bool:
    return any(_is_figure(item.text) for item in (*area.measures, *action.measures))


def _is_figure(text: str) -> bool:
    return bool(_DIGIT.search(text) or phrase_in(words(text), phrases("figures")))
