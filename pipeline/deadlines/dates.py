"""Calendar dates and ranges in prose, whatever they are there for; and dates that cannot be."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.deadlines.chain import Stretch, read_chain
from pipeline.deadlines.days import one_day
from pipeline.deadlines.links import Link
from pipeline.deadlines.span import Context
from pipeline.deadlines.timing import stretch_span
from pipeline.deadlines.words import MONTH, WEEKDAY, compiled, plain

# Figures that go on as a date can, or a weekday's or month's name.
_START = compiled(
    rf"(?<![\w./-])(?:[0-9]{{1,4}}(?=[\s./,-]|st|nd|rd|th)|{WEEKDAY}(?=,?\s)|{MONTH})"
)
_BETWEEN = re.compile(r"between\s{1,2}(?:the\s)?$")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def read_dates(text: str) -> tuple[tuple[int, int, date, date], ...]:
    """Return (start, end, first day, last day) of each date, month or range of them in `text`.

    `start` and `end` are offsets of `text`. Only words that fix days, months or weeks count:
    "19 November 2013 to 11 December 2013", "Monday 5 September 2022", "May 2014", not "2014",
    not "5 May", which lacks its year, and no range that ends before it begins.
    """
    found = []
    for stretch in _stretches(plain(text)):
        span = stretch_span(stretch, Context())
        first, last = span.earliest, span.latest
        fixed = span.precision in ("day", "week", "month")
        if fixed and first and last and first <= last:
            found.append((span.start, span.end, first, last))
    return tuple(found)


def impossible(text: str) -> str | None:
    """Return why a date in `text` cannot be ("June has 30 days"), or None when all can."""
    for stretch in _stretches(plain(text)):
        for link in {stretch.first.start: stretch.first, stretch.last.start: stretch.last}.values():
            if reason := _wrong_day(link) or _wrong_weekday(link):
                return reason
    return None


def _stretches(text: str) -> Iterator[Stretch]:
    at = 0
    while match := _START.search(text, at):
        between = bool(_BETWEEN.search(text, max(0, match.start() - 14), match.start()))
        stretches = read_chain(text, match.start(), between)
        yield from stretches
        at = stretches[-1].last.end if stretches else match.end()


def _wrong_day(link: Link) -> str | None:
    point = link.point
    if point.precision != "day" or not point.build:
        return None
    if not point.month:
        return "no calendar has such a day"
    if point.days() or (not point.year and point.blank):
        return None
    month, year = point.month, point.year
    if month == 2:
        return f"February {year.first} has no such day" if year else "February has 29 days at most"
    return f"{_MONTHS[month - 1]} has {31 if one_day(2000, month, 31) else 30} days"


def _wrong_weekday(link: Link) -> str | None:
    found, stated = link.point.days(), link.point.weekday
    if not found or stated is None or found.first.weekday() == stated:
        return None
    day = f"{found.first.day} {_MONTHS[found.first.month - 1]} {found.first.year}"
    return f"{day} is a {_WEEKDAYS[found.first.weekday()]}, not a {_WEEKDAYS[stated]}"
