"""An action that is cut off, or begins in mid-sentence.

It was cut by a page break, by a copy that missed a line, or by a cell that was too small. A
missing full stop is no fragment, nor is a comma in its place or a list that goes on with "and".

Complete it from the draft.

PASS:
    area: Supervision
    action: Write a supervision policy for all teams
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Supervision
    action: Write a supervision policy for all teams and the
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._times import is_blank
from pipeline.checks._words import quoted
from pipeline.likeness import words
from pipeline.models import Severity

CODE = "ACT007"
SLUG = "fragment"
NAME = "A piece of a sentence"
SEVERITY: Severity = "warning"
UNIT = "action"
HELP = "Complete the sentence."
_BEGINS = re.compile(r"\W{0,3}(?:and|or|but|of|which|who|whose|than|nor)\b|[,;:)]")
_JOINS = frozenset({"and", "or"})
_PHRASAL = frozenset({"to", "for", "with", "from", "of"})  # "listened to", "accounted for"
_OBJECTS = frozenset({"what", "which", "who", "whom", "where", "they", "things"})
_BEFORE_THAT = ("nsure", "nsuring", " so", " sure")
_LEADS_ON = frozenset(
    ("of the a an by to for with from their our its which including between into towards").split()
)
_ENDS = _JOINS | _LEADS_ON | {"that"}


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions that begin or end in mid-sentence."""
    for row in context.rows:
        for action in row.actions:
            text = action.text
            begins = None if text[:1].isupper() else _BEGINS.match(text)
            if begins:
                yield Hit(action.id, f"This begins in mid-sentence: {quoted(text, 50)}.", begins[0])
            elif _cut_off(text, last=action is row.actions[-1]) and not is_blank(text):
                tail = " ".join(text.split()[-6:])
                yield Hit(action.id, f'This breaks off: "... {tail}".', tail)


def _cut_off(text: str, last: bool) -> bool:
    """Whether a text ends where no sentence can; "..., and" leads to the next of a list."""
    before, _, word = text.rpartition(" ")
    if word not in _ENDS:
        return word.endswith("-") or ("(" in text and text.count("(") > text.count(")"))
    if word in _JOINS:
        return last
    if word == "that":
        return before.endswith(_BEFORE_THAT)
    phrasal = before.endswith(("ed", "en")) or _OBJECTS & set(words(before)[-7:])
    return not (word in _PHRASAL and phrasal)
