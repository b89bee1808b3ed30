"""Grids and the headings above them to sections, areas and rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.blocks import Cell, Grid, Left, Prose, Row
from pipeline.columns import Guess, Pins
from pipeline.extract import bands, cells, items, meanings, numbers, roles
from pipeline.extract.above import Above, level
from pipeline.extract.raw import RawArea, RawRow, RawSection, RawValue
from pipeline.extract.reshaped import reshaped
from pipeline.grid.rows import text_of
from pipeline.models import Column, Level, Role
from pipeline.placed import NOTHING, Text, join

_OWNING: tuple[Role, ...] = ("owner", "owner-and-deadline")
_MORE: frozenset[Role] = meanings.STATING | {"start", "measure", "comment", "other"}
_NEAR = 2  # headings and paragraphs; a table further off does not go on with the one above


@dataclass(slots=True)
class Builder:
    """Puts the sections of a plan together, block by block.

    `pins` are roles that people gave columns; `headed` says that some table has headings
    that make it a plan, `alone` that it is the only one, `gathered` that the
    tables were made of lists and paragraphs.
    """

    above: Above = field(default_factory=Above)
    pins: Pins = field(default_factory=dict)
    headed: bool = False
    alone: bool = False
    gathered: bool = False
    sections: list[RawSection] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    unplaced: list[Text] = field(default_factory=list)
    _guesses: list[Guess] = field(default_factory=list)
    _header: tuple[Text | None, ...] = ()

    def add(self, block: Prose | Grid) -> None:
        """Take the next block of the document."""
        if isinstance(block, Prose):
            self.above.add(block)
            return
        before = self._guesses if len(self.above.blocks) <= _NEAR else []
        guesses = roles.of_columns(block, before, self.pins)
        if self.above.is_foreign() or not roles.is_plan(block, guesses, headed=self.headed):
            if not self.above.add_box(block):
                self._leave(block)
            return
        if not any(block.header) and len(before) == len(block.header):
            block = replace(block, header=self._header)
        headings, caption = self.above.headings(), self.above.caption(level(block))
        titles = [*headings, *([caption] if caption else [])]
        unnamed = not titles or (self.alone and not any(map(_is_named, titles)))
        if unnamed and not meanings.places(guesses, "area") and not bands.are_areas(block):
            guesses = meanings.with_areas(block, guesses, titled=bool(titles))
        self._guesses, self._header = guesses, block.header
        block, guesses = reshaped(block, guesses)
        self.columns.extend(roles.published(block, guesses))
        if block.rows:
            missing = meanings.missing(guesses)
            stated = [RawValue(*one, 0) for one in self.above.stated(missing).items()]
            _Rows(self, block, guesses, stated, missing).build(headings, caption)
            used = (*headings, *filter(None, [caption]))
            self.unplaced.extend(self.above.passed(used) if self.gathered else ())
            self.left.extend(self.above.clear(used))

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


@dataclass(slots=True)
class _Rows:
    """Turns the rows of one grid into areas."""

    builder: Builder
    grid: Grid
    guesses: Sequence[Guess]
    stated: Sequence[RawValue]  # above the table
    missing: frozenset[Role]  # columns of who and when
    area: RawArea | None = None
    reached: frozenset[int] = frozenset()  # the cells of the row above
    opened: list[RawArea] = field(default_factory=list)
    number: str = ""  # of the first action, which stands above the table
    made: dict[int, list[RawValue]] = field(default_factory=dict)

    def build(self, headings: list[Text], caption: Text | None) -> None:
        """Add the grid's areas; `headings` and `caption` stand above it, the nearest last."""
        at = next((n for n, guess in enumerate(self.guesses) if guess.role == "area"), None)
        kinds = bands.kinds(self.grid, has_area=at is not None)
        above = bands.above(headings, caption)
        if at is not None or set(kinds) & {"area", "section"}:
            first = bands.first(above, self.grid, kinds) if at is None else None
            titles = [one for one in headings if one is not first]
            self.builder.section(titles[-1] if titles else None)
            if first is not None:
                self._open(first)
        else:
            if above and items.is_ref(above[-1].text) and above[-1].words.startswith("action "):
                self.number = above.pop().text
            self.builder.section(above[-2] if len(above) > 1 else None)
            number, text = bands.counted(above[-1], self.grid) if above else (NOTHING, None)
            self._open(text, number)
        for row, kind in zip(self.grid.rows, kinds, strict=True):
            self._row(row, kind, has_area=at is not None)
            self.reached = frozenset(map(id, row.cells))
        if at is not None:
            counting = [n for n in range(at) if self.guesses[n].role == "reference"]
            self.builder.left.extend(numbers.number(self.opened, counting))
        numbers.opening(self.opened)

    def _open(self, text: Text | None, number: Text = NOTHING) -> RawArea:
        """Begin an area; without a text, go on with the last one of the section.

        `number` stands beside the text, in a cell of its own.
        """
        section = self.builder.sections[-1]
        if text is None and section.areas:
            self.area = section.areas[-1]
            return self.area
        label, ref, rest = bands.named(text or NOTHING, number)
        self.builder.left.extend([Left(label, "repeated-header")] if label else [])
        confidence: Level = "medium" if self.grid.guessed else "high"
        stated = join((number, text or NOTHING))
        self.area = RawArea(rest, ref, confidence=confidence, stated=stated)
        section.areas.append(self.area)
        self.opened.append(self.area)
        return self.area

    def _row(self, row: Row, kind: bands.Kind, *, has_area: bool) -> None:
        if kind == "row":
            cell = self._cell(row, "area")
            self._fill(self._area(cell) if has_area else self.area or self._open(None), row)
        elif kind == "value":
            self._value(row)
        elif kind == "last":
            self.builder.left.extend(Left(bands.title(one), "not-the-plan") for one in row.filled)
        elif kind == "area":
            self._open(bands.title(row.filled[-1]), bands.number(row))
        else:
            self.builder.section(bands.title(row.filled[0]))
            self.area = None

    def _value(self, row: Row) -> None:
        """Add what a row says of the area ("Outcome: …"), beside other cells of the row above."""
        alone = len(row.filled) == 1
        found = next(filter(None, (bands.value(one, known=alone) for one in row.filled)), None)
        if found is None or self.area is None:
            return
        role, label, text = found
        self.builder.left.append(Left(label, "repeated-header"))
        if len(row.filled) == 1 or not self.area.rows:
            self.area.rows.append(RawRow())
        target = self.area.rows[-1]
        target.values.append(RawValue(role, text, target.steps - 1, label.text))

    def _area(self, cell: Cell | None) -> RawArea:
        """Return the area of a row: a new one where its cell says something new."""
        if cell is None or not cell.lines or (self._reaches(cell) and self.area is not None):
            return self.area or self._open(NOTHING)
        last = self.area or next(reversed(self.builder.sections[-1].areas), None)
        if last is not None and last.rows and bands.is_again(bands.title(cell), last):
            self.builder.left.append(Left(bands.title(cell), "repeated-cell"))
            self.area = last
            return last
        marker = cell.lines[0].marker
        rest = (items.labelled(line) for line in cell.lines[1:])
        area = self._open(join((cell.lines[0].text, *rest)))
        area.stated = bands.title(cell)
        if items.is_number(marker):
            area.ref = " ".join((marker.strip("(). "), area.ref)).rstrip()
        return area

    def _cell(self, row: Row, role: Role) -> Cell | None:
        for cell, guess in zip(row.cells, self.guesses, strict=True):
            if guess.role == role and cell is not None:
                return cell
        return None

    def _fill(self, area: RawArea, row: Row) -> None:
        """Add a row to its area, or to the row above whose owner cell reaches into it."""
        shared = self._shares_owner(row) and bool(area.rows)
        more = bool(area.rows and area.rows[-1].actions) and self._goes_on(row)
        if shared or more:
            target = area.rows[-1]
            target.steps += shared
        else:
            target = RawRow(pieces=row.pieces, values=list(self.stated))
            area.rows.append(target)
        step = target.steps - 1
        columns = list(zip(row.cells, self.guesses, self.grid.header, strict=True))
        first = {id(cell): guess for cell, guess, _ in reversed(columns)}
        for column, (cell, guess, header) in enumerate(columns):
            taken = first[id(cell)] is not guess or self._is_taken(cell, guess, shared or more)
            if cell is None or guess.role == "area" or taken:
                for value in self.made.get(id(cell), ()):
                    value.until = step if shared or more else value.step + 1
                continue
            name = header.text if header else None
            if guess.role == "action":
                target.actions.extend(cells.actions(cell.lines, step, self.number, self.missing))
                target.values.extend(cells.stated(cell.lines, self.missing, step, name, column))
                self.number = ""
            self.made[id(cell)] = cells.values(cell.lines, guess.role, step, name, column)
            target.values.extend(self.made[id(cell)])

    def _shares_owner(self, row: Row) -> bool:
        """Say whether the owners of the row above are this row's, in every column of them."""
        pairs = zip(row.cells, self.guesses, strict=True)
        owners = [cell for cell, guess in pairs if guess.role in _OWNING and cell is not None]
        filled = [cell for cell in owners if cell.lines] or owners
        return bool(filled) and all(map(self._reaches, filled))

    def _goes_on(self, row: Row) -> bool:
        """Say whether a row goes on with the one above: its action does, or it has none."""
        pairs = list(zip(row.cells, self.guesses, strict=True))
        doing = [cell for cell, guess in pairs if guess.role == "action"]
        if any(map(self._reaches, doing)):
            return all(map(self._reaches, doing))
        if any(map(text_of, doing)):
            return False
        said = {guess.role for cell, guess in pairs if text_of(cell)}
        return not said.isdisjoint(meanings.STATING) and said <= _MORE

    def _reaches(self, cell: Cell | None) -> bool:
        """Say whether a cell of this row already stood in the row above."""
        return cell is not None and id(cell) in self.reached

    def _is_taken(self, cell: Cell | None, guess: Guess, shared: bool) -> bool:
        """Say whether a spanning cell was read already; who and when reach into every row."""
        return self._reaches(cell) and (shared or guess.role not in meanings.STATING)


def _is_named(title: Text) -> bool:
    """Say whether a title is an area's beyond doubt: by its number, or by a label."""
    label, ref, _ = bands.named(title, NOTHING)
    return bool(label or ref)
