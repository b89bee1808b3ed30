"""What the words of a deadline fix, in the terms of the checks."""

import re
from datetime import date, timedelta
from functools import cache

from pipeline.checks._words import either, vocabulary
from pipeline.models import Action, Area, Deadline

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
_DONE = re.compile(
    r"\b(?:completed?|done|achieved|closed|finished|met|delivered|actioned|fixed|repaired|implemented"
    r"|resolved|discharged|superseded|withdrawn|signed off|bau|business as usual)\b"
    r"|\bno longer (?:applicable|needed|relevant|required)\b|^\W*(?:embedded|100 ?%)\W*$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|yet|part(?:ly|ially)?|nearly|almost|be(?:ing)?|un|in)\W*$|(?<!100)(?<!100 )%\W*$",
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
_ONLY_DAY = re.compile(
    r"\W*\d{1,2}(?:st|nd|rd|th)?[ ./-]{1,2}(?:\d{1,2}|[a-z]{3,9})[ ./-]{1,2}\d{2,4}\W*",
    re.IGNORECASE,
)
_SOME_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[ ./-]{1,2}(?:\d{1,2}|[A-Za-z]{3,9})\b")
_MARKED = re.compile(r"(?:^|[.;:]\s)\W*(?:DONE|COMPLETED?|CLOSED)\b(?! WHEN)[^.;]{0,20}\W*$")
_SOME_OF = re.compile(  # "six of eight briefings held"
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten) (?:out )?of (?:the )?(?!\1\b)"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_TICK = re.compile(r"\W*(?:yes|y|b|blue|c|[✓✔☑])(?:\W+[\d./-]{6,10})?\W*", re.IGNORECASE)
_SINCE = re.compile(
    r"(?!(?:delayed|late|missed|open|outstanding|overdue|vacant)\b)[\w' -]{3,30} since \w+.{0,20}",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:in (?:place|use)|live|operational|up and running)\b(?! by)", re.IGNORECASE
)
_PUT_OFF = re.compile(
    r"\b(?:deferred|delayed|extended|moved|new date|now due|postponed|put back|rescheduled|revised"
    r"|slipped)\b[^.;]{0,20}(?:\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:awaited|awaiting|in progress|outstanding|remains?|to follow|under ?way)\b", re.IGNORECASE
)
_THEREAFTER = re.compile(r"\b(?:thereafter|after that|then)\b", re.IGNORECASE)
_COUNT = re.compile(r"\W*\d+(?: ?(?:of|/|out of) ?\d+)? *")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOTE = 60  # characters at the end of a short note


def day(when: date) -> str:
    """Return a day as officers write it: 30 September 2014."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def is_blank(text: str) -> bool:
    """Whether a cell says that it says nothing: "n/a", "none", a dash."""
    return bool(_BLANK.fullmatch(text))


def is_done(text: str | None) -> bool:
    """Whether a status says that the work is finished ("Completed", not "not completed")."""
    found = _DONE.search(text or "")
    if not found or not text:
        return False
    before = text[: found.start()]
    return not (_NOT.search(before) or _COUNT.fullmatch(before) or _STILL.search(text))


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


def done(subject: Area | Action) -> bool:
    """Whether a status column says that the work is finished, ticks it, or gives only the day."""
    status = subject.status
    if not status:
        return bool(subject.measures) and any(_MARKED.search(one.text) for one in subject.measures)
    if is_done(status) or _ONLY_DAY.fullmatch(status) or _TICK.fullmatch(status):
        return True
    if _SOME_OF.search(status):
        return False
    if is_over(status) or _SINCE.fullmatch(status) or _is_running(status):
        return True
    return bool(_happened().match(status)) and not _STILL.search(status)


def _is_running(status: str) -> bool:
    """Whether a status says that it works: "Tracker in use from 22 August"."""
    found = _RUNNING.search(status)
    if not found or _STILL.search(status):
        return False
    return not _NOT.search(status[: found.start()])


def is_put_off(subject: Area | Action) -> bool:
    """Whether a status gives a later day: "Delayed to 1 April"."""
    return bool(subject.status and _PUT_OFF.search(subject.status))


def is_over(text: str) -> bool:
    """Whether a short note begins with what is over and gives its day: "Sent 30 Oct".

    A colour may stand before it: "Green - published 21 October"; and the day may: "2 May - opened".
    So may several be: "Appointed; started 5 January".
    """
    if _ends_over().search(text[-_NOTE:]):
        return True
    return bool(_SOME_DAY.search(text)) and all(map(_over().match, text.split("; ")))


@cache
def _ends_over() -> re.Pattern[str]:
    """Return the pattern of a day with what was over on it: "2 May 2026 - opened"."""
    over = either(vocabulary("wording")["over"])
    return re.compile(rf"\d\W{{1,4}}(?:{over})\W*$", re.IGNORECASE)


@cache
def _over() -> re.Pattern[str]:
    """Return the pattern of a short note that begins with what is over: "Sent 30 Oct"."""
    return re.compile(
        rf"(?:(?:green|blue|[gb])\W+)?(?:{either(vocabulary('wording')['over'])})\b[^;.]{{0,40}}$",
        re.IGNORECASE,
    )


@cache
def _happened() -> re.Pattern[str]:
    """Return the pattern of a note of what was over in the end: "Letters went out in May"."""
    words = vocabulary("wording")
    partly, happened = either(words["partly"]), either(words["happened"])
    return re.compile(
        rf"(?:(?!(?:{partly})\b)[\w'’-]+ ){{1,4}}(?:{happened})\b(?![^.;]*\bto \d)", re.IGNORECASE
    )
