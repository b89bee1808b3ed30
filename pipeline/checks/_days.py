"""Working days in England and Wales, from the `holidays` package, loaded only when needed."""

from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)
_FRIDAY, _SATURDAY = 4, 5


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

    They are Mondays and Fridays, the days around Christmas and New Year, and in jubilee years
    the first days of June. Royal events aside, all are set by the Banking and Financial
    Dealings Act 1971, schedule 1.
    """
    turn = (day.month, day.day)
    return (
        day.weekday() in {0, _FRIDAY}
        or (12, 25) <= turn <= (12, 28)
        or (1, 1) <= turn <= (1, 4)
        or (6, 1) <= turn <= (6, 5)
    )


def _holidays(day: date) -> frozenset[date]:
    return bank_holidays(day.year)
