"""Tables drawn in plain text, with lines round their cells as Pandoc, RST and e-mails have them.

    +--------+-------------+
    | Area   | Action      |
    +========+=============+
    | Visits | Map all     |
    |        | visits      |
    +--------+-------------+

Columns end where a drawn line has a joint. A line drawn across some columns only ends the cells
of those; where a row has no upright line at a joint, its cell goes on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.readers import wrapped
from pipeline.readers.markup import Marked

Line = tuple[int, int]  # where it starts and ends in the source

_UPRIGHT = "|│┃║"
_JOINTS = "+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜╭╮╰╯"
_LEVEL = "=─━═-"
_EDGE = re.compile(rf"\s*[{_JOINTS}][{_JOINTS}:{_LEVEL}]+[{_JOINTS}]\s*")
_DRAWN = re.compile(rf"[{_JOINTS}:{_LEVEL}]+")
_INSIDE = re.compile(rf"\s*[{_UPRIGHT}{_JOINTS}].*[{_UPRIGHT}{_JOINTS}]\s*")
_SIGNS = ("+-", "+=", "─", "━", "═")  # without any of which nothing is drawn
_ROUND = 3  # signs and spaces round the words of a cell
_FEWEST = 3  # lines
_HEADED = 3  # drawn lines of a table that has none between the rows below its headings


@dataclass(slots=True)
class _Cell:
    """A cell while its lines are read; a piece is where a line of it stands in the source."""

    row: int
    colspan: int
    width: int
    rowspan: int = 1
    pieces: list[Line] = field(default_factory=list)


def tables(source: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the first line of each drawn table, and the one behind its last."""
    at = 0 if any(sign in source for sign in _SIGNS) else len(lines)
    while at < len(lines):
        end = at
        if _EDGE.fullmatch(source, *lines[at]):
            while end < len(lines) and _INSIDE.fullmatch(source, *lines[end]):
                end += 1
        if end - at >= _FEWEST:
            yield at, end
        at = max(end, at + 1)


def add(marked: Marked, lines: Sequence[Line]) -> None:
    """Add a table of these lines."""
    edges = [line for line in lines if _EDGE.fullmatch(marked.source, *line)]
    joints = sorted({at - start for start, end in edges
                     for at in range(start, end) if marked.source[at] in _JOINTS})  # fmt: skip
    rows = _rows(marked.source, lines, joints)
    if len(edges) == _HEADED and len(rows) > 1 and _are_rows(marked.source, rows[-1]):
        rows[-1:] = _by_line(rows[-1])
    marked.tag("<table>")
    for row in rows:
        marked.tag("<tr>")
        for cell in row:
            spans = f' colspan="{cell.colspan}" rowspan="{cell.rowspan}"'
            plain = cell.colspan == cell.rowspan == 1
            wrapped.cell(marked, cell.pieces, "" if plain else spans, cell.width)
        marked.tag("</tr>")
    marked.tag("</table>")


def _rows(source: str, lines: Sequence[Line], joints: Sequence[int]) -> list[list[_Cell]]:
    """Return the cells of each row."""
    rows: list[list[_Cell]] = []
    above: dict[int, _Cell] = {}  # the open cell of each column
    for start, end in lines:
        parts = list(_parts(source, start, end, joints))
        drawn = [at for at, _, piece in parts if _DRAWN.fullmatch(source, *piece)]
        if drawn:
            above = {at: cell for at, cell in above.items() if at not in drawn}
            for cell in above.values():
                cell.rowspan += 1
            rows.append([])
        for at, colspan, piece in parts:
            if at not in drawn and at not in above:
                width = joints[at + colspan] - joints[at] - _ROUND
                above[at] = _Cell(len(rows), colspan, width)
                rows[-1].append(above[at])
            if at not in drawn:
                above[at].pieces.append(_bare(source, *piece))
    return [row for row in rows if row]


def _parts(
    source: str, start: int, end: int, joints: Sequence[int]
) -> Iterator[tuple[int, int, Line]]:
    """Yield where the cells of a line begin and how many columns they fill, and their words."""
    first = 0
    for at in range(1, len(joints)):
        last = at + 1 == len(joints)
        sign = source[start + joints[at]] if start + joints[at] < end else " "
        if last or sign in _UPRIGHT or sign in _JOINTS:
            stop = end if last else start + joints[at]
            inside = source[start + joints[first] + 1 : stop].rstrip()
            closed = last and inside[-1:] in tuple(_UPRIGHT + _JOINTS)
            begin = min(start + joints[first] + 1, end)
            yield first, at - first, (begin, begin + len(inside) - closed)
            first = at


def _bare(source: str, start: int, end: int) -> Line:
    """Leave out the white space round the words of a cell."""
    words = source[start:end]
    start += len(words) - len(words.lstrip())
    return start, max(start, end - len(words) + len(words.rstrip()))


def _are_rows(source: str, row: Sequence[_Cell]) -> bool:
    """Say whether every line below the headings is a row: most of its cells have words.

    None goes on in small letters with the line above it.
    """
    if any(source[start].islower() for cell in row for start, end in cell.pieces if start < end):
        return False
    lines = list(zip(*(cell.pieces for cell in row), strict=False))
    filled = [sum(start < end for start, end in line) for line in lines]
    return len(lines) > 1 and all(count * 2 > len(row) for count in filled)


def _by_line(row: Sequence[_Cell]) -> list[list[_Cell]]:
    lines = zip(*(cell.pieces for cell in row), strict=False)
    return [[_Cell(0, 1, 0, pieces=[piece]) for piece in line] for line in lines]
