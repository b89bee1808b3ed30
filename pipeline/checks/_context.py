"""What the checks look at, prepared once for all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pipeline.checks._clauses import Clause, clauses
from pipeline.checks._coverage import Coverage, cover
from pipeline.checks._owners import name, owners_by
from pipeline.checks._rows import Row, every_deadline, is_unanswered, left_to_do, rows_of
from pipeline.checks._words import Index
from pipeline.models import Action, Area, Deadline, Note, NoteKind, Owner, Report, Role, Statement
from pipeline.profiles import Profile, profile_of
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """A statement, what it is held against, and what is worked out once.

    `as_of` is today: the settings' day, else the statement's own date, else unknown.
    `actions` are all with their areas, by id, in document order.
    `to_do` are the rows in which work is left, `unanswered` the areas without an action, by id.
    `deadlines` are all that are stated: area, subject, deadline; `kinds` are those of the rows'.
    `owners` are the rows' by the words of their names. Of each action `words` are in their order
    and `vocabulary` each once; `said` are those of all. `prose` is all that stands in the areas
    and beside them, in small letters: in it may be looked for what few plans have.
    """

    statement: Statement
    report: Report | None
    coverage: Coverage | None
    profile: Profile
    as_of: date | None
    areas: tuple[Area, ...]
    actions: Mapping[str, tuple[Area, Action]]
    rows: tuple[Row, ...]
    to_do: tuple[Row, ...]
    unanswered: frozenset[str]
    deadlines: tuple[tuple[str, str, Deadline], ...]
    kinds: frozenset[str]
    owners: Mapping[frozenset[str], Sequence[tuple[Row, Owner]]]
    clauses: Mapping[str, tuple[Clause, ...]]
    words: Mapping[str, tuple[str, ...]]
    vocabulary: Mapping[str, frozenset[str]]
    said: frozenset[str]
    prose: str

    def saying(self, index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield id and words of the actions that have the first word of a phrase."""
        heads = self.said & index.keys()
        for id_, own in self.vocabulary.items() if heads else ():
            if not heads.isdisjoint(own):
                yield id_, self.words[id_]

    @property
    def reported(self) -> date | None:
        """The day of the inspection report: its own, else the one that the statement gives."""
        if self.report and self.report.date:
            return self.report.date
        return self.statement.report.date if self.statement.report else None

    def unclear(self, kind: NoteKind) -> Note | None:
        """Return words that may say of the plan what no field does, None without them."""
        notes = self.statement.extraction.notes
        return next((note for note in notes if note.kind == kind), None)

    def has_column(self, *roles: Role) -> bool:
        """Whether a table of the plan has a column of one of the roles, or there is no table."""
        columns = self.statement.extraction.columns
        return not columns or any(column.role in roles for column in columns)


def prepare(statement: Statement, settings: Settings, report: Report | None) -> Context:
    """Return all that the checks need to know of a statement."""
    areas = tuple(area for section in statement.sections for area in section.areas)
    rows = rows_of(statement)
    unanswered = frozenset([area.id for area in areas if is_unanswered(area)])
    actions = {action.id: (area, action) for area in areas for action in area.actions}
    parsed = {id_: clauses(action) for id_, (_, action) in actions.items()}
    words = {id_: _words(parts) for id_, parts in parsed.items()}
    vocabulary = {id_: frozenset(said) for id_, said in words.items()}
    return Context(
        statement=statement,
        report=report,
        coverage=cover(areas, report) if report and report.areas else None,
        profile=profile_of(statement, settings),
        as_of=settings.as_of or statement.date,
        areas=areas,
        actions=actions,
        rows=rows,
        to_do=left_to_do(rows, unanswered),
        unanswered=unanswered,
        deadlines=tuple(every_deadline(rows)),
        kinds=frozenset([item.kind for row in rows for item in row.deadlines]),
        owners=owners_by(rows, lambda owner: name(owner.text)),
        clauses=parsed,
        words=words,
        vocabulary=vocabulary,
        said=frozenset().union(*vocabulary.values()),
        prose="\n".join(_texts(statement, areas)).lower(),
    )


def _words(parts: tuple[Clause, ...]) -> tuple[str, ...]:
    if len(parts) == 1:
        return parts[0].words
    return tuple(chain.from_iterable(clause.words for clause in parts))


def _texts(statement: Statement, areas: Iterable[Area]) -> Iterator[str]:
    for area in areas:
        subjects: list[Area | Action] = [area, *area.actions]
        for subject in subjects:
            yield subject.text or ""
            yield from [one.text for one in subject.measures]
            yield from [one.text for one in subject.other]
        yield from [group.text for group in area.assignments]
    yield from [passage.text for passage in (*statement.monitoring, *statement.unplaced)]
