"""A table's XML to cells with their spans; what stands inside a cell becomes its lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.blocks import Cell, Line, Table
from pipeline.columns import header_score
from pipeline.placed import Place, Run, Text
from pipeline.readers.paragraph import check_area, lines
from pipeline.readers.parts import Element
from pipeline.readers.word.names import W, number, on, value
from pipeline.readers.word.story import TABLE, Paragraph, Story, cells, children, flat, rows

_WIDEST = 1000
_SLIVER = 284  # twentieths of a point: half a centimetre


@dataclass(slots=True)
class _Draft:
    """A cell whose spans may still grow."""

    row: int
    column: int
    colspan: int
    header: bool
    rowspan: int = 1
    paragraphs: list[Paragraph] = field(default_factory=list)


def read_table(table: Element, story: Story, at: int, depth: int) -> Table:
    """Return table number `at`; merged cells are one cell with spans, rows count from 1."""
    drafts: list[_Draft] = []
    above: dict[int, _Draft] = {}
    heading = True
    for row, item in enumerate(rows(table), start=1):
        heading = heading and on(item.find(W + "trPr"), "tblHeader")
        merged: dict[int, _Draft] = {}
        for draft, part, cell in _row(item, row, heading, above):
            draft.paragraphs += flat(cell, story, depth + 1)
            if part != "alone":
                merged[draft.column] = draft
            if part in ("alone", "first"):
                drafts.append(draft)
        above = merged
    _close_slivers(drafts, table)
    found = tuple(_cell(draft, at) for draft in drafts)
    check_area(found)
    return Table(at, found)


def _close_slivers(drafts: Iterable[_Draft], table: Element) -> None:
    """Take columns out that are only borders a little out of line, dragged by hand.

    Where one row's border stands a millimetre beside another's, the grid has a column between
    them, and cells that look one above the other would have different columns.
    """
    widths = [
        number(item.get(W + "w"), _SLIVER) for item in table.iterfind(f"{W}tblGrid/{W}gridCol")
    ]
    drafts = list(drafts)
    worded = {one.column for one in drafts if one.colspan == 1 and one.paragraphs}
    slivers = {
        at for at, width in enumerate(widths, start=1) if width < _SLIVER and at not in worded
    }
    if not slivers:
        return
    for one in drafts:
        covered = range(one.column, one.column + one.colspan)
        one.colspan = max(sum(at not in slivers for at in covered), 1)
        one.column -= sum(at in slivers for at in range(1, one.column))


def _row(
    item: Element, row: int, heading: bool, above: dict[int, _Draft]
) -> Iterator[tuple[_Draft, str, Element]]:
    """Yield the cells of a row with the draft that each belongs to and its part in a merge."""
    column = 1 + _span(item.find(W + "trPr"), "gridBefore", 0)
    before: _Draft | None = None
    for cell in cells(item):
        properties = cell.find(W + "tcPr")
        span = _span(properties, "gridSpan", 1)
        part, origin = _merge(properties, "vMerge"), above.get(column)
        if before is not None and _merge(properties, "hMerge") == "more":
            before.colspan += span
            yield before, "more", cell
        elif part == "more" and origin is not None:
            origin.rowspan = row - origin.row + 1
            yield origin, "more", cell
        else:
            before = _Draft(row, column, span, heading)
            yield before, "first" if part == "first" else "alone", cell
        column += span


def _span(properties: Element | None, name: str, default: int) -> int:
    return min(max(number(value(properties, name), default), default), _WIDEST)


def _merge(properties: Element | None, name: str) -> str:
    """Return whether a cell is the first of merged ones, one more of them, or alone."""
    merge = None if properties is None else properties.find(W + name)
    if merge is None:
        return "alone"
    return "first" if merge.get(W + "val") == "restart" else "more"


def _cell(draft: _Draft, at: int) -> Cell:
    place = Place(table=at, row=draft.row, column=draft.column)
    return Cell(
        draft.row,
        draft.column,
        tuple(_lines(draft.paragraphs, place)),
        draft.rowspan,
        draft.colspan,
        draft.header,
    )


def _lines(paragraphs: Iterable[Paragraph], place: Place) -> Iterator[Line]:
    """Yield the lines of a cell; an empty paragraph leaves a gap above the next."""
    paragraphs = list(paragraphs)
    gap = begun = False
    for one in paragraphs:
        where = Place(table=place.table, row=place.row, column=place.column, paragraph=one.number)
        if one.text.strip():
            yield from lines(one.text, where, one.marker, one.level, gap)
            gap, begun = False, True
        elif one.marker and len(paragraphs) == 1:  # a column of numbers that a list counts
            yield Line(Text(one.marker, ((0, Run(one.marker, where)),)))
        else:
            gap = begun


def is_frame(table: Element) -> bool:
    """Say whether a table only frames others: one cell a row, or a plan with headings within."""
    if next(table.iterdescendants(TABLE), None) is None:
        return False
    parts = [list(cells(row)) for row in rows(table)]
    within = [one for row in parts for cell in row for one in children(cell) if one.tag == TABLE]
    if not within or all(len(row) == 1 for row in parts):
        return bool(within)
    return any(map(_is_headed, within)) and not _is_headed(table)


def _is_headed(table: Element) -> bool:
    """Say whether the first row of a table names columns of a plan."""
    first = next(rows(table), None)
    written = () if first is None else map(_words, cells(first))
    return header_score([text for text in written if text]) > 2


def _words(cell: Element) -> str:
    return " ".join(" ".join(text.text or "" for text in cell.iter(W + "t")).split())
