"""What is done again and again, as RFC 5545: "quarterly", "every 6 months", "each September"."""

import re
from typing import NamedTuple

from pipeline.deadlines.chain import read_chain
from pipeline.deadlines.span import Context, Span
from pipeline.deadlines.timing import stretch_span
from pipeline.deadlines.words import (
    COUNT,
    FILLER,
    NEAR,
    WEEKDAY,
    WEEKDAYS,
    choice,
    compiled,
    count,
    vocabulary,
    words,
)
from pipeline.deadlines.yearly import yearless, yearly_rule

RULES: dict[str, str] = vocabulary()["recurrence"]
_UNITS: dict[str, str] = {
    spelling: unit for unit, spellings in vocabulary()["units"].items() for spelling in spellings
}
_FREQUENCY = {
    "day": ("DAILY", 1),
    "morning": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
_ADVERB = choice(*RULES)
_HOW_OFTEN = r"(?:(?:at|a)\s(?:least|minimum(?:\sof)?)\s|minimum\s(?:of\s)?|approximately\s)?"
_WORD = compiled(
    rf"""(?P<lead>{_HOW_OFTEN}(?:on\s)?(?:an?\s|at\s)?)
         (?P<word>{_ADVERB}){FILLER}*(?![a-z0-9])(?P<tail>\s(?:basis|intervals))?"""
)
_N_MONTHLY = compiled(
    rf"""(?P<lead>{_HOW_OFTEN}(?:every\s|on\s)?(?:an?\s|at\s)?)
         (?P<n>{COUNT})[\s-]{{1,2}}(?P<unit>daily|weekly|wkly|monthly|mthly|yearly|termly|annually)(?![a-z])
         (?P<tail>\s(?:basis|intervals))?"""
)
_EVERY = compiled(
    rf"""{_HOW_OFTEN}(?:(?:(?:at|by)\s)?(?:the\s)?(?:end|start|beginning)\s(?:of\s)?)?(?:(?P<times>once|twice|(?P<often>{COUNT})\s?(?:times|x|(?:morning|afternoon|evening|session|lesson)s))\s)?
         (?:in\s|at\s)?(?P<each>every|each|per|an?)\s
         (?:(?P<other>other|second|alternate)\s|(?P<n>{COUNT})[\s-]{{1,2}})?
         (?P<half>half[\s-]|½\s|1/2\s)?(?:financial\s|academic\s|school\s|calendar\s)?
         (?P<unit>day|morning|week|fortnight|month|quarter|term|year)s?(?![a-z])"""
)
_RATE = compiled(
    rf"""(?:\A\s*|(?<![a-z]){choice(*words("prose", "rated"))}\s(?:at\sleast\s|a\sminimum\sof\s)?
         {COUNT}\s(?:[a-z'-]{{1,20}}\s){{1,4}})$"""
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_WEEKDAY = compiled(
    rf"""(?:on\s)?(?:the\s)?(?:(?:every|each)\s(?P<day>{WEEKDAY})
         |(?P<days>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s
         |(?P<nth>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))\s
          (?P<day2>{WEEKDAY})\s(?:of|in)\s(?:each|every|the)\s(?:calendar\s)?month)(?![a-z])"""
)
_MONTHDAYS = compiled(
    r"""(?:on\s)?(?:the\s)?(?P<days>[0-3]?[0-9](?:st|nd|rd|th)(?:(?:\s?[,&]\s?|\sand\s)(?:the\s)?[0-3]?[0-9](?:st|nd|rd|th)){0,3})
        \s(?:day\s)?(?:of|in)\s(?:each|every|the)\s(?:calendar\s)?month(?![a-z])"""
)
_OCCASION = compiled(
    rf"""(?:(?:at|in|as\sa\s)\s?)?(?P<what>(?:each|every|all)\s(?:[a-z&'-]{{1,20}}\s){{0,3}}
         {choice(*words("cell", "event_nouns"))}s?|standing\s(?:agenda\s)?item)(?![a-z])"""
)
_ON_A_DAY = compiled(
    rf"\s(?:on\s)?(?:an?\s)?(?P<day>(?:mon|tues|wednes|thurs|fri)days|{WEEKDAY})(?![a-z])"
)
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
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


class Recurrence(NamedTuple):
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
    if match := _WEEKDAY.match(text, at):
        return _weekday(at, match)
    if text.find("month", at, at + 2 * NEAR) > 0 and (match := _MONTHDAYS.match(text, at)):
        days = ",".join(re.findall("[0-9]+", match["days"]))
        return Recurrence(at, match.end(), f"FREQ=MONTHLY;BYMONTHDAY={days}")
    if match := _OCCASION.match(text, at):
        return Recurrence(at, match.end(), None, None, match["what"])
    return None


def _weekday(at: int, match: re.Match[str]) -> Recurrence:
    """Return "every Monday", or "the first Monday of each month"."""
    day = _byday(match["day"] or match["days"] or match["day2"])
    if not match["nth"]:
        return Recurrence(at, match.end(), f"FREQ=WEEKLY;BYDAY={day}")
    nth = _NTH.get(match["nth"]) or int(match["nth"][0])
    return Recurrence(at, match.end(), f"FREQ=MONTHLY;BYDAY={nth}{day}")


def _byday(name: str) -> str:
    name = name[:-1] if name.endswith("days") else name.rstrip(".")
    return _BYDAY[WEEKDAYS[name] - 1]


def _thereafter(text: str, found: Recurrence) -> Recurrence:
    if found.rule == "FREQ=WEEKLY" and (match := _ON_A_DAY.match(text, found.end)):
        return found._replace(end=match.end(), rule=f"FREQ=WEEKLY;BYDAY={_byday(match['day'])}")
    match = _THEREAFTER.match(text, found.end)
    return found._replace(end=match.end(), word=None) if match else found


def _every(text: str, at: int, match: re.Match[str]) -> Recurrence | None:
    times = match["times"]
    rated = match["each"] == "per" and _RATE.search(text, max(0, at - 80), at)
    if match["each"] in ("a", "an", "per") and not (times or rated):
        return None  # "£20 per week"
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
    return found._replace(end=end, word=None)


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
    if found.rule == "FREQ=YEARLY" and yearless(stretches):
        return span._replace(
            end=_close(text, stretches[-1].last.end, match), rrule=yearly_rule(stretches)
        )
    return span


def _joined(match: re.Match[str]) -> bool:
    return bool(match["from"] or match["until"])


def _close(text: str, end: int, match: re.Match[str]) -> int:
    return end + 1 if "(" in match[0] and text[end : end + 1] == ")" else end


def _bounded(span: Span, match: re.Match[str], bounds: Span) -> Span:
    """Bound a recurrence by "from April 2014" or "until March 2015"."""
    span = span._replace(end=bounds.end, inferred=bounds.inferred)
    if match["from"]:
        return span._replace(earliest=bounds.earliest)
    rule = span.rrule
    if rule and bounds.latest:
        rule += f";UNTIL={bounds.latest:%Y%m%d}"
    return span._replace(rrule=rule, latest=bounds.latest)
