"""One calendar expression: a day, month, season, term, quarter or year, with or without year.

Numeric dates are read day first, and month first only when there is no such month
("9/30/2014"). The spellings are those of public-sector plans, see docs/deadlines.md.
"""

from collections.abc import Callable
from typing import NamedTuple

from pipeline.deadlines import days
from pipeline.deadlines.days import Days
from pipeline.deadlines.words import (
    MONTH,
    WEEKDAY,
    WEEKDAYS,
    compiled,
    full_year,
    month_number,
)
from pipeline.deadlines.years import (
    LONG_YEAR,
    Year,
    days_of,
    mistyped_year,
    read_year,
    year_after_month,
)
from pipeline.models import Precision

Build = Callable[[Year], Days | None]


class Point(NamedTuple):
    """A calendar expression that ends at offset `end`.

    `build` gives its days in a given year, None when there is no such day, and is itself
    None when no year would fix them ("half term"); `year` is the year that its words give;
    `blank` its EDTF without a year; `weekday` counts from Monday = 0. `bare` says that it is
    one name or number that may mean something else; `name` is that of a season with a term;
    `ahead` is how many years it lies past the first that may be meant ("next year").
    """

    end: int
    precision: Precision
    build: Build | None
    year: Year | None = None
    blank: str | None = None
    month: int | None = None
    weekday: int | None = None
    bare: bool = False
    name: str | None = None
    ahead: int = 0

    def days(self) -> Days | None:
        """Return the days that the words fix, if they do."""
        return self.build(self.year) if self.year and self.build else None


_ISO = compiled(
    rf"""(?P<y>{LONG_YEAR})(?:-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>[0-3][0-9]))?|/(?P<m1>0[1-9]|1[0-2])(?!/)
          |(?P<sep>[/.]?)(?P<m2>0[1-9]|1[0-2])(?P=sep)(?P<d2>0[1-9]|[12][0-9]|3[01]))
         (?:[ t][0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?(?![0-9-])"""
)
_NUMERIC = compiled(
    rf"""(?P<d>[0-3]?[0-9])\s?(?P<sep>[./-])\s?(?P<m>[0-3]?[0-9])\s?(?P=sep)\s?
         (?P<y>{LONG_YEAR}|[0-9]{{2}})(?![0-9]|[./][0-9]|-[0-9]+(?![0-9./]))"""
)
_YEAR_FIRST = compiled(
    rf"(?P<y>{LONG_YEAR})[\s/-](?P<m>{MONTH})[\s/-](?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w/])"
)
# Figures that are meant for a date and cannot be one: "32/01/15", "30/09/204", "3o/09/14".
_MISTYPED = compiled(
    r"""(?!24/7)[0-9][0-9o]{0,2}\s?(?P<sep>[/-])(?P=sep)?\s?[0-9o]{1,3}\s?(?P=sep){1,2}\s?[0-9o]{2,5}
         (?![0-9a-z]|[./-][0-9]|\s(?:day|week|month|year)s?)
        |[0-9][0-9o]/[0-9o]{2}/[0-9](?![0-9a-z]|[./-][0-9])
        |[0-9]{2}\.[0-9]{2}\.(?:[0-9]{3}|20[0-9]{2,3})(?![0-9a-z]|[./-][0-9])"""
)
_DAY_MONTH = compiled(
    rf"""(?P<d>[0-3]?[0-9])(?:\s?(?:st|nd|rd|th|ht)(?:(?![a-z])[.,]?|(?={MONTH})))?(?:\s(?:day\s)?of(?:\sthe)?)?
         (?:\s{{0,2}}|[./]|-)(?P<m>{MONTH})"""
)
_MONTH_YEAR = compiled(rf"(?P<m>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<y>{LONG_YEAR})(?![0-9])")
_SLASH = compiled(r"(?P<a>[0-3]?[0-9])/(?P<b>[0-9]{1,2})(?![0-9]|[/.-][0-9]|\s?/)")
_MONTH = compiled(rf"(?P<m>{MONTH})")
_MONTH_DAY = compiled(
    rf"""(?P<m>{MONTH})\s(?:the\s)?(?P<d>[0-3]?[0-9])
         (?: (?:st|nd|rd|th)(?![a-z]) (?:,?\s{{1,2}}(?P<y1>{LONG_YEAR})(?![0-9]))?
           | ,?\s{{1,2}}(?P<y2>{LONG_YEAR})(?![0-9])
           | (?:(?<=\s[1-9])|(?<=3[01]))(?![0-9]|[./:][0-9]|\s?(?:am|pm)\b) )"""
)
_WEEKDAY = compiled(rf"(?P<w>{WEEKDAY}),?\s{{1,2}}(?:the\s)?")


def read_day_or_month(text: str, at: int) -> Point | None:
    """Return the day, month or year in figures or by a month's name at `at` of plain text."""
    forms = _IN_FIGURES if text[at : at + 1].isdigit() else _IN_WORDS
    for form in forms:
        if point := form(text, at):
            return point
    return None


def year_point(year: Year, precision: Precision = "year") -> Point:
    """Return a year, pair of years or run of years."""
    bare = not year.pair
    return Point(year.end, precision, lambda y: days_of(year, y.first), year, bare=bare)


def _in(year: int) -> Year:
    return Year(0, year)


def _day(end: int, month: int, day: int, year: Year | None, bare: bool = False) -> Point:
    blank = f"XXXX-{month:02}-{day:02}" if days.one_day(2000, month, day) else None
    build: Build = lambda y: days.one_day(y.first, month, day)  # noqa: E731
    return Point(end, "day", build, year, blank, month, bare=bare)


def _whole_month(end: int, month: int, year: Year | None, bare: bool = False) -> Point:
    build: Build = lambda y: days.month(y.first, month)  # noqa: E731
    return Point(end, "month", build, year, f"XXXX-{month:02}", month, bare=bare)


def _iso(text: str, at: int) -> Point | None:
    match = _ISO.match(text, at)
    if not match:
        return None
    year, month, day = (
        int(match["y"]),
        int(match["m"] or match["m1"] or match["m2"]),
        match["d"] or match["d2"],
    )
    if day:
        return _day(match.end(), month, int(day), _in(year))
    return None if month == year % 100 + 1 else _whole_month(match.end(), month, _in(year))


def _numeric(text: str, at: int) -> Point | None:
    match = _NUMERIC.match(text, at)
    if not match:
        return None
    day, month = int(match["d"]), int(match["m"])
    if month > 12 and match["sep"] == "/":
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _day(match.end(), month, day, _in(full_year(match["y"])))


def _mistyped(text: str, at: int) -> Point | None:
    """Read figures that no calendar has as a day that cannot be."""
    match = _MISTYPED.match(text, at)
    return _never(match.end(), "day") if match else None


def _never(end: int, precision: Precision) -> Point:
    """Return what is meant for a day or month and can be none."""
    return Point(end, precision, lambda _: None, _in(0))


def _year_first(text: str, at: int) -> Point | None:
    """Read "2014 September 30th"."""
    match = _YEAR_FIRST.match(text, at)
    if not match:
        return None
    return _day(match.end(), month_number(match["m"]), int(match["d"]), _in(int(match["y"])))


def _day_month(text: str, at: int) -> Point | None:
    match = _DAY_MONTH.match(text, at)
    if not match or not 1 <= int(match["d"]) <= 39:
        return None
    year = year_after_month(text, match.end())
    if not year and (wrong := mistyped_year(text, match.end())):
        return _never(wrong, "day")
    end = year.end if year else match.end()
    return _day(end, month_number(match["m"]), int(match["d"]), year)


def _month_in_figures(text: str, at: int) -> Point | None:
    match = _MONTH_YEAR.match(text, at)
    return _whole_month(match.end(), int(match["m"]), _in(int(match["y"]))) if match else None


def _year(text: str, at: int) -> Point | None:
    year = read_year(text, at, short=False)
    if year and year.pair and len(text[at : year.end]) == 5:  # "23/24" may be a share or a score
        return year_point(year)._replace(bare=True)
    return year_point(year) if year else None


def _slash(text: str, at: int) -> Point | None:
    """Read "30/9" as a day and a month, "9/14" as a month and a year."""
    match = _SLASH.match(text, at)
    if not match:
        return None
    first, second = int(match["a"]), int(match["b"])
    if 1 <= second <= 12 and 1 <= first <= 31:
        return _day(match.end(), second, first, None, bare=True)
    if 12 < second < 50 and 1 <= first <= 12:
        return _whole_month(match.end(), first, _in(full_year(match["b"])), bare=True)
    return None


def _weekday(text: str, at: int) -> Point | None:
    match = _WEEKDAY.match(text, at)
    point = read_day_or_month(text, match.end()) if match else None
    if not match or not point or point.precision != "day":
        return None
    return point._replace(weekday=WEEKDAYS[match["w"].rstrip(".")] - 1)


def _month_day(text: str, at: int) -> Point | None:
    """Read "June 30th 2014"; "June 30" too, but "June 15" is a month and a year."""
    match = _MONTH_DAY.match(text, at)
    if not match or not 1 <= int(match["d"]) <= 31:
        return None
    digits = match["y1"] or match["y2"]
    year = _in(int(digits)) if digits else None
    return _day(match.end(), month_number(match["m"]), int(match["d"]), year)


def _month(text: str, at: int) -> Point | None:
    match = _MONTH.match(text, at)
    if not match:
        return None
    year, number = year_after_month(text, match.end()), month_number(match["m"])
    if year:
        return _whole_month(year.end, number, year)
    if wrong := mistyped_year(text, match.end()):
        return _never(wrong, "month")
    return _whole_month(match.end(), number, None, bare=True)


_IN_FIGURES = (_iso, _numeric, _mistyped, _year_first, _day_month, _month_in_figures, _year, _slash)
_IN_WORDS = (_weekday, _month_day, _month)
