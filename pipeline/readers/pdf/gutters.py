"""Where the columns of a table without lines begin and end."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.readers.pdf.headers import Extent, parts, segments
from pipeline.readers.pdf.markers import is_bullet
from pipeline.readers.pdf.shapes import Strip
from pipeline.readers.pdf.strips import words_of

# A gutter is this wide at least (points), but where a heading begins just behind it; this
# part of the lines may cross it.
_NARROW, _CROSSED, _BEHIND = 3, 0.03, 2.0
# Columns in which a line stands that shows where they are.
_SEVERAL = 3
# Words that begin so near to where the headings do are those of several columns.
_LEVEL = 1.0


def gutters(strips: Sequence[Strip], extents: Sequence[Extent]) -> list[float]:
    """Return the edges of the columns, one more than there are headings.

    A gutter is where no words stand, near where a heading begins; lines that run across all
    columns do not count.
    """
    lines = [strip for strip in strips if not _runs_across(strip, extents)]
    words = [
        (part[0].left, part[-1].right)
        for strip in lines
        for part in parts(strip)
        if len(part) > 1 or not is_bullet(part[0].text)
    ]
    left = min(low for low, _ in [*words, *extents])
    right = max(high for _, high in [*words, *extents])
    allowed = int(_CROSSED * len(lines))
    inner = [_gutter(words, one, other, allowed) for one, other in pairwise(extents)]
    return [left - 1, *inner, right + 1]


def outline(strips: Sequence[Strip], extents: Sequence[Extent]) -> list[float]:
    """Return the same as the lines below a header show it that stand in several columns."""
    several = [strip for strip in strips if len(parts(strip)) >= min(_SEVERAL, len(extents))]
    return gutters(several, extents)


def _runs_across(strip: Strip, extents: Sequence[Extent]) -> bool:
    """Whether a line without wide gaps begins in one column and ends in another."""
    if len(segments(strip)) > 1:
        return False
    inside = [low for low, _ in extents if strip.left + strip.size < low < strip.right]
    lefts = [word.left for word in words_of(strip)]
    if inside and all(min(abs(left - low) for left in lefts) <= _LEVEL for low in inside):
        return False
    begins = sum(strip.left >= low - strip.size for low, _ in extents)
    return begins < sum(strip.right >= low + strip.size for low, _ in extents)


def _gutter(words: Sequence[Extent], before: Extent, after: Extent, allowed: int) -> float:
    """Return where the words of a column end, between two headings' beginnings."""
    start, end = int(before[0]) + 1, int(after[1]) + 1
    crossed = [0] * (end - start)
    for low, high in words:
        for at in range(max(int(low), start), min(int(high) + 1, end)):
            crossed[at - start] += 1
    free = [
        (low, high)
        for low, high in _free([count <= allowed for count in crossed], start)
        if high - low >= _NARROW or abs(high - after[0]) <= _BEHIND
    ]
    if not free:
        return after[0] - 1
    low, high = min(free, key=lambda run: abs(run[1] - after[0]))
    clear = _free([not count for count in crossed[low - start : high - start]], low)
    return (clear[-1][0] if clear else low) + 0.5


def _free(clear: Sequence[bool], start: int) -> list[tuple[int, int]]:
    """Return the runs of clear points."""
    runs: list[tuple[int, int]] = []
    begun: int | None = None
    for at, is_clear in enumerate([*clear, False], start):
        if is_clear and begun is None:
            begun = at
        elif not is_clear and begun is not None:
            runs.append((begun, at))
            begun = None
    return runs
