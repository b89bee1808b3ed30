"""A table whose columns are aligned with spaces, while its lines are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline import deadlines, owners
from pipeline.models import Role

Line = tuple[int, int]  # where it starts and ends in the source
Cell = list[Line]  # the pieces of a cell, one a line

SEGMENT = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"\W*(?:[A-Za-z]{1,4}[ .-]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?\W*")
_YEAR = re.compile(r"\d{4}\b")
_DAY = re.compile(r"(?:^|[\s/–-])\d{1,2}(?:st|nd|rd|th)?$")  # its month stands in the next line
_CELLS = 2  # besides a number, in a line that begins a row
DOING: frozenset[Role] = frozenset(("area", "action"))
_WRAPPED = 4  # lines of a date, or of a post
_NEAR = 4  # characters that a word may begin before the heading of its column


@dataclass(slots=True)
class Table:
    """A table while its lines are read: where its columns begin, and its rows.

    A row of one cell is a band across the table. `roles` are what the headings name, `gaps`
    says that empty lines part rows, `headed` that the first row is the headings, `unsure` that
    words may stand in another cell; `above` is the last line.
    """

    source: str
    starts: list[int]
    roles: list[Role | None]
    rows: list[list[Cell]] = field(default_factory=list)
    gaps: bool = False
    headed: bool = False
    unsure: bool = False
    above: list[Cell] = field(default_factory=list)

    def is_sure(self, *, repeated: bool) -> bool:
        """Say whether enough lines below the headings fill several columns.

        One does below headings that are `repeated`.
        """
        rows = [row for row in self.rows[1:] if not self._heads(row)]
        return sum(sum(map(bool, row)) > 1 for row in rows) > (0 if repeated else 1)

    @property
    def headings(self) -> list[str]:
        """The words of the columns' headings."""
        return [self.source[slice(*piece)] for cell in self.rows[0] for piece in cell]

    def cut(self, line: Line) -> list[Cell] | None:
        """Return what a line holds in each column, None where a word reaches into the next."""
        start, end = line
        words = self.source[start:end]
        edges = self._edges(words)
        if edges is None:
            return None
        cells: list[Cell] = []
        for first, last in pairwise((*edges, max(len(words), edges[-1]))):
            inside = words[first:last]
            bare = inside.strip()
            at = start + first + len(inside) - len(inside.lstrip())
            cells.append([(at, at + len(bare))] if bare else [])
        outside = words[: self.starts[0]].strip()
        return None if outside or not self._begins(cells, start) else cells

    def _edges(self, words: str) -> list[int] | None:
        """Return where the columns begin in a line, None where a word reaches into the next.

        Where two columns leave one space between them, the words of the second may begin a
        little before its heading does.
        """
        edges = self.starts[:1]
        for before, at, role in zip(self.starts, self.starts[1:], self.roles[1:], strict=False):
            edge = at if before == at else _edge(words, before, at, role)
            if edge is None:
                return None
            edges.append(edge)
        return None if self._is_run(words, edges) else edges

    def _is_run(self, words: str, edges: Sequence[int]) -> bool:
        """Say whether words run across a whole column with one space at both its ends."""
        tight = [
            at > 1 and bool(words[at - 2 : at - 1].strip()) and at < len(words) for at in edges
        ]
        moved = [edge != at for edge, at in zip(edges, self.starts, strict=True)]
        return any(
            tight[n - 1] and tight[n] and (moved[n - 1] or moved[n]) for n in range(1, len(edges))
        )

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

        Then rows may be joined, or cut. So may words that leave a column no room.
        """
        rows = (row for row in self.rows[self.headed :] if len(row) > 1)
        return self.unsure or any(not (self._is_whole(row) or self._heads(row)) for row in rows)

    def _heads(self, row: Sequence[Cell]) -> bool:
        """Say whether a row holds the headings again."""
        words = [self.source[slice(*piece)] for cell in row for piece in cell]
        return self.headed and words == self.headings

    def _is_whole(self, row: Sequence[Cell]) -> bool:
        for cell, role in zip(row, self.roles, strict=True):
            words = " ".join(self.source[slice(*piece)] for piece in cell)
            if role in ("action", "owner", "deadline") and not words:
                return False
            if role == "owner" and self._may_be_two(cell):
                return False
            if role == "deadline" and len(deadlines.scan(words, cell=True)) != 1:
                return False
            cut = words[:1].islower() if role in ("area", "action") else _YEAR.fullmatch(words)
            if cut:
                return False
        return True

    def _may_be_two(self, cell: Cell) -> bool:
        """Say whether a post that was wrapped may be two, each whole on lines of its own."""
        lines = [self.source[slice(*piece)] for piece in cell[:_WRAPPED] if piece[0] < piece[1]]
        splits = ((" ".join(lines[:at]), " ".join(lines[at:])) for at in range(1, len(lines)))
        return any(_is_post(one) and _is_post(two) for one, two in splits)

    def add(self, cells: list[Cell], start: int, *, gap: bool) -> None:
        """Take a line, which starts there: one more row, or more of the last."""
        beside = zip(cells, cells[1:], self.starts[1:], strict=False)
        self.unsure = self.unsure or any(
            left and right and self._is_moved(left[0], right[0], start + at)
            for left, right, at in beside
        )
        self.gaps = self.gaps or (gap and len(self.rows) > 1 and len(self.rows[-1]) > 1)
        if self._opens(cells, gap=gap):
            last = self.rows[-1] if self.rows else []
            if not gap and self._goes_on(cells[0]) and len(last) > 1:
                last[0].extend(cells[0])  # the words of an area run past its first row
                cells[0] = []
            self.rows.append(cells)
        else:
            for above, cell, role, left in zip(
                self.rows[-1], cells, self.roles, self.above or self.rows[-1], strict=True
            ):
                if role == "owner" and above and cell and not left and not self._goes_on(cell):
                    above.append((cell[0][0], cell[0][0]))  # a cell of its own, below a blank line
                above.extend(cell)
        self.above = cells

    def _is_moved(self, left: Line, right: Line, at: int) -> bool:
        """Say whether a word before a column, or at it, may be of either side."""
        last = self.source[slice(*left)].rpartition(" ")[2]
        short = len(last) < _NEAR and not last.islower()
        return right[0] == left[1] + 1 and (right[0] < at or short)

    def _opens(self, cells: Sequence[Cell], *, gap: bool) -> bool:
        if not self.rows or len(self.rows[-1]) == 1:
            return True
        filled = [cell for cell in cells if cell]
        small = any(map(self._goes_on, filled))
        if self.roles[0] == "reference":
            return bool(cells[0]) or (len(filled) > _CELLS and not small and self._is_dated(cells))
        first = self.headed and len(self.rows) == 1
        if first and not cells[0] and not gap:
            return False  # headings of two lines
        if len(filled) > 1 and (gap or self._is_dated(cells)):
            return True
        starting = len(filled) > 1 and not small
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


def _is_post(words: str) -> bool:
    """Say whether words are the name of one post, not of one word alone."""
    found = owners.scan(words, cell=True) if " " in words and words[0].isupper() else ()
    return len(found) == 1 and found[0].kind == "post" and found[0].end == len(words)


def _edge(words: str, before: int, at: int, role: Role | None) -> int | None:
    """Return where a column begins in a line, at its heading or a little before it.

    Before it where its words stand apart, or where the column before leaves them no room. None
    where a word reaches into the column.
    """
    cut = bool(words[at - 1 : at].strip()) and at < len(words)
    word = words.rfind(" ", before, at - (not cut)) + 1
    near = before < word - 1 and at - word <= _NEAR
    apart = near and words[word - 2] == " "
    if cut:
        return word if near and (not apart or at - word == 1) else None
    if apart and words[word : at - 1].strip() and words[at - 2] != " ":
        return None
    day = role == "deadline" and words[word : at - 1].isdigit() and words[at : at + 1].isalpha()
    return word if day and near else at
