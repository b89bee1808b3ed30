"""Where a table without lines surely ends: at a heading, at prose, above another table."""

from collections.abc import Sequence

from pipeline.readers.pdf.habits import PITCH, is_apart
from pipeline.readers.pdf.headers import Extent, segments
from pipeline.readers.pdf.shapes import Strip

# A line this much larger than those of the table is a heading.
_LARGER = 1.15
# Columns that the lines of a row fill at least, where the table has as many.
_FILLED = 3


def cut(strips: Sequence[Strip], head: int, extents: Sequence[Extent]) -> int:
    """Return the index of the first line, after the `head` lines of the header, that is outside."""
    if len(strips) <= head:
        return len(strips)
    size = strips[0].size if head else _size(strips)
    last = max((at for at, strip in enumerate(strips) if _is_row(strip, extents)), default=head - 1)
    for at in range(head, len(strips)):
        strip = strips[at]
        if strip.size >= _LARGER * size and not strip.label and len(segments(strip)) == 1:
            return at
        if at > last and at and _is_outside(strips, at, extents):
            return at
    return len(strips)


def in_line(strip: Strip, extents: Sequence[Extent]) -> int:
    """Return how many parts of a line begin where headings do."""
    return sum(
        min(abs(part[0].left - low) for low, _ in extents) < strip.size for part in segments(strip)
    )


def _size(strips: Sequence[Strip]) -> float:
    return min((strip.size for strip in strips), default=0.0)


def _is_row(strip: Strip, extents: Sequence[Extent]) -> bool:
    return in_line(strip, extents) >= min(_FILLED, len(extents))


def _is_outside(strips: Sequence[Strip], at: int, extents: Sequence[Extent]) -> bool:
    """Whether a line below the last row is prose across the columns, or heads another table."""
    strip, before = strips[at], strips[at - 1]
    if not is_apart(before, strip, PITCH):
        return False
    parts = segments(strip)
    if len(parts) > 1:
        return strip.bold and not before.bold
    across = strip.left < extents[1][0] - strip.size and strip.right > extents[1][0] + strip.size
    return across and not strip.bold
