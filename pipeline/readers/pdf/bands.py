"""The lines of a table without lines of its own: their words column by column, or across all."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.readers.pdf.gaps import is_even
from pipeline.readers.pdf.habits import LOOSE, TIGHT, is_apart
from pipeline.readers.pdf.markers import is_bullet
from pipeline.readers.pdf.shapes import Strip, Word
from pipeline.readers.pdf.strips import strip as strip_of
from pipeline.readers.pdf.strips import words_of

# Words of two columns this near (in spaces) belong to one line that runs across.
_CLOSE = 1.5


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
    before = None
    lefts = _lefts(found)
    for band, strip in list(zip(found, strips, strict=True))[head:]:
        if _runs_across(band, strip, edges, lefts) or (before and _goes_on(before, band)):
            band.across = strip
            band.parts = {}
        before = band
    return found


def _goes_on(before: Band, band: Band) -> bool:
    """Whether a line in the first column alone carries on one that runs across."""
    above, strip = before.across, band.parts.get(0)
    return (
        above is not None
        and strip is not None
        and len(band.parts) == 1
        and not strip.label
        and above.bold == strip.bold
        and not is_apart(above, strip, LOOSE if strip.text[0].islower() else TIGHT)
    )


def _band(strip: Strip, edges: Sequence[float]) -> Band:
    parts: dict[int, list[Word]] = {}
    words = words_of(strip)
    for word, after in zip(words, [*words[1:], words[-1]], strict=True):
        shown = after if is_bullet(word.text) else word
        column = bisect_right(edges, (shown.left + shown.right) / 2, 1, len(edges) - 1) - 1
        parts.setdefault(column, []).append(word)
    pieces = {column: strip_of(words)._replace(bold=strip.bold) for column, words in parts.items()}
    return Band(strip.base, strip.size, strip.top, strip.bottom, pieces)


def _lefts(lines: Sequence[Band]) -> dict[int, int]:
    """Return where the words of each column mostly begin."""
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for line in lines:
        for column, part in line.parts.items():
            counts[column][round(part.left)] += 1
    return {column: max(found, key=lambda at: found[at]) for column, found in counts.items()}


def _runs_across(
    band: Band, strip: Strip, edges: Sequence[float], lefts: Mapping[int, int]
) -> bool:
    """Whether a word of a line stands in two columns, or mere spaces lie between all words."""
    spaced = strip.widest <= _CLOSE * strip.space
    if len(band.parts) > 1 and is_even(strip):
        return True
    for column, part in band.parts.items():
        after = band.parts.get(column + 1)
        if spaced and after and abs(after.left - lefts[column + 1]) > 1:
            return True
        if part.left < edges[column] - strip.size:
            return True
        alone = " " not in part.text and abs(part.left - lefts[column]) <= 1
        if part.right > edges[column + 1] + strip.size and not alone:
            return True
    return False
