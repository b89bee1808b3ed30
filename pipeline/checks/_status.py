"""What a note of progress says of work: that it is done, over, running or put off."""

import re
from functools import cache

from pipeline.checks._words import either, vocabulary
from pipeline.models import Action, Area

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
_ONLY_DAY = re.compile(
    r"\W*\d{1,2}(?:st|nd|rd|th)?[ ./-]{1,2}(?:\d{1,2}|[a-z]{3,9})[ ./-]{1,2}\d{2,4}\W*",
    re.IGNORECASE,
)
_SOME_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[ ./-]{1,2}(?:\d{1,2}|[A-Za-z]{3,9})\b")
_MARKED = re.compile(r"(?:^|[.;:]\s)\W{0,9}(?:DONE|COMPLETED?|CLOSED)\b(?! WHEN)[^.;]{0,20}\W*$")
_SOME_OF = re.compile(  # "six of eight briefings held"
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten) (?:out )?of (?:the )?(?!\1\b)"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_TICK = re.compile(
    r"\W*(?:yes|y|b|blue|c|[✓✔☑])(?:\W+(?:[\d./-]{6,10}|\d{1,2} [a-z]{3,9}))?\W*", re.IGNORECASE
)
_SINCE = re.compile(
    r"(?!(?:delayed|late|missed|open|outstanding|overdue|vacant)\b)[\w' -]{3,30} since \w+.{0,20}",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:in (?:place|post|use)|live|operational|up and running)\b(?! by)", re.IGNORECASE
)
_PUT_OFF = re.compile(
    r"\b(?:deferred|delayed|extended|moved|new date|now due|postponed|put back|rescheduled|revised"
    r"|slipped)\b[^.;]{0,20}(?:\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:awaited|awaiting|in progress|outstanding|remains?|to follow|under ?way|vacan\w+)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\W*\d+(?: ?(?:of|/|out of) ?\d+)? *")
_NOTE = 60  # characters at the end of a short note


def is_done(text: str | None) -> bool:
    """Whether a status says that the work is finished ("Completed", not "not completed")."""
    found = _DONE.search(text or "")
    if not found or not text:
        return False
    before = text[: found.start()]
    if _COUNT.fullmatch(before) or _SOME_OF.search(before):
        return False
    return not (_NOT.search(before) or _STILL.search(text))


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
    before = status[: found.start()]
    return not (_NOT.search(before) or _partly().search(before))


def is_put_off(subject: Area | Action) -> bool:
    """Whether a status gives a later day: "Delayed to 1 April"."""
    return bool(subject.status and _PUT_OFF.search(subject.status))


def is_over(text: str) -> bool:
    """Whether a short note begins with what is over and gives its day: "Sent 30 Oct".

    A colour may stand before it: "Green - published 21 October"; and the day may: "2 May - opened".
    So may another note behind it: "Appointed; started 5 January".
    """
    if _ends_over().search(text[-_NOTE:]):
        return True
    first = text.partition("; ")[0]
    return bool(_over().match(first) and _SOME_DAY.search(text)) and not _STILL.search(text)


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
def _partly() -> re.Pattern[str]:
    """Return the pattern of what is but a part of the work: "draft", "first", "interviews"."""
    return re.compile(rf"\b(?:{either(vocabulary('wording')['partly'])})\b", re.IGNORECASE)


@cache
def _happened() -> re.Pattern[str]:
    """Return the pattern of a note of what was over: "Letters went out", "Policy adopted 3 May"."""
    words = vocabulary("wording")
    happened, over = either(words["happened"]), either(words["over"])
    return re.compile(
        rf"(?:(?!{_partly().pattern})[\w'’-]+ ){{1,4}}"
        rf"(?:{happened}|(?:{over})\b(?=[^;.]*{_SOME_DAY.pattern}))\b"
        r"(?![^.;]*\b(?:for|to) \d)",
        re.IGNORECASE,
    )
