"""How a document sets its lines: their distance, and what a space at a line's end says."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.readers.pdf.shapes import Strip

# A line's usual pitch as a part of the font's size, and how far a document's may differ.
PITCH, TIGHT, LOOSE = 1.2, 1.0, 1.6
# A pitch this much above the usual one is room that someone left.
_ROOM = 1.2
# No document makes more certain than this (natural logarithms of odds). A space may also
# stand for a typed line break, as Word writes it.
_SPACED, _BARE = -2.0, 4.0
ENDED = re.compile(r"[.;:!?]['’”)\]]*$")


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document sets its lines.

    `pitch` is the usual distance of two baselines as a part of the font's size; `spaced` and
    `bare` say how much likelier a line ends a paragraph (natural logarithm of the odds) that
    has a space at its end, or has none though there was room.
    """

    pitch: float = PITCH
    spaced: float = 0.0
    bare: float = 0.0


def pitch(columns: Iterable[Sequence[Strip]]) -> float:
    """Return the usual distance of baselines on a page, as a part of the font's size."""
    ratios = sorted(
        (strip.base - before.base) / strip.size
        for strips in columns
        for before, strip in pairwise(strips)
        if strip.size
    )
    usual = ratios[len(ratios) // 5] if ratios else PITCH
    return min(max(usual, TIGHT), LOOSE)


def is_apart(before: Strip, strip: Strip, pitch: float) -> bool:
    """Whether room was left between two lines."""
    return strip.base - before.base > _ROOM * pitch * min(before.size, strip.size)


def is_full(strip: Strip, right: float) -> bool:
    """Whether a line has no room for a space before the end of its column."""
    return strip.right + strip.space > right


def goes_on(before: Strip, strip: Strip, pitch: float) -> bool:
    """Whether a line surely carries on the sentence of the one before it."""
    return (
        strip.text[0].islower()
        and strip.text[1:2].isalpha()
        and not strip.label
        and not ENDED.search(before.text)
        and strip.base > before.base
        and not is_apart(before, strip, pitch)
    )


@dataclass(slots=True)
class Endings:
    """Counts of lines that surely were wrapped, or ended: without a space, and with one."""

    wrapped: list[int] = field(default_factory=lambda: [0, 0])
    ended: list[int] = field(default_factory=lambda: [0, 0])

    def count(self, strips: Sequence[Strip]) -> None:
        """Count the lines of a column or cell."""
        reached = max((strip.right for strip in strips), default=0.0)
        for before, strip in pairwise(strips):
            if is_full(before, reached):
                continue
            if strip.label or is_apart(before, strip, PITCH):
                self.ended[before.spaced] += 1
            elif goes_on(before, strip, PITCH):
                self.wrapped[before.spaced] += 1

    def habits(self, pitch: float) -> Habits:
        """Return what the counts say, for lines of this pitch."""
        return Habits(pitch, max(self._odds(True), _SPACED), min(self._odds(False), _BARE))

    def _odds(self, spaced: bool) -> float:
        ended = (self.ended[spaced] + 0.5) / (sum(self.ended) + 1)
        wrapped = (self.wrapped[spaced] + 0.5) / (sum(self.wrapped) + 1)
        return math.log(ended / wrapped)
