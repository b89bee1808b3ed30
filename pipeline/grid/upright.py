"""Tables set on end: headings stand in a column, one record below or beside another.

Forms ask for "Action | …", "Lead | …", "By when | …" in a small table an action, sometimes
two such pairs a row; and some plans turn a whole table round.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from pipeline import columns
from pipeline.blocks import Cell, Left, Line, Row
from pipeline.grid.rows import text_of, words_of
from pipeline.models import Role
from pipeline.placed import Text, join

_LONGEST = 8  # words of a heading
_KNOWN = 0.6  # the share of headings that are known
_DOING: frozenset[Role] = frozenset(("area", "action"))
_STATING: frozenset[Role] = frozenset(("owner", "deadline", "owner-and-deadline"))

_Pair = tuple[Cell | None, Cell | None]


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
    """Say whether cells that stand before or above others are headings: what, and who or when."""
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return False
    found = _is_paired(rows) or (
        _are_headings([row.cells[0] for row in rows]) and not _heads(rows[0].cells[1:])
    )
    return found and not any(columns.is_foreign(text_of(cell).text) for cell in rows[0].cells)


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
    if _is_paired(rows):
        yield _values((at, *pair) for row in rows for at, pair in enumerate(_pairs(row)))
        return
    for at in range(1, len(rows[0].cells)):
        yield _values((0, row.cells[0], row.cells[at]) for row in rows)


def _pairs(row: Row) -> list[_Pair]:
    """Return the cells of a row two by two, a lone one beside itself."""
    once = _once(row)
    if len(once) == 1:
        return [(once[0], once[0])]
    return list(zip(once[::2], once[1::2], strict=False))


def _once(row: Row) -> list[Cell | None]:
    """Return the cells of a row, a wide one once."""
    before = (None, *row.cells)
    pairs = zip(row.cells, before, strict=False)
    return [cell for cell, last in pairs if cell is None or cell is not last]


def _values(pairs: Iterable[tuple[int, Cell | None, Cell | None]]) -> list[_Value]:
    """Return the values of these pairs, the place of each in its row before it.

    Lines beside no heading go on with the value above in that place.
    """
    found: list[_Value] = []
    above: dict[int, _Value] = {}
    for place, head, cell in pairs:
        lines = list(cell.lines) if cell else []
        text = text_of(head)
        if head is cell:
            found.extend([_Value("", text, lines)] if lines else [])
        elif text or not found:
            found.extend([_value(text, lines)] if text or lines else [])
        else:
            above.get(place, found[-1]).lines.extend(lines)
            continue
        if found:
            above[place] = found[-1]
    return found


def _value(heading: Text, lines: list[Line]) -> _Value:
    """Return a value under its heading; a number in the heading names what is to be done."""
    guess = columns.by_heading(heading.text)
    numbered = any(char.isdigit() for char in heading.text)
    if lines and numbered and guess is not None and guess.role in _DOING:
        lines[0] = lines[0]._replace(text=join((heading, lines[0].text)))
    return _Value(columns.plain(_unnumbered(heading).text), heading, lines)


def _unnumbered(heading: Text) -> Text:
    return heading.cut(0, len(_bare(heading.text)))


def _bare(heading: str) -> str:
    return heading.rstrip(": 0123456789.") or heading


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


def _are_headings(cells: Sequence[Cell | None]) -> bool:
    """Say whether cells are mostly headings, and name what to do, and who or when."""
    roles = {guess.role for guess in _guesses(cells) if guess and guess.confidence == "high"}
    return bool(roles & _DOING and roles & _STATING) and _are_mostly(cells)


def _are_mostly(cells: Sequence[Cell | None]) -> bool:
    found = _guesses(cells)
    return len([guess for guess in found if guess]) >= _KNOWN * len(found)


def _guesses(cells: Sequence[Cell | None]) -> list[columns.Guess | None]:
    texts = [_bare(text) for cell in cells if (text := words_of(cell))]
    return [columns.by_heading(text if text.count(" ") < _LONGEST else "") for text in texts]


def _is_paired(rows: Sequence[Row]) -> bool:
    """Say whether the first of every two cells is a heading, and the second is none."""
    if any(len(cells := _once(row)) % 2 and len(cells) > 1 for row in rows):
        return False
    pairs = [_pairs(row) for row in rows]
    heads = [[head for head, cell in row if head is not cell] for row in pairs]
    return (
        _are_headings([head for row in heads for head in row])
        and all(_are_mostly(place) for place in zip_longest(*heads))
        and not _heads([cell for _, cell in pairs[0]])
    )


def _heads(cells: Sequence[Cell | None]) -> bool:
    """Say whether cells of one row are headings side by side."""
    texts = [text_of(cell).text for cell in cells]
    sure = [guess is not None and guess.confidence == "high" for guess in _guesses(cells)]
    return columns.header_score(texts) > 1 or (len(sure) > 1 and all(sure))
