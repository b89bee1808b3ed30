"""Commitments in time in an action's own words or in prose.

Prose names many times that are no deadline: when something happened, how often something is
already done, standards of practice. A time counts only where its sentence commits to it:
by an obligation ("will", "to be held"), a command ("Publish …") or words that only a plan
uses ("by 30 June 2014").
"""

import re
from collections.abc import Iterator

from pipeline.deadlines.chain import Stretch, read_chain
from pipeline.deadlines.cues import CUE, may_state, past
from pipeline.deadlines.lead import Lead, as_start, read_lead, with_tail
from pipeline.deadlines.recurrence import (
    Recurrence,
    read_recurrence,
    recurrence_span,
    with_activity,
)
from pipeline.deadlines.relative import read_relative
from pipeline.deadlines.sentence import (
    AT_END,
    PAST,
    PRESENT,
    answers,
    counts,
    is_ahead,
    labelled,
    sentence,
)
from pipeline.deadlines.span import Context, Span
from pipeline.deadlines.timing import stretch_span
from pipeline.deadlines.unfixed import is_counted, read_unfixed
from pipeline.deadlines.words import (
    NEAR,
    choice,
    compiled,
    words,
)
from pipeline.deadlines.yearly import dates_span, every_date, yearly

_DONE = re.compile(
    r"(?:ed|held|made|taken|given|run|sent|set|kept|place|met)\s(?:on\s)?(?:an?\s|at\sleast\s)?$"
)
_FIRM = (
    *("by", "before", "no later than", "not later than", "on or before"),
    *("until", "till", "due by", "up to"),
)
_TIMED = ("from", "with effect from", "starting", "commencing", "beginning", "during", "throughout")
_NOUN_BEFORE = compiled(
    rf"""\b(?:of|for|the|this|dated|since|between|and|to|than|in|at
         |{choice(*words("prose", "dated_names"))})\s$"""
)
_ARRANGED = re.compile(r"\b(?:planned|arranged|scheduled|booked|timetabled|due)\s$")
# "from the June 2013 inspection": the date only says which.
_MODIFIES = re.compile(r"\bthe\s$")
_NOUN_AFTER = compiled(rf"\s(?!(?:{choice(*words('prose', 'after_adverb'))})(?![\w-]))[a-z]")
_MEETING = compiled(
    rf"(?:\s[a-z'-]{{1,20}}){{0,2}}\s{choice(*words('prose', 'meetings'))}(?![a-z])"
)
_AFTER_ADVERB = compiled(
    rf"\W*$|\s?[,.;:()-]|\s(?:{choice(*words('prose', 'after_adverb'))})(?![\w-])"
)
_TO_BE_HELD = compiled(
    rf"""(?!\s(?:report|plan|work|conference|budget|statement|strategy|accounts)(?![a-z]))
        (?:\s(?!(?:and|of|with|for|to|in|on|will|is|are)\s)[a-z'&/-]{{1,30}}){{1,5}}
        \s(?:to|will|shall|must|should)\s
        (?:be\s{choice(*words("prose", "held"))}|take\splace|continue)(?![\w-])"""
)
# "Publish an annual report": what is done again and again is named by how often.
_REGULAR = compiled(
    rf"""(?:\W*|.*(?<![\w-])to\s){choice(*words("prose", "regular"))}\s
         (?:an?\s)?(?:regular\s)?$"""
)
_ACTIVITIES = choice(*words("cell", "activities"), *words("cell", "event_nouns"))
# "Book looks each half term": an action put as what will take place.
_OCCASION = compiled(
    rf"""\W*(?!(?:the|this|these|their|all)\s)
        (?:(?!{choice(*words("prose", "facts"))}\s)[a-z'&/-]{{1,20}}\s){{0,3}}
        {_ACTIVITIES}s?\s(?:for\s(?:[a-z&'/-]{{1,20}}\s){{1,4}})?$"""
)
_WHOLE = compiled(
    rf"""(?:\s[a-z&'/-]{{1,20}}){{0,3}}\s{_ACTIVITIES}s?
         (?:\s(?:between|of|with)(?:\s[a-z&'/-]{{1,20}}){{1,5}})?\W*$"""
)
_AGE = re.compile(r"\s?-?(?:year|yr)s?[\s-]old|\s?(?:year|month)s?\sof\sage")


def scan_prose(text: str, context: Context) -> Iterator[Span]:
    """Yield the commitments in time of prose that was made plain."""
    at = 0
    while match := CUE.search(text, at):
        start = match.start()
        # Most prepositions open no time: one that does has a sign of it near.
        worth = text[start].isdigit() or may_state(text[start : start + NEAR])
        spans = _read(text, start, context) if worth else []
        yield from spans
        at = spans[-1].end if spans else max(past(text, match), start + 1)


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
    if span and not is_counted(text, span):
        return []
    span = span or read_unfixed(text, at)
    return [span] if span else []


def _dated(
    text: str, at: int, lead: Lead, stretches: list[Stretch], context: Context
) -> list[Span]:
    point, end = stretches[0].first.point, stretches[-1].last.end
    if _AGE.match(text, end) or counts(text, at, lead.first):
        return []
    if not _is_committed(text, at, end, lead, stretches[0]):
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
    first, point, edged = lead.first, stretch.first.point, bool(stretch.first.edge)
    free = first in _FIRM + _TIMED or edged or point.precision == "year"
    named = (
        first in ("at", "in")
        and point.precision == "month"
        and text[lead.end : end].replace(" ", "").isalpha()
    )
    if point.bare and not (free or named):
        return False
    if point.precision in ("year", "season") and first in ("", "for", "on", "at", "to", "since"):
        return False
    if first == "for" and _ARRANGED.search(text, max(0, at - 20), at):
        return not PAST.search(sentence(text, at, end)[0])
    if not stretch.first.whole or first in ("for", "since", "launch", "review", "to"):
        return False
    if (
        not edged
        and _MODIFIES.search(text, at, stretch.first.start)
        and _NOUN_AFTER.match(text, end)
    ):
        return point.precision == "day" or (first == "at" and bool(_MEETING.match(text, end)))
    before, after = sentence(text, at, end)
    if first in ("in", "on") and _takes_place(before, after.partition(" to ")[0]):
        return True
    if first in _FIRM and not before.strip() and AT_END.match(after):
        return True  # "Review the policy. By 30 June 2014."
    if first in _FIRM or first in _TIMED:
        return is_ahead(before, after, firm=True)
    if first:
        return is_ahead(before, after, firm=False) and not answers(before)
    return labelled(text, at) or (
        not _NOUN_BEFORE.search(before)
        and bool(AT_END.match(after) or after.lstrip()[:1] in ("-", ":"))
        and is_ahead(before, after, firm=False)
    )


def _repeated(text: str, found: Recurrence, context: Context) -> Span | None:
    if found.anchor:
        return None
    before, after = sentence(text, found.start, found.end)
    span = recurrence_span(text, found, context)
    if found.word and not _AFTER_ADVERB.match(text, found.end):
        held = _TO_BE_HELD.match(text, found.end) and not PAST.search(before)
        if held or _is_regular(text, before, found) or _is_occasion(before, after, found):
            return span
        return None
    if found.word and found.word.endswith("annual"):
        return None
    if is_ahead(before, after, firm=False) or _is_participle(before, after):
        return span
    return span if _takes_place(before, after) else None


def _is_regular(text: str, before: str, found: Recurrence) -> bool:
    """Whether a command is to do something again and again ("Hold quarterly meetings")."""
    told = PRESENT.search(before) or PAST.search(before)
    return not told and bool(_REGULAR.match(before)) and with_activity(text, found) is not found


def _is_occasion(before: str, after: str, found: Recurrence) -> bool:
    """Whether all there is names what is done so often ("Termly book looks.")."""
    whole = not before.strip() and found.word != "annual" and bool(_WHOLE.match(after))
    return whole and not (PRESENT.search(after) or PAST.search(after))


def _takes_place(before: str, after: str) -> bool:
    """Whether an action is put as an occasion, without a verb ("Book looks each term")."""
    told = PRESENT.search(before) or PAST.search(before)
    return bool(AT_END.match(after)) and not told and bool(_OCCASION.match(before))


def _is_participle(before: str, after: str) -> bool:
    """Whether an action is put as its result ("Policies reviewed annually")."""
    told = PRESENT.search(before) or PAST.search(before) or PRESENT.search(after)
    return bool(_DONE.search(before)) and not told and not PAST.search(after)
