"""Calendar arithmetic: what days a month, season, term, quarter or year covers.

The conventions are those of section 6 of the design ("Times"): a financial year runs from
1 April to 31 March; a school year from 1 September to the end of the summer term; spring,
summer, autumn and winter end with May, August, November and February; terms end on
15 April, 31 July and 31 December; a week ends on Sunday.
"""

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
_DAYS = {"day": DAY, "week": WEEK, "fortnight": 2 * WEEK}
_SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "winter": (24, 12)}
_TERMS = {
    "autumn": ((9, 1), (12, 31)),
    "spring": ((1, 1), (4, 15)),
    "summer": ((4, 16), (7, 31)),
}


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day that words allow, and the same as EDTF (ISO 8601-2)."""

    edtf: str
    first: date
    last: date


def one_day(year: int, month: int, day: int) -> Days | None:
    """Return one day, or None when the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Days(found.isoformat(), found, found)


def month(year: int, number: int) -> Days:
    """Return a calendar month."""
    return Days(f"{year:04}-{number:02}", date(year, number, 1), _month_end(year, number))


def months(year: int, number: int, count: int) -> Days:
    """Return `count` months from month `number` of `year` on."""
    end_year, end = divmod(number - 1 + count - 1, 12)
    return span(month(year, number), month(year + end_year, end + 1))


def calendar_year(year: int) -> Days:
    """Return 1 January to 31 December."""
    return Days(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def financial_year(year: int, count: int = 1) -> Days:
    """Return 1 April of `year` to 31 March, `count` years long."""
    return months(year, 4, 12 * count)


def school_year(year: int) -> Days:
    """Return 1 September of `year` to the end of the summer term after it."""
    return months(year, 9, 11)


def quarter(year: int, number: int, financial: bool = False) -> Days:
    """Return quarter 1 to 4 of the calendar year, or of the financial year from `year`."""
    if not financial:
        return months(year, 3 * number - 2, 3)
    return months(year, 4 + 3 * (number - 1), 3) if number < 4 else months(year + 1, 1, 3)


def season(year: int, name: str) -> Days:
    """Return a season; the winter of a year ends in February of the next."""
    code, start = _SEASONS[name]
    covered = months(year, start, 3)
    return Days(f"{year:04}-{code}", covered.first, covered.last)


def term(year: int, name: str) -> Days:
    """Return a school term of the calendar year `year`."""
    (first_month, first_day), (last_month, last_day) = _TERMS[name]
    first, last = date(year, first_month, first_day), date(year, last_month, last_day)
    return between(first, last)


def easter(year: int) -> Days:
    """Return Good Friday to Easter Sunday (the anonymous Gregorian computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    moon = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * moon) // 451
    number, day = divmod(h + moon - 7 * m + 114, 31)
    sunday = date(year, number, day + 1)
    return between(sunday - 2 * DAY, sunday)


def week_from(day: date) -> Days:
    """Return the week that begins on `day` and ends on the Sunday."""
    return between(day, day + (6 - day.weekday()) * DAY)


def week_to(day: date) -> Days:
    """Return the seven days that end on `day`."""
    return between(day - 6 * DAY, day)


def between(first: date, last: date) -> Days:
    """Return all days from `first` to `last`."""
    return Days(f"{first.isoformat()}/{last.isoformat()}", first, last)


def span(first: Days, last: Days) -> Days:
    """Return everything from the first day of `first` to the last day of `last`."""
    start, end = first.edtf.split("/")[0], last.edtf.split("/")[-1]
    if "-2" in start[4:6] or "-2" in end[4:6]:  # a season code may not stand in an interval
        return between(first.first, last.last)
    return Days(f"{start}/{end}" if start != end else start, first.first, last.last)


def later(day: date, count: int, unit: str) -> date:
    """Return the day `count` days, weeks, fortnights, months or years after `day`.

    A month that is too short gives its last day: one month after 31 January is 28 February.
    """
    if unit in _DAYS:
        return day + count * _DAYS[unit]
    ahead = count * (12 if unit == "year" else 1)
    years, number = divmod(day.month - 1 + ahead, 12)
    end = _month_end(day.year + years, number + 1)
    return end.replace(day=min(day.day, end.day))


def _month_end(year: int, number: int) -> date:
    following = date(year + number // 12, number % 12 + 1, 1)
    return following - DAY
