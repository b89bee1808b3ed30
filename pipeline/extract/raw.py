"""The statement before tagging: words and places, sorted into areas, rows and actions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.blocks import Left, Prose, Remark
from pipeline.models import Column, Level, NoteKind, Role
from pipeline.placed import NOTHING, Text
from pipeline.preamble import Preamble


class RawAction(NamedTuple):
    """One commitment, with the number it carries; `step` is the source row it stands in."""

    text: Text
    ref: str = ""
    step: int = 0


@dataclass(slots=True)
class RawValue:
    """One line of a cell in a column that is neither area nor action; `column` counts from 0.

    What a cell says that reaches into further source rows holds `until` that step.
    """

    role: Role
    text: Text
    step: int = 0
    header: str | None = None
    column: int | None = None
    until: int = 0


@dataclass(slots=True)
class RawRow:
    """What a plan states together: a source row, or several that share an owner cell.

    Source rows are told apart by `step`, counted from 0. `pieces` are those of a row that
    was joined over a page break.
    """

    actions: list[RawAction] = field(default_factory=list)
    values: list[RawValue] = field(default_factory=list)
    pieces: tuple[Text, ...] = ()
    steps: int = 1

    def of(self, *roles: Role) -> Iterator[RawValue]:
        """Yield the values of some roles, in document order."""
        return (value for value in self.values if value.role in roles)


@dataclass(slots=True)
class RawArea:
    """An area for improvement; `per_action` says that its table states a row an action.

    `stated` is the text with its number, as it stands.
    """

    text: Text = NOTHING
    ref: str = ""
    rows: list[RawRow] = field(default_factory=list)
    per_action: bool = False
    stated: Text = NOTHING
    confidence: Level = "high"


@dataclass(slots=True)
class RawSection:
    """A run of areas under one heading."""

    title: Text | None = None
    areas: list[RawArea] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RawStatement:
    """Everything that a plan says, in document order."""

    preamble: Preamble
    prose: tuple[Prose, ...]
    sections: tuple[RawSection, ...]
    columns: tuple[Column, ...]
    left: tuple[Left, ...]
    unplaced: tuple[Text, ...]
    remarks: tuple[Remark, ...]
    unclear: tuple[tuple[NoteKind, Text], ...]
