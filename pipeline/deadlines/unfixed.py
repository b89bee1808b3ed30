"""Times in prose that no calendar fixes: "within three months", "as soon as possible"."""

import re

from pipeline.deadlines.phrases import read_placeholder
from pipeline.deadlines.sentence import AT_END, PAST, is_ahead, sentence
from pipeline.deadlines.span import Span
from pipeline.deadlines.words import choice, compiled, words

_VAGUE = compiled(rf"{choice(*words('prose', 'vague'))}(?![\w-])")
_NEXT = compiled(
    rf"""(?:at|by|before|to|for|prior\sto|in\stime\sfor)\s(?P<what>the\snext\s(?:[a-z&'-]{{1,20}}\s){{0,3}}
        {choice(*words("prose", "meetings"))}(?:\s(?:meeting|conference))?)(?![a-z-])"""
)
# A standard for each case, not a time of the plan's own.
_STANDARD = compiled(
    r"\W*(?:all|each|every|any|both)\s|.*(?<![\w-])(?:that|when|whenever|where|who|which|if)\s"
)
_ANCHORS = compiled(rf"(?:{choice(*words('prose', 'anchors'))})(?![\w-])")
_NOT_COUNTED = re.compile(r"\b(?:hours?|hrs?|approximately)(?![a-z])")
_STATUTORY = compiled(rf"\b{choice(*words('prose', 'statutory'))}(?![a-z])")
_OWN = compiled(rf"(?:the\s)?{choice(*words('prose', 'own_anchors'))}(?![\w-])")
_SETTLED = compiled(
    rf"""(?:once|as\ssoon\sas)\s
         (?P<what>(?:[a-z&'-]{{1,20}}\s){{1,6}}?(?:is|are|has\sbeen|have\sbeen)\s
            {choice(*words("prose", "settled"))}(?:\s(?:by|with)(?:\s[a-z&'-]{{1,20}}){{1,4}})?)
         (?![a-z-])"""
)
_AT_ONCE = re.compile(r"with immediate effect(?![a-z])")


def is_counted(text: str, span: Span) -> bool:
    """Whether a relative time is the plan's own: from its approval, or so many months."""
    words = text[span.start : span.end]
    later = " after " in words or " following " in words
    if not (later or words.startswith(("within", "in "))) or _NOT_COUNTED.search(words):
        return False
    before, after = sentence(text, span.start, span.end)
    if not is_ahead(before, after, firm=False) or _STANDARD.match(before):
        return False
    if words.startswith("in ") and not later:
        return not span.anchor and bool(AT_END.match(after))
    if _STATUTORY.search(words):
        return bool(_OWN.match(span.anchor or ""))
    if span.anchor:
        return bool(_ANCHORS.match(span.anchor.removeprefix("the ")) or _ANCHORS.match(span.anchor))
    return not re.search(r"\bdays?\b", words)


def read_unfixed(text: str, at: int) -> Span | None:
    """Return "by xx", "with immediate effect"; in prose, "to be agreed" alone is a verb."""
    if match := _AT_ONCE.match(text, at):
        past = PAST.search(sentence(text, at, match.end())[0])
        return None if past else Span(at, match.end(), kind="vague")
    if match := _VAGUE.match(text, at) or _NEXT.match(text, at) or _SETTLED.match(text, at):
        return _open(text, at, match)
    span = read_placeholder(text, at)
    named = ("by xx", "by [", "by tb", "date", "dates", "timescale")
    return span if span and text.startswith(named, at) else None


def _open(text: str, at: int, match: re.Match[str]) -> Span | None:
    """Return words that fix no day and end what is to be done ("… at the next Board")."""
    before, after = sentence(text, at, match.end())
    if (
        not AT_END.match(after)
        or _STANDARD.match(before)
        or not is_ahead(before, after, firm=False)
    ):
        return None
    if match.re is _VAGUE:
        return Span(at, match.end(), kind="vague")
    return Span(at, match.end(), kind="event", anchor=match["what"].removeprefix("the "))
