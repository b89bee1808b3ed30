"""Tables set on end: headings stand in a column, one record below or beside another.

Forms ask for "Action | …", "Lead | …", "By when | …" in a small table an action, sometimes
two such pairs a row; and some plans turn a whole table round.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline import columns
from pipeline.blocks import Cell, Left, Line, Row, Text, join
from pipeline.grid.rows import text_of
from pipeline.models import Role

_LONGEST = 8  # words of a heading
_KNOWN = 0.6  # the share of headings that are known
_DOING: frozenset[Role] = frozenset(("area", "action"))
_STATING: frozenset[Role] = frozenset(("owner", "deadline", "owner-and-deadline"))


@dataclass(slots=True)
class _Value:
    """A heading and the lines that stand beside it, or a title across the table (no name)."""

    name: str
    heading: Text
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Turned:
    """A table put on its feet; `left` are the headings that stand there again."""

    header: tuple[Text | None, ...]
    rows: list[Row]
    left: list[Left]


def is_upright(rows: Sequence[Row]) -> bool:
    """Say whether the first column holds the headings: what to do, and who or when."""
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return False
    roles = _roles(rows, 0)
    if not (roles & _DOING and roles & _STATING):
        return False
    return _is_paired(rows) or not _heads(rows[0])


def turn(rows: Sequence[Row]) -> Turned:
    """Return a table that is set on end with a column a heading and a row a record."""
    found = [record for values in _columns(rows) for record in _records(values)]
    heads: dict[str, Text] = {}
    left: list[Left] = []
    for value in (value for record in found for value in record):
        if value.name and heads.setdefault(value.name, value.heading) is not value.heading:
            left.append(Left(value.heading, "repeated-header"))
    table = rows[0].table
    turned = [_row(record, list(heads), table, at) for at, record in enumerate(found, 1)]
    return Turned(tuple(_unnumbered(text) for text in heads.values()), turned, left)


def _columns(rows: Sequence[Row]) -> Iterator[list[_Value]]:
    """Yield the values in the order in which they are read, a list a column of them."""
    width = len(rows[0].cells)
    if width == 2 or _is_paired(rows):
        yield _values((row, at, at + 1) for row in rows for at in range(0, width, 2))
        return
    for at in range(1, width):
        yield _values((row, 0, at) for row in rows)


def _values(places: Iterable[tuple[Row, int, int]]) -> list[_Value]:
    """Return the values of these rows; lines beside no heading go on with the value above."""
    found: list[_Value] = []
    for row, heading, value in places:
        head, cell = row.cells[heading], row.cells[value]
        lines = list(cell.lines) if cell else []
        text = text_of(head)
        if _is_reached(row, heading):
            continue
        if head is cell:
            found.extend([_Value("", text, lines)] if lines else [])
        elif text or not found:
            found.extend([_value(text, lines)] if text or lines else [])
        else:
            found[-1].lines.extend(lines)
    return found


def _value(heading: Text, lines: list[Line]) -> _Value:
    """Return a value under its heading; a number in the heading names what is to be done."""
    guess = columns.by_heading(heading.text)
    numbered = any(char.isdigit() for char in heading.text)
    if lines and numbered and guess is not None and guess.role in _DOING:
        lines[0] = replace(lines[0], text=join((heading, lines[0].text)))
    return _Value(columns.plain(_unnumbered(heading).text), heading, lines)


def _unnumbered(heading: Text) -> Text:
    return heading.cut(0, len(heading.text.rstrip(": 0123456789."))) or heading


def _records(values: Sequence[_Value]) -> Iterator[list[_Value]]:
    """Yield the values of each record: the next begins where a heading comes again."""
    record: list[_Value] = []
    for value in values:
        again = any(value.name == one.name for one in record[:-1])
        if record and (again or not value.name or not record[-1].name):
            yield record
            record = []
        record.append(value)
    if record:
        yield record


def _row(record: Sequence[_Value], names: Sequence[str], table: int, number: int) -> Row:
    if not record[0].name:
        title = Cell(number, 1, tuple(record[0].lines), colspan=len(names))
        return Row((title,) * len(names), table, number)
    cells: list[Cell | None] = []
    for column, name in enumerate(names, 1):
        lines = [line for value in record if value.name == name for line in value.lines]
        cells.append(Cell(number, column, tuple(lines)) if lines else None)
    return Row(tuple(cells), table, number)


def _roles(rows: Sequence[Row], column: int) -> frozenset[Role]:
    """Return the roles that a column names, none where it holds much besides headings."""
    cells = [row.cells[column] for row in rows if not _is_reached(row, column)]
    texts = [text_of(cell).text for cell in cells]
    texts = [text for text in texts if text]
    found = [columns.by_heading(text) for text in texts if len(text.split()) <= _LONGEST]
    known = [guess.role for guess in found if guess is not None]
    return frozenset(known) if len(known) >= max(_KNOWN * len(texts), 1) else frozenset()


def _is_reached(row: Row, column: int) -> bool:
    """Say whether the cell before is so wide that it fills this column, too."""
    return column > 0 and row.cells[column] is row.cells[column - 1]


def _is_paired(rows: Sequence[Row]) -> bool:
    """Say whether every second column holds headings."""
    width = len(rows[0].cells)
    others = range(0, width, 2)
    return width > 2 and width % 2 == 0 and all(_roles(rows, at) for at in others)


def _heads(row: Row) -> bool:
    """Say whether a row is one of headings beyond its first cell."""
    return columns.header_score([text_of(cell).text for cell in row.cells[1:]]) > 1
