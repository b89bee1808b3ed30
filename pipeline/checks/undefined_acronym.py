"""A short form that the document never spells out.

Those who write the plan know what it means; a parent, a councillor or next year's manager may
not. Short forms that every reader of such plans knows (NHS, GP, SEND) are left alone.

Spell it out where it first stands: "National Youth Advocacy Service (NYAS)".

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard with QXB
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import quoted, vocabulary
from pipeline.likeness import straight
from pipeline.models import Action, Area, Owner, Severity, Statement

CODE = "DOC003"
SLUG = "undefined-acronym"
NAME = "A short form that is never spelt out"
SEVERITY: Severity = "info"
UNIT = "short form"
HELP = "Spell it out where it first stands."
MOST = 300  # short forms looked up
_SHORT = re.compile(  # most capitals fail at once, for no second one is near
    r"[A-Z](?=[a-z]{0,4}+[A-Z])(?<![\w/&-][A-Z])[A-Za-z]{0,4}[A-Z](?:['’]?s)?(?![\w&-])"
)


def check(context: Context) -> Iterator[Hit]:
    """Yield every short form without its long one."""
    texts = list(_texts(context))
    known = _known(context.statement)
    shorts = dict.fromkeys(_shorts("\n".join([text for _, text, _ in texts])))
    unknown = [short for short in shorts if short not in known][:MOST]
    spelt = _spelt_out(context.statement, unknown)
    for short in unknown:
        if short in spelt:
            continue
        holding = [one for one in texts if short in one[1] and _stands(short, one[1])]
        if holding:
            ids = tuple(dict.fromkeys(subject for subject, _, _ in holding))
            message = f"{quoted(short)} is never spelt out."
            yield Hit(DOCUMENT, message, short, ids, holding[0][2].location)


def _texts(context: Context) -> Iterator[tuple[str, str, Area | Action | Owner]]:
    """Yield what may hold short forms: whom it is about, the words, and what says them."""
    for area in context.areas:
        id_ = area.id
        yield id_, area.text or "", area
        for action in area.actions:
            yield action.id, action.text, action
        for group in area.assignments:
            for owner in group.owners:
                if owner.kind != "initials":
                    yield id_, owner.text, owner


def _stands(short: str, text: str) -> bool:
    """Whether a text has a short form, and not all its words are in capitals."""
    return not (" " in text and text.isupper()) and short in _shorts(text)


def _shorts(text: str) -> Iterator[str]:
    """Yield the short forms of a text, each once, without the ending of a plural."""
    for match in dict.fromkeys(_SHORT.findall(text)):
        yield _bare(straight(match))


def _bare(short: str) -> str:
    return short.removesuffix("s").removesuffix("'")


def _known(statement: Statement) -> set[str]:
    known = {_bare(item.short) for item in statement.acronyms}
    return known | _common() | {item.upper() for item in known}


@cache
def _common() -> frozenset[str]:
    return frozenset(vocabulary("wording")["known_acronyms"])


def _spelt_out(statement: Statement, shorts: list[str]) -> set[str]:
    """Return those whose letters begin words that stand side by side anywhere."""
    prose = "\n".join(_prose(statement)) if shorts else ""
    return {short for short in shorts if _long_form(short).search(prose)}


def _long_form(short: str) -> re.Pattern[str]:
    """Words beginning with the letters of a short form, small words between them."""
    between = r"[\w']{1,40}[\s-]{1,5}(?:(?:of|and|the|for|in|to|on|with|a)\s)?"
    first, others = short[0].upper(), short[1:].upper()
    return re.compile(between.join((rf"{first}(?<!\w{first})", *others)) + r"[\w']")


def _prose(statement: Statement) -> Iterator[str]:
    yield from (text for text in (statement.title, statement.authority) if text)
    yield from (item.subject for item in statement.judgements)
    yield from (item.text for item in statement.recommendations)
    yield from (item.text for item in statement.monitoring)
    for section in statement.sections:
        yield section.title or ""
        for area in section.areas:
            yield area.text or ""
            yield from (group.text for group in area.assignments)
            yield from (action.text for action in area.actions)
