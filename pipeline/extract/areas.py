"""Grids and the headings above them to sections, areas and rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.blocks import NOTHING, Cell, Grid, Left, Line, Prose, Row, Text, join
from pipeline.columns import Guess, Pins
from pipeline.extract import items, roles
from pipeline.extract.owned import unwrapped
from pipeline.extract.raw import RawAction, RawArea, RawRow, RawSection, RawValue
from pipeline.grid.rows import band, text_of
from pipeline.models import Column, Role

_STATING: frozenset[Role] = frozenset(("owner", "deadline", "owner-and-deadline"))
_CORE: frozenset[Role] = _STATING | {"area", "action"}
_TITLE = 12  # words; a lone first cell that is longer is an area, not a title
_CAPTION = 60  # words; a paragraph above a table that is longer is narrative
_NEAR = 2  # headings and paragraphs; a table further off does not go on with the one above
_NARRATIVE = re.compile(
    r"\b(?:this|our|the) (?:action |improvement )?plan\b|\bbelow\b|\bfollowing\b|\btable\b"
    r"|\binspect",
    re.I,
)


@dataclass(slots=True)
class Builder:
    """Puts the sections of a plan together, block by block.

    `pins` are roles that people gave columns; `headed` says that some table has headings
    that make it a plan.
    """

    title: str = ""
    pins: Pins = field(default_factory=dict)
    headed: bool = False
    sections: list[RawSection] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    _gap: list[Prose] = field(default_factory=list)
    _guesses: list[Guess] = field(default_factory=list)
    _header: tuple[Text | None, ...] = ()

    def add(self, block: Prose | Grid) -> None:
        """Take the next block of the document."""
        if isinstance(block, Prose):
            self._gap.append(block)
            return
        before = self._guesses if len(self._gap) <= _NEAR else []
        guesses = roles.of_columns(block, before, self.pins)
        if not is_plan(guesses, headed=self.headed):
            self._leave(block)
            return
        if not any(block.header) and len(before) == len(block.header):
            block = replace(block, header=self._header)
        self._guesses, self._header = guesses, block.header
        self.columns.extend(roles.published(block, guesses))
        if block.rows:
            _Rows(self, block, guesses).build(self._headings(), self._caption())
            self._gap.clear()

    def _headings(self) -> list[Text]:
        """Return the headings above a table, the nearest last."""
        found = (block.text for block in self._gap if block.kind == "heading")
        return [text for text in found if self.sections or text.text != self.title]

    def _caption(self) -> Text | None:
        """Return the paragraph above a table that is an area: numbered, or standing alone."""
        last = self._gap[-1] if self._gap else None
        if last is None or last.kind == "heading" or len(last.text.text.split()) > _CAPTION:
            return None
        text = _labelled(last)
        alone = not self._headings() and not _NARRATIVE.search(text.text)
        return text if items.split_ref(text)[0] or alone else None

    def _leave(self, grid: Grid) -> None:
        self._guesses = []  # what comes behind another table does not go on with the plan's
        for text in (*grid.header, *(text_of(c) for row in grid.rows for c in row.filled)):
            if text:
                self.left.append(Left(text, "not-the-plan"))

    def section(self, title: Text | None) -> RawSection:
        """Begin a section, or go on with the last where there is no title."""
        if title is not None or not self.sections:
            self.sections.append(RawSection(title))
        return self.sections[-1]


def is_plan(guesses: Sequence[Guess], *, headed: bool) -> bool:
    """Say whether columns make a plan: what to do, or what to improve, with who or when.

    Where no heading says so, the contents must: actions, and dates for them; `headed` says
    that headings elsewhere in the document do, and then a table without them is none.
    """
    found = {guess.role for guess in guesses}
    if len(guesses) == 1:
        return found == {"area"} and guesses[0].confidence == "high"
    if all(guess.basis == "contents" or guess.role not in _CORE for guess in guesses):
        dated = bool(found & {"deadline", "owner-and-deadline"})
        return not headed and dated and "action" in found
    return bool(found & {"area", "action"} and found & _STATING) or {"area", "action"} <= found


@dataclass(slots=True)
class _Rows:
    """Turns the rows of one grid into areas."""

    builder: Builder
    grid: Grid
    guesses: Sequence[Guess]
    area: RawArea | None = None
    above: Row | None = None

    def build(self, headings: list[Text], caption: Text | None) -> None:
        """Add the grid's areas; `headings` and `caption` stand above it, the nearest last."""
        has_area = any(guess.role == "area" for guess in self.guesses)
        banded = any(band(row) is not None for row in self.grid.rows)
        if has_area or banded:
            self.builder.section(headings[-1] if headings else None)
        else:
            above = [*headings, caption] if caption else headings
            self.builder.section(above[-2] if len(above) > 1 else None)
            self._open(above[-1] if above else None)
        followed = [*self.grid.rows[1:], None]
        for row, below in zip(self.grid.rows, followed, strict=True):
            self._row(row, below, has_area=has_area)
            self.above = row

    def _open(self, text: Text | None) -> RawArea:
        """Begin an area; without a text, go on with the last one of the section."""
        section = self.builder.sections[-1]
        if text is None and section.areas:
            self.area = section.areas[-1]
            return self.area
        ref, rest = items.split_ref(text or NOTHING)
        self.area = RawArea(rest, ref, confidence="medium" if self.grid.guessed else "high")
        section.areas.append(self.area)
        return self.area

    def _row(self, row: Row, below: Row | None, *, has_area: bool) -> None:
        alone = band(row)
        if alone is not None and not row.pieces and not (has_area and _is_area(alone, row, below)):
            title = join(_labelled(line) for line in alone.lines)
            if has_area:
                self.builder.section(title)
            else:
                self._open(title)
            return
        cell = self._cell(row, "area")
        area = self._area(cell) if has_area else self.area or self._open(None)
        self._fill(area, row)

    def _area(self, cell: Cell | None) -> RawArea:
        """Return the area of a row: a new one where its cell says something new."""
        words = text_of(cell).words
        spanned = self.above is not None and any(cell is one for one in self.above.cells)
        if cell is None or not words or (spanned and self.area is not None):
            return self.area or self._open(NOTHING)
        if self.area is not None and self.area.rows and words == self._words(self.area):
            self.builder.left.append(Left(text_of(cell), "repeated-cell"))
            return self.area
        marker = cell.lines[0].marker
        area = self._open(text_of(cell))
        if items.is_number(marker):
            area.ref = " ".join((marker.strip("(). "), area.ref)).rstrip()
        return area

    @staticmethod
    def _words(area: RawArea) -> str:
        return join((Text(area.ref), area.text)).words

    def _cell(self, row: Row, role: Role) -> Cell | None:
        found = (c for c, guess in zip(row.cells, self.guesses, strict=True) if guess.role == role)
        return next((cell for cell in found if cell is not None), None)

    def _fill(self, area: RawArea, row: Row) -> None:
        """Add a row to its area, or to the row above whose owner cell reaches into it."""
        shared = self._shares_owner(row) and bool(area.rows)
        if shared:
            target = area.rows[-1]
            target.steps += 1
        else:
            target = RawRow(pieces=row.pieces)
            area.rows.append(target)
        step = target.steps - 1
        for cell, guess, header in zip(row.cells, self.guesses, self.grid.header, strict=True):
            if cell is None or guess.role == "area" or self._is_taken(row, cell, guess, shared):
                continue
            if guess.role == "action":
                found = items.actions(cell.lines)
                target.actions.extend(RawAction(one.text, one.ref, step) for one in found)
            else:
                name = header.text if header else None
                texts = [_labelled(line) for line in cell.lines]
                texts = unwrapped(texts) if guess.role == "owner" else texts
                target.values.extend(RawValue(guess.role, text, step, name) for text in texts)

    def _shares_owner(self, row: Row) -> bool:
        owner = self._cell(row, "owner") or self._cell(row, "owner-and-deadline")
        return self._reaches(owner)

    def _reaches(self, cell: Cell | None) -> bool:
        """Say whether a cell of this row already stood in the row above."""
        if cell is None or self.above is None:
            return False
        return any(cell is one for one in self.above.cells)

    def _is_taken(self, row: Row, cell: Cell, guess: Guess, shared: bool) -> bool:
        """Say whether a spanning cell was read already; a date reaches into every row."""
        first = next(index for index, one in enumerate(row.cells) if one is cell)
        if self.guesses[first] is not guess:
            return True
        return self._reaches(cell) and (shared or guess.role != "deadline")


def _is_area(cell: Cell, row: Row, below: Row | None) -> bool:
    """Say whether a lone cell is an area that nothing answers, not a title across the table.

    A title is short, and what it heads stands below it.
    """
    if cell.colspan >= len(row.cells):
        return False
    text = text_of(cell).text
    heads = below is not None and below.cells[0] is not None and bool(below.cells[0].lines)
    return len(text.split()) > _TITLE or text.endswith(".") or not heads


def _labelled(line: Line | Prose) -> Text:
    """Return a line with the number typed before it: outside actions it is part of the words."""
    number = any(char.isalnum() for char in line.label.text)
    return join((line.label, line.text)) if number else line.text
