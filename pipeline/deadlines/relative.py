"""Times reckoned from something else: "within 3 months of approval", "6-12 months", "Year 1"."""

import re
from datetime import date

from pipeline.deadlines.chain import read_chain
from pipeline.deadlines.days import later
from pipeline.deadlines.span import Context, Span
from pipeline.deadlines.words import COUNT, choice, compiled, count, vocabulary

_UNITS: dict[str, str] = {
    spelling: unit
    for unit, spellings in vocabulary()["units"].items()
    for spelling in spellings
    if not spelling.endswith("ly")
}
_LEADS = (
    r"(?:(?:to\sbe\s)?(?:completed?|done)\s)?(?:(?:within|in|over|for|during|after|by|no\slater\sthan"
    r"|not\slater\sthan|up\sto|every)\s){0,2}(?:the\s)?"
    r"(?:(?:first|next|coming|following|initial|maximum\sof|approximately|approx\.?|about|around|a\smaximum\sof)\s){0,2}"
)
_DURATION = compiled(
    rf"""(?P<lead>{_LEADS})(?P<low>{COUNT})(?:\+|\s?(?:-|/|\bto\b|\bor\b)\s?(?P<high>{COUNT}))?[\s-]?
         (?P<half>½\s|and\sa\shalf\s)?
         (?P<sort>(?:working|calendar|school|business|clear|full|consecutive)\s)?
         (?P<unit>{choice(*_UNITS)})(?![a-z])'?(?:\stime(?![a-z]))?"""
)
_ANCHOR = compiled(
    r"""[\s,]{1,2}(?P<how>of|from|after|following|post|before|prior\sto|since|on\sfrom|in\sadvance\sof
        |ahead\sof|upon)[\s-](?P<anchor>[^.,;:()\n]{1,80})"""
)
_INDEX = compiled(
    r"""(?:(?:by|in|during|from|to)\s)?(?:the\s)?(?:(?:end|start)\s(?:of\s)?)?
        (?:(?P<unit>year|yr|month|week|day|quarter)s?\s|(?P<letter>yr?)(?=[0-9]))(?P<n>[0-9]{1,2})
        (?:\s?(?:-|/|&|,|\bto\b|\band\b)\s?(?:yr?|year\s)?[0-9]{1,2})?
        (?:\sof\s(?:the\s|this\s)?(?:plan|strategy|project|programme)(?![a-z])|(?![0-9/.+]|\s?[a-z]))"""
)


def read_relative(text: str, at: int, context: Context) -> Span | None:
    """Return the relative time at `at` of the plain `text`, its anchor up to the next stop."""
    match = _DURATION.match(text, at)
    if not match:
        return _index(text, at)
    anchor = _ANCHOR.match(text, match.end())
    end = anchor.start() + len(anchor[0].rstrip()) if anchor else match.end()
    words = anchor["anchor"].strip() if anchor else None
    span = Span(at, end, kind="relative", anchor=words)
    return _resolved(span, match, anchor, context)


def _index(text: str, at: int) -> Span | None:
    """Return "Year 1" of a plan; from 6 on, years are more likely a school's ("Year 9")."""
    match = _INDEX.match(text, at)
    if not match or (match["unit"] in ("year", "yr", None) and int(match["n"]) > 5):
        return None
    return Span(at, match.end(), kind="relative")


def _resolved(
    span: Span, match: re.Match[str], anchor: re.Match[str] | None, context: Context
) -> Span:
    """Give the days, when the context says on which day the anchor fell.

    Working days are left as words: they need a calendar of bank holidays.
    """
    unit, sort = _UNITS[match["unit"]], (match["sort"] or "").strip()
    if unit not in ("day", "week", "fortnight", "month", "year") or sort in (
        "working",
        "business",
        "school",
    ):
        return span
    known = _stated_day(span.anchor) or _anchor_day(span.anchor, context)
    if not known or match["half"]:
        return span
    word, day = known
    number = count(match["high"] or match["low"])
    before = bool(anchor and anchor["how"] in ("before", "prior to", "in advance of", "ahead of"))
    latest = later(day, -number if before else number, unit)
    edtf = f"{day}/{latest}" if latest >= day else latest.isoformat()
    inferred: tuple[str, ...] = ()
    if not _stated_day(span.anchor):
        inferred = (f"{word or 'the beginning'} on {day.isoformat()}, from {context.basis}",)
    earliest = min(day, latest)
    return span._replace(edtf=edtf, earliest=earliest, latest=latest, inferred=inferred)


def _stated_day(anchor: str | None) -> tuple[str, date] | None:
    """Return the day that the anchor itself is ("six weeks from 1 May 2014")."""
    stretches = read_chain(anchor, 0) if anchor else []
    days = stretches[0].last.point.days() if stretches else None
    return ("", days.last) if days and anchor and stretches[0].last.end == len(anchor) else None


def _anchor_day(anchor: str | None, context: Context) -> tuple[str, date] | None:
    for word, day in context.anchors:
        if (word in anchor if word else False) if anchor else not word:
            return word, day
    return None
