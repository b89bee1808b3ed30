"""Where the columns of an aligned table stand on its next page, which sets them anew.

`pdftotext -layout` gives the columns of each page as much room as their words need there. Where
the pages have no headings again, the words tell the columns, and the dates that they are
the right ones.
"""

from collections.abc import Sequence

from pipeline import deadlines
from pipeline.models import Role
from pipeline.readers.spaced import SEGMENT, Line

_GAP = "   "  # between two columns
_APART = 2  # characters; words that begin closer than that begin in one column


def page(source: str, lines: Sequence[Line | None], at: int, most: int) -> tuple[int, int] | None:
    """Return where the next page begins and ends, None where a table has ended before it.

    At most so many lines with words, the foot of a page, stand before it.
    """
    start, passed = at, 0
    while start < len(lines):
        line = lines[start]
        if line is None or passed > most:
            return None
        if source[line[0] - 1 : line[0]] == "\f":
            break
        passed += bool(source[slice(*line)].strip())
        start += 1
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        if line is None or (index > start and source[line[0] - 1 : line[0]] == "\f"):
            break
        segments = len(_segments(source, line))
        if segments > 1 or (segments and start < end == index):
            end = index + 1  # what stands below several cells goes on with one of them
    return (start, end) if end > start else None


def keeps(source: str, lines: Sequence[Line | None], at: int, starts: Sequence[int]) -> bool:
    """Say whether the page that a line begins has columns where a table has them."""
    found: set[int] = set()
    for index in range(at, len(lines)):
        line = lines[index]
        if line is None or (index > at and source[line[0] - 1 : line[0]] == "\f"):
            break
        segments = _segments(source, line)
        near = {one for one in starts if any(abs(one - start) <= 1 for start in segments)}
        if len(segments) > len(near):
            break
        found |= near
    return len(found) > len(starts) // 2


def rest(source: str, lines: Sequence[Line | None], at: int) -> int:
    """Return where lines end that directly follow a table, and fill columns out of step."""
    line = lines[at] if at < len(lines) else None
    if line is None or _GAP not in source[slice(*line)].strip():
        return at
    while at < len(lines) and (line := lines[at]) is not None and source[slice(*line)].strip():
        at += 1
    return at


def starts(source: str, lines: Sequence[Line | None], roles: Sequence[Role | None]) -> list[int]:
    """Return where columns with these roles begin in the lines of a page, nothing if unsure.

    The column of areas may be blank all over a page; it has no width then.
    """
    segments = [_segments(source, line) for line in lines if line]
    found: list[int] = []
    for start in sorted(start for one in segments if len(one) > 1 for start in one):
        if not found or start - found[-1] > _APART:
            found.append(start)
    area = roles.index("area") if "area" in roles else None
    if area is not None and len(found) == len(roles) - 1 and area < len(found):
        found.insert(area, found[area])
    return found if len(found) == len(roles) else []


def are_rows(
    source: str, rows: Sequence[Sequence[Sequence[Line]]], roles: Sequence[Role | None]
) -> bool:
    """Say whether dates stand in the column where they are due, and in no other of who and what."""
    if not rows or "deadline" not in roles:
        return False
    for row in rows:
        for cell, role in zip(row, roles, strict=False):
            words = " ".join(source[slice(*piece)] for piece in cell)
            if role in ("deadline", "action", "owner", "area") and bool(words):
                dated = bool(deadlines.scan(words, cell=True))
                if dated != (role == "deadline"):
                    return False
    return True


def _segments(source: str, line: Line) -> list[int]:
    """Return where words begin in a line that stand apart from those before them."""
    return [match.start() for match in SEGMENT.finditer(source[slice(*line)])]
