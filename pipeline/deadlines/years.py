"""Years as plans write them: 2014, '14, 2014/15, 2014-2015, 23/24, 2014/15 school year."""

from typing import NamedTuple

from pipeline.deadlines.days import Days, calendar_year, financial_year, school_year, span
from pipeline.deadlines.words import MONTH, compiled, full_year

LONG_YEAR = r"(?:19|20)[0-9]{2}"
_PAIR = compiled(
    rf"""(?P<first>{LONG_YEAR}|[0-9]{{2}}) \s?(?:/|-|\bto\b)\s?
         (?P<last>(?:20)?[0-9]{{2}}) (?![0-9]|[/.-][0-9])"""
)
_LONG = compiled(rf"(?P<year>{LONG_YEAR})(?![0-9])")
_SHORT = compiled(
    rf"""'?(?P<year>[0-9]{{2}}) (?! [0-9] | [/.:][0-9] | -[0-9]{{1,2}}(?![0-9])
         | \s?(?:st|nd|rd|th|am|pm|%)(?![a-z]) | [x?_] | (?<=20)\s[0-9]{{2}}(?![0-9./:])
         | [ ]?(?:of[ ])?{MONTH}(?!\s?'?[0-9]{{2}}(?![0-9])) | \s?-?(?:years?|yrs?)\b )"""
)
_KIND = compiled(
    r"\s{1,2}(?P<kind>financial|fiscal|fy|school|academic|ay)(?:\s{1,2}years?)?(?![a-z])"
)
_AFTER_MONTH = compiled(r"[\s,./'-]{0,3}(?:of\s)?")


# What is meant for a year and is none: "201", "20144", "2104", "2o14", "20 14".
_MISTYPED = compiled(
    r"""[\s,./'-]{1,2}(?=[0-9])(?:[0-9ol]{5}|(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9ol]{3,4}|20\s[0-9]{2})
        (?=\s{0,2}(?:$|[\n,;.()/-]))"""
)


class Year(NamedTuple):
    """A year in a text: where it ends, its first calendar year, and how many it spans.

    `pair` says that two years are named (2014/15); `school` that the words say school year.
    """

    end: int
    first: int
    length: int = 1
    pair: bool = False
    school: bool = False


def read_year(text: str, at: int, short: bool = True) -> Year | None:
    """Return the year at `at`, a pair of years before a single one.

    With `short`, two digits alone may be a year ("Q2 15", "Summer 19").
    """
    found = _pair(text, at) or single_year(text, at, short)
    if found and (kind := _KIND.match(text, found.end)):
        school = kind["kind"] in ("school", "academic", "ay")
        return found._replace(end=kind.end(), pair=True, school=school)
    return found


def single_year(text: str, at: int, short: bool = True) -> Year | None:
    """Return the year of four digits, or with `short` of two, at `at`."""
    match = _LONG.match(text, at) or (_SHORT.match(text, at) if short else None)
    return Year(match.end(), full_year(match["year"])) if match else None


def year_after_month(text: str, at: int) -> Year | None:
    """Return the year after a month's name: "Sept 2014", "Sep-14", "Sept '14".

    "Sept - 14 Oct" and "4 June, 16 July" have none: two digits need a closer link.
    """
    gap = _AFTER_MONTH.match(text, at)
    start = gap.end() if gap else at
    between = text[at:start]
    return single_year(text, start, short="," not in between and " -" not in between)


def mistyped_year(text: str, at: int) -> int | None:
    """Return where figures end that are meant for the year of a month before them, and are none."""
    match = _MISTYPED.match(text, at)
    return match.end() if match else None


def days_of(year: Year, first: int) -> Days:
    """Return the days of a year like `year` that begins in the calendar year `first`."""
    if year.school:
        return span(school_year(first), school_year(first + year.length - 1))
    if year.pair:
        return financial_year(first, year.length)
    return calendar_year(first)


def _pair(text: str, at: int) -> Year | None:
    """Return two years in a row (2014/15, 23/24), or a run of a few (2014-17)."""
    match = _PAIR.match(text, at)
    if not match:
        return None
    first, last = full_year(match["first"]), match["last"]
    count = (int(last) - first) % 100 if len(last) == 2 else int(last) - first
    short = len(match["first"]) == 2
    if short and (len(last) == 4 or first < 2010 or count != 1):
        return None
    longest = 10 if "/" not in match[0] else 1 if short else 5
    if not 1 <= count <= longest:
        return None
    return Year(match.end(), first, count, True)
