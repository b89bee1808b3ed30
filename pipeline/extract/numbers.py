"""Numbers in a column of their own: those of areas told from those of actions."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.blocks import Left
from pipeline.extract.raw import RawArea, RawRow, RawValue

_Found = tuple[RawRow, RawValue]
_OPENING = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")


def number(areas: Sequence[RawArea], columns: Iterable[int]) -> Iterator[Left]:
    """Give the areas of a table the numbers that stand left of them; yield those repeated.

    A column in which one area has several numbers counts the actions, of every area.
    `columns` are the places of the columns of numbers left of the column of areas.
    """
    for column in columns:
        found = [list(_of(area, column)) for area in areas]
        if any(len({value.text.words for _, value in one}) > 1 for one in found):
            continue
        for area, numbers in zip(areas, found, strict=True):
            if numbers and area.text and not area.ref:
                area.ref = numbers[0][1].text.text
                yield from _taken(numbers)


def opening(areas: Iterable[RawArea]) -> None:
    """Give areas the numbers that open their words where their actions count on: "2", "2.1"."""
    for area in areas:
        match = None if area.ref else _OPENING.match(area.text.text)
        first = next((action.ref for row in area.rows for action in row.actions), "")
        if match and first.startswith(f"{match[1]}."):
            area.ref, area.text = match[1], area.text.cut(match.end())


def _of(area: RawArea, column: int) -> Iterator[_Found]:
    for row in area.rows:
        yield from ((row, value) for value in row.of("reference") if value.column == column)


def _taken(numbers: Sequence[_Found]) -> Iterator[Left]:
    for at, (row, value) in enumerate(numbers):
        row.values = [one for one in row.values if one is not value]
        if at:
            yield Left(value.text, "repeated-cell")
