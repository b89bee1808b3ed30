"""Commitments in time in an action's own words or in prose.

Prose names many times that are no deadline: when something happened, how often something is
already done, standards of practice. A time counts only where its sentence commits to it:
by an obligation ("will", "to be held"), a command ("Publish …") or words that only a plan
uses ("by 30 June 2014").
"""

import re
from collections.abc import Iterator

from pipeline.deadlines.chain import Stretch, read_chain
from pipeline.deadlines.lead import Lead, as_start, read_lead, with_tail
from pipeline.deadlines.phrases import read_placeholder
from pipeline.deadlines.recurrence import RULES, Recurrence, read_recurrence, recurrence_span
from pipeline.deadlines.relative import is_hours, read_relative
from pipeline.deadlines.sentence import PAST, PRESENT, is_ahead, sentence
from pipeline.deadlines.span import Context, Span
from pipeline.deadlines.timing import stretch_span
from pipeline.deadlines.words import MONTH, MONTHS, NEAR, PARTED, WEEKDAYS, choice, compiled, words
from pipeline.deadlines.yearly import dates_span, every_date, yearly

_CUE = compiled(
    rf"""(?<![\w½/.-])(?:
        (?:by|before|from|during|until|till|in|on|at|within|over|every|each|starting|commencing
           |beginning|no\slater|not\slater|with\seffect|with\simmediate|throughout|once|twice|for|early|end|due|between)\s
        | [0-9]{{1,4}}(?=[\s/.,-]|st|nd|rd|th) | {MONTH}(?=[\s,'-]{{1,3}}[0-9])
        | (?:half|bi|six|three|two|semi|twice)?[\s-]?
          (?:annual|month|quarter|week|term|year|dai|fortnight)ly(?=\W|$)
        | (?:bi-?)?annual | biannual | ½ | w/[ce] | (?:date|timescale)s?\s(?:to\sbe|tb[ca]) )"""
)
# No text without one of these words or a figure can state a time: most are passed over here.
_SIGNS = frozenset(
    {*MONTHS, *WEEKDAYS, *words("prose", "signs"), *(rule.split()[-1] for rule in RULES)}
    | {part for rule in RULES for part in rule.split("-")}
)
_DONE = re.compile(
    r"(?:ed|held|made|taken|given|run|sent|set|kept|place|met)\s(?:on\s)?(?:an?\s|at\sleast\s)?$"
)
_FIRM = (
    "by",
    "before",
    "no later than",
    "not later than",
    "on or before",
    "until",
    "till",
    "due by",
    "up to",
)
_TIMED = ("from", "with effect from", "starting", "commencing", "beginning", "during", "throughout")
_AT_END = re.compile(r"\W*$")
_NOUN_BEFORE = re.compile(
    r"\b(?:of|for|the|this|dated|since|between|and|to|than|in|at|version|plan|strategy|report|act|review)\s$"
)
_ARRANGED = re.compile(r"\b(?:planned|arranged|scheduled|booked|timetabled|due)\s$")
# "from the June 2013 inspection": the date only says which.
_MODIFIES = re.compile(r"\bthe\s$")
_NOUN_AFTER = compiled(rf"\s(?!(?:{choice(*words('prose', 'after_adverb'))})(?![\w-]))[a-z]")
_AFTER_ADVERB = compiled(
    rf"\W*$|\s?[,.;:()-]|\s(?:{choice(*words('prose', 'after_adverb'))})(?![\w-])"
)
_TO_BE_HELD = compiled(
    r"""(?!\s(?:report|plan|work|conference|budget|statement|strategy|accounts)(?![a-z]))
        (?:\s(?!(?:and|of|with|for|to|in|on|will|is|are)\s)[a-z'&/-]{1,30}){1,5}
        \s(?:to|will|shall|must|should)\s(?:be|take\splace|continue)(?![\w-])"""
)
_ANCHORS = compiled(rf"(?:{choice(*words('prose', 'anchors'))})(?![\w-])")
_AT_ONCE = re.compile(r"with immediate effect(?![a-z])")
_AGE = re.compile(r"\s?-?(?:year|yr)s?[\s-]old|\s?(?:year|month)s?\sof\sage")


def may_state(text: str) -> bool:
    """Say whether plain prose has a sign of a time: most has none, and need not be read."""
    found = text.encode("ascii", "replace").translate(PARTED)
    return b"0" in found or "½" in text or not _SIGNS.isdisjoint(found.decode().split())


def scan_prose(text: str, context: Context) -> Iterator[Span]:
    """Yield the commitments in time of prose that was made plain."""
    at = 0
    while match := _CUE.search(text, at):
        start = match.start() + (text[match.start()] == " ")
        # Most prepositions open no time: one that does has a sign of it near.
        worth = text[start].isdigit() or may_state(text[start : start + NEAR])
        spans = _read(text, start, context) if worth else []
        yield from spans
        at = spans[-1].end if spans else max(_skip(text, match), match.start() + 1)


def _skip(text: str, match: re.Match[str]) -> int:
    """Go past a number's figures, so that "3.2.14" is not read again from its middle."""
    at = match.start()
    if not text[at].isdigit():
        return at + len(match[0].split()[0]) if match[0].split() else match.end()
    while at < len(text) and (text[at].isdigit() or text[at] in "./-"):
        at += 1
    return at


def _read(text: str, at: int, context: Context) -> list[Span]:
    lead = read_lead(text, at)
    stretches = [] if lead.first == "label" else read_chain(text, lead.end, "between" in lead.first)
    if stretches:
        return _dated(text, at, lead, stretches, context)
    if every := every_date(text, at):
        before, after = sentence(text, at, every[0])
        return [dates_span(at, *every)] if is_ahead(before, after, firm=False) else []
    if found := read_recurrence(text, at):
        span = _repeated(text, found, context)
        return [span] if span else []
    span = read_relative(text, at, context)
    if span and not _is_counted(text, span):
        return []
    span = span or _in_words(text, at)
    return [span] if span else []


def _dated(
    text: str, at: int, lead: Lead, stretches: list[Stretch], context: Context
) -> list[Span]:
    point, end = stretches[0].first.point, stretches[-1].last.end
    if _AGE.match(text, end) or not _is_committed(text, at, end, lead, stretches[0]):
        return []
    if span := yearly(text, at, stretches):
        return [span]
    spans = [stretch_span(stretch, context) for stretch in stretches]
    spans[0] = spans[0]._replace(start=at)
    spans[-1] = with_tail(text, spans[-1])
    if lead.start and point and stretches[0].single:
        spans = [as_start(span) for span in spans]
    return spans


def _is_committed(text: str, at: int, end: int, lead: Lead, stretch: Stretch) -> bool:
    """Whether the sentence commits to this time; each kind of lead asks for its own evidence."""
    first, point, edge = lead.first, stretch.first.point, stretch.first.edge
    free = first in _FIRM + _TIMED or bool(edge) or point.precision == "year"
    named = first == "in" and point.precision == "month" and text[lead.end : end].isalpha()
    if point.bare and not (free or named):
        return False
    if point.precision in ("year", "season") and first in ("", "for", "on", "at", "to", "since"):
        return False
    if first == "for" and _ARRANGED.search(text, max(0, at - 20), at):
        return not PAST.search(sentence(text, at, end)[0])
    if not stretch.first.whole or first in ("for", "since", "launch", "review", "to"):
        return False
    if _MODIFIES.search(text[max(0, at) : stretch.first.start]) and _NOUN_AFTER.match(text, end):
        return point.precision == "day"
    before, after = sentence(text, at, end)
    if first in _FIRM or first in _TIMED:
        return is_ahead(before, after, firm=True)
    if first:
        return is_ahead(before, after, firm=False)
    return (
        not _NOUN_BEFORE.search(before)
        and bool(_AT_END.match(after) or after.lstrip()[:1] in ("-", ":"))
        and is_ahead(before, after, firm=False)
    )


def _repeated(text: str, found: Recurrence, context: Context) -> Span | None:
    if found.anchor:
        return None
    before, after = sentence(text, found.start, found.end)
    span = recurrence_span(text, found, context)
    if found.word and not _AFTER_ADVERB.match(text, found.end):
        held = _TO_BE_HELD.match(text, found.end) and not PAST.search(before)
        return span if held else None
    if found.word and found.word.endswith("annual"):
        return None
    if is_ahead(before, after, firm=False) or _is_participle(before, after):
        return span
    return None


def _is_participle(before: str, after: str) -> bool:
    """Whether an action is put as its result ("Policies reviewed annually")."""
    told = PRESENT.search(before) or PAST.search(before) or PRESENT.search(after)
    return bool(_DONE.search(before)) and not told and not PAST.search(after)


def _is_counted(text: str, span: Span) -> bool:
    """Whether a relative time is the plan's own: from its approval, or so many months."""
    words = text[span.start : span.end]
    if not words.startswith("within") or is_hours(words) or "approximately" in words:
        return False
    before, after = sentence(text, span.start, span.end)
    if not is_ahead(before, after, firm=False):
        return False
    if span.anchor:
        return bool(_ANCHORS.match(span.anchor.removeprefix("the ")) or _ANCHORS.match(span.anchor))
    return not re.search(r"\bdays?\b", words)


def _in_words(text: str, at: int) -> Span | None:
    """Return "by xx", "with immediate effect"; in prose, "to be agreed" alone is a verb."""
    if match := _AT_ONCE.match(text, at):
        past = PAST.search(sentence(text, at, match.end())[0])
        return None if past else Span(at, match.end(), kind="vague")
    span = read_placeholder(text, at)
    named = ("by xx", "by [", "by tb", "date", "dates", "timescale")
    return span if span and text.startswith(named, at) else None
