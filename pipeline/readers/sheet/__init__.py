"""Excel workbooks (.xlsx, .xlsm) to blocks.

The XML is read as it stands: openpyxl shows merged cells only where it makes an object of
each cell below them, which a hostile file can use up all memory with. The tests compare.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from pipeline.blocks import Block, Cell, Document, Left, Prose, Remark, Table
from pipeline.columns import is_foreign
from pipeline.errors import UnreadableError
from pipeline.placed import Place, Run, Text, join
from pipeline.readers.archive import Package, open_package, wrong_kind
from pipeline.readers.paragraph import check_area, lines, place_text, prose
from pipeline.readers.parts import Element
from pipeline.readers.sheet.cells import Sheet, letters, sheets
from pipeline.readers.sheet.layout import Filled, Region, head_of, is_plan, regions
from pipeline.readers.sheet.strings import S
from pipeline.settings import Settings

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_UNNAMED = re.compile(r"(?:sheet|tab)\s*\d*", re.I)


def read(data: bytes, settings: Settings) -> Document:
    """Return the blocks of a workbook: tables, each sheet's name as the heading of its first.

    Rows above a table are paragraphs; those at the top of a sheet, where its title stands, come
    before the sheet's name. The name of the only sheet with a plan in it is a title of level 1,
    left out where words stand before it. Rows and columns count from 1 in the sheet; `start`
    and `end` count code points in the text that the cell shows. Hidden sheets, rows and columns
    are read, with a remark.
    Raises UnreadableError for damaged, encrypted or other files, LimitError for huge ones.
    """
    package = open_package(data, settings)
    name = package.main()
    root = None if name.endswith(".bin") else package.tree(name)
    if root is None or root.tag != S + "workbook":
        raise wrong_kind(data, "sheet") or UnreadableError(
            "It is a binary workbook (.xlsb), or has lost its main part.",
            "Open it in Excel and save it as .xlsx.",
        )
    parts: list[Document] = []
    tables = 0
    for sheet in sheets(package, name, root):
        parts.append(_read(package, sheet, tables))
        tables += sum(isinstance(block, Table) for block in parts[-1].blocks)
    return Document(
        _titled([block for part in parts for block in part.blocks]),
        MEDIA_TYPE,
        left=tuple(one for part in parts for one in part.left),
        stray=tuple(text for part in parts for text in part.stray),
        remarks=tuple(remark for part in parts for remark in part.remarks),
    )


def _read(package: Package, sheet: Sheet, tables: int) -> Document:
    """Return one sheet, whose tables are numbered on from `tables`."""
    drawn, left = _apart(package, sheet)
    blocks: list[Block] = [*drawn]
    found, covered = regions(sheet)
    for at, region in enumerate(found):
        tables += bool(region.rows)
        above = head_of(region, found[at + 1 :] if at == 0 else found[:at])
        blocks += _prose(region.titles[:above], sheet.name)
        blocks += _heading(sheet, found) if at == 0 else ()
        blocks += _heads(region.titles[above : above + 1], sheet.name)
        blocks += _prose(region.titles[above + 1 :], sheet.name)
        blocks += _table(region, sheet.name, tables)
    stray = (_text(cell, sheet.name) for cell in covered)
    left += [Left(_unplaced(*one), "not-the-plan") for one in _struck(sheet)]
    remarks = _remarks(sheet) if blocks else ()
    return Document(
        tuple(blocks), MEDIA_TYPE, left=tuple(left), stray=tuple(stray), remarks=tuple(remarks)
    )


def _titled(blocks: list[Block]) -> tuple[Block, ...]:
    """Return the blocks of all sheets; names of several sheets with plans are no titles."""
    plans = [at for at, one in enumerate(blocks) if isinstance(one, Prose) and one.level == 1]
    if len(plans) == 1:
        return tuple(one for at, one in enumerate(blocks) if at == 0 or at != plans[0])
    for at in plans:
        blocks[at] = replace(cast("Prose", blocks[at]), level=2)
    return tuple(blocks)


def _heading(sheet: Sheet, found: Iterable[Region]) -> Iterator[Prose]:
    """Yield the sheet's name, unless it is one that Excel made up."""
    name = sheet.name.strip()
    if name and not _UNNAMED.fullmatch(name):
        level = 1 if any(map(is_plan, found)) and not is_foreign(name) else 2
        yield Prose(Text(name, ((0, Run(name, Place(sheet=sheet.name))),)), "heading", level=level)


def _heads(rows: Iterable[list[Filled]], sheet: str) -> Iterator[Prose]:
    return (Prose(_text(row[0], sheet), "heading", level=3) for row in rows)


def _prose(rows: Iterable[list[Filled]], sheet: str) -> Iterator[Prose]:
    for row in rows:
        if len(row) > 1:
            yield Prose(join(_text(cell, sheet) for cell in row))
        else:
            yield from map(prose, lines(row[0].seen.text, _place(row[0], sheet)))


def _table(region: Region, sheet: str, number: int) -> Iterator[Table]:
    if region.rows:
        columns = sorted(region.columns)
        cells = tuple(_cell(cell, sheet, number, columns) for row in region.rows for cell in row)
        check_area(cells)
        yield Table(number, cells, sheet=sheet)


def _place(cell: Filled, sheet: str, table: int | None = None) -> Place:
    return Place(
        sheet=sheet,
        table=table,
        row=cell.row,
        column=cell.column,
        cell=f"{letters(cell.column)}{cell.row}",
    )


def _cell(cell: Filled, sheet: str, table: int, columns: Sequence[int]) -> Cell:
    """Return a cell of the table that fills these columns: those without words are no part."""
    found = tuple(lines(cell.seen.text, _place(cell, sheet, table)))
    at = bisect_right(columns, cell.column)
    last = bisect_right(columns, cell.column + cell.colspan - 1)
    return Cell(cell.row, at, found, cell.rowspan, last - at + 1)


def _text(cell: Filled, sheet: str) -> Text:
    return place_text(cell.seen.text, _place(cell, sheet))


def _apart(package: Package, sheet: Sheet) -> tuple[list[Prose], list[Left]]:
    """Return the words of shapes drawn on a sheet, and the comments on its cells."""
    drawn: list[Prose] = []
    comments: list[Left] = []
    for kind, name in package.related(sheet.part).values():
        root = package.tree(name) if kind in ("drawing", "comments") else None
        if root is None:
            continue
        if kind == "drawing":
            paragraphs = (_words(item, _DRAWN) for item in root.iter(_DRAWN + "p"))
            drawn += [Prose(text) for text in _texts(paragraphs, Place(sheet=sheet.name))]
            continue
        for item in root.iter(S + "comment"):
            text = _unplaced(_words(item, S), Place(sheet=sheet.name, cell=item.get("ref")))
            comments += [Left(text, "not-the-plan")] if text else []
    return drawn, comments


def _struck(sheet: Sheet) -> Iterator[tuple[str, Place]]:
    """Yield words that were struck out of a cell for others, and the cell."""
    for row, found in sheet.rows.items():
        for column, seen in found.items():
            if seen.struck:
                yield seen.struck, Place(sheet=sheet.name, cell=f"{letters(column)}{row}")


def _unplaced(words: str, place: Place) -> Text:
    """Return words that belong to a cell but are not what it says."""
    folded = " ".join(words.split())
    return Text(folded, ((0, Run(folded, place)),)) if folded else Text()


def _words(item: Element, namespace: str) -> str:
    return "".join(part.text or "" for part in item.iter(namespace + "t"))


def _texts(written: Iterable[str], place: Place) -> Iterator[Text]:
    texts = (place_text(words, place) for words in written)
    return (text for text in texts if text)


def _remarks(sheet: Sheet) -> Iterator[Remark]:
    place = Place(sheet=sheet.name)
    if sheet.hidden:
        yield Remark("hidden", f"Sheet “{sheet.name}” is hidden; it was read all the same.", place)
    rows = ", ".join(_ranges(sorted(sheet.hidden_rows)))
    if rows:
        words = f"Hidden rows of sheet “{sheet.name}” were read all the same: {rows}."
        yield Remark("hidden", words, place)
    used = {column for row in sheet.rows.values() for column in row}
    hidden = [one for one in sorted(used) if any(a <= one <= b for a, b in sheet.hidden_columns)]
    if hidden:
        names = ", ".join(letters(column) for column in hidden)
        words = f"Hidden columns of sheet “{sheet.name}” were read all the same: {names}."
        yield Remark("hidden", words, place)
    struck = " / ".join(words for words, _ in _struck(sheet))
    if struck:
        words = f"Words struck out of sheet “{sheet.name}” were left out: {struck[:300]}"
        yield Remark("hidden", words, place)
    if sheet.uncounted:
        names = ", ".join(sheet.uncounted[:20]) + (" …" if len(sheet.uncounted) > 20 else "")
        words = (
            f"Formulas of sheet “{sheet.name}” have no result in the file ({names}): "
            "open it in Excel, save it again, and try that copy."
        )
        yield Remark("undecodable", words, place)


def _ranges(numbers: list[int]) -> Iterator[str]:
    """Yield runs of whole numbers as "4" or "6 to 9"."""
    start = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] > number + 1:
            yield str(number) if at == start else f"{numbers[start]} to {number}"
            start = at + 1
