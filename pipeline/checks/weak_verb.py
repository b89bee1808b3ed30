"""An action whose main verb only considers, explores, discusses, seeks or continues.

Such an action is done the moment somebody has thought about it, and nothing need have changed.
A weak verb beside a firm one ("consider the options and appoint a lead") is in order, and so are
seeking people's views or their consent, and what is discussed each time or with each child, or
looked at in numbers ("ten files a month").

Write what will be different afterwards: decide, agree, introduce, appoint.

PASS:
    area: Strategy meetings
    action: Hold strategy meetings by video and report attendance monthly
    owner: Head of Safeguarding
    due: 30 June 2026
FAIL:
    area: Strategy meetings
    action: Consider better use of video conferencing
    owner: Head of Safeguarding
    due: 30 June 2026
"""

from collections.abc import Iterator
from functools import cache

from pipeline.checks._clauses import Clause, joined_verb
from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._lexicon import gerund, lexicon
from pipeline.checks._words import Index, indexed, phrase_at, quoted, vocabulary
from pipeline.models import Severity

CODE = "ACT002"
SLUG = "weak-verb"
NAME = "The main verb promises nothing"
SEVERITY: Severity = "warning"
UNIT = "action"
_TALK = frozenset({"consider", "discuss", "explore"})
_EACH = frozenset("each every daily weekly fortnightly monthly quarterly regularly termly".split())
HELP = "Say what will be done or decided, not what will be thought about."


def check(context: Context) -> Iterator[Hit]:
    """Yield the actions of which no sentence does more than consider."""
    for id_, _ in context.saying(_heads()):
        parsed = context.clauses[id_]
        said = weak_words(parsed[0])
        if said and not any(part.commits and not weak_words(part) for part in parsed[1:]):
            message = f"{quoted(said)} commits nobody to anything that could be seen done."
            yield Hit(id_, message, said)


def weak_words(clause: Clause) -> str:
    """Return the weak verb or noun that a clause rests on, or nothing.

    What a thing will do ("the review will consider ...") is description, not commitment.
    """
    if noun := phrase_at(clause.words, clause.first, _nouns()):
        return noun
    if clause.kind == "verbless":
        return _weak_state(clause.words)
    if clause.kind not in {"order", "to", "modal"} or _is_state(clause):
        return ""
    if clause.main == "meet":
        return _meeting(clause)
    said = phrase_at(clause.words, clause.verb, _verbs())
    if clause.kind == "modal" and not clause.agent and not said.startswith(("be ", "continue")):
        return ""
    return (
        "" if not said or _is_firm(said, clause) or _firm_verb(clause, len(said.split())) else said
    )


def _meeting(clause: Clause) -> str:
    """Return what people only meet for: "meet the trust to discuss", but not each month."""
    talk = next((word for word in clause.rest if word in _TALK), "")
    if not talk or f" to {talk}" not in clause.text.lower() or not _EACH.isdisjoint(clause.rest):
        return ""
    at = clause.rest.index(talk)
    return "" if joined_verb(clause, at + 1) else f"meet to {talk}"


def _is_state(clause: Clause) -> bool:
    """Whether somebody "will be aware", which ACT003 speaks of."""
    return clause.kind == "modal" and not lexicon("states_after_be").isdisjoint(clause.rest[1:2])


def _is_firm(said: str, clause: Clause) -> bool:
    """Whether what follows makes a task of a weak verb: "seek views", "discuss each case"."""
    if said == "seek":
        return not lexicon("firm_objects").isdisjoint(clause.rest[1:5])
    if said == "look at":
        return _is_number(clause.rest[2:3])
    if _brings(clause) or (said.startswith("be ") and _is_put_to(clause)):
        return True
    talk = said.removeprefix("be ")
    return any(talk.startswith(verb) for verb in _TALK) and not _EACH.isdisjoint(clause.rest)


def _is_put_to(clause: Clause) -> bool:
    """Whether a body takes it on its agenda: "the report to be considered by the Board"."""
    bodies = vocabulary("roles")["heads"]["strong"]
    return clause.rest[2:3] in {("by",), ("at",)} and not {*bodies}.isdisjoint(clause.rest[3:8])


def _brings(clause: Clause) -> bool:
    """Whether a paper comes of it: "explore it, with a report to Cabinet"."""
    rest = clause.rest
    return any(
        rest[at] == "with" and not lexicon("papers").isdisjoint(rest[at + 1 : at + 4])
        for at in range(1, len(rest))
    )


def _is_number(words: tuple[str, ...]) -> bool:
    """Whether a figure follows: "look at ten plans a month" is a task."""
    figures = {*vocabulary("wording")["figures"]} - lexicon("determiners")
    return any(word.isdigit() or word in figures for word in words)


def _weak_state(words: tuple[str, ...]) -> str:
    """Return the weak verb that ends a note: "legal action considered", "the forum continues"."""
    for at, word in enumerate(words[1:], 1):
        ends = at + 1 == len(words) or words[at + 1] in lexicon("prepositions")
        if ends and word in lexicon("weak_states"):
            return word
    return ""


@cache
def _heads() -> Index:
    """Return all phrases: an action without the first word of any is not weak."""
    return {**_nouns(), **_verbs(), **indexed(lexicon("weak_states"))}


@cache
def _nouns() -> Index:
    return indexed(lexicon("weak_nouns"))


@cache
def _verbs() -> Index:
    """Return the weak phrases, and with them their forms in -ing."""
    split = [phrase.split() for phrase in sorted(lexicon("weak"))]
    return indexed(
        " ".join((form, *rest)) for verb, *rest in split for form in (verb, gerund(verb))
    )


def _firm_verb(clause: Clause, length: int) -> bool:
    """Whether a firm verb is joined on: "consider and appoint", "..., and agree the"."""
    at = joined_verb(clause, length)
    return bool(at) and not phrase_at(clause.rest, at, _verbs())
