"""A statement of action as a whole, and how it was read."""

from datetime import date as Day  # noqa: N812 (some fields are called date)

from pipeline.models.areas import Area
from pipeline.models.base import (
    SCHEMA_VERSION,
    ColumnBasis,
    DroppedKind,
    Level,
    Location,
    Model,
    NoteKind,
    Passage,
    Role,
    Words,
)


class Section(Model):
    """A run of areas under one heading, with one lead body."""

    id: str
    title: str | None = None
    body: str | None = None
    areas: tuple[Area, ...] = ()


class Recommendation(Model):
    """One item of the narrative list of areas, linked to the table's area."""

    id: str
    text: str
    area: str | None = None
    location: Location


class Judgement(Model):
    """What the inspectors judged, and the grade."""

    subject: str
    grade: str
    location: Location


class Acronym(Model):
    """A short form and the words that the document gives for it."""

    short: str
    long: str
    location: Location


class SourceInfo(Model):
    """The file that was read."""

    name: str
    media_type: str
    sha256: str
    pages: int | None = None


class Period(Model):
    """First and last day of an inspection."""

    start: Day | None = None
    end: Day | None = None


class ReportInfo(Model):
    """The inspection report that the statement answers."""

    date: Day | None = None


class Column(Model):
    """What a table's column was taken for, and on what basis."""

    table: int
    header: str | None
    role: Role
    basis: ColumnBasis
    confidence: Level


class Dropped(Model):
    """Words left out of the fields on purpose: running heads, repeated headers, page numbers."""

    text: str
    kind: DroppedKind
    location: Location


class Joined(Model):
    """A row that was joined over a page break: the area's (or action's) id and both pieces."""

    id: str
    pieces: tuple[Passage, ...]


class Note(Model):
    """Something a reader met that a user should know: a page that is only a picture, a limit.

    What is unclear are words that may give the plan's date, monitoring or measures.
    """

    kind: NoteKind
    text: str
    location: Location


class Correction(Model):
    """What a person put right in the reading of a plan, who and why: see `soa-corrections.toml`.

    `key` names the action or area that owners, deadline and themes are of, or the action to
    which `links`, keys of owners and deadlines beside it, belong. A column's role is given by
    its table's number and its heading, or its number where it has none. `plan` is a pattern
    of file names, such as "plan-*.docx", where a correction does not hold for all.
    """

    key: Words | None = None
    owners: tuple[Words, ...] = ()
    deadline: Words | None = None
    themes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    table: int | None = None
    header: str | None = None
    column: int | None = None
    role: Role | None = None
    reason: Words
    by: Words
    on: Day
    plan: str | None = None


class Extraction(Model):
    """How the source was read. `stale` are corrections of what is no longer there."""

    columns: tuple[Column, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    joined: tuple[Joined, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    stale: tuple[Correction, ...] = ()


class Statement(Model):
    """A statement of action, as `statement.json` holds it."""

    schema_version: str = SCHEMA_VERSION
    source: SourceInfo
    title: str | None = None
    authority: str | None = None
    framework: str | None = None
    date: Day | None = None
    version: str | None = None
    report: ReportInfo | None = None
    inspection: Period | None = None
    judgements: tuple[Judgement, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    sections: tuple[Section, ...] = ()
    monitoring: tuple[Passage, ...] = ()
    unplaced: tuple[Passage, ...] = ()
    extraction: Extraction = Extraction()
