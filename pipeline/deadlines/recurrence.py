"""What is done again and again, as RFC 5545: "quarterly", "every 6 months", "each September"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.deadlines.chain import Link, Stretch, read_chain
from pipeline.deadlines.span import Context, Span
from pipeline.deadlines.timing import stretch_span
from pipeline.deadlines.words import COUNT, choice, compiled, count, vocabulary, words

RULES: dict[str, str] = vocabulary()["recurrence"]
_UNITS: dict[str, str] = {
    spelling: unit for unit, spellings in vocabulary()["units"].items() for spelling in spellings
}
_FREQUENCY = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
_ADVERB = choice(*RULES)
_HOW_OFTEN = r"(?:(?:at|a)\s(?:least|minimum(?:\sof)?)\s|minimum\s|approximately\s)?"
_WORD = compiled(
    rf"""(?P<lead>{_HOW_OFTEN}(?:on\s)?(?:an?\s|at\s)?)
         (?P<word>{_ADVERB})(?![a-z0-9])(?P<tail>\s(?:basis|intervals))?"""
)
_N_MONTHLY = compiled(
    rf"""(?P<lead>{_HOW_OFTEN}(?:every\s|on\s)?(?:an?\s|at\s)?)
         (?P<n>{COUNT})[\s-]{{1,2}}(?P<unit>daily|weekly|monthly|yearly|termly|annually)(?![a-z])
         (?P<tail>\s(?:basis|intervals))?"""
)
_EVERY = compiled(
    rf"""{_HOW_OFTEN}(?:(?P<times>once|twice|(?P<often>{COUNT})\s?(?:times|x))\s)?
         (?:in\s|at\s)?(?P<each>every|each|per|an?)\s
         (?:(?P<other>other|second|alternate)\s|(?P<n>{COUNT})[\s-]{{1,2}})?
         (?P<half>half[\s-]|½\s|1/2\s)?(?:financial\s|academic\s|school\s|calendar\s)?
         (?P<unit>day|week|fortnight|month|quarter|term|year)s?(?![a-z])"""
)
_OCCASION = compiled(
    rf"""(?:(?:at|in|as\sa\s)\s?)?(?P<what>(?:each|every|all)\s(?:[a-z&'-]{{1,20}}\s){{0,3}}
         {choice(*words("cell", "event_nouns"))}s?|standing\s(?:agenda\s)?item)(?![a-z])"""
)
_EVERY_DATE = compiled(r"(?:in\s|by\s)?(?:each|every)\s(?=[0-9a-z])")
_EACH_YEAR = compiled(
    r"""[\s,:(-]{1,3}(?:of\s|in\s)?(?:annually|yearly|per\sannum|(?:each|every)\s(?:academic\s|school\s|financial\s)?year
        |per\syear)(?![a-z])\)?"""
)
_THEREAFTER = compiled(r"\s(?:basis|thereafter|after\sthat|from\sthen(?:\son)?)(?![a-z])")
_ACTIVITIES = choice(*words("cell", "activities"))
_ACTIVITY = compiled(
    rf"(?:\s[a-z][a-z&'/-]{{0,20}}){{0,3}}?\s{_ACTIVITIES}(?:\s{_ACTIVITIES})?(?![a-z])"
)
_TO_WHOM = compiled(r"\s(?:to|at)\s(?!be\s)[^.,;:()\n0-9-]{1,60}")
_SPAN = compiled(
    r"""[\s,:(-]{1,3}(?:(?P<from>(?:starting|commencing|beginning|from)(?:\s(?:from|in|on))?)
        |(?P<until>until|till|to|up\sto)|(?P<in>in|by|during|on|between))?\s?(?:the\s)?"""
)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A time of recurrence: its rule, and how it stands in the sentence.

    `word` is its adverb or adjective alone ("monthly"), which prose may use of other things.
    """

    start: int
    end: int
    rule: str | None
    word: str | None = None
    anchor: str | None = None


def read_recurrence(text: str, at: int) -> Recurrence | None:
    """Return the recurrence in words at `at` of the plain `text`: "on a monthly basis"."""
    if match := _N_MONTHLY.match(text, at):
        rule = _rule(_UNITS[match["unit"]], count(match["n"]))
        alone = None if match["tail"] else match["unit"]
        return _thereafter(text, Recurrence(at, match.end(), rule, alone))
    if match := _WORD.match(text, at):
        rule = RULES[re.sub(r"\s+", " ", match["word"])] or None
        alone = None if match["tail"] else match["word"]
        return _thereafter(text, Recurrence(at, match.end(), rule, alone))
    if match := _EVERY.match(text, at):
        return _every(text, at, match)
    if match := _OCCASION.match(text, at):
        return Recurrence(at, match.end(), None, None, match["what"])
    return None


def _thereafter(text: str, found: Recurrence) -> Recurrence:
    match = _THEREAFTER.match(text, found.end)
    return replace(found, end=match.end(), word=None) if match else found


def _every(text: str, at: int, match: re.Match[str]) -> Recurrence | None:
    times = match["times"]
    if match["each"] in ("a", "an", "per") and not times:
        return None
    number = 2 if match["other"] else count(match["n"]) if match["n"] else 1
    unit = "half term" if match["half"] and match["unit"] == "term" else match["unit"]
    if match["half"] and match["unit"] == "year":
        unit, number = "month", 6
    rule = _rule(unit, number)
    if times and times != "once":
        rule = _times(unit, count(match["often"]) if match["often"] else 2)
    return _thereafter(text, Recurrence(at, match.end(), rule))


def _times(unit: str, times: int) -> str | None:
    """Return so many times a year, spread evenly; other such counts have no rule."""
    if unit != "year" or not times or 12 % times:
        return None
    return _rule("month", 12 // times)


def _rule(unit: str, number: int) -> str | None:
    if unit in ("term", "half term"):
        return RULES["termly" if unit == "term" else "half termly"] if number == 1 else None
    if unit not in _FREQUENCY or not number:
        return None
    frequency, times = _FREQUENCY[unit]
    interval = number * times
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def with_activity(text: str, found: Recurrence) -> Recurrence:
    """Take in what is done ("Quarterly reporting to the board"), as deadline cells say it."""
    if not found.word:
        return found
    match = _ACTIVITY.match(text, found.end)
    if not match:
        return found
    whom = _TO_WHOM.match(text, match.end())
    end = whom.start() + len(whom[0].rstrip()) if whom else match.end()
    return replace(found, end=end, word=None)


def recurrence_span(text: str, found: Recurrence, context: Context) -> Span:
    """Return the span of a recurrence, with the days or months that bound or fix it."""
    span = Span(found.start, found.end, kind="recurring", rrule=found.rule, anchor=found.anchor)
    match = _SPAN.match(text, found.end)
    stretches = read_chain(text, match.end()) if match else []
    if not match or not stretches or (stretches[0].first.point.bare and match[0].isspace()):
        return span
    bounds = stretch_span(stretches[0], context)
    if _joined(match):
        return _bounded(span, match, bounds)
    if found.rule == "FREQ=YEARLY" and _yearless(stretches):
        return replace(
            span, end=_close(text, stretches[-1].last.end, match), rrule=_dates(stretches)
        )
    return span


def _joined(match: re.Match[str]) -> bool:
    return bool(match["from"] or match["until"])


def _close(text: str, end: int, match: re.Match[str]) -> int:
    return end + 1 if "(" in match[0] and text[end : end + 1] == ")" else end


def _bounded(span: Span, match: re.Match[str], bounds: Span) -> Span:
    """Bound a recurrence by "from April 2014" or "until March 2015"."""
    span = replace(span, end=bounds.end, inferred=bounds.inferred)
    if match["from"]:
        return replace(span, earliest=bounds.earliest)
    rule = span.rrule
    if rule and bounds.latest:
        rule += f";UNTIL={bounds.latest:%Y%m%d}"
    return replace(span, rrule=rule, latest=bounds.latest)


def every_date(text: str, at: int) -> tuple[int, list[Stretch]] | None:
    """Return the end and dates of "every March" or "each 30 June" at `at`, if that stands there."""
    match = _EVERY_DATE.match(text, at)
    stretches = read_chain(text, match.end()) if match else []
    if not stretches or not _yearless(stretches):
        return None
    return stretches[-1].last.end, stretches


def yearly(text: str, start: int, stretches: Sequence[Stretch]) -> Span | None:
    """Return "31 March each year" or "May & November" as a yearly recurrence."""
    if not _yearless(stretches):
        return None
    end = stretches[-1].last.end
    match = _EACH_YEAR.match(text, end)
    months = [stretch.first.point.month for stretch in stretches]
    several = len(stretches) > 1 and None not in months and stretches[0].single
    if not match and not several:
        return None
    return dates_span(start, match.end() if match else end, stretches)


def dates_span(start: int, end: int, stretches: Sequence[Stretch]) -> Span:
    """Return the yearly recurrence of the dates, `start` to `end` of the text."""
    return Span(start, end, kind="recurring", rrule=_dates(stretches))


def _yearless(stretches: Sequence[Stretch]) -> bool:
    return all(
        not s.first.point.year and not s.last.point.year and s.last.point.build for s in stretches
    )


def _dates(stretches: Sequence[Stretch]) -> str | None:
    """Return a yearly rule; None for different days of different months."""
    links = [link for stretch in stretches for link in _links(stretch)]
    months = [link.point.month for link in links]
    if None in months:
        return "FREQ=YEARLY"
    numbers = ",".join(str(month) for month in sorted({m for m in months if m}))
    days = {_day(link) for link in links}
    if len(days) != 1 or (len(links) > 1 and days != {None}):
        return f"FREQ=YEARLY;BYMONTH={numbers}" if days == {None} else None
    day = days.pop()
    return f"FREQ=YEARLY;BYMONTH={numbers}" + (f";BYMONTHDAY={day}" if day else "")


def _links(stretch: Stretch) -> tuple[Link, ...]:
    return (stretch.first,) if stretch.single else (stretch.first, stretch.last)


def _day(link: Link) -> int | None:
    if link.edge == "end":
        return -1
    blank = link.point.blank or ""
    return int(blank[-2:]) if len(blank) == 10 else None
