"""Visual lines to hard lines: which of them a paragraph or list item wraps over.

A line was wrapped when the first word of the next one had no room left on it. Extra space
between lines, a bullet or a change of indent begins a new paragraph in any case.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.readers.pdf.shapes import Strip

# Parts of the font's size: how far indents may differ, a space, a line's usual pitch.
_INDENT, _SPACE, _PITCH = 0.3, 0.25, 1.2
# A pitch this much above the usual one is room that someone left.
_ROOM = 1.2
_ENDED = re.compile(r"[.;:!?]['’”)\]]*$")


@dataclass(slots=True)
class Paragraph:
    """Visual lines that belong together; the first may begin with a marker."""

    strips: list[Strip]
    gap: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """The column that lines are wrapped in: where it begins and ends, its usual pitch.

    The pitch is a part of the font's size.
    """

    left: float
    right: float
    pitch: float = _PITCH


@dataclass(slots=True)
class _Fold:
    measure: Measure
    hanging: bool
    ragged: bool
    done: list[Paragraph] = field(default_factory=list)


def fold(strips: Sequence[Strip], measure: Measure) -> list[Paragraph]:
    """Return the paragraphs and list items that the lines of a column or cell form."""
    state = _Fold(measure, _hangs(strips), _is_ragged(strips))
    before: Strip | None = None
    for strip in strips:
        gap = before is not None and is_apart(before, strip, measure.pitch)
        if before is None or strip.label or gap or _begins(state, before, strip):
            state.done.append(Paragraph([strip], gap))
        else:
            state.done[-1].strips.append(strip)
        before = strip
    _rank(state.done)
    return state.done


def is_apart(before: Strip, strip: Strip, pitch: float) -> bool:
    """Whether room was left between two lines."""
    return strip.base - before.base > _ROOM * pitch * min(before.size, strip.size)


def measure(strips: Sequence[Strip], left: float, right: float, pitch: float) -> Measure:
    """Return the column of lines that stand between two edges, its padding judged by them.

    Lines that were surely wrapped narrow it: the next line's word did not fit.
    """
    if not strips:
        return Measure(left, right, pitch)
    padding = min(max(min(strip.left for strip in strips) - left, 0.0), (right - left) / 4)
    reached = max(strip.right for strip in strips)
    limit = right - padding
    for before, strip in pairwise(strips):
        needed = before.right + _needs(before, strip)
        if reached < needed < limit and _goes_on(before, strip, pitch):
            limit = needed
    return Measure(left + padding, max(limit - 0.01, reached), pitch)


def pitch(columns: Sequence[Sequence[Strip]]) -> float:
    """Return the usual distance of baselines on a page, as a part of the font's size."""
    ratios = sorted(
        (strip.base - before.base) / strip.size
        for strips in columns
        for before, strip in pairwise(strips)
        if strip.size and before.size
    )
    usual = ratios[len(ratios) // 5] if ratios else _PITCH
    return min(max(usual, 1.0), 1.6)


def _goes_on(before: Strip, strip: Strip, pitch: float) -> bool:
    """Whether a line surely carries on the sentence of the one before it."""
    return (
        strip.text[0].islower()
        and strip.text[1:2].isalpha()
        and not _ENDED.search(before.text)
        and 0 < strip.base - before.base
        and not is_apart(before, strip, pitch)
    )


def _needs(before: Strip, strip: Strip) -> float:
    """Return the room that the next line's first word would have needed."""
    return _SPACE * before.size + strip.first


def _begins(state: _Fold, before: Strip, strip: Strip) -> bool:
    """Whether a line without marker or gap begins a paragraph."""
    first = state.done[-1].strips[0]
    needed = _needs(before, strip)
    if state.ragged:
        width = state.measure.right - state.measure.left
        return before.right - before.left + needed <= width
    fits = before.right + needed <= state.measure.right
    slack = _INDENT * strip.size
    if fits or not first.label or abs(strip.left - first.body) <= slack:
        return fits
    return strip.left < first.left - slack or (state.hanging and strip.left <= first.left + slack)


def _hangs(strips: Sequence[Strip]) -> bool:
    """Whether list items wrap under their text, as seen on any of them."""
    return any(
        strip.label and not after.label and abs(strip.body - after.left) <= _INDENT * strip.size
        for strip, after in pairwise(strips)
    )


def _is_ragged(strips: Sequence[Strip]) -> bool:
    """Whether the lines are centred or set to the right."""
    if len(strips) < 2 or any(strip.label for strip in strips):
        return False
    lefts = [strip.left for strip in strips]
    middles = [strip.left + strip.right for strip in strips]
    rights = [strip.right for strip in strips]
    slack = strips[0].size / 4
    return max(lefts) - min(lefts) > slack and (
        max(middles) - min(middles) <= 2 * slack or max(rights) - min(rights) <= slack / 2
    )


def _rank(paragraphs: list[Paragraph]) -> None:
    """Give list items their level by how far they are indented."""
    lefts: list[float] = []
    for paragraph in sorted(
        (item for item in paragraphs if item.strips[0].label), key=lambda item: item.strips[0].left
    ):
        strip = paragraph.strips[0]
        if not lefts or strip.left - lefts[-1] > _INDENT * strip.size:
            lefts.append(strip.left)
        paragraph.level = len(lefts) - 1
