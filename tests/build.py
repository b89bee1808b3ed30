"""Small builders of statements, so that a test shows only what it is about.

    plan(area("Case records", ["Write a standard"], who(post("Head of Service"), day(2026, 6, 30))))

Ids and keys are given in order; places are of one text source.
"""

import calendar
from collections.abc import Sequence
from datetime import date
from typing import Any

from pipeline.models import (
    Acronym,
    Action,
    Area,
    Assignment,
    Basis,
    Deadline,
    DeadlineKind,
    Extraction,
    Fragment,
    Location,
    Owner,
    OwnerKind,
    Passage,
    Report,
    ReportArea,
    Section,
    SourceInfo,
    Statement,
)

SOURCE = SourceInfo(name="plan.txt", media_type="text/plain", sha256="0" * 64)


def place(row: int | None = None, table: int | None = 1) -> Location:
    """Return a location in a table."""
    return Location(fragments=(Fragment(table=table, row=row),))


def passage(text: str, row: int | None = None) -> Passage:
    """Return words with a place."""
    return Passage(text=text, location=place(row))


def owner(text: str, kind: OwnerKind = "post", **more: Any) -> Owner:
    """Return an owner."""
    return Owner(text=text, key=text.lower(), kind=kind, location=place(), **more)


def post(text: str, **more: Any) -> Owner:
    """Return a post."""
    return owner(text, "post", **more)


def group(text: str, **more: Any) -> Owner:
    """Return a board, group or team."""
    return owner(text, "group", **more)


def due(text: str, kind: DeadlineKind = "vague", **more: Any) -> Deadline:
    """Return a deadline of any kind."""
    values: dict[str, Any] = {"role": "due", "location": place(), **more}
    return Deadline(text=text, key=text.lower(), kind=kind, **values)


def day(year: int, month: int, number: int, text: str = "", **more: Any) -> Deadline:
    """Return a deadline of one day."""
    when = date(year, month, number)
    said = text or f"{number} {when:%B %Y}"
    values = {"edtf": when.isoformat(), "earliest": when, "latest": when, "precision": "day"}
    return due(said, "date", **(values | more))


def month(year: int, number: int, **more: Any) -> Deadline:
    """Return a deadline of one month."""
    first = date(year, number, 1)
    last = date(year, number, calendar.monthrange(year, number)[1])
    values = {"edtf": f"{first:%Y-%m}", "earliest": first, "latest": last, "precision": "month"}
    return due(f"{first:%B %Y}", "period", **(values | more))


def span(text: str, first: date, last: date, **more: Any) -> Deadline:
    """Return a deadline of a period."""
    return due(text, "period", earliest=first, latest=last, **more)


def recurring(text: str = "Quarterly", rrule: str = "FREQ=MONTHLY;INTERVAL=3") -> Deadline:
    """Return a recurrence."""
    return due(text, "recurring", rrule=rrule)


def who(
    *parts: Owner | Deadline,
    actions: Sequence[int] = (),
    basis: Basis | None = None,
    lines: Sequence[str] = (),
) -> Assignment:
    """Return owners and deadlines stated together; `actions` count from 1 in their area.

    `lines` are the cell's lines; without them each part stands on a line of its own.
    """
    texts = lines or [part.text for part in parts]
    return Assignment(
        id="",
        text=" ".join(texts),
        passages=tuple(passage(text) for text in texts),
        owners=tuple(part for part in parts if isinstance(part, Owner)),
        deadlines=tuple(part for part in parts if isinstance(part, Deadline)),
        actions=tuple(str(number) for number in actions),
        basis=basis,
        location=place(),
    )


def action(text: str, *own: Owner | Deadline, row: int | None = None, **more: Any) -> Action:
    """Return an action with what its own words state."""
    return Action(
        id="",
        key="",
        text=text,
        owners=tuple(part for part in own if isinstance(part, Owner)),
        deadlines=tuple(part for part in own if isinstance(part, Deadline)),
        location=place(row),
        **more,
    )


def area(
    text: str | None, actions: Sequence[str | Action], *groups: Assignment, **more: Any
) -> Area:
    """Return an area; plain strings are actions."""
    return Area(
        id="",
        key="",
        text=text,
        actions=tuple(action(item) if isinstance(item, str) else item for item in actions),
        assignments=groups,
        location=place(),
        **more,
    )


def section(*areas: Area, title: str | None = None) -> Section:
    """Return a section."""
    return Section(id="", title=title, areas=areas)


def plan(*parts: Area | Section, **more: Any) -> Statement:
    """Return a statement; areas without a section make one."""
    loose = tuple(part for part in parts if isinstance(part, Area))
    sections = [part for part in parts if isinstance(part, Section)]
    if loose:
        sections.insert(0, section(*loose))
    numbered = tuple(_section(str(at), item) for at, item in enumerate(sections, 1))
    values: dict[str, Any] = {"source": SOURCE, "sections": numbered, **more}
    return Statement(**values)


def joined(*ids: str) -> Extraction:
    """Return a reading in which these rows were joined."""
    pieces = [passage("first piece"), passage("second piece")]
    return Extraction.model_validate({"joined": [{"id": id_, "pieces": pieces} for id_ in ids]})


def acronym(short: str, long: str) -> Acronym:
    """Return an acronym that the document spells out."""
    return Acronym(short=short, long=long, location=place())


def report(*texts: str, **more: Any) -> Report:
    """Return an inspection report with these areas for improvement."""
    areas = tuple(
        ReportArea(id=str(at), kind="improvement", text=text, location=place())
        for at, text in enumerate(texts, 1)
    )
    return Report(source="report.pdf", areas=areas, **more)


def _section(id_: str, item: Section) -> Section:
    areas = tuple(_area(f"{id_}.{at}", part) for at, part in enumerate(item.areas, 1))
    return item.model_copy(update={"id": id_, "areas": areas})


def _area(id_: str, item: Area) -> Area:
    actions = tuple(
        part.model_copy(update={"id": f"{id_}.{at}", "key": f"key of {part.text} in {item.text}"})
        for at, part in enumerate(item.actions, 1)
    )
    groups = tuple(_group(id_, at, part) for at, part in enumerate(item.assignments, 1))
    key = f"key of {item.text}"
    return item.model_copy(
        update={"id": id_, "key": key, "actions": actions, "assignments": groups}
    )


def _group(area_id: str, at: int, item: Assignment) -> Assignment:
    ids = tuple(f"{area_id}.{number}" for number in item.actions)
    deadlines = tuple(
        part.model_copy(update={"actions": tuple(f"{area_id}.{n}" for n in part.actions)})
        for part in item.deadlines
    )
    return item.model_copy(update={"id": f"{area_id}/{at}", "actions": ids, "deadlines": deadlines})
