"""Dates that a later one replaces: "June 2015, now September 2015", "July 2015 (was May)"."""

import re
from collections.abc import Iterable

from pipeline.deadlines.span import Span
from pipeline.deadlines.words import choice, compiled, words

_REVISED = choice(*words("cell", "revised"))
_NOW = compiled(
    rf"""[\s,;:([-]{{0,4}}(?:but\s|and\s)?{_REVISED}
         (?:\s(?:date|target|deadline))?(?:\s(?:to|until|till|for|as))?[\s:]{{1,3}}"""
)
_WAS = compiled(
    rf"""[\s,;([-]{{1,4}}{choice(*words("cell", "replaced"))}\.?
         (?:\s(?:date|target|deadline))?[\s:]{{1,3}}"""
)
_FROM = compiled(rf"{_REVISED}\s(?:date\s)?from\s")


def moved_from(text: str, at: int) -> bool:
    """Say whether words at `at` open a move ("Revised from June to September 2015")."""
    return _FROM.match(text, at) is not None


def without_replaced(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the spans of a cell; one that replaces another takes in its words."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].role == span.role == "due" and found[-1].edtf and span.edtf:
            before = found[-1]
            if _opens(_NOW, text, before, span):
                found[-1] = _due(span)._replace(start=before.start, end=_closed(text, before, span))
                continue
            if _opens(_WAS, text, before, span):
                found[-1] = before._replace(end=_closed(text, before, span))
                continue
        found.append(span)
    return found


def _opens(pattern: re.Pattern[str], text: str, before: Span, span: Span) -> bool:
    match = pattern.match(text, before.end)
    return match is not None and span.start <= match.end() < span.end


def _closed(text: str, before: Span, span: Span) -> int:
    """Return where a span ends, with the bracket that opened after the one before."""
    opened = "(" in text[before.end : span.start + 1]
    return span.end + (opened and text[span.end : span.end + 1] == ")")


def _due(span: Span) -> Span:
    """Return a move ("extended to June 2015") as the deadline that it states."""
    if span.kind != "status":
        return span
    return span._replace(kind="date" if span.precision == "day" else "period")
