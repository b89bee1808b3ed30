"""Where the columns of a table without lines begin and end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.readers.pdf.gaps import is_even, stretches
from pipeline.readers.pdf.headers import Extent
from pipeline.readers.pdf.markers import is_bullet
from pipeline.readers.pdf.shapes import Strip
from pipeline.readers.pdf.strips import words_of

# A gutter is this wide at least (points), but where a heading begins just behind it; this
# part of the lines may cross it.
_NARROW, _CROSSED, _BEHIND = 3, 0.03, 2.0
# Columns in which a line stands that shows where they are.
_SEVERAL = 3
# Words that begin so near to where several columns do are those of rows set tight.
_LEVEL = 1.0
# Gutters that may be meant: behind them so many cells begin, beside the one with most.
_BEGUN = 0.5
# How far (by font size) behind the beginning of its bullet an item begins at most.
_INDENT = 2.5


def gutters(
    strips: Sequence[Strip], extents: Sequence[Extent], lefts: Sequence[float]
) -> list[float]:
    """Return the edges of the columns, one more than there are headings.

    A gutter is where no words stand, near where a heading begins; lines that run across
    columns, which begin about at `lefts`, do not count.
    """
    lines = [strip for strip in strips if not _runs_across(strip, lefts)]
    words = [cell for strip in lines for cell in _cells(strip)]
    left = min(low for low, _ in [*words, *extents])
    right = max(high for _, high in [*words, *extents])
    allowed = int(_CROSSED * len(lines))
    inner = [_gutter(words, one, other, allowed) for one, other in pairwise(extents)]
    return [left - 1, *inner, right + 1]


def outline(strips: Sequence[Strip], extents: Sequence[Extent]) -> list[float]:
    """Return where the columns begin, and the last ends, as lines in several of them show it."""
    several = [strip for strip in strips if len(stretches(strip)) >= min(_SEVERAL, len(extents))]
    edges = gutters(several, extents, [low for low, _ in extents])
    begun = sorted(low for strip in several for low, _ in _cells(strip))
    inner = [min((at for at in begun if at > edge), default=edge + 1) - 1 for edge in edges[1:-1]]
    return [edges[0], *inner, edges[-1]]


def _cells(strip: Strip) -> Iterator[Extent]:
    """Yield the extents of the words of a line that stand together, with bullets before them."""
    marked: float | None = None
    for part in stretches(strip):
        left, right = part[0].left, part[-1].right
        if marked is not None and left - marked > _INDENT * strip.size:
            marked = None
        if len(part) == 1 and is_bullet(part[0].text):
            marked = left
            continue
        yield (left if marked is None else marked), right
        marked = None


def _runs_across(strip: Strip, lefts: Sequence[float]) -> bool:
    """Whether a line without a gap begins in one column and ends in another."""
    if len(stretches(strip)) > 1:
        return False
    if is_even(strip):
        return _spans(strip, lefts)
    inside = [low for low in lefts if strip.left + strip.size < low < strip.right]
    begun = [word.left for word in words_of(strip)]
    aligned = all(min(abs(left - low) for left in begun) <= _LEVEL for low in inside)
    return not (inside and aligned) and _spans(strip, lefts)


def _spans(strip: Strip, lefts: Sequence[float]) -> bool:
    """Whether a line begins in one column and ends in another."""
    begins = sum(strip.left >= low - strip.size for low in lefts)
    return begins < sum(strip.right >= low + strip.size for low in lefts)


def _gutter(words: Sequence[Extent], before: Extent, after: Extent, allowed: int) -> float:
    """Return where the words of a column end, between two headings' beginnings.

    The next one begins behind the first heading, however far in the items below that stand.
    """
    start, end = int(before[0]) + 1, int(after[1]) + 1
    crossed = [0] * (end - start)
    for low, high in words:
        for at in range(max(int(low), start), min(int(high) + 1, end)):
            crossed[at - start] += 1
    free = [
        (low, high)
        for low, high in _free([count <= allowed for count in crossed], start)
        if high > before[1] and (high - low >= _NARROW or abs(high - after[0]) <= _BEHIND)
    ]
    if not free:
        return after[0] - 1
    low, high = min(_meant(free, words), key=lambda run: abs(run[1] - after[0]))
    clear = _free([not count for count in crossed[low - start : high - start]], low)
    return (clear[-1][0] if clear else low) + 0.5


def _meant(free: Sequence[tuple[int, int]], words: Sequence[Extent]) -> list[tuple[int, int]]:
    """Return the gutters behind which cells begin: a heading may stand further on."""
    begun = {run: sum(abs(left - run[1]) <= _BEHIND for left, _ in words) for run in free}
    return [run for run in free if begun[run] >= _BEGUN * max(begun.values())]


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
