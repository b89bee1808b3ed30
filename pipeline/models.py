"""The published data: what `statement.json` and `findings.json` hold.

`schemas/` is generated from these models. Every `text` is as written with white space
folded; every `location` says where it stands in the source.
"""

from datetime import date as Day  # noqa: N812 (some fields are called date)
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

OwnerKind = Literal["post", "person", "group", "organisation", "initials", "unknown"]
DeadlineKind = Literal[
    "date",
    "period",
    "recurring",
    "relative",
    "event",
    "status",
    "reference",
    "placeholder",
    "vague",
]
DeadlineRole = Literal["due", "start"]
Precision = Literal["day", "week", "month", "quarter", "season", "term", "year"]
Basis = Literal["own-words", "row", "in-step", "aligned", "area", "corrected"]
Role = Literal[
    "area",
    "action",
    "owner",
    "deadline",
    "owner-and-deadline",
    "start",
    "measure",
    "status",
    "reference",
    "comment",
    "other",
]
ColumnBasis = Literal["heading", "contents", "carried", "corrected"]
Level = Literal["high", "medium", "low"]
Severity = Literal["error", "warning", "info"]
BaselineState = Literal["new", "unchanged"]
Words = Annotated[str, Field(pattern=r"\S")]  # never blank
DroppedKind = Literal[
    "running-head", "repeated-header", "repeated-cell", "page-number", "header", "not-the-plan"
]
NoteKind = Literal["picture-page", "limit", "guessed-columns", "hidden", "undecodable", "fallback"]


class Model(BaseModel):
    """A published value: immutable, and refusing fields that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fragment(Model):
    """One stretch of the source. Pages, tables, rows and columns count from 1.

    `start`/`end` are code points: in the decoded source for text and HTML, in the paragraph
    for Word. `bbox` is left, top, right, bottom in points from the page's top left.
    """

    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    cell: str | None = None
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    bbox: tuple[float, float, float, float] | None = None


class Location(Model):
    """Where a value stands: several fragments when it was split over lines or pages."""

    fragments: tuple[Fragment, ...] = ()


class Passage(Model):
    """Words and where they stand."""

    text: str
    location: Location


class Theme(Model):
    """A subject, with the words that are the evidence for it."""

    id: str
    text: str
    location: Location


class Owner(Model):
    """A post, person, group or organisation named to act."""

    text: str
    key: str
    kind: OwnerKind
    person: str | None = None
    post: str | None = None
    expansion: str | None = None
    lead: bool = False
    placeholder: bool = False
    location: Location


class Deadline(Model):
    """When something is due (or starts): `earliest` and `latest` are the days its words allow.

    `edtf` is ISO 8601-2, `rrule` RFC 5545. `inferred` names what the words lack and the
    document supplied; `actions` the actions it is linked to, `basis` on what evidence.
    """

    text: str
    key: str
    role: DeadlineRole
    kind: DeadlineKind
    edtf: str | None = None
    earliest: Day | None = None
    latest: Day | None = None
    precision: Precision | None = None
    rrule: str | None = None
    anchor: str | None = None
    condition: str | None = None
    inferred: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    basis: Basis | None = None
    location: Location


class Responsibility(Model):
    """Who answers for an action and by when, each with the evidence for it.

    Owner and deadline are empty when several unlinked groups stand beside the action;
    `candidates` then names their assignments.
    """

    owners: tuple[Owner, ...] = ()
    owners_basis: Basis | None = None
    deadline: Deadline | None = None
    deadline_basis: Basis | None = None
    candidates: tuple[str, ...] = ()


class Other(Model):
    """A cell of a column that has no role of its own, under its header."""

    header: str | None
    text: str
    location: Location


class Assignment(Model):
    """Owners and deadlines that one who/when passage states together."""

    id: str
    text: str
    passages: tuple[Passage, ...] = ()
    owners: tuple[Owner, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    actions: tuple[str, ...] = ()
    basis: Basis | None = None
    location: Location


class Action(Model):
    """One commitment; `owners` and `deadlines` are what its own words state."""

    id: str
    key: str
    ref: str | None = None
    text: str
    owners: tuple[Owner, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    themes: tuple[Theme, ...] = ()
    responsibility: Responsibility = Responsibility()
    measures: tuple[Passage, ...] = ()
    starts: tuple[Deadline, ...] = ()
    status: str | None = None
    other: tuple[Other, ...] = ()
    confidence: Level = "high"
    location: Location


class Area(Model):
    """An area for improvement with all that the plan answers to it."""

    id: str
    key: str
    ref: str | None = None
    text: str | None = None
    themes: tuple[Theme, ...] = ()
    actions: tuple[Action, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    measures: tuple[Passage, ...] = ()
    starts: tuple[Deadline, ...] = ()
    status: str | None = None
    other: tuple[Other, ...] = ()
    confidence: Level = "high"
    location: Location


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
    """Something a reader met that a user should know: a page that is only a picture, a limit."""

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


class Acceptance(Model):
    """A finding that a person accepts, who and why: see `soa-accepted.toml`.

    `key` is the finding's; `code` and `words` only tell a reader which it is. `plan` is a
    pattern of file names, such as "plan-*.docx", where an acceptance does not hold for all.
    """

    key: Words
    reason: Words
    by: Words
    on: Day
    code: str | None = None
    words: str | None = None
    plan: str | None = None


class Finding(Model):
    """One weakness of the plan, about `subject` (an id) and `also` (further places of it).

    `baseline` says whether an older draft had it; it is null when none was compared.
    """

    code: str
    check: str
    severity: Severity
    confidence: Level
    subject: str
    also: tuple[str, ...] = ()
    message: str
    help: str
    key: str
    accepted: Acceptance | None = None
    baseline: BaselineState | None = None
    location: Location


class NotRun(Model):
    """A check that lacked what it needs; it never counts as passed."""

    code: str
    reason: str


class Summary(Model):
    """How much was read and found; accepted findings are counted apart."""

    areas: int
    actions: int
    errors: int
    warnings: int
    infos: int
    accepted: int = 0


class Findings(Model):
    """What `findings.json` holds, by the rules of which `profile` it was checked.

    `stale` are acceptances of what no longer occurs.
    """

    schema_version: str = SCHEMA_VERSION
    source: str
    profile: str | None = None
    findings: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    stale: tuple[Acceptance, ...] = ()
    summary: Summary


class ReportArea(Model):
    """One area for improvement or priority action in an inspection report."""

    id: str
    body: str | None = None
    owner: str | None = None
    kind: Literal["improvement", "priority"]
    text: str
    location: Location


class Report(Model):
    """The areas that an inspection report names; `date` is that of its publication or letter."""

    source: str
    framework: str | None = None
    date: Day | None = None
    inspection: Period | None = None
    areas: tuple[ReportArea, ...] = ()
