"""Words around a date that belong to it: "by", "Target date:", "(website permitting)"."""

import re
from typing import NamedTuple

from pipeline.deadlines.span import Span
from pipeline.deadlines.words import choice, compiled, words


def _any(*tables: str) -> str:
    return choice(*(word for table in tables for word in words(table)))


_DUE = choice(*words("due_leads"), *(label for label in words("due_labels") if " " in label))
_LABEL = compiled(rf"(?:{_any('due_labels', 'start_labels')})(?:\s?[:=]\s?|\s-\s)")
_START_LABEL = compiled(rf"{_any('start_labels')}(?![a-z])")
_HOUR = r"[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:am|pm)|noon|midday|midnight|close\sof\s(?:play|business)"
_LEAD = compiled(
    rf"""(?:(?P<start>{_any("start_leads")})|{_DUE}|{_HOUR})
         (?![a-z])[\s:]{{1,3}}"""
)
_AT_HOUR = compiled(rf",?\s(?:at\s)?(?:{_HOUR})(?![a-z])")
_THE = compiled(r"the\s")
_ONWARDS = compiled(rf"[\s,]{{1,2}}(?:{_any('onwards')})(?![a-z])")
_OPEN = compiled(r"\s?-\s?(?:ongoing|on-going|present|onwards)(?![a-z])")
_CONDITIONS = _any("conditions")
_BRACKETED = compiled(r"\s?\((?P<words>[^()\n]{1,100})\)")
_CONDITION = compiled(rf"[\s,-]{{1,3}}(?P<words>{_CONDITIONS}(?![a-z])[^.;\n()]{{0,80}})")
_REFERENCE = compiled(
    r"[\s,-]{1,3}(?:as\sper|in\sline\swith|in\saccordance\swith)\s(?P<words>[^.;\n()]{2,80})"
)
_IS_CONDITION = compiled(rf"(?:.{{1,40}}\s)?{_CONDITIONS}(?![a-z])")
_IS_RELATIVE = compiled(r".{0,30}\b(?:from|after|before|following|of)\b(?![^0-9]*[0-9]{2})")


class Lead(NamedTuple):
    """The words before a date: where the date begins, whether they make it a start.

    `first` is the first word ("by"), "" when a label or nothing stands there.
    """

    end: int
    start: bool = False
    first: str = ""


def read_lead(text: str, at: int) -> Lead:
    """Return the words at `at` that may introduce a date; an empty lead when there are none."""
    lead = Lead(at)
    if match := _LABEL.match(text, at):
        lead = Lead(match.end(), bool(_START_LABEL.match(text, at)), "label")
    for _ in range(3):
        match = _LEAD.match(text, lead.end)
        if not match:
            break
        first = lead.first if lead.first not in ("", "label") else match[0].strip(" :")
        lead = Lead(match.end(), lead.start or bool(match["start"]), first)
    the = _THE.match(text, lead.end)
    return lead._replace(end=the.end()) if the else lead


def with_tail(text: str, span: Span) -> Span:
    """Take in what follows a date: an hour, "onwards", a condition, what it is taken from."""
    if match := _AT_HOUR.match(text, span.end):
        span = span._replace(end=match.end())
    if match := _ONWARDS.match(text, span.end):
        return as_start(span._replace(end=match.end()))
    if (match := _OPEN.match(text, span.end)) and span.latest:
        return as_start(span._replace(end=match.end()))
    if match := _BRACKETED.match(text, span.end):
        if _IS_CONDITION.match(match["words"]):
            return span._replace(end=match.end(), condition=match["words"].strip())
        if _IS_RELATIVE.match(match["words"]) and span.latest:
            return span._replace(end=match.end(), anchor=match["words"].strip())
        return span
    if match := _REFERENCE.match(text, span.end):
        return span._replace(end=_stripped(match), anchor=match["words"].strip())
    if match := _CONDITION.match(text, span.end):
        return span._replace(end=_stripped(match), condition=match["words"].strip())
    return span


def as_start(span: Span) -> Span:
    """Return the span as a beginning: it has no latest day, and its EDTF stays its own."""
    return span._replace(role="start", latest=None)


def _stripped(match: re.Match[str]) -> int:
    return match.start() + len(match[0].rstrip())
