"""What readers return and the stages pass on: blocks of text that knows its places."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pipeline.models import DroppedKind, NoteKind, Role
from pipeline.placed import NOTHING, Place, Text


@dataclass(frozen=True, slots=True)
class Source:
    """A file as received."""

    name: str
    data: bytes


class Line(NamedTuple):
    """A paragraph or list item of a cell, its wrapped lines already joined.

    `marker` is the bullet or number as written or counted ("•", "1a)"), not part of `text`;
    `label` is the same with its place, where it stands in the source (a number that a list
    counts stands nowhere). `gap` says that the source leaves visible room above it.
    """

    text: Text
    marker: str = ""
    level: int = 0
    gap: bool = False
    label: Text = NOTHING


class Cell(NamedTuple):
    """A table cell; `row` and `column` count from 1 in the source table.

    `right` is how far (points) its lines may reach, where a page shows it.
    """

    row: int
    column: int
    lines: tuple[Line, ...] = ()
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A heading, paragraph or list item outside tables."""

    text: Text
    kind: Literal["heading", "paragraph", "item"] = "paragraph"
    marker: str = ""
    level: int = 0
    label: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in the source, one piece a page; `number` counts from 1.

    `guessed` says that the columns were recovered from the layout, not from rules or markup.
    """

    number: int
    cells: tuple[Cell, ...]
    page: int | None = None
    sheet: str | None = None
    guessed: bool = False


Block = Prose | Table


@dataclass(frozen=True, slots=True)
class Left:
    """Words that a reader or the grid left out on purpose, and why."""

    text: Text
    kind: DroppedKind


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader met that a user should know."""

    kind: NoteKind
    text: str
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader returns: the blocks in reading order, and what it left out or met.

    `stray` holds words that stand inside a table's outline but in none of its cells.
    """

    blocks: tuple[Block, ...]
    media_type: str
    pages: int | None = None
    left: tuple[Left, ...] = ()
    stray: tuple[Text, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a grid, one cell a column; a spanning cell stands in every place it fills.

    `pieces` holds the texts of both pieces of a row that was joined over a page break,
    `filled` the cells with words.
    """

    cells: tuple[Cell | None, ...]
    table: int
    number: int
    pieces: tuple[Text, ...] = ()
    filled: tuple[Cell, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the cells with words, each once: they are asked for again and again."""
        cells = {id(cell): cell for cell in self.cells if cell is not None and cell.lines}
        object.__setattr__(self, "filled", tuple(cells.values()))


@dataclass(frozen=True, slots=True)
class Grid:
    """A rectangular table without repeated headers, its pieces and split rows joined.

    `header` has a text a column, None where no header row stands above it. `roles` are those
    of the columns where the layout that the grid was made of gives them.
    """

    number: int
    header: tuple[Text | None, ...]
    rows: tuple[Row, ...]
    guessed: bool = False
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A document whose tables are grids, with everything that was left out of them."""

    blocks: tuple[Prose | Grid, ...]
    left: tuple[Left, ...]
