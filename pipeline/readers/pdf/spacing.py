"""How far apart a table's lines stand where a cell wraps, and so what room parts its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.readers.pdf.habits import ENDED, PITCH
from pipeline.readers.pdf.shapes import Strip

# Distances of baselines outside these parts of the font's size are no line spacing.
_LEAST, _MOST = 0.9, 1.8
# A pitch that this many wrapped lines show is known, and less room above it is meant.
_KNOWN = 3
_SURE, _UNSURE = 1.05, 1.15
# Browsers round each line's place: nearly all lines come no further apart than wrapped ones.
_NEARLY, _ROUNDED = 0.9, 1.02


@dataclass(frozen=True, slots=True)
class Spacing:
    """The usual distance of baselines in a cell and the least between rows, by font size."""

    pitch: float = PITCH
    room: float = PITCH * _UNSURE

    def is_apart(self, before: Strip, strip: Strip) -> bool:
        """Whether room was left between two lines."""
        return self.parts(strip.base - before.base, min(before.size, strip.size))

    def parts(self, gap: float, size: float) -> bool:
        """Whether a distance of baselines leaves room."""
        return gap > self.room * size


def is_carried_on(before: Strip, strip: Strip) -> bool:
    """Whether a line's words surely carry on those of the one before it."""
    text = strip.text
    return (
        text[0].islower()
        and text[1:2].isalpha()
        and not strip.label
        and not ENDED.search(before.text)
    )


def spacing(columns: Iterable[Sequence[Strip]]) -> Spacing:
    """Return the spacing of the lines of all cells, column by column.

    Lines that carry on a sentence show it; without any, it is no more than is usual.
    """
    ratios, wrapped = [], []
    for strips in columns:
        for before, strip in pairwise(strips):
            ratio = (strip.base - before.base) / strip.size if strip.size else 0.0
            if _LEAST <= ratio <= _MOST:
                ratios.append(ratio)
                if is_carried_on(before, strip):
                    wrapped.append(ratio)
    if not wrapped:
        usual = min([PITCH, *ratios])
        return Spacing(usual, usual * _UNSURE)
    wrapped.sort()
    usual = wrapped[len(wrapped) // 4]
    if len(wrapped) < _KNOWN:
        return Spacing(usual, usual * _UNSURE)
    widest = wrapped[int(_NEARLY * len(wrapped))]
    return Spacing(usual, min(max(usual * _SURE, widest * _ROUNDED), usual * _UNSURE))
