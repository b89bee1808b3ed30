"""Where a table without lines surely ends: at a heading, at prose, above another table."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.readers.pdf.gaps import segments, stretches
from pipeline.readers.pdf.habits import PITCH, is_apart, pitch
from pipeline.readers.pdf.shapes import Strip

# A line this much larger than those of the table is a heading.
_LARGER = 1.15
# Columns that the lines of a row fill at least, where the table has as many.
_FILLED = 3


def cut(strips: Sequence[Strip], head: int, edges: Sequence[float]) -> int:
    """Return the index of the first line, after the `head` lines of the header, that is outside."""
    if len(strips) <= head:
        return len(strips)
    size = strips[0].size if head else _size(strips, edges)
    last = max((at for at, strip in enumerate(strips) if _is_row(strip, edges)), default=head - 1)
    usual = spaced(strips[head : last + 1])
    for at in range(head, len(strips)):
        if _is_title(strips[at], size):
            return at
        if at > last and at and _is_outside(strips, at, edges, usual):
            return at
    return len(strips)


def is_titled(strips: Sequence[Strip], tail: Sequence[Strip], edges: Sequence[float]) -> bool:
    """Whether one of the lines below a table is larger than those of its rows."""
    return any(_is_title(strip, _size(strips, edges)) for strip in tail)


def _is_title(strip: Strip, size: float) -> bool:
    large = strip.size >= _LARGER * size
    return large and not strip.label and len(segments(strip)) == 1


def spaced(strips: Sequence[Strip]) -> float:
    """Return how far apart the lines of a table stand, as a part of the font's size."""
    return max(PITCH, pitch([strips]))


def in_line(strip: Strip, edges: Sequence[float]) -> int:
    """Return how many columns hold a part of a line that stands in one of them alone."""
    return len({column for column in _columns(strip, edges) if column is not None})


def is_in_line(strip: Strip, edges: Sequence[float]) -> bool:
    """Whether each part of a line stands in one column alone."""
    return None not in list(_columns(strip, edges))


def _columns(strip: Strip, edges: Sequence[float]) -> Iterator[int | None]:
    """Yield the column that each part of a line stands in alone, None where there is no such."""
    slack = strip.size / 2
    for part in stretches(strip):
        column = bisect_right(edges, part[0].left + slack) - 1
        inside = 0 <= column < len(edges) - 1 and part[-1].right <= edges[column + 1] + slack
        yield column if inside else None


def _size(strips: Sequence[Strip], edges: Sequence[float]) -> float:
    """Return the size of the rows among some lines: notes below them may be smaller."""
    rows = [strip for strip in strips if _is_row(strip, edges)]
    return min((strip.size for strip in rows or strips), default=0.0)


def _is_row(strip: Strip, edges: Sequence[float]) -> bool:
    return in_line(strip, edges) >= min(_FILLED, len(edges) - 1)


def _is_outside(strips: Sequence[Strip], at: int, edges: Sequence[float], usual: float) -> bool:
    """Whether a line below the last row is prose across the columns, or heads another table."""
    strip, before = strips[at], strips[at - 1]
    if not is_apart(before, strip, usual):
        return False
    if len(stretches(strip)) > 1:
        return strip.bold and not before.bold
    across = strip.left < edges[1] and strip.right > edges[1] + strip.size
    return across and not strip.bold
