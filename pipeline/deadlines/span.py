"""What the grammar returns, and what a document may lend to words that lack something."""

from datetime import date
from typing import NamedTuple

from pipeline.models import DeadlineKind, DeadlineRole, Precision


class Span(NamedTuple):
    """A deadline in a text: characters `start` to `end` of it, and what they mean.

    The fields after `end` are those of the published `Deadline`. A day that no calendar has
    ("31 June 2014") is a *date* with neither `edtf` nor days; `impossible` says why. A day
    or month whose year is unknown has an `edtf` with the year left out ("XXXX-08-14") and no
    days. A range that ends before it begins has both days but no `edtf`. A status with a day
    ("Completed January 2016") carries that day.
    """

    start: int
    end: int
    role: DeadlineRole = "due"
    kind: DeadlineKind = "vague"
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: Precision | None = None
    rrule: str | None = None
    anchor: str | None = None
    condition: str | None = None
    inferred: tuple[str, ...] = ()


class Context(NamedTuple):
    """What the document supplies for words that lack a year or an anchor.

    A day, month, season or term without a year is the first one that ends on or after
    `reference`; `basis` says in words where that day comes from ("the end of the
    inspection"). `anchors` are pairs of a word and a day ("approval", date(2014, 5, 23)): a
    time "within 3 months of approval" is reckoned from the first whose word its anchor holds.
    `school` says that the body is a school: "Autumn 2014" is then a term, and one without a
    year is of the `school_year` that the plan is for, by the calendar year in which it begins.
    """

    reference: date | None = None
    basis: str = "the document's date"
    anchors: tuple[tuple[str, date], ...] = ()
    school: bool = False
    school_year: int | None = None
