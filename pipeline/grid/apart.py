"""Tables that stand so close that a reader took them for one: cut where new headings stand."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline import columns, deadlines, owners
from pipeline.blocks import Cell, Table
from pipeline.grid.rows import is_named, words_of
from pipeline.grid.widths import counted
from pipeline.placed import plain_words

_ROLES = 3  # different ones that a row names to be the headings of a table of its own


def apart(table: Table) -> list[Table]:
    """Return the tables in a table, each with the columns that it uses."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    starts = _starts(rows)
    if not starts:
        return [table]
    ends = [*starts[1:], max(rows) + 1]
    parts = [(1, starts[0]), *zip(starts, ends, strict=True)]
    return [
        replace(table, cells=counted(part, sorted({cell.column for cell in part})))
        for first, last in parts
        if (part := [cell for cell in table.cells if first <= cell.row < last])
    ]


def _starts(rows: dict[int, list[Cell]]) -> list[int]:
    """Return the rows that hold headings other than those above them."""
    found: list[int] = []
    seen: list[str] = []
    wide = False  # whether rows above hold more than titles
    width = max(
        (cell.column + cell.colspan - 1 for row in rows.values() for cell in row), default=0
    )
    for number in sorted(rows):
        cells = [cell for cell in rows[number] if cell.lines]
        filled = [text for cell in cells if (text := words_of(cell))]
        if not _name_roles(filled):
            wide = wide or (len(filled) > 1 and not is_named(cells, width))
            continue
        words = [plain_words(text) for text in filled]
        if wide and words != seen:
            if not _are_headings(filled):
                continue
            if not _spans(rows, number):
                found.append(number)
        seen, wide = words, True
    return found


def _name_roles(texts: Sequence[str]) -> bool:
    """Say whether texts may be headings: many of them name what a column holds."""
    score = columns.header_score(texts)
    return score >= _ROLES and score * 2 >= len(texts)


def _are_headings(texts: Sequence[str]) -> bool:
    """Say whether texts that name roles are headings beyond doubt, and no values.

    "Manager | To be confirmed | Evaluation" is a row of a plan.
    """
    guesses = [(text, columns.by_heading(text)) for text in texts]
    sure = [text for text, guess in guesses if guess and guess.confidence == "high"]
    return sum(not _is_value(text) for text in sure) > 1


def _is_value(text: str) -> bool:
    """Say whether a text may as well be what stands under a heading: who or when."""
    who = owners.scan(text, cell=True)
    known = bool(who) and all(one.kind != "unknown" for one in who)
    return known or bool(deadlines.scan(text, cell=True))


def _spans(rows: dict[int, list[Cell]], number: int) -> bool:
    """Say whether a cell above reaches into a row, which then begins no table."""
    above = (cell for row, cells in rows.items() if row < number for cell in cells)
    return any(cell.row + cell.rowspan > number for cell in above)
