"""Where the tables of a worksheet begin and end: Excel itself knows only cells."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.columns import header_score, is_area
from pipeline.errors import LimitError
from pipeline.readers.sheet.cells import Seen, Sheet

_NUMBERED = re.compile(r"((?:[^\W\d_]+\s+){1,3})\d{1,2}(?![\w/])")
_SAMPLE = 30
_SPACING = 10
_NARROW, _WIDE = 3, 5  # cells of a row: particulars have fewer, a plan that they are of as many
_LIST = 9  # rows; a longer table is no list of particulars
_MERGED_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled cell with its spans, clipped to the part of the sheet that is in use."""

    row: int
    column: int
    seen: Seen
    rowspan: int = 1
    colspan: int = 1


@dataclass(slots=True)
class Region:
    """Rows above a table, each to be read as prose, and the table's rows."""

    titles: list[list[Filled]] = field(default_factory=list)
    rows: list[list[Filled]] = field(default_factory=list)

    @property
    def columns(self) -> set[int]:
        """The columns that the table fills."""
        return {cell.column for row in self.rows for cell in row}


def regions(sheet: Sheet) -> tuple[list[Region], list[Filled]]:
    """Return the tables of a sheet with the rows above each, and what merged cells cover.

    Blank rows part tables, unless what follows them has no header of its own and no column
    that the table above lacks: then they only space the rows of one table.
    """
    rows, covered = _rows(sheet)
    found: list[Region] = []
    for block in _blocks(rows):
        at = _header(block)
        at -= _is_band(block, at)
        region = Region(block[:at], block[at:])
        last = next((one for one in reversed(found) if one.rows), None)
        if last is not None and last is found[-1] and _goes_on(last, region):
            last.rows += [*region.titles, *region.rows]
        else:
            found.append(region)
    return [_without_particulars(one, found[at + 1 :]) for at, one in enumerate(found)], covered


def head_of(region: Region, others: Iterable[Region]) -> int:
    """Return which row above a table is its heading, the place behind the last for none.

    It numbers an area ("Priority 1: …"), or is the last and stressed, as one elsewhere is.
    """
    for at, row in enumerate(region.titles):
        if len(row) == 1 and is_area(_counted(row[0])):
            return at
    stressed = _stressed(region) and any(map(_stressed, others))
    return len(region.titles) - stressed


def _stressed(region: Region) -> bool:
    last = region.titles[-1:]
    return bool(region.rows and last) and len(last[0]) == 1 and last[0][0].seen.strong


def _rows(sheet: Sheet) -> tuple[list[list[Filled]], list[Filled]]:
    """Return the filled cells row by row, those that a merged cell covers apart."""
    spans, ranges = _merged(sheet)
    shown: list[list[Filled]] = []
    covered: list[Filled] = []
    for number in sorted(sheet.rows):
        row: list[Filled] = []
        for column, seen in sorted(sheet.rows[number].items()):
            filled = Filled(number, column, seen, *spans.get((number, column), (1, 1)))
            inside = any(left <= column <= right for left, right in ranges.get(number, ()))
            (covered if inside and (number, column) not in spans else row).append(filled)
        if row:
            shown.append(row)
    return shown, covered


_Spans = dict[tuple[int, int], tuple[int, int]]
_Ranges = dict[int, list[tuple[int, int]]]


def _merged(sheet: Sheet) -> tuple[_Spans, _Ranges]:
    """Return the spans of merged cells that hold words, and the columns they cover in each row.

    Spans end with the part of the sheet in use. Raises LimitError where merges are absurd.
    """
    numbers = sorted(sheet.rows)
    widest = max((max(row) for row in sheet.rows.values()), default=0)
    spans: _Spans = {}
    ranges: _Ranges = {}
    work = 0
    for top, left, bottom, right in sheet.merges:
        if left not in sheet.rows.get(top, {}):
            continue
        within = numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]
        work += len(within)
        if work > _MERGED_ROWS:
            raise LimitError("It has too many merged cells.", "Unmerge those outside the plan.")
        last = max(top, min(bottom, numbers[-1]))
        spans[top, left] = (last - top + 1, max(min(right, widest) - left + 1, 1))
        for row in within:
            ranges.setdefault(row, []).append((left, right))
    return spans, ranges


def _blocks(rows: list[list[Filled]]) -> Iterator[list[list[Filled]]]:
    """Yield the rows that no blank row parts; a merged cell bridges those it spans."""
    block: list[list[Filled]] = []
    end = 0
    for row in rows:
        if block and row[0].row > end + 1:
            yield block
            block = []
        block.append(row)
        end = max([end] + [cell.row + cell.rowspan - 1 for cell in row])
    if block:
        yield block


def _without_particulars(region: Region, later: list[Region]) -> Region:
    """Return a list such as "Version | 2" above a table with a header as rows to be prose.

    "Plan name | Improvement" reads like a header, so above a wide one it is none.
    """
    narrow = all(len(row) < _NARROW for row in region.rows)
    least, longest = (_WIDE, _LIST) if is_plan(region) else (0, len(region.rows) + 1)
    above = any(is_plan(one) and len(one.rows[0]) >= least for one in later)
    if narrow and above and len(region.rows) < longest:
        return Region([*region.titles, *region.rows])
    return region


def _header(block: list[list[Filled]]) -> int:
    """Return the index of the header row: the first that looks like one, else the first wide one.

    Wide is over half as many cells as the widest of the first rows, so that "Version | 2" above
    a table of seven columns is not its header. Without any row of two cells all is prose.
    """
    sample = block[:_SAMPLE]
    headers = [at for at, row in enumerate(sample) if _is_header(row)]
    if headers:
        wide = (at for at in headers if len(sample[at]) >= _WIDE)
        return headers[0] if len(sample[headers[0]]) >= _NARROW else next(wide, headers[0])
    widest = max(len(row) for row in sample)
    if widest < 2:
        return len(block)
    return next(at for at, row in enumerate(sample) if len(row) > widest / 2 and len(row) > 1)


def _is_band(block: list[list[Filled]], at: int) -> bool:
    """Say whether the row above the header is the first of those that part the table.

    They stand above headings that repeat, or count: "Priority 1: …".
    """
    above = block[at - 1] if 0 < at < len(block) else []
    if len(above) != 1 or not _is_header(block[at]):
        return False
    number = _counted(above[0])
    return any(
        len(row) == 1 and (_is_header(below) or (number and _counted(row[0]) == number))
        for row, below in pairwise((*block[at + 1 :], []))
    )


def _counted(cell: Filled) -> str:
    """Return the words before the number that a text begins with."""
    match = _NUMBERED.match(cell.seen.text)
    return match[1].lower() if match else ""


def is_plan(region: Region) -> bool:
    """Say whether a table has the headings of a plan."""
    return any(map(_is_header, region.rows[:2]))


def _is_header(row: list[Filled]) -> bool:
    """Say whether a row names at least two columns that plans have."""
    return len(row) > 1 and header_score([" ".join(cell.seen.text.split()) for cell in row]) > 1


def _goes_on(last: Region, region: Region) -> bool:
    """Say whether rows after a blank one belong to the table above it."""
    if not region.rows:
        return False
    first = region.rows[0]
    if first[0].row - last.rows[-1][0].row > _SPACING:
        return False
    if _is_header(first) or all(cell.seen.strong for cell in first):
        return False
    return region.columns <= last.columns and all(len(row) == 1 for row in region.titles)
