"""Deadlines in a line of a deadline cell, where owners may stand before them."""

import re
from collections.abc import Iterator

from pipeline.deadlines.chain import Stretch, read_chain
from pipeline.deadlines.lead import Lead, as_start, read_lead, with_tail
from pipeline.deadlines.phrases import (
    read_event,
    read_placeholder,
    read_reference,
    read_status,
    read_vague,
)
from pipeline.deadlines.recurrence import read_recurrence, recurrence_span, with_activity
from pipeline.deadlines.relative import read_relative
from pipeline.deadlines.revised import moved_from, without_replaced
from pipeline.deadlines.span import Context, Span
from pipeline.deadlines.timing import stretch_span
from pipeline.deadlines.words import MONTH, NEAR, OPENERS, choice, compiled, words
from pipeline.deadlines.yearly import dates_span, every_date, yearly

_WORD = compiled(r"(?<![\w½])(?:[a-z]+|[0-9½\[?]|[_-]{1,2}(?=[/.][0-9_]))")
_NUMBER = compiled(r"s?\s?[1-9](?![0-9]|[./:-][0-9]|\s?(?:st|nd|rd|th)(?![a-z]))")
_NO_DAY = compiled(rf"{_NUMBER.pattern}(?!\s{MONTH})")
_HELD = frozenset(words("cell", "event_nouns"))
_NUMBERED = frozenset(words("cell", "numbered"))
_STRUCK = re.compile(r"~~[^~\n]{1,60}~~")
# Months, weeks and days as clinicians write them: "within 3/12".
_FRACTION = compiled(r"(?:within|over|for)\s(?:the\s)?(?:next\s)?[0-9]{1,2}/(?:12|52|7)(?![0-9/])")
_COMPLETE = compiled(r"complete(?:\s?[:-])?\s")
_IN_A_NAME = compiled(
    r"(?:.*\s)?(?:plan|strategy|programme|budget|report|act|guidance|together|vision|business|policy)\s$"
)
_NAME_GOES_ON = compiled(
    r"\s(?:plan|strategy|programme|budget|report|act|business|service|delivery|workplan|work\splan)(?![a-z])"
)
_WHERE_POSSIBLE = compiled(
    r"(?:where|if|when|as)\s(?:ever\s)?(?:possible|appropriate|necessary|needed|required|practical)\s"
)
_REVIEWED = compiled(
    r"(?:to\sbe\s)?(?:reviewed?|reported?|updated?|monitored|audited|repeated|refreshed)\s"
)
_PERSON = compiled(r"(?<![a-z])(?:(?:mr|mrs|ms|miss|dr|cllr|sir)\.?\s[^,/]*|[a-z]\.?\s)$")
_SEPARATORS = ",;:.()/&+-*|"
_MEETING = compiled(r"\s(?:[a-z&']{1,20}\s){0,3}meetings?(?![a-z])")
_NOUN = re.compile(r" (?!and\b|or\b|to\b|by\b)[a-z]")
_MEETINGS = compiled(
    rf"\s(?:[a-z&']{{1,20}}\s){{0,3}}{choice(*words('cell', 'event_nouns'))}s?(?![a-z])"
)
_GOES_ON = compiled(
    r"""(?:and|then|to|until|by|onwards|if|subject|annually|each|every|yearly|ongoing|at|or|but|for|with
        |where|when|as|tbc|start|deadline|latest|completed?|review|monthly|quarterly)(?![a-z])"""
)


def scan_cell(original: str, text: str, context: Context) -> list[Span]:
    """Return the deadlines of a cell's line; `text` is `original` made plain."""
    if "~~" in text:
        text = _STRUCK.sub(lambda match: " " * len(match[0]), text)
    return without_replaced(text, _scanned(original, text, context))


def _scanned(original: str, text: str, context: Context) -> Iterator[Span]:
    at = 0
    while match := _WORD.search(text, at):
        word, (start, at) = match[0], match.span()
        if word in _NUMBERED and (number := _number(word).match(text, at)):
            at = number.end()
            continue
        if word not in OPENERS and word.isalpha():
            event = None if text[start - 1 : start] == " " else read_event(text, start, context)
            spans = [event] if event else []
        else:
            spans = _read(original, text, start, context)
        yield from spans
        if spans:
            at = max(spans[-1].end, at)
        elif word.isdigit():
            at = _past_number(text, at)


def _number(word: str) -> re.Pattern[str]:
    """Return the pattern of a number after "phase"; after "workshop" it may be a day."""
    return _NO_DAY if word in _HELD else _NUMBER


def _past_number(text: str, at: int) -> int:
    while at < len(text) and (text[at].isalnum() or text[at] in "./"):
        at += 1
    return at


def _read(original: str, text: str, at: int, context: Context) -> list[Span]:
    return _unlabelled(original, text, at, context) or _labelled(original, text, at, context)


def _unlabelled(original: str, text: str, at: int, context: Context) -> list[Span]:
    if dated := _dated(original, text, at, context) or _finished(original, text, at, context):
        return dated
    found = (
        _repeated(original, text, at, context)
        or read_status(text, at)
        or read_placeholder(text, at)
        or _relative(text, at, context)
        or read_vague(text, at)
        or read_reference(text, at)
        or read_event(text, at, context)
    )
    return [found] if found else []


def _labelled(original: str, text: str, at: int, context: Context) -> list[Span]:
    """Return what stands after a label and fixes no day ("Finish: ongoing")."""
    if text.find(":", at, at + NEAR) < 0:
        return []
    lead = read_lead(text, at)
    if lead.first != "label" or lead.start:
        return []
    spans = _unlabelled(original, text, lead.end, context)
    return [spans[0]._replace(start=at), *spans[1:]] if spans else []


def _finished(original: str, text: str, at: int, context: Context) -> list[Span]:
    """Return the date of "Review July; complete Dec": after another, it is no status."""
    match = _COMPLETE.match(text, at)
    if not match or text[:at].rstrip(" ")[-1:] not in (",", ";", "\n"):
        return []
    dated = _dated(original, text, match.end(), context)
    return [dated[0]._replace(start=at), *dated[1:]] if dated else []


def _dated(original: str, text: str, at: int, context: Context) -> list[Span]:
    """Return the dates at `at` with their leading words, one span each."""
    if _FRACTION.match(text, at):
        return []
    if every := every_date(text, at):
        return [dates_span(at, *every)]
    lead = read_lead(text, at)
    for opening in (lead, Lead(at)) if lead.end > at else (lead,):
        stretches = read_chain(text, opening.end, "between" in opening.first)
        if stretches and _stands(original, text, at, opening, stretches):
            return list(_spans(text, at, opening, stretches, context))
    return []


def _spans(
    text: str, at: int, lead: Lead, stretches: list[Stretch], context: Context
) -> Iterator[Span]:
    if span := yearly(text, at, stretches):
        yield span
        return
    if lead.start and not stretches[0].single and moved_from(text, at):
        lead, stretches = lead._replace(start=False), [stretches[0].end_of(), *stretches[1:]]
    for stretch in stretches:
        span = stretch_span(stretch, context)
        if stretch is stretches[0]:
            span = span._replace(start=at)
        if stretch is stretches[-1]:
            span = with_tail(text, _with_meeting(text, span))
        yield as_start(span) if lead.start and stretch.single else span


def _with_meeting(text: str, span: Span) -> Span:
    """Take in the meeting of "September Board meeting"; with a year, a board may be an owner."""
    match = (_MEETING if span.latest else _MEETINGS).match(text, span.end)
    return span._replace(end=match.end(), anchor=match[0].strip()) if match else span


def _stands(original: str, text: str, at: int, lead: Lead, stretches: list[Stretch]) -> bool:
    """Whether it is a date here, not part of a name ("April Thornby", "Action Plan 2014/15")."""
    point, end = stretches[0].first.point, stretches[-1].last.end
    if lead.first == "after" and " the " in text[at:end] and _NOUN.match(text, end):
        return False  # "after the May elections"
    if point.precision == "year" and not lead.first and _in_a_name(text, at, end):
        return False
    if not point.bare or not stretches[0].single or stretches[0].first.edge:
        return True
    if point.precision == "season" and not lead.first:
        return _clear_before(text, at) and _clear_after(text, end)
    if lead.first:
        return _clear_after(text, end) or bool(_MEETINGS.match(text, end))
    if not (_clear_after(text, end) or _meeting(original, text, at, end)):
        return False
    return _clear_before(text, at) or (
        point.precision == "month" and _after_owner(original, text, at)
    )


def _in_a_name(text: str, at: int, end: int) -> bool:
    return bool(_IN_A_NAME.match(text, max(0, at - 60), at) or _NAME_GOES_ON.match(text, end))


def _clear_before(text: str, at: int) -> bool:
    before = text[max(0, at - NEAR) : at].rstrip(" ")
    return not before or before[-1] in _SEPARATORS + "\n"


def _clear_after(text: str, end: int) -> bool:
    rest = text[end : end + NEAR].lstrip(" ")
    return not rest or rest[0] in _SEPARATORS + "\n" or _GOES_ON.match(rest) is not None


def _meeting(original: str, text: str, at: int, end: int) -> bool:
    return original[at].isupper() and bool(_MEETINGS.match(text, end))


def _after_owner(original: str, text: str, at: int) -> bool:
    """Whether a month stands after a post, not after a first name ("Independent Chair April")."""
    if _PERSON.search(text, max(0, at - NEAR), at):
        return False
    return original[at].isupper() and len(original[max(0, at - NEAR) : at].split()) > 1


def _repeated(original: str, text: str, at: int, context: Context) -> Span | None:
    where = _WHERE_POSSIBLE.match(text, at) or _REVIEWED.match(text, at)
    found = read_recurrence(text, where.end() if where else at)
    if not found:
        return None
    whole = with_activity(text, found)
    span = recurrence_span(text, whole, context)
    if where:
        condition = where[0].strip() if where.re is _WHERE_POSSIBLE else None
        return span._replace(start=at, condition=condition)
    if span.end == whole.end:
        if found.word and _names(original, text, span.end):
            return None
        return with_tail(text, span)
    return span


def _names(original: str, text: str, end: int) -> bool:
    """Whether a capital follows, as in "Annual Review Officer"."""
    after = original[end : end + 2]
    return after[:1] == " " and after[1:].isupper() and not _clear_after(text, end)


def _relative(text: str, at: int, context: Context) -> Span | None:
    span = read_relative(text, at, context)
    return span if span and not text[span.end : span.end + 4].startswith((" old", "-old")) else None
