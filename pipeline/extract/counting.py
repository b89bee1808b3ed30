"""Rows of a number and a title that stand above those they count: "1", "1.1"; or "1" alone."""

import re
from collections.abc import Sequence

from pipeline.blocks import Row
from pipeline.grid.rows import text_of, words_of

_NUMBER = re.compile(r"[A-Z]{0,3}\d{1,2}(?:\.\d{1,2}){0,2}|[A-Z]")
_STEP = re.compile(r"\.\d{1,2}\b|[a-z]\b|(?<=[A-Z])\d{1,2}\b")  # behind a number counted on
_BESIDE = 3  # cells with words in a row of a plan


def heads(rows: Sequence[Row], at: int) -> bool:
    """Say whether a row is a number and a title, and the row below counts on: "1", "1.1"."""
    filled = rows[at].filled
    if len(filled) != 2 or at + 1 == len(rows) or rows[at].pieces:
        return False
    above, below = (text_of(row.cells[0]).text.rstrip(".) ") for row in rows[at : at + 2])
    return counts_on(above, below)


def counts_on(above: str, below: str) -> bool:
    """Say whether a number is of what stands below another: "1.2" below "1"."""
    number = _NUMBER.fullmatch(above) and below.startswith(above)
    return bool(number) and _STEP.match(below, len(above)) is not None


def alone(rows: Sequence[Row]) -> frozenset[int]:
    """Return the rows of a number and a title in a table that numbers no other rows."""
    numbered = [at for at, row in enumerate(rows) if words_of(row.cells[0])]
    others = [row for at, row in enumerate(rows) if at not in numbered]
    titles = all(_is_title(rows[at]) for at in numbered)
    whole = all(len(row.filled) >= _BESIDE for row in others)
    return frozenset(numbered if others and whole and titles and numbered[:1] == [0] else ())


def _is_title(row: Row) -> bool:
    number = words_of(row.cells[0]).rstrip(".) ")
    return len(row.filled) == 2 and not row.pieces and _NUMBER.fullmatch(number) is not None
