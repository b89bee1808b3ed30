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

from collections.abc import Iterator, Sequence

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import phrase_in, phrases
from pipeline.likeness import words
from pipeline.models import Severity

CODE = "MON003"
SLUG = "no-voice"
NAME = "Children and parents are not heard"
SEVERITY: Severity = "info"
UNIT = "document"
HELP = "Add how children, parents or carers will be heard."


def check(context: Context) -> Iterator[Hit]:
    """Yield the document when neither actions nor monitoring ask those whom it is for."""
    if context.areas and not any(map(_asks, _sentences(context))):
        message = "No action or monitoring takes account of what children, parents or carers say."
        yield Hit(DOCUMENT, message)


def _sentences(context: Context) -> Iterator[Sequence[str]]:
    for area, action in context.actions.values():
        yield from (clause.words for clause in context.clauses[action.id])
        yield from (words(passage.text) for passage in (*area.measures, *action.measures))
    yield from (words(passage.text) for passage in context.statement.monitoring)


def _asks(sentence: Sequence[str]) -> bool:
    return bool(phrase_in(sentence, phrases("clients")) and phrase_in(sentence, phrases("asking")))
