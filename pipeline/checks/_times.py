"""What the words of a deadline fix, in the terms of the checks."""

import re
from datetime import date, timedelta

from pipeline.models import Deadline

QUARTER = timedelta(days=92)
HALF_YEAR = timedelta(days=181)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_RECURS = re.compile(
    r"\b(?:dai|week|fortnight|month|quarter|half-?term|term|annual|year)ly\b|\bannual\b"
    r"|\b(?:every|each|an?|per) (?:\w+ )?(?:day|week|fortnight|month|quarter|half|term|year)\b"
    r"|\b(?:every|each) (?:\w+ )?(?:board|lesson|meeting|review|session|shift|time|visit)\b"
    r"|\b(?:whenever|when|where|if|any|always|routine(?:ly)?)\b"
    r"|\b(?:after|before) (?:an?|each|every|one|two|three)\b|\b(?:at|for|in) (?:each|every)\b"
    r"|\b(?:agree|approve|authorise|check|countersign|monitor|read|review|scrutinise|sign"
    r"|sign off)s? (?:each|every)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|spring|summer|autumn|winter|easter)",
    re.IGNORECASE,
)
_MONTH_NAME = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_ONE_DAY = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_BLANK = re.compile(r"[\s–—-]*+(?:n\W?a|none|nil|not applicable)?[\s.–—-]*", re.IGNORECASE)
_THEREAFTER = re.compile(r"\b(?:thereafter|after that|then)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def day(when: date) -> str:
    """Return a day as officers write it: 30 September 2014."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def is_blank(text: str) -> bool:
    """Whether a cell says that it says nothing: "n/a", "none", a dash."""
    return bool(_BLANK.fullmatch(text))


def is_vague_period(item: Deadline) -> bool:
    """A season, a term without a year, "mid-2015", a span of over a quarter."""
    if item.role != "due" or item.kind not in {"date", "period", "vague"}:
        return False
    if item.kind == "vague":
        return bool(item.edtf or item.earliest or item.latest or _YEAR.search(item.text))
    if item.precision == "season":
        return True
    if item.precision == "term":
        return item.latest is None or not re.search(r"\d", item.text)
    if item.kind == "period" and not (item.edtf or item.latest):
        return True  # of no known year: "Easter"
    if (item.edtf or "").startswith("XXXX"):
        return item.precision != "month"
    spread = item.earliest and item.latest and item.latest - item.earliest
    if not spread or spread < QUARTER:
        return False
    return spread >= HALF_YEAR or not names_both_ends(item)


def names_both_ends(item: Deadline) -> bool:
    """Whether a span says with which month or day it ends: "April to July 2026"."""
    return len(_MONTH_NAME.findall(item.text)) > 1 or len(_ONE_DAY.findall(item.text)) > 1


def recurs(text: str) -> bool:
    """Whether an action says that it is done again and again, or whenever something happens."""
    return bool(_RECURS.search(text))


def is_open(item: Deadline) -> bool:
    """Words that fix nothing ("ongoing"), or only when something starts."""
    if item.role == "start":
        return True
    return item.kind == "vague" and not is_vague_period(item)


def lends_year(item: Deadline) -> bool:
    """Whether its words lack the year, which the document lent."""
    return any(one.startswith("the year ") for one in item.inferred)


def is_dated(item: Deadline) -> bool:
    """Whether the words give a last day, a period or a recurrence, or say that it is done."""
    return item.role == "due" and not is_open(item) and item.kind != "placeholder"


def is_fixed(item: Deadline) -> bool:
    """Whether the words give a last day."""
    return item.role == "due" and item.kind in {"date", "period"} and item.latest is not None


def has_end(item: Deadline) -> bool:
    """Whether a recurrence names a day, a month, or its first or last date."""
    rule = item.rrule or ""
    # "Termly" has months by the calendar of schools, but its words name none.
    months = "BYMONTH" in rule and _MONTH.search(item.text)
    return bool(item.earliest or item.latest or "UNTIL" in rule or "COUNT" in rule or months)


def goes_on(item: Deadline) -> bool:
    """Whether a recurrence only goes on from the date beside it: "and monthly thereafter"."""
    return item.kind == "recurring" and bool(_THEREAFTER.search(item.text))
