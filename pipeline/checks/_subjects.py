"""What findings are about: its key and place, and how sure the reading of it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.checks._hit import NOWHERE
from pipeline.models import Action, Area, Level, Location, Role, Section, Statement

_ROLES: Mapping[str, tuple[Role, ...]] = {
    "OWN": ("owner", "owner-and-deadline"),
    "DUE": ("deadline", "owner-and-deadline"),
    "ACT": ("action",),
    "COV": ("area",),
}


@dataclass(frozen=True, slots=True)
class Subjects:
    """The parts of a statement by id; what is none of them, such as a table, is its own key.

    `order` is where a part comes in the document. `joined` are the areas and actions read from
    rows that were joined, `guessed` the columns of each table whose role was guessed.
    """

    sections: Mapping[str, Section]
    parts: Mapping[str, Area | Action]
    order: Mapping[str, int]
    joined: frozenset[str]
    guessed: frozenset[tuple[int | None, Role]]

    def place_of(self, subject: str) -> int:
        """Return where a subject comes in the document; the document as a whole comes first."""
        return self.order.get(subject, -1)

    def key(self, subject: str) -> str:
        """Return the key of a subject."""
        part = self.parts.get(subject)
        return part.key if part else subject

    def location(self, subject: str) -> Location:
        """Return where a subject stands: an area's own words, a section's first area."""
        if part := self.parts.get(subject):
            return part.location
        section = self.sections.get(subject)
        return section.areas[0].location if section and section.areas else NOWHERE

    def confidence(self, code: str, subject: str) -> Level:
        """Return how sure the reading of a subject is: low where a row was joined or a
        column's role was guessed.
        """
        if subject in self.joined:
            return "low"
        part = self.parts.get(subject)
        if part is None:
            return "high"
        return "low" if self.guessed and self._is_guessed(code, part) else part.confidence

    def _is_guessed(self, code: str, part: Area | Action) -> bool:
        tables = {fragment.table for fragment in part.location.fragments}
        roles = _ROLES.get(code[:3], ())
        return any((table, role) in self.guessed for table in tables for role in roles)


def subjects_of(statement: Statement) -> Subjects:
    """Return all that findings can be about."""
    areas = [area for section in statement.sections for area in section.areas]
    parts: dict[str, Area | Action] = {area.id: area for area in areas}
    parts |= {action.id: action for area in areas for action in area.actions}
    joined = {row.id for row in statement.extraction.joined}
    below = {action.id for area in areas if area.id in joined for action in area.actions}
    columns = statement.extraction.columns
    return Subjects(
        sections={section.id: section for section in statement.sections},
        parts=parts,
        order={id_: place for place, id_ in enumerate(_ids(statement))},
        joined=frozenset(joined | below),
        guessed=frozenset((one.table, one.role) for one in columns if one.basis == "contents"),
    )


def _ids(statement: Statement) -> Iterator[str]:
    for section in statement.sections:
        yield section.id
        for area in section.areas:
            yield area.id
            yield from [action.id for action in area.actions]
