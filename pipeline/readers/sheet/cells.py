"""A workbook's XML to sheets of cells, each with the text that is seen in it.

Source: ECMA-376 part 1, 18.2 (workbooks), 18.3 (worksheets), 18.4 (shared strings).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.errors import LimitError, UnreadableError
from pipeline.readers.archive import Package
from pipeline.readers.parts import Element
from pipeline.readers.sheet.formats import built_in, shown, written_out
from pipeline.readers.sheet.strings import S, Words, string, strings, unescaped

_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)
_ROWS, _COLUMNS = 1_048_576, 16_384
_CELLS = 500_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What a filled cell shows; `strong` says that its words are bold or its ground coloured.

    `struck` are words that others beside them replace; they are blank in `text`.
    """

    text: str
    strong: bool = False
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell style says: the number format, and whether it stresses the cell."""

    code: str = "General"
    strong: bool = False


@dataclass(slots=True)
class Sheet:
    """A worksheet: its filled cells by row and column from 1, and what is merged or hidden.

    `merges` are (first row, first column, last row, last column); `uncounted` are cells with a
    formula whose result the file does not hold.
    """

    name: str
    part: str
    hidden: bool
    rows: dict[int, dict[int, Seen]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share."""

    strings: list[Words]
    looks: list[Look]
    since_1904: bool


def sheets(package: Package, name: str, root: Element) -> Iterator[Sheet]:
    """Yield the worksheets of a workbook part in their order; charts are left out."""
    related = package.related(name)
    parts = dict(related.values())
    properties = root.find(S + "workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    book = Book(
        strings(package.tree(parts.get("sharedStrings", ""))),
        _looks(package.tree(parts.get("styles", ""))),
        since_1904,
    )
    room = _CELLS
    for item in root.iterfind(f"{S}sheets/{S}sheet"):
        kind, part = related.get(item.get(_LINK, ""), ("", ""))
        tree = package.tree(part) if kind == "worksheet" else None
        if tree is not None:
            hidden = item.get("state", "visible") != "visible"
            sheet = Sheet(item.get("name", ""), part, hidden)
            room = _fill(sheet, tree, book, room)
            yield sheet


def _fill(sheet: Sheet, root: Element, book: Book, room: int) -> int:
    """Fill in a sheet; return how many more cells than its own there may be in the workbook."""
    row = 0
    for item in root.iterfind(f"{S}sheetData/{S}row"):
        row = min(_whole(item.get("r")) or row + 1, _ROWS)
        found = _row(item, row, book, sheet.uncounted)
        room -= len(found)
        if room < 0:
            raise LimitError(
                f"It holds more than {_CELLS:,} filled cells.",
                "Delete the sheets that are not part of the plan, and save it again.",
            )
        if found:
            sheet.rows.setdefault(row, {}).update(found)
            if item.get("hidden") in ("1", "true"):
                sheet.hidden_rows.add(row)
    for item in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
        ends = [reference(end) for end in item.get("ref", "").partition(":")[::2]]
        if ends[0] and ends[1]:
            sheet.merges.append((*ends[0], *ends[1]))
    for item in root.iterfind(f"{S}cols/{S}col"):
        if item.get("hidden") in ("1", "true"):
            sheet.hidden_columns.append((_whole(item.get("min")), _whole(item.get("max"))))
    return room


def _row(item: Element, row: int, book: Book, uncounted: list[str]) -> dict[int, Seen]:
    found, column = {}, 0
    for cell in item.iterfind(S + "c"):
        at = reference(cell.get("r", ""))
        column = min(at[1] if at else column + 1, _COLUMNS)
        if len(cell):
            look = _look(book, cell.get("s"))
            text, struck = _words(cell, book, look.code)
            if text.strip():
                found[column] = Seen(text, look.strong, struck)
            elif not text and cell.get("t") != "str" and cell.find(S + "f") is not None:
                uncounted.append(f"{letters(column)}{row}")
    return found


def _look(book: Book, style: str | None) -> Look:
    at = _whole(style)
    return book.looks[at] if at < len(book.looks) else Look()


def _words(cell: Element, book: Book, code: str) -> Words:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(S + "is")
        return Words("") if inline is None else string(inline)
    written = (cell.findtext(S + "v") or "").strip(" ") if kind != "str" else cell.findtext(S + "v")
    written = written or ""
    if kind == "s":
        return _shared(book, written)
    if kind == "d":
        return Words(written_out(written, code))
    if kind == "b":
        return Words({"1": "TRUE", "0": "FALSE"}.get(written, written))
    return Words(shown(written, code, book.since_1904) if kind == "n" else unescaped(written))


def _shared(book: Book, written: str) -> Words:
    at = _whole(written)
    if not written or at >= len(book.strings):
        raise UnreadableError(
            "Its cells point at words that are missing.",
            "Open it in Excel, save it again, and try that copy.",
        )
    return book.strings[at]


def _looks(root: Element | None) -> list[Look]:
    if root is None:
        return []
    codes = {
        _whole(item.get("numFmtId")): item.get("formatCode", "General")
        for item in root.iterfind(f"{S}numFmts/{S}numFmt")
    }
    bold = [_is_bold(font) for font in root.iterfind(f"{S}fonts/{S}font")]
    # The first two fills are always "none" and a grey that marks nothing.
    fills = [_is_coloured(fill) for fill in root.iterfind(f"{S}fills/{S}fill")]
    return [
        Look(
            codes.get(_whole(item.get("numFmtId")), built_in(_whole(item.get("numFmtId")))),
            _at(bold, item.get("fontId")) or _at(fills, item.get("fillId")),
        )
        for item in root.iterfind(f"{S}cellXfs/{S}xf")
    ]


def _is_bold(font: Element) -> bool:
    mark = font.find(S + "b")
    return mark is not None and mark.get("val", "1") not in ("0", "false")


def _is_coloured(fill: Element) -> bool:
    pattern = fill.find(S + "patternFill")
    return pattern is not None and pattern.get("patternType") == "solid"


def _at(flags: list[bool], index: str | None) -> bool:
    at = _whole(index)
    return at < len(flags) and flags[at]


def reference(text: str) -> tuple[int, int] | None:
    """Return row and column (from 1) of a reference such as "C7", None where it is none."""
    match = _REFERENCE.fullmatch(text)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row, column) if row <= _ROWS and column <= _COLUMNS else None


def letters(column: int) -> str:
    """Return the letters of a column counted from 1: 27 is "AA"."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else 0
