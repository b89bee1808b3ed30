"""`actions.csv`: a row an action, with who answers for it and by when."""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.models import Action, Area, Deadline, Findings, Other, Owner, Section
from pipeline.writers.reading import Reading
from pipeline.writers.sheet import sheet

HEADER = (
    *("section", "area_id", "area", "action_id", "ref", "action"),
    *("owners", "owners_basis", "deadline", "deadline_edtf", "earliest", "latest"),
    *("deadline_basis", "candidates", "starts", "measures", "themes", "status", "findings"),
    *("area_key", "action_key"),
)


def render(reading: Reading) -> bytes:
    """Return the actions as CSV.

    A column of the source with no role of its own (cost, comment) follows under its header.
    """
    found = _codes(reading.findings)
    triples = [
        (section, area, action)
        for section in reading.statement.sections
        for area in section.areas
        for action in area.actions
    ]
    extra = _headers(triples)
    rows = (
        (*_row(section, area, action, found), *_cells(area, action, extra))
        for section, area, action in triples
    )
    return sheet((*HEADER, *extra), rows).encode("utf-8", "replace")


def _row(
    section: Section, area: Area, action: Action, found: dict[str, list[str]]
) -> tuple[str, ...]:
    codes = dict.fromkeys(found.get(action.id, []) + found.get(area.id, []))
    return (
        *(section.title or "", area.id, area.text or ""),
        *(action.id, action.ref or area.ref or "", action.text),
        *_answerable(action),
        " | ".join(_candidates(area, action)),
        _joined(start.text for start in action.starts or area.starts),
        _joined(measure.text for measure in action.measures or area.measures),
        _joined(dict.fromkeys(theme.id for theme in (*area.themes, *action.themes))),
        action.status or area.status or "",
        " ".join(codes),
        *(area.key, action.key),
    )


def _answerable(action: Action) -> Iterator[str]:
    answer = action.responsibility
    yield _joined(_called(owner) for owner in answer.owners)
    yield answer.owners_basis or ""
    yield from _timed(answer.deadline)
    yield answer.deadline_basis or ""


def _candidates(area: Area, action: Action) -> Iterator[str]:
    """Yield the owners and dates beside an action of which nothing says that they are its own."""
    for assignment in area.assignments:
        if assignment.id in action.responsibility.candidates:
            yield assignment.text


def _timed(deadline: Deadline | None) -> tuple[str, str, str, str]:
    if deadline is None:
        return "", "", "", ""
    return deadline.text, deadline.edtf or "", _day(deadline.earliest), _day(deadline.latest)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _called(owner: Owner) -> str:
    return f"{owner.text} (lead)" if owner.lead else owner.text


def _codes(findings: Findings) -> dict[str, list[str]]:
    """Return the codes of the findings about each subject."""
    found: dict[str, list[str]] = {}
    for finding in findings.findings:
        for subject in (finding.subject, *finding.also):
            found.setdefault(subject, []).append(finding.code)
    return found


def _headers(triples: Iterable[tuple[Section, Area, Action]]) -> tuple[str, ...]:
    others = (one for _, area, action in triples for one in (*area.other, *action.other))
    return tuple(dict.fromkeys(_header(one) for one in others))


def _cells(area: Area, action: Action, headers: Iterable[str]) -> Iterator[str]:
    """Yield the cells under each header: the action's own, else its area's."""
    for header in headers:
        own = [one.text for one in action.other if _header(one) == header]
        yield _joined(own or [one.text for one in area.other if _header(one) == header])


def _header(other: Other) -> str:
    return other.header or "other"


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)
