"""Words of a template that were never replaced.

"Insert here", "xx", "Error! Reference source not found", an empty bullet. Everybody sees them
but the person who has read the draft ten times.

Replace or delete them.

PASS:
    area: Supervision
    action: Write a supervision policy
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Supervision
    action: Write a supervision policy [insert details here]
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._times import is_blank
from pipeline.checks._words import quoted, vocabulary
from pipeline.models import Severity

CODE = "ACT009"
SLUG = "template-remnant"
NAME = "Left over from a template"
SEVERITY: Severity = "error"
UNIT = "action"
HELP = "Replace it, or delete it."
_WORD = re.compile(r"\w")


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas and actions with a template's words, and empty bullets."""
    yield from _empty(context)
    forms = [form for sign, form in _remnants() if sign in context.prose]
    for id_, text in _texts(context) if forms else ():
        if said := _remnant(text, forms):
            yield Hit(id_, f"{quoted(said)} was left over from a template.", said)


def _texts(context: Context) -> Iterator[tuple[str, str]]:
    for area in context.areas:
        yield area.id, area.text or ""
        yield from ((action.id, action.text) for action in area.actions)


def _empty(context: Context) -> Iterator[Hit]:
    """Yield the bullets without a word, unless all of an area are: then it has no action."""
    wordless = {id_ for id_, words in context.words.items() if not words}
    for area in context.areas if wordless else ():
        marks = [one for one in area.actions if one.id in wordless]
        empty = [one for one in marks if not _WORD.search(one.text) and not is_blank(one.text)]
        if len(empty) < len(area.actions):
            for action in empty:
                yield Hit(action.id, "This bullet is empty.", action.text)


def _remnant(text: str, forms: list[re.Pattern[str]]) -> str:
    """Return a template's words."""
    for form in forms:
        for match in form.finditer(text.lower()):
            if not text[: match.start()][-1:].isalnum():
                return text[match.start() : match.end()] or match[0]
    return ""


@cache
def _remnants() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return every form with a sign, a part of all that it matches, which is quick to look for."""
    found = vocabulary("wording")["remnants"]
    return tuple((item["sign"], re.compile(item["form"])) for item in found)
