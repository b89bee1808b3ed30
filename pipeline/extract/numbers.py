"""Numbers in a column of their own: those of areas told from those of actions."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.blocks import Left
from pipeline.extract.raw import RawArea, RawRow, RawValue

_Found = tuple[RawRow, RawValue]


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


def _of(area: RawArea, column: int) -> Iterator[_Found]:
    for row in area.rows:
        yield from ((row, value) for value in row.of("reference") if value.column == column)


def _taken(numbers: Sequence[_Found]) -> Iterator[Left]:
    for at, (row, value) in enumerate(numbers):
        row.values = [one for one in row.values if one is not value]
        if at:
            yield Left(value.text, "repeated-cell")
