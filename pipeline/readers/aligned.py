"""Tables whose columns are aligned with spaces, as e-mails and `pdftotext -layout` give them.

Prose and forms are full of spaces, too. So a table must have a line of headings that name what
to do and who or when, and below it lines whose words begin where the headings do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline import deadlines
from pipeline.columns import by_heading
from pipeline.models import Role
from pipeline.readers import wrapped
from pipeline.readers.markup import Marked

Line = tuple[int, int]  # where it starts and ends in the source
Cell = list[Line]  # the pieces of a cell, one a line

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[-=_+ ]{3,}")
_NUMBER = re.compile(r"\W*(?:[A-Za-z]{1,4}[ .-]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?\W*")
_YEAR = re.compile(r"\d{4}\b")
_FEWEST = 3  # columns
_ROWS = 2
_WRAPPED = 4  # lines of a date
_BETWEEN = 4  # lines of a page's foot and head, over which a table may go on
_DOING: frozenset[Role] = frozenset(("area", "action"))
_STATING: frozenset[Role] = frozenset(("owner", "deadline", "owner-and-deadline"))


@dataclass(slots=True)
class Table:
    """A table while its lines are read: where its columns begin, and its rows.

    A row of one cell is a band across the table. `roles` are what the headings name, `gaps`
    says that empty lines part rows.
    """

    source: str
    starts: list[int]
    roles: list[Role | None]
    rows: list[list[Cell]] = field(default_factory=list)
    gaps: bool = False

    def is_sure(self, above: "Table | None") -> bool:
        """Say whether enough lines, the headings among them, fill several columns.

        One does below the headings of the table `above`, which goes on behind a page.
        """
        filled = sum(sum(map(bool, row)) > 1 for row in self.rows)
        return filled > (1 if above and above.headings == self.headings else _ROWS)

    @property
    def headings(self) -> list[str]:
        """The words of the columns' headings."""
        return [self.source[slice(*piece)] for cell in self.rows[0] for piece in cell]

    def cut(self, line: Line) -> list[Cell] | None:
        """Return what a line holds in each column, None where a word reaches into the next."""
        start, end = line
        ends = [*self.starts[1:], max(end - start, self.starts[-1])]
        cells: list[Cell] = []
        for first, last in zip(self.starts, ends, strict=True):
            words = self.source[start + first : min(start + last, end)]
            if words[-1:].strip() and start + last < end:
                return None
            bare = words.strip()
            at = start + first + len(words) - len(words.lstrip())
            cells.append([(at, at + len(bare))] if bare else [])
        outside = self.source[start : min(start + self.starts[0], end)].strip()
        return None if outside or not self._begins(cells, start) else cells

    def _begins(self, cells: Sequence[Cell], start: int) -> bool:
        """Say whether the words of a line begin where its columns do."""
        places = zip(cells, self.starts, strict=True)
        return all(not cell or cell[0][0] - start - first < 3 for cell, first in places)

    def is_band(self, line: Line) -> bool:
        """Say whether a line reaches across columns from the first, without gaps in it."""
        words = self.source[slice(*line)]
        found = _SEGMENT.match(words, self.starts[0])
        whole = found is not None and found.end() == len(words.rstrip())
        first = words[self.starts[0] : self.starts[1]].strip()
        return whole and len(words) > self.starts[1] and not _NUMBER.fullmatch(first)

    def add(self, cells: list[Cell], *, gap: bool) -> None:
        """Take a line: one more row, or more of the last."""
        self.gaps = self.gaps or (gap and len(self.rows) > 1 and len(self.rows[-1]) > 1)
        if self._opens(cells, gap=gap):
            last = self.rows[-1] if self.rows else []
            if not gap and self._goes_on(cells[0]) and len(last) > 1:
                last[0].extend(cells[0])  # the words of an area run past its first row
                cells[0] = []
            self.rows.append(cells)
        else:
            for above, cell in zip(self.rows[-1], cells, strict=True):
                above.extend(cell)

    def _opens(self, cells: Sequence[Cell], *, gap: bool) -> bool:
        if not self.rows or len(self.rows[-1]) == 1:
            return True
        if self.roles[0] == "reference":
            return bool(cells[0])
        filled = [cell for cell in cells if cell]
        if len(self.rows) == 1 and not cells[0] and not gap:
            return False  # headings of two lines
        if len(filled) > 1 and (gap or self._is_dated(cells)):
            return True
        starting = len(filled) > 1 and not any(map(self._goes_on, filled))
        return len(self.rows) == 1 or (starting and not self.gaps)

    def _is_dated(self, cells: Sequence[Cell]) -> bool:
        """Say whether a line begins another deadline than that of the row above it."""
        at = next((at for at, role in enumerate(self.roles) if role == "deadline"), None)
        if at is None or not cells[at] or self._goes_on(cells[at]):
            return False
        above = " ".join(self.source[slice(*piece)] for piece in self.rows[-1][at][-_WRAPPED:])
        words = self.source[slice(*cells[at][0])]
        ended = not above or bool(deadlines.scan(above, cell=True))
        return ended and not _YEAR.match(words)

    def _goes_on(self, cell: Cell) -> bool:
        return bool(cell) and self.source[cell[0][0]].islower()


def tables(source: str, lines: Sequence[Line | None]) -> Iterator[tuple[int, int, Table]]:
    """Yield the tables among lines, each with its first line and the one behind its last.

    What is None ends a table: a line of another kind.
    """
    at = 0
    above: Table | None = None
    while at < len(lines):
        table = _headed(source, lines[at])
        end = _read(table, lines, at + 1) if table else at
        if table is None or not table.is_sure(above):
            at += 1
            continue
        yield at, end, table
        at, above = end, table
        while again := _again(table, lines, at):
            piece = Table(source, table.starts, table.roles, gaps=table.gaps)
            at = _read(piece, lines, again)
            yield again, at, piece


def _again(table: Table, lines: Sequence[Line | None], at: int) -> int | None:
    """Return where a table goes on behind the foot of a page, and the head of the next."""
    passed = 0
    for index in range(at, len(lines)):
        line = lines[index]
        if line is None or passed > _BETWEEN or _headed(table.source, line):
            break
        passed += bool(table.source[slice(*line)].strip())
        cells = None if table.is_band(line) else table.cut(line)
        if cells and sum(map(bool, cells)) >= _FEWEST:
            return index
    return None


def _headed(source: str, line: Line | None) -> Table | None:
    """Return the table that a line of headings begins."""
    words = source[slice(*line)] if line else ""
    if line is None or "  " not in words.strip():
        return None
    cells = list(_SEGMENT.finditer(words))
    if len(cells) < _FEWEST or any(char.isdigit() for char in words):
        return None
    guesses = [by_heading(cell[0]) for cell in cells]
    sure = {one.role for one in guesses if one and one.confidence == "high"}
    if not sure & _DOING or not sure & _STATING:
        return None
    roles = [one.role if one else None for one in guesses]
    starts = [cell.start() for cell in cells]
    places = [[(line[0] + cell.start(), line[0] + cell.end())] for cell in cells]
    return Table(source, starts, roles, [places])


def _read(table: Table, lines: Sequence[Line | None], at: int) -> int:
    """Read the rows of a table; return the place behind its last line."""
    end, gap = at, False
    for index in range(at, len(lines)):
        line = lines[index]
        if line is None:
            break
        words = table.source[slice(*line)]
        if not words.strip():
            gap = True
            continue
        if not _RULE.fullmatch(words):
            cells = table.cut(line)
            if table.is_band(line):
                if not _heads(table, lines, index + 1):
                    break
                start = line[0] + len(words) - len(words.lstrip())
                table.rows.append([[(start, start + len(words.strip()))]])
            elif cells is None:
                break
            else:
                table.add(cells, gap=gap)
        end, gap = index + 1, False
    return end


def _heads(table: Table, lines: Sequence[Line | None], at: int) -> bool:
    """Say whether the next line with words fills several columns, as below a band."""
    for line in lines[at:]:
        if line is None:
            return False
        if table.source[slice(*line)].strip():
            cells = None if table.is_band(line) else table.cut(line)
            return cells is not None and sum(map(bool, cells)) > 1
    return False


def add(marked: Marked, table: Table) -> None:
    """Add a table; a band spans its columns."""
    marked.tag("<table data-guessed>")
    for row in table.rows:
        marked.tag("<tr>")
        if len(row) == 1:
            marked.tag(f'<td colspan="{len(table.starts)}">')
            marked.markup(*row[0][0])
            marked.tag("</td>")
        else:
            for cell in row:
                wrapped.cell(marked, cell)
        marked.tag("</tr>")
    marked.tag("</table>")
