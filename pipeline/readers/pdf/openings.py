"""The rows of a table without lines, by where its lines stand."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.readers.pdf.habits import is_apart
from pipeline.readers.pdf.shapes import Strip, Word
from pipeline.readers.pdf.strips import strip as strip_of
from pipeline.readers.pdf.strips import words_of

# A gap above this part of the usual pitch is room that someone left.
_ROOM = 1.2
# A gap in which a row begins without its first cell is at least this part of the others.
_WIDE = 0.9
# Words of two columns this near (in spaces) belong to one line that runs across.
_CLOSE = 1.5
_REFERENCE = re.compile(r"\(?[A-Z]{0,3}\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?[.)]?(?=\s|$)")


@dataclass(slots=True)
class Band:
    """One visual line of a table: its words column by column, or `across` all of them."""

    base: float
    size: float
    top: float
    bottom: float
    parts: dict[int, Strip] = field(default_factory=dict)
    across: Strip | None = None


def bands(strips: Sequence[Strip], edges: Sequence[float], head: int) -> list[Band]:
    """Return the lines of a table with their words shared out to the columns.

    The first `head` lines are the header, of which none runs across.
    """
    found = [_band(strip, edges) for strip in strips]
    for band, strip in list(zip(found, strips, strict=True))[head:]:
        if _runs_across(band, strip, edges):
            band.across = strip
            band.parts = {}
    return found


def rows(lines: Sequence[Band], usual: float, ruled: Sequence[float]) -> list[list[Band]]:
    """Return the lines as rows; lines drawn between them, where there are any, decide."""
    if not lines:
        return []
    inside = sorted(at for at in ruled if lines[0].base < at < lines[-1].base)
    if len(inside) > 1:
        return _between(lines, inside)
    least = _least_gap(lines, usual)
    found: list[list[Band]] = []
    for index, line in enumerate(lines):
        if index and not _opens(lines[:index], line, found[-1], usual, least):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _band(strip: Strip, edges: Sequence[float]) -> Band:
    parts: dict[int, list[Word]] = {}
    for word in words_of(strip):
        column = bisect_right(edges, (word.left + word.right) / 2, 1, len(edges) - 1) - 1
        parts.setdefault(column, []).append(word)
    pieces = {column: strip_of(words)._replace(bold=strip.bold) for column, words in parts.items()}
    return Band(strip.base, strip.size, strip.top, strip.bottom, pieces)


def _runs_across(band: Band, strip: Strip, edges: Sequence[float]) -> bool:
    """Whether a word of a line stands in two columns, or a mere space lies between two."""
    for column, part in band.parts.items():
        after = band.parts.get(column + 1)
        if after and after.left - part.right <= _CLOSE * strip.space:
            return True
        if part.right > edges[column + 1] + strip.size or part.left < edges[column] - strip.size:
            return True
    return False


def _between(lines: Sequence[Band], ruled: Sequence[float]) -> list[list[Band]]:
    found: dict[int, list[Band]] = {}
    for line in lines:
        found.setdefault(bisect_right(ruled, line.base), []).append(line)
    return list(found.values())


def _is_apart(before: Band, line: Band, usual: float) -> bool:
    return line.base - before.base > _ROOM * usual * min(before.size, line.size)


def _least_gap(lines: Sequence[Band], usual: float) -> float:
    """Return the gap that parts rows, as those show whose first cell has words."""
    gaps = sorted(
        line.base - lines[index].base
        for index, line in enumerate(lines[1:])
        if 0 in line.parts and _is_apart(lines[index], line, usual)
    )
    return _WIDE * gaps[len(gaps) // 2] if gaps else float("inf")


def _opens(
    above: Sequence[Band], line: Band, row: Sequence[Band], usual: float, least: float
) -> bool:
    """Whether a line begins a row."""
    before = above[-1]
    apart = _is_apart(before, line, usual)
    if line.across or before.across:
        return apart or not (line.across and before.across)
    opening = {column for column in line.parts if _begins(row, column, line, usual)}
    if 0 in line.parts:
        if (_REFERENCE.match(line.parts[0].text) and 0 in opening) or line.parts[0].label:
            return True
        lower = line.parts[0].text[0].islower()
        aligned = len(opening) > 1 and len(line.parts) - len(opening) <= 1
        return 0 in opening and not lower and (apart or aligned)
    return apart and len(opening) > 1 and line.base - before.base >= least


def _begins(row: Sequence[Band], column: int, line: Band, usual: float) -> bool:
    """Whether a column's words have room above them in the row."""
    last = next((above for above in reversed(row) if column in above.parts), None)
    return last is None or is_apart(last.parts[column], line.parts[column], usual)
