"""Tables whose cells stand one below the other, a line or a paragraph each, headings first.

So programs write a table that save it as plain text, and people paste it. Prose has short lines,
too: the headings must name what to do, who and when, and where a date is due there must be one,
row after row. Where the cells are out of step, there is no table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline import deadlines
from pipeline.columns import by_heading
from pipeline.models import Role
from pipeline.readers import wrapped
from pipeline.readers.lines import TYPED
from pipeline.readers.markup import Marked

Line = tuple[int, int]  # where it starts and ends in the source

_FEWEST, _MOST = 3, 10  # columns
_ROWS = 2
_TRIES = 8  # places at which headings may begin
_LONGEST = 60  # characters of a heading
_BULLETS = tuple("•▪·●-–*")
_NEEDED: frozenset[Role] = frozenset(("action", "owner", "deadline"))


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a cell, none where it is blank; `end` is the place behind its last."""

    end: int
    pieces: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows, the headings first, and where its lines begin and end."""

    rows: list[list[Cell]]
    first: int
    last: int


def find(source: str, lines: Sequence[Line]) -> Table | None:
    """Return the first table among lines of text whose cells stand one below the other."""
    for at in _headings(source, lines):
        spaced = at + 1 < len(lines) and not _words(source, lines[at + 1])
        cells = list(_paragraphs(source, lines, at) if spaced else _lines(source, lines, at))
        roles = [_role(_text(source, cell)) for cell in cells[:_MOST]]
        known = next((n for n, role in enumerate(roles) if role is None), len(roles))
        filled = [cell for cell in cells if cell.pieces]
        for width in range(known, _FEWEST - 1, -1):
            rows = _rows(source, cells, roles[:width]) or _rows(source, filled, roles[:width])
            if len(rows) > _ROWS:
                return Table(rows, at, rows[-1][-1].end)
    return None


def add(marked: Marked, table: Table) -> None:
    """Add a table."""
    marked.tag("<table data-guessed>")
    for row in table.rows:
        marked.tag("<tr>")
        for cell in row:
            wrapped.cell(marked, cell.pieces)
        marked.tag("</tr>")
    marked.tag("</table>")


def _headings(source: str, lines: Sequence[Line]) -> Iterator[int]:
    """Yield the first places from which lines name what a plan says, one below the other."""
    texts = [(at, words) for at, line in enumerate(lines) if (words := _words(source, line))]
    short = [_is_short(words) for _, words in texts]
    tries = 0
    for number, (at, _) in enumerate(texts):
        if all(short[number : number + _FEWEST]) and tries < _TRIES:
            named = [_role(words) for _, words in texts[number : number + _MOST]]
            if None not in named[:_FEWEST] and _NEEDED.issubset(named):
                tries += 1
                yield at


def _is_short(words: str) -> bool:
    """Say whether a line may be a heading, before its words are looked at."""
    plain = words[:1].isupper() and ":" not in words and words[-1] not in ".;,"
    return plain and len(words) <= _LONGEST


def _words(source: str, line: Line) -> str:
    return source[slice(*line)].strip()


def _text(source: str, cell: Cell) -> str:
    return " ".join(_words(source, piece) for piece in cell.pieces)


def _role(words: str) -> Role | None:
    """Return the role of a heading, None for a text that is none."""
    guess = by_heading(words) if words and _is_short(words) else None
    return guess.role if guess else None


def _lines(source: str, lines: Sequence[Line], at: int) -> Iterator[Cell]:
    """Yield a cell a line, blank ones too; items of a list are one."""
    cell = Cell(at)
    for end, line in enumerate(lines[at:], at + 1):
        listed = _is_listed(source, line)
        if cell.pieces and not (listed and _is_listed(source, cell.pieces[-1])):
            yield cell
            cell = Cell(end)
        words = _words(source, line)
        if words:
            cell = Cell(end, [*cell.pieces, line])
        else:
            yield Cell(end)
    if cell.pieces:
        yield cell


def _paragraphs(source: str, lines: Sequence[Line], at: int) -> Iterator[Cell]:
    """Yield a cell a paragraph; items of a list are one."""
    cell, gap = Cell(at), False
    for end, line in enumerate(lines[at:], at + 1):
        if not _words(source, line):
            gap = True
            continue
        listed = bool(cell.pieces) and _is_listed(source, line)
        if gap and cell.pieces and not (listed and _is_listed(source, cell.pieces[-1])):
            yield cell
            cell = Cell(end)
        cell, gap = Cell(end, [*cell.pieces, line]), False
    if cell.pieces:
        yield cell


def _is_listed(source: str, line: Line) -> bool:
    words = _words(source, line)
    return words.startswith(_BULLETS) or TYPED.match(words) is not None


def _rows(source: str, cells: Sequence[Cell], roles: Sequence[Role | None]) -> list[list[Cell]]:
    """Return the rows of a table with these columns, none where cells get out of step.

    The blank cell of an area below itself may leave no room.
    """
    if any(list(roles).count(one) != 1 for one in _NEEDED):
        return []
    width = len(roles)
    rows, at = [list(cells[:width])], width
    while at < len(cells):
        row = [*cells[at : at + width], *[Cell(cells[-1].end)] * (at + width - len(cells))]
        short = [Cell(cells[at].end), *row[:-1]]
        if _is_row(source, row, roles):
            rows.append(row)
            at += width
        elif len(rows) > 1 and roles[0] == "area" and _is_row(source, short, roles):
            rows.append(short)
            at += width - 1
        else:
            break
    rest = (_text(source, cell) for cell in cells[at:])
    return [] if any(_is_date(words, fixed=True) for words in rest) else rows


def _is_row(source: str, row: Sequence[Cell], roles: Sequence[Role | None]) -> bool:
    """Say whether dates stand where they are due, and what to do and who where these belong."""
    for cell, role in zip(row, roles, strict=True):
        words = _text(source, cell)
        if role == "deadline" and not (words and _is_date(words)):
            return False
        if role in ("area", "action", "owner") and words and _is_date(words, fixed=True):
            return False
        if role in ("action", "owner") and not words:
            return False
    return True


def _is_date(words: str, *, fixed: bool = False) -> bool:
    """Say whether a text is little but a date, or a word that stands for one unless `fixed`."""
    found = deadlines.scan(words, cell=True)
    if fixed and not any(one.kind in ("date", "period") for one in found):
        return False
    return bool(found) and 2 * (found[-1].end - found[0].start) > len(words)
