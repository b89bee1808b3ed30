"""Days and stretches of days in running text: "26 to 30 June 2023", "11 February 2014".

Day before month; a year of two digits is of this century. A month without a day is a stretch
from its first day to its last.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name[:3]: number for name, number in _MONTHS.items()}
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
_DAY = r"(?P<{0}day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?"
_MONTH = r"(?P<{0}month>(?:" + "|".join(_SHORT) + r")[a-z]{{0,6}})\.?"
_YEAR = r",?\s+(?P<{0}year>\d{{4}})(?!\d)"
_NUMERIC = r"(?P<d>\d{1,2})(?P<sep>[./-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/])"
_TO = r"\s*(?:to|and|until|through|-|–|—)\s*"

_WORDS = re.compile(
    r"(?<![\w/])(?:" + _WEEKDAY + _DAY.format("f") + r"(?:\s+" + _MONTH.format("f") + r")?"
    r"(?:" + _YEAR.format("f") + r")?" + _TO + r")?"
    r"(?:" + _WEEKDAY + _DAY.format("") + r"\s+)?" + _MONTH.format("") + _YEAR.format(""),
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w/.])" + _NUMERIC)


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends included, and where its words stand in the text."""

    start: int
    end: int
    first: date
    last: date


def days(text: str) -> Iterator[Days]:
    """Yield the days and stretches that `text` names in full, in order; impossible ones not."""
    found = [*map(_from_words, _WORDS.finditer(text)), *map(_from_digits, _DIGITS.finditer(text))]
    yield from sorted(filter(None, found), key=lambda stretch: stretch.start)


def _from_words(match: re.Match[str]) -> Days | None:
    month, year = _month(match["month"]), int(match["year"])
    if not month or not 1900 <= year <= 2100:
        return None
    length = calendar.monthrange(year, month)[1]
    last = _day(year, month, int(match["day"] or length))
    first = _day(year, month, int(match["day"] or 1))
    if match["fday"] and match["day"]:
        first = _day(
            int(match["fyear"] or year), _month(match["fmonth"]) or month, int(match["fday"])
        )
    return _stretch(match, first, last)


def _from_digits(match: re.Match[str]) -> Days | None:
    year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
    only = _day(year, int(match["m"]), int(match["d"]))
    return _stretch(match, only, only)


def _stretch(match: re.Match[str], first: date | None, last: date | None) -> Days | None:
    if first is None or last is None or first > last:
        return None
    return Days(match.start(), match.end(), first, last)


def _month(word: str | None) -> int | None:
    """Return the number of a month's full or short name."""
    if not word:
        return None
    full = word.lower()
    number = _SHORT.get(full[:3])
    return number if full in _MONTHS or full in ("sept", full[:3]) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
