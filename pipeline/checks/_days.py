"""Working days in England and Wales, from the `holidays` package, loaded only when needed."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)
_SATURDAY = 5
_MOURNING = date(2022, 9, 19)
_ANY, _MONDAY, _MONDAY_OR_FRIDAY = range(5), (0,), (0, 4)
_SEASONS: Mapping[int, Sequence[tuple[range, Sequence[int]]]] = {  # by month: days, weekdays
    1: [(range(1, 5), _ANY)],
    3: [(range(20, 32), _MONDAY_OR_FRIDAY)],
    4: [(range(1, 31), _MONDAY_OR_FRIDAY)],
    5: [(range(1, 9), _MONDAY_OR_FRIDAY), (range(25, 32), _ANY)],
    6: [(range(1, 6), _ANY)],
    8: [(range(25, 32), _MONDAY)],
    12: [(range(25, 29), _ANY)],
}


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year in England and Wales."""
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Whether offices are open on a day."""
    return day.weekday() < _SATURDAY and not (may_be_holiday(day) and day in _holidays(day))


def working_days_after(start: date, number: int) -> date:
    """Return the day that lies `number` working days after `start`, which is not counted."""
    day = start
    while number > 0:
        day += _DAY
        number -= is_working_day(day)
    return day


def may_be_holiday(day: date) -> bool:
    """Whether a bank holiday can fall on a day; loading the calendar takes a tenth of a second.

    They fall around Easter and in the first and last week of May, the first of June, the last
    of August, at Christmas and New Year (Banking and Financial Dealings Act 1971, schedule 1,
    and the proclamations since). The one day outside these, 2022's of mourning, is named.
    """
    seasons = _SEASONS.get(day.month, ())
    return day == _MOURNING or any(
        day.day in days and day.weekday() in weekdays for days, weekdays in seasons
    )


def _holidays(day: date) -> frozenset[date]:
    return bank_holidays(day.year)
