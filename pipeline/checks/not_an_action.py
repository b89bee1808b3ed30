"""An action that describes, or reports what is already so.

"Recording standards will outline best practice", "a strategy is in place", "implementation has
commenced": true or not, nobody is asked to do anything. The main clause decides: what a
subordinate clause says ("ensure that plans *are* up to date") does not count, and of work that
is marked as done nothing is said. What is changed by its day ("the form is simplified", "a panel
will be in place"), or done so many times ("parents are told every month"), is information. Where a
third of a plan is written in the present ("Plans are read"), or half of it names results ("Training
delivered", "Panel in place"), that is its style and information.

Begin with what somebody will do: "Write recording standards that outline ...".

PASS:
    area: Case records
    action: Write recording standards that outline best practice
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Recording standards will outline best practice
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks._clauses import Clause
from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._lexicon import agents, lexicon, openers
from pipeline.checks._status import is_done
from pipeline.checks._times import is_fixed
from pipeline.checks._words import Index, indexed, phrase_at, quoted
from pipeline.models import Action, Severity

CODE = "ACT003"
SLUG = "not-an-action"
NAME = "A description, not an action"
SEVERITY: Severity = "warning"
UNIT = "action"
SHORT, MORE, FARTHEST = 2, 3, 4
_NOW = frozenset({"is", "are"})
FEWEST, SHARE, HALF = 2, 0.3, 0.5
_OFTEN = re.compile(
    r"\b(?:each|every|once an?|twice an?) (?:day|week|fortnight|month|quarter|half|term|year)\b"
    r"|\b(?:dai|week|fortnight|month|quarter|term)ly$"
)
_TURNS = re.compile(r"\s[–—-]\s(?:[\w'/-]+\s){1,6}(?:to|will|shall|must)\s")
HELP = "Begin with what somebody will do: a verb such as write, introduce, train, check."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions whose main clause is a state, a description or done already."""
    found: list[tuple[Action, str, bool]] = []
    for action, dated in _open(context):
        parsed = context.clauses[action.id]
        said = stated(parsed[0]) if parsed else ""
        if not said or _goes_on(parsed[0]):
            continue
        if dated and parsed[0].rest[:1] == ("being",):
            continue  # under way, with a day by which it ends
        if not any(map(_promises, parsed[1:])):
            found.append((action, said, _is_result(parsed[0])))
    is_style = any(one for *_, one in found) and _is_style(context)
    for action, said, one in found:
        words = quoted(_in_full(said, context.clauses[action.id][0]))
        message = f"{words} says how things are or will be, not what somebody will do."
        quiet = (one and is_style) or _is_due(context.clauses[action.id][0])
        severity: Severity = "info" if quiet else SEVERITY
        yield Hit(action.id, message, said, severity=severity)


def _is_style(context: Context) -> bool:
    """Whether a plan is written in results ("Panel in place") or in the present."""
    parsed = [clauses[0] for clauses in context.clauses.values() if clauses]
    passive = sum(map(_is_passive, parsed))
    results = passive + sum(clause.kind == "verbless" for clause in parsed)
    return (passive >= FEWEST and passive >= SHARE * len(parsed)) or (
        results > FEWEST and results >= HALF * len(parsed)
    )


def _is_result(clause: Clause) -> bool:
    """Whether something is "in place" or "is written" by the day that the plan gives."""
    return _is_passive(clause) or (clause.kind == "verbless" and len(clause.words) > SHORT)


def _is_passive(clause: Clause) -> bool:
    """Whether something "is written" or "are held"."""
    if clause.kind != "be":
        return False
    if clause.words[clause.first : clause.first + 1] in {("it",), ("there",)}:
        return False  # "It is recognised that ..."
    return clause.main.endswith(("ed", "en")) or clause.main in lexicon("participles")


def _is_due(clause: Clause) -> bool:
    """Whether something is changed, in place by its day, or done so many times."""
    if clause.kind == "modal":
        return clause.rest[:3] == ("be", "in", "place")
    if not _is_passive(clause) or clause.words[clause.group] not in _NOW:
        return False
    return clause.main in lexicon("changes") or bool(
        _OFTEN.search(clause.text.lower().rstrip(" ."))
    )


def _open(context: Context) -> Iterator[tuple[Action, bool]]:
    """Yield the actions that nothing calls done, and whether a day is set for them; where one
    is done, its words may well report.
    """
    for row in context.to_do:
        ended = len(row.actions) == 1 and any(is_done(item.text) for item in row.deadlines)
        dated = any(map(is_fixed, row.deadlines))
        yield from ((action, dated) for action in (() if ended else row.actions))


def _promises(clause: Clause) -> bool:
    """Whether a further sentence commits somebody, be it in the passive: "They will be revised"."""
    passive = clause.kind == "modal" and clause.main == "be" and not stated(clause)
    return clause.commits or passive


def stated(clause: Clause) -> str:
    """Return the words by which a clause states instead of committing, or nothing."""
    kind = clause.kind
    if kind in {"order", "to"}:
        return ""
    if kind == "verbless":
        return _state(clause.words)
    rest, group = clause.rest, clause.words[clause.group : clause.verb + 1]
    if kind in {"have", "done"}:
        return " ".join(group if kind == "have" else clause.words[clause.verb : clause.verb + 2])
    if kind == "be" and clause.group == clause.first:
        return ""  # nothing of which it is said: "Was Not Brought policy adopted"
    if kind == "be":
        return "" if clause.main in lexicon("orders_after_be") else " ".join(group)
    if kind == "modal" and clause.agent and phrase_at(clause.words, clause.verb, _held()):
        return " ".join((*group, *rest[1:2]))
    if clause.words[clause.first : clause.first + 1] == ("there",):
        return " ".join(("there", *group))
    if kind == "modal" and rest[:1] == ("be",):
        return _state_after_be(group, rest[1:])
    if kind == "modal" and not clause.agent and clause.main in lexicon("descriptive"):
        return " ".join(group)
    return ""


def _in_full(said: str, clause: Clause) -> str:
    """Return what is stated with the words that it goes on with: "has been upgraded"."""
    if clause.kind not in {"be", "have"}:
        return said
    words = tuple(said.split())
    if state := _state_after_be(words[:-1], clause.rest):
        return state
    after = clause.words[clause.group + len(words) :][:MORE]
    ends = (at for at, word in enumerate(after) if word in openers() or word in {"and", "or"})
    return " ".join((said, *after[: next(ends, len(after))]))


def _state(words: tuple[str, ...]) -> str:
    """Return a state that a clause without a verb names: "in place", or "Completed" alone."""
    text = " ".join(words)
    if len(words) <= SHORT and is_done(text):
        return text
    said = next((state for state in _states() if f" {state}" in f" {text}"), "")
    return said or _described(words)


def _described(words: tuple[str, ...]) -> str:
    """Return the words by which a thing, at the head, says or shows something."""
    for at, word in enumerate(words[1 : FARTHEST + 1], 1):
        if words[at - 1] in openers() or words[at - 1] in agents():
            break
        one, several = word.removesuffix("s"), words[at - 1].endswith("s")
        if one in lexicon("describing") and several != (one != word):
            return f"{words[at - 1]} {word}"
    return ""


@cache
def _held() -> Index:
    return indexed(lexicon("states_had"))


@cache
def _states() -> tuple[str, ...]:
    return tuple(sorted(lexicon("states")))


def _state_after_be(group: tuple[str, ...], after: tuple[str, ...]) -> str:
    states = lexicon("states_after_be")
    for length in (1, 2):
        if (state := " ".join(after[:length])) in states:
            return f"{' '.join(group)} {state}"
    return ""


def _goes_on(clause: Clause) -> bool:
    """Whether the sentence itself goes on to what shall be done: "... and will train"."""
    if _TURNS.search(clause.text):
        return True
    rest = clause.rest
    return any(
        word in {"and", "but"} and {"will", "shall", "to"} & set(rest[at + 1 : at + 3])
        for at, word in enumerate(rest)
    )
