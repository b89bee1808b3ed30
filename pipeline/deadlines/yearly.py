"""Dates of every year: "31 March each year", "May & November", "every September"."""

from collections.abc import Sequence

from pipeline.deadlines.chain import Stretch, read_chain
from pipeline.deadlines.links import Link
from pipeline.deadlines.span import Span
from pipeline.deadlines.words import compiled

_EVERY_DATE = compiled(r"(?:in\s|by\s)?(?:each|every)\s(?=[0-9a-z])")
_EACH_YEAR = compiled(
    r"""[\s,:(-]{1,3}(?:of\s|in\s)?(?:annually|annual|yearly|per\sannum|(?:each|every)\s(?:academic\s|school\s|financial\s)?year
        |per\syear)(?![a-z])\)?"""
)


def every_date(text: str, at: int) -> tuple[int, list[Stretch]] | None:
    """Return the end and dates of "every March" or "each 30 June" at `at`, if that stands there."""
    match = _EVERY_DATE.match(text, at)
    stretches = read_chain(text, match.end()) if match else []
    if not stretches or not yearless(stretches):
        return None
    return stretches[-1].last.end, stretches


def yearly(text: str, start: int, stretches: Sequence[Stretch]) -> Span | None:
    """Return "31 March each year" or "May & November" as a yearly recurrence."""
    if not yearless(stretches):
        return None
    end = stretches[-1].last.end
    match = _EACH_YEAR.match(text, end)
    months = [stretch.first.point.month for stretch in stretches]
    several = len(stretches) > 1 and None not in months and _all_months(stretches)
    if not match and not several:
        return None
    return dates_span(start, match.end() if match else end, stretches)


def _all_months(stretches: Sequence[Stretch]) -> bool:
    """Say whether each is one whole month: "4 June, 16 July" are two days, not every year's."""
    return all(s.single and s.first.point.precision == "month" for s in stretches)


def dates_span(start: int, end: int, stretches: Sequence[Stretch]) -> Span:
    """Return the yearly recurrence of the dates, `start` to `end` of the text."""
    return Span(start, end, kind="recurring", rrule=yearly_rule(stretches))


def yearless(stretches: Sequence[Stretch]) -> bool:
    """Whether none of the dates has a year of its own, as those of every year have none."""
    return all(
        not s.first.point.year and not s.last.point.year and s.last.point.build for s in stretches
    )


def yearly_rule(stretches: Sequence[Stretch]) -> str | None:
    """Return a yearly rule; None for different days of different months."""
    links = [stretch.first for stretch in stretches]
    months = [link.point.month for link in links]
    if None in months or not all(stretch.single for stretch in stretches):
        return "FREQ=YEARLY"
    numbers = ",".join(str(month) for month in sorted({m for m in months if m}))
    days = {_day(link) for link in links}
    if len(days) != 1:
        return None
    day = days.pop()
    return f"FREQ=YEARLY;BYMONTH={numbers}" + (f";BYMONTHDAY={day}" if day else "")


def _day(link: Link) -> int | None:
    if link.edge == "end":
        return -1
    blank = link.point.blank or ""
    return int(blank[-2:]) if len(blank) == 10 else None
