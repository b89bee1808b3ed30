"""An area for improvement with all that the plan answers to it."""

from datetime import date as Day  # noqa: N812 (some fields are called date)

from pipeline.models.base import (
    Basis,
    DeadlineKind,
    DeadlineRole,
    Level,
    Location,
    Model,
    OwnerKind,
    Passage,
    Precision,
)


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
