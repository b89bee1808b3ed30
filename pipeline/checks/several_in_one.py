"""Two commitments in one action.

When half of it is done, is it done? Two sentences that each commit somebody, or two verbs with
objects of their own, are easier to follow apart.

Write each on a line of its own.

PASS:
    area: Supervision
    action: Write a supervision policy
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Supervision
    action: Write a supervision policy and train all managers in it
    owner: Principal Social Worker
    due: 30 June 2026
"""

from collections.abc import Iterator
from functools import cache

from pipeline.checks._clauses import JOINS, Clause, joined_verb
from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._lexicon import lexicon
from pipeline.checks._words import quoted
from pipeline.models import Severity

CODE = "ACT006"
SLUG = "several-in-one"
NAME = "Several actions in one"
SEVERITY: Severity = "info"
UNIT = "action"
HELP = "Write each of them as an action of its own."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions that commit to two things."""
    for id_, clauses in context.clauses.items():
        if len(clauses) < 2 and JOINS.isdisjoint(context.vocabulary[id_]):
            continue
        parsed = [clause for clause in clauses if clause.commits]
        second = parsed[1].main if len(parsed) > 1 else _second(parsed)
        if second:
            message = f"This makes a second commitment, which begins at {quoted(second)}."
            yield Hit(id_, message, second)


def _second(parsed: list[Clause]) -> str:
    """Return the verb that is joined to the first after that one's object.

    Two verbs side by side have one object, and a purpose may have verbs of its own.
    """
    if not parsed:
        return ""
    at = joined_verb(parsed[0], 1)
    if not at:
        return ""
    rest = parsed[0].rest
    between = set(rest[1 : max(at - 1, 1)])
    return rest[at] if between and not between & _nested() else ""


@cache
def _nested() -> frozenset[str]:
    """Return the words after which a verb is not the sentence's own."""
    return lexicon("subordinators") | lexicon("modals") | {"to", "is", "are", "has", "have"}
