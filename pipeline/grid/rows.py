"""A source table to rectangular rows: spans filled in, title rows and header rows told apart."""

from collections.abc import Iterable, Sequence

from pipeline import columns, deadlines
from pipeline.blocks import Cell, Row, Table
from pipeline.placed import Text, join

_SEARCHED = 10  # rows from the top in which a header row is looked for
_SURELY = 4  # roles that only a header names, whatever stands beside them
_SHORT = 8  # words
_WORDED = 3  # words; what is shorter is a heading beside another


def rectangle(table: Table) -> list[Row]:
    """Return the rows of a table, all of one width, rows without words left out."""
    if not table.cells:
        return []
    last = max(cell.row for cell in table.cells)
    width = max(cell.column + cell.colspan - 1 for cell in table.cells)
    grid: list[list[Cell | None]] = [[None] * width for _ in range(last)]
    for cell in table.cells:
        for row in grid[cell.row - 1 : min(cell.row - 1 + cell.rowspan, last)]:
            for column in range(cell.column - 1, cell.column - 1 + cell.colspan):
                row[column] = row[column] or cell
    rows = (Row(tuple(cells), table.number, number) for number, cells in enumerate(grid, 1))
    return [row for row in rows if any(cell and cell.lines for cell in row.cells)]


def text_of(cell: Cell | None) -> Text:
    """Return the words of a cell as one text, its list markers left out."""
    return join(line.text for line in cell.lines) if cell is not None else Text()


def texts(row: Row) -> list[str]:
    """Return the text of every column of a row."""
    return [words_of(cell) for cell in row.cells]


def words_of(cell: Cell | None) -> str:
    """Return the words of a cell without their places, in a fraction of the time."""
    return " ".join([words for line in cell.lines if (words := line.text.text)]) if cell else ""


def band(row: Row) -> Cell | None:
    """Return the cell of a row in which one cell fills, or speaks for, the whole width."""
    if len(row.filled) != 1 or len(row.cells) < 2:
        return None
    alone = row.filled[0]
    if alone.colspan >= len(row.cells):
        return alone
    starts = alone.row == row.number and row.cells[0] is alone
    return alone if starts and alone.rowspan == 1 else None


def is_named(filled: Sequence[Cell], width: int) -> bool:
    """Say whether the filled cells of a row are an area's label, and its words to the end.

    Behind a label with a colon the words need not fill the row.
    """
    if len(filled) != 2:
        return False
    label, text = map(words_of, filled)
    to_end = filled[1].colspan > 1 and filled[1].column + filled[1].colspan > width
    if not to_end and not (label.endswith(":") and width > len(filled)):
        return False
    return columns.is_area(label) and len(text.split()) >= _WORDED


def is_foreign(row: Row) -> bool:
    """Say whether a row holds headings of tables that are no part of a plan: "Meaning"."""
    short = (text for text in texts(row) if text.count(" ") < _SHORT)
    return any(map(columns.is_foreign, short))


def header_rows(rows: Sequence[Row]) -> tuple[int, int]:
    """Return the first and behind-the-last index of the header rows, equal when there is none.

    Rows above the first are titles. Two rows make one header where the upper spans columns.
    """
    for index, row in enumerate(rows[:_SEARCHED]):
        if band(row) is None and not is_named(row.filled, len(row.cells)):
            below = rows[index + 1] if index + 1 < len(rows) and _is_spanning(row) else None
            if below is not None and _are_stacked(row, below):
                return index, index + 2
            if _is_header(row):
                return index, index + 1
            break
    first = next((i for i, row in enumerate(rows[:_SEARCHED]) if band(row) is None), 0)
    return (first, first + 1) if _could_be_header(rows, first) else (0, 0)


def _is_header(row: Row) -> bool:
    if len(row.cells) == 1:
        alone = columns.by_heading(words_of(row.cells[0]))
        return alone is not None and (alone.role, alone.confidence) == ("area", "high")
    filled = [cell for cell in row.cells if cell is not None and cell.lines]
    return not any(is_bulleted(cell) for cell in filled) and _heads(map(words_of, filled))


def _heads(words: Iterable[str]) -> bool:
    """Say whether texts name enough roles to be headings."""
    filled = list(words)
    score = columns.header_score(filled)
    if score >= _SURELY:
        return True
    return score >= 2 and score * 2 >= len(filled) and not any(map(_is_day, filled))


def _is_day(text: str) -> bool:
    """Say whether a text is nothing but a date, as headings are not."""
    found = deadlines.scan(text, cell=True) if any(map(str.isdigit, text)) else ()
    return any(one.kind == "date" and one.end - one.start == len(text) for one in found)


def is_bulleted(cell: Cell) -> bool:
    """Say whether a cell begins with a bullet, as headings do not."""
    marker = cell.lines[0].marker if cell.lines else ""
    return bool(marker) and not any(char.isalnum() for char in marker)


def _are_stacked(row: Row, below: Row) -> bool:
    """Say whether two rows make one header: both are, or cells of the upper reach down."""
    if _is_header(row) and _is_header(below):
        return True
    deep = any(
        cell is not None and cell is other
        for cell, other in zip(row.cells, below.cells, strict=True)
    )
    whole = [text.text if text else "" for text in header((row, below), len(row.cells))]
    return deep and _heads(whole)


def _is_spanning(row: Row) -> bool:
    return any(cell.colspan > 1 for cell in row.filled)


def _could_be_header(rows: Sequence[Row], index: int) -> bool:
    """Say whether a row of unknown words is set like a header: marked so, or short above long."""
    if index >= len(rows):
        return False
    row = rows[index]
    if all(cell.header for cell in row.filled):
        return True
    below = rows[index + 1 : index + 4]
    lengths = [len(text.split()) for text in texts(row)]
    if not below or len(row.cells) < 3 or min(lengths) == 0 or max(lengths) > _SHORT:
        return False
    if any(mark in text for text in texts(row) for mark in ".;•0123456789"):
        return False
    longest = max(len(text.split()) for other in below for text in texts(other))
    return longest > 2 * _SHORT or _is_undated_above_dates(row, below)


def _is_undated_above_dates(row: Row, below: Sequence[Row]) -> bool:
    """Say whether a column of dates begins with a cell that is none."""
    columns_below = zip(*(texts(other) for other in below), strict=True)
    dated = [all(map(_is_date, column)) for column in columns_below]
    return len(below) > 1 and any(
        under and not _is_date(text) for text, under in zip(texts(row), dated, strict=True)
    )


def _is_date(text: str) -> bool:
    found = deadlines.scan(text, cell=True)
    return any(span.kind in ("date", "period") for span in found)


def header(rows: Sequence[Row], width: int) -> tuple[Text | None, ...]:
    """Return one text a column from the header rows (two are read from top to bottom)."""
    found: list[Text | None] = []
    for column in range(width):
        cells: list[Cell] = []
        for row in rows:
            cell = row.cells[column] if column < len(row.cells) else None
            if cell is not None and all(cell is not one for one in cells):
                cells.append(cell)
        text = join(text_of(cell) for cell in cells)
        found.append(text or None)
    return tuple(found)
