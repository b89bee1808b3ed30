"""Seasons, school terms, quarters, financial and school years, Easter and Christmas."""

import re

from pipeline.deadlines import days
from pipeline.deadlines.days import Days
from pipeline.deadlines.points import Build, Point, year_point
from pipeline.deadlines.words import MONTH, NUMBERS, compiled, month_number
from pipeline.deadlines.years import LONG_YEAR, Year, read_year

_HALVES = {"autumn": (9, 2), "spring": (1, 2), "summer": (4, 2)}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_ORDINAL = r"(?:first|second|third|fourth|last|final|[1-4]\s?(?:st|nd|rd|th))"
_OF = r"[\s,/(-]{0,3}(?:(?:of|in)\s)?(?:the\s)?(?:financial\syear\s|fy\s?)?"

_SEASON = compiled(
    r"""(?:(?P<name>spring|summer|autumn|winter)(?![a-z])|(?P<short>spr|sum|aut)(?=\s(?:term|[0-9])|[12](?![0-9])))(?P<term>\s(?:school\s)?terms?(?![a-z])
        |\s(?:holidays?|break|recess|vacation)(?![a-z]))?
        (?P<half>\s?[12](?![0-9/]))?"""
)
_TERM_AFTER = compiled(r"\s(?:school\s)?term(?![a-z])")
_SHORT = {"spr": "spring", "sum": "summer", "aut": "autumn"}
_TERM_NUMBER = compiled(
    r"""(?:(?:(?:terms?|semester|ht)\s|(?:ht|t)(?=[1-6]))[1-6](?:\s?(?:-|to|and|&)\s?[1-6])?(?![0-9])
        |(?:michaelmas|lent|hilary|trinity)\sterm(?![a-z]))"""
)
_OF_YEAR = compiled(r"[\s,(]{0,3}(?:(?:of|in)\s)?")
_QUARTER = compiled(
    rf"(?:(?:q|qu|qtr|quarter)\s?[-.]?\s?(?P<n>[1-4])(?![0-9])|quarter\s(?P<w>one|two|three|four)(?![a-z])|(?P<o>{_ORDINAL})\s(?:quarter|qtr)(?![a-z]))"
)
_HALF_YEAR = compiled(rf"(?:h(?P<n>[12])(?![0-9])|(?P<o>{_ORDINAL})\shalf(?=\sof\s))")
_QUARTER_OF = compiled(_OF)
_NAMED_YEAR = compiled(
    r"""(?:(?:the|this|current|present|(?P<next>new|next|following))\s){0,2}
        (?P<kind>financial|fiscal|fin|fy|f/y|school|academic|ay|calendar)(?:\s?years?)?
        (?P<ending>\send(?:ing)?)?(?![a-z])[\s:,(]{0,2}(?:31\smarch\s)?"""
)
_YEAR_INDEX = compiled(r"years?\s[0-9]{1,2}(?:\s?[(:,-]\s?)(?=[0-9]{2})")
_FEAST = compiled(
    r"(?P<name>easter|christmas|xmas)(?:\s(?:holidays?|break|recess|vacation))?(?P<term>\sterm)?(?![a-z])"
)
_HALF_TERM = compiled(
    rf"""(?:(?P<m>{MONTH}|autumn|spring|summer)\s(?:(?P<y>{LONG_YEAR})\s)?)?
         half[\s-]?term(?![a-z])(?:\s(?:holiday|break|week))?"""
)
_HALF_TERM_MONTHS = {"autumn": 10, "spring": 2, "summer": 5}
_CLOSING = compiled(r"\s?\)")


def read_period(text: str, at: int) -> Point | None:
    """Return the season, term, quarter, named year or feast at `at` of the plain `text`."""
    if text[at : at + 1].isdigit():
        return _quarter(text, at) or _half_year(text, at) or _year_first(text, at)
    for form in _IN_WORDS:
        if point := form(text, at):
            return point
    return None


def _year_of(text: str, at: int, gap: re.Pattern[str]) -> Year | None:
    """Return the year after "of", "in", a bracket or nothing but space."""
    match = gap.match(text, at)
    start = match.end() if match else at
    year = read_year(text, start)
    if year and "(" in text[at:start] and (close := _CLOSING.match(text, year.end)):
        return year._replace(end=close.end())
    return year


def _season(text: str, at: int) -> Point | None:
    match = _SEASON.match(text, at)
    if not match:
        return None
    name, year = match["name"] or _SHORT[match["short"]], _year_of(text, match.end(), _OF_YEAR)
    end = year.end if year else match.end()
    after = _TERM_AFTER.match(text, end)
    if name == "winter" or not (match["half"] or "term" in (match["term"] or "") or after):
        return Point(end, "season", _season_in(name), year, bare=not year, name=_termed(name))
    build = _half(name, match["half"]) if match["half"] else term_in(name)
    return Point(after.end() if after else end, "term", build, year)


def _season_in(name: str) -> Build:
    late = name in ("spring", "summer")  # of 2014/15 they fall in 2015
    return lambda year: days.season(year.first + (year.pair and late), name)


def _termed(name: str) -> str | None:
    return name if name in _HALVES else None


def term_in(name: str) -> Build:
    """Return how to find the term of that name in a year."""
    late = name in ("spring", "summer")
    return lambda year: days.term(year.first + (year.pair and late), name)


def _half(name: str, half: str) -> Build:
    """Return the first or second half of a term, parted at the end of its second month."""
    whole = term_in(name)

    def build(year: Year) -> Days | None:
        term = whole(year)
        if not term or name not in _HALVES:
            return None
        start, count = _HALVES[name]
        middle = days.months(term.first.year, start, count)
        if half.strip() == "1":
            return days.between(term.first, middle.last)
        return days.between(middle.last + days.DAY, term.last)

    return build


def _numbered(text: str, at: int) -> Point | None:
    """Read "Term 3": a school year may have three terms or six, so its days are not fixed."""
    match = _TERM_NUMBER.match(text, at)
    if not match:
        return None
    year = _year_of(text, match.end(), _OF_YEAR)
    return Point(year.end if year else match.end(), "term", None, year)


def _number(match: re.Match[str]) -> int:
    if match["n"]:
        return int(match["n"])
    if "w" in match.re.groupindex and match["w"]:
        return NUMBERS[match["w"]]
    return _ORDINALS.get(match["o"]) or int(match["o"][0])


def _quarter(text: str, at: int) -> Point | None:
    match = _QUARTER.match(text, at)
    if not match:
        return None
    year = _year_of(text, match.end(), _QUARTER_OF)
    return _quarter_point(year.end if year else match.end(), _number(match), year)


def _quarter_point(end: int, number: int, year: Year | None) -> Point:
    return Point(end, "quarter", lambda y: days.quarter(y.first, number, y.pair), year)


def _year_first(text: str, at: int) -> Point | None:
    """Read "2019/20 Q4" and "2019 summer term"."""
    year = read_year(text, at, short=False)
    if not year:
        return None
    gap = _OF_YEAR.match(text, year.end)
    season = _SEASON.match(text, gap.end() if gap else year.end)
    if season and season["term"] and season["name"]:
        return Point(season.end(), "term", term_in(season["name"]), year)
    return _quarter_after(text, year.end, year)


def _quarter_after(text: str, at: int, year: Year | None) -> Point | None:
    gap = _QUARTER_OF.match(text, at)
    match = _QUARTER.match(text, gap.end() if gap else at)
    return _quarter_point(match.end(), _number(match), year) if match else None


def _half_year(text: str, at: int) -> Point | None:
    match = _HALF_YEAR.match(text, at)
    year = _year_of(text, match.end(), _QUARTER_OF) if match else None
    if not match or not year or _number(match) > 2:
        return None
    start = 6 * (_number(match) - 1)

    def build(year: Year) -> Days:
        month = start + (4 if year.pair else 1)
        return days.months(year.first + (month > 12), (month - 1) % 12 + 1, 6)

    return Point(year.end, "year", build, year)


def _named_year(text: str, at: int) -> Point | None:
    match = _NAMED_YEAR.match(text, at)
    if not match:
        return None
    kind, year = match["kind"], read_year(text, match.end())
    if year:
        point = _year_named(text, match, year)
        return _quarter_after(text, point.end, point.year) or point
    if "year" not in match[0]:
        return None
    model = Year(0, 0, pair=kind != "calendar", school=kind in ("school", "academic", "ay"))
    point = year_point(model._replace(end=len(text[: match.end()].rstrip(" :,("))))
    return point._replace(year=None, ahead=1 if match["next"] else 0)


def _year_named(text: str, match: re.Match[str], year: Year) -> Point:
    """Return the year that words qualify: one year named as a financial year begins there.

    "FY23" and "financial year ending 2015" name the year in which it ends.
    """
    kind, first = match["kind"], year.first
    if not year.pair and (match["ending"] or (kind == "fy" and year.end - match.end() == 2)):
        first -= 1
    close = _CLOSING.match(text, year.end) if "(" in match[0] else None
    school = kind in ("school", "academic", "ay")
    end = close.end() if close else year.end
    return year_point(Year(end, first, year.length, kind != "calendar", school))


def _year_index(text: str, at: int) -> Point | None:
    """Read "year 3 (2024 to 25)": the years in brackets say which."""
    match = _YEAR_INDEX.match(text, at)
    year = read_year(text, match.end(), short=False) if match else None
    if not year:
        return None
    close = _CLOSING.match(text, year.end)
    return year_point(year._replace(end=close.end() if close else year.end))


def _feast(text: str, at: int) -> Point | None:
    match = _FEAST.match(text, at)
    if not match:
        return None
    year = _year_of(text, match.end(), _OF_YEAR)
    end = year.end if year else match.end()
    if match["term"]:
        name = "spring" if match["name"] == "easter" else "autumn"
        return Point(end, "term", term_in(name), year)
    if match["name"] == "easter":
        return Point(end, "week", lambda y: days.easter(y.first), year)
    return Point(end, "day", lambda y: days.one_day(y.first, 12, 25), year, "XXXX-12-25", 12)


def _half_term(text: str, at: int) -> Point | None:
    """Read "October half term": each authority sets its days, so the month is what is fixed."""
    match = _HALF_TERM.match(text, at)
    if not match:
        return None
    year = Year(match.end(), int(match["y"])) if match["y"] else None
    year = year or _year_of(text, match.end(), _OF_YEAR)
    end, name = (year.end if year else match.end()), match["m"]
    if not name:
        return Point(end, "term", None, year)
    number = _HALF_TERM_MONTHS.get(name) or month_number(name)

    def build(year: Year) -> Days:
        return days.month(year.first + (year.pair and number < 9), number)

    return Point(end, "week", build, year, month=number)


_IN_WORDS = (
    *(_half_term, _season, _quarter, _half_year),
    *(_named_year, _year_index, _feast, _numbered),
)
