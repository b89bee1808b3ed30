"""A table whose columns are aligned with spaces, while its lines are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline import deadlines
from pipeline.models import Role

Line = tuple[int, int]  # where it starts and ends in the source
Cell = list[Line]  # the pieces of a cell, one a line

SEGMENT = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"\W*(?:[A-Za-z]{1,4}[ .-]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?\W*")
_YEAR = re.compile(r"\d{4}\b")
_DAY = re.compile(r"(?:^|[\s/–-])\d{1,2}(?:st|nd|rd|th)?$")  # its month stands in the next line
_ROWS = 2
_WRAPPED = 4  # lines of a date


@dataclass(slots=True)
class Table:
    """A table while its lines are read: where its columns begin, and its rows.

    A row of one cell is a band across the table. `roles` are what the headings name, `gaps`
    says that empty lines part rows, `headed` that the first row is the headings.
    """

    source: str
    starts: list[int]
    roles: list[Role | None]
    rows: list[list[Cell]] = field(default_factory=list)
    gaps: bool = False
    headed: bool = False

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
        found = SEGMENT.match(words, self.starts[0])
        whole = found is not None and found.end() == len(words.rstrip())
        second = self.starts[1 + (self.starts[0] == self.starts[1])]
        first = words[self.starts[0] : second].strip()
        goes_on = bool(self.rows) and first[:1].islower()
        return whole and len(words) > second and not goes_on and not _NUMBER.fullmatch(first)

    def is_doubtful(self) -> bool:
        """Say whether a row lacks what rows have: who, what to do, and one date when it is due.

        Then rows may be joined, or cut.
        """
        rows = (row for row in self.rows[self.headed :] if len(row) > 1)
        return any(not (self._is_whole(row) or self._heads(row)) for row in rows)

    def _heads(self, row: Sequence[Cell]) -> bool:
        """Say whether a row holds the headings again."""
        words = [self.source[slice(*piece)] for cell in row for piece in cell]
        return self.headed and words == self.headings

    def _is_whole(self, row: Sequence[Cell]) -> bool:
        for cell, role in zip(row, self.roles, strict=True):
            words = " ".join(self.source[slice(*piece)] for piece in cell)
            if role in ("action", "owner", "deadline") and not words:
                return False
            if role == "deadline" and len(deadlines.scan(words, cell=True)) != 1:
                return False
            cut = words[:1].islower() if role in ("area", "action") else _YEAR.fullmatch(words)
            if cut:
                return False
        return True

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
        first = self.headed and len(self.rows) == 1
        if first and not cells[0] and not gap:
            return False  # headings of two lines
        if len(filled) > 1 and (gap or self._is_dated(cells)):
            return True
        starting = len(filled) > 1 and not any(map(self._goes_on, filled))
        return first or (starting and not self.gaps)

    def _is_dated(self, cells: Sequence[Cell]) -> bool:
        """Say whether a line begins another deadline than that of the row above it."""
        at = next((at for at, role in enumerate(self.roles) if role == "deadline"), None)
        if at is None or not cells[at] or self._goes_on(cells[at]):
            return False
        above = " ".join(self.source[slice(*piece)] for piece in self.rows[-1][at][-_WRAPPED:])
        words = self.source[slice(*cells[at][0])]
        ended = not above or bool(deadlines.scan(above, cell=True))
        return ended and not _YEAR.match(words) and not _DAY.search(above)

    def _goes_on(self, cell: Cell) -> bool:
        return bool(cell) and self.source[cell[0][0]].islower()
