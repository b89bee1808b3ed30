"""What the checks look at, prepared once for all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.checks._clauses import Clause, clauses
from pipeline.checks._coverage import Coverage, cover
from pipeline.checks._hit import DOCUMENT, NOWHERE
from pipeline.checks._rows import Row, left_to_do, rows_of
from pipeline.models import Action, Area, Level, Location, Report, Role, Section, Statement
from pipeline.profiles import Profile, profile_of
from pipeline.settings import Settings

Subject = Section | Area | Action


@dataclass(frozen=True, slots=True)
class Context:
    """A statement, what it is held against, and what is worked out once.

    `as_of` is today: the settings' day, else the statement's own date, else unknown.
    `to_do` are the rows in which work is left.
    """

    statement: Statement
    report: Report | None
    coverage: Coverage | None
    profile: Profile
    as_of: date | None
    areas: tuple[Area, ...]
    rows: tuple[Row, ...]
    to_do: tuple[Row, ...]
    clauses: Mapping[str, tuple[Clause, ...]]
    words: Mapping[str, tuple[str, ...]]
    subjects: Mapping[str, Subject]
    order: Mapping[str, int]
    parents: Mapping[str, str]
    joined: frozenset[str]
    guessed: frozenset[tuple[int | None, Role]]

    def actions(self) -> Iterator[tuple[Area, Action]]:
        """Yield every action with its area, in document order."""
        for area in self.areas:
            for action in area.actions:
                yield area, action

    def place_of(self, subject: str) -> int:
        """Return where a subject comes in the document; the document as a whole comes first."""
        return self.order.get(subject, -1)

    @property
    def reported(self) -> date | None:
        """The day of the inspection report: its own, else the one that the statement gives."""
        if self.report and self.report.date:
            return self.report.date
        return self.statement.report.date if self.statement.report else None

    def has_column(self, *roles: Role) -> bool:
        """Whether a table of the plan has a column of one of the roles, or there is no table."""
        columns = self.statement.extraction.columns
        return not columns or any(column.role in roles for column in columns)

    def key(self, subject: str) -> str:
        """Return the key of a subject; things without one (a table) are their own."""
        known = self.subjects.get(subject)
        return known.key if isinstance(known, Area | Action) else subject

    def place(self, subject: str) -> Location:
        """Return where a subject stands: an area's own words, a section's first area."""
        known = self.subjects.get(subject)
        if isinstance(known, Section):
            return known.areas[0].location if known.areas else NOWHERE
        return known.location if known else NOWHERE

    def confidence(self, code: str, subject: str) -> Level:
        """Return how sure the reading of a subject is: low where a row was joined or a
        column's role was guessed.
        """
        if self.joined & {subject, self.parents.get(subject, "")}:
            return "low"
        known = self.subjects.get(subject)
        if not isinstance(known, Area | Action):
            return "high"
        if not self.guessed:
            return known.confidence
        tables = {fragment.table for fragment in known.location.fragments}
        roles = _ROLES.get(code[:3], ())
        if any((table, role) in self.guessed for table in tables for role in roles):
            return "low"
        return known.confidence


_ROLES: Mapping[str, tuple[Role, ...]] = {
    "OWN": ("owner", "owner-and-deadline"),
    "DUE": ("deadline", "owner-and-deadline"),
    "ACT": ("action",),
    "COV": ("area",),
}


def prepare(statement: Statement, settings: Settings, report: Report | None) -> Context:
    """Return all that the checks need to know of a statement."""
    areas = tuple(area for section in statement.sections for area in section.areas)
    subjects: dict[str, Subject] = {}
    parents: dict[str, str] = {}
    for section in statement.sections:
        subjects[section.id] = section
        for area in section.areas:
            subjects[area.id] = area
            for action in area.actions:
                subjects[action.id] = action
                parents[action.id] = area.id
    rows = rows_of(statement)
    parsed = {action.id: clauses(action) for area in areas for action in area.actions}
    return Context(
        statement=statement,
        report=report,
        coverage=cover(areas, report) if report and report.areas else None,
        profile=profile_of(statement, settings),
        as_of=settings.as_of or statement.date,
        areas=areas,
        rows=rows,
        to_do=left_to_do(rows),
        clauses=parsed,
        words={
            id_: tuple(word for clause in parts for word in clause.words)
            for id_, parts in parsed.items()
        },
        subjects=subjects,
        order={DOCUMENT: -1} | {id_: place for place, id_ in enumerate(subjects)},
        parents=parents,
        joined=frozenset(joined.id for joined in statement.extraction.joined),
        guessed=frozenset(
            (column.table, column.role)
            for column in statement.extraction.columns
            if column.basis == "contents"
        ),
    )
