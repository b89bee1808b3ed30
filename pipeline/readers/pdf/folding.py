"""Visual lines to hard lines: which of them a paragraph or list item wraps over.

A line was wrapped when the first word of the next one had no room left on it. Extra space
between lines or a bullet begins a new paragraph in any case; where the room is doubtful,
the words and the document's habits decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.placed import JOINTS
from pipeline.readers.pdf.habits import ENDED, LOOSE, Habits, goes_on, is_apart, is_full
from pipeline.readers.pdf.shapes import Strip

# How far indents may differ, as a part of the font's size.
_INDENT = 0.3
# Evidence for a new paragraph, in natural logarithms of odds: the next word did (not) fit,
# and for each em of room; the sentence goes on, is open, ended; a comma ends the line.
_FITS, _FULL, _EM, _MOST = 2.0, -2.5, 0.5, 1.5
_ON, _UNENDED, _ENDS, _OPEN = -1.5, -0.75, 1.0, -2.0
# The lines around it are running prose; the type changes between bold and light.
_PROSE, _TYPE = -1.5, 3.0
# The part of lines that surely go on which makes prose.
_RUNNING = 0.4
# Points within which it is open whether a word fitted.
_DOUBT = 1.0


@dataclass(slots=True)
class Paragraph:
    """Visual lines that belong together; the first may begin with a marker."""

    strips: list[Strip]
    gap: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """The column that lines are wrapped in: where it begins and ends, and how."""

    left: float
    right: float
    habits: Habits


@dataclass(slots=True)
class _Fold:
    measure: Measure
    hanging: bool
    ragged: bool
    running: bool
    done: list[Paragraph]


def fold(strips: Sequence[Strip], measure: Measure) -> list[Paragraph]:
    """Return the paragraphs and list items that the lines of a column or cell form."""
    hanging = _hangs(strips)
    done: list[Paragraph] = []
    for group in _groups(strips, measure.habits.pitch):
        running = _is_running(group, measure.habits.pitch)
        state = _Fold(_narrowed(measure, group), hanging, _is_ragged(group), running, done)
        done.append(Paragraph([group[0]], gap=bool(done)))
        for before, strip in pairwise(group):
            if strip.label or _begins(state, before, strip):
                done.append(Paragraph([strip]))
            else:
                done[-1].strips.append(strip)
    _rank(done)
    return done


def measure(
    strips: Sequence[Strip], left: float, right: float, habits: Habits, inset: float | None = None
) -> Measure:
    """Return the column of lines that stand between two edges, as wide to the right as left.

    `inset` is how far inside the lines begin, where that is known.
    """
    padding = min((strip.left for strip in strips), default=left) - left
    padding = max(padding, inset or 0.0)
    padding = min(max(padding, 0.0), (right - left) / 4)
    return _narrowed(Measure(left + padding, right - padding, habits), strips)


def _narrowed(measure: Measure, strips: Sequence[Strip]) -> Measure:
    """Return the measure as the lines show it: where one surely was wrapped, no word fitted.

    A word alone on its line may be longer than the column is wide.
    """
    reached = max((strip.right for strip in strips if " " in strip.text), default=0.0)
    limit = measure.right
    for before, strip in pairwise(strips):
        needed = before.right + _needs(before, strip)
        if reached < needed < limit and goes_on(before, strip, measure.habits.pitch):
            limit = needed - 0.01
    return replace(measure, right=max(limit, reached))


def _groups(strips: Sequence[Strip], pitch: float) -> list[list[Strip]]:
    """Return the lines as groups with room between them."""
    groups: list[list[Strip]] = []
    for strip in strips:
        if groups and not is_apart(before := groups[-1][-1], strip, _within(before, strip, pitch)):
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return groups


def _within(before: Strip, strip: Strip, pitch: float) -> float:
    """Return the pitch of two lines, wider where they part a word.

    The last line of a paragraph is higher than the others where its mark is in larger type.
    """
    return LOOSE if before.text.endswith(JOINTS) and strip.text[0].islower() else pitch


def goes_over(before: Paragraph, measure: Measure, after: Paragraph) -> bool:
    """Whether a paragraph is the rest of one that the page before ends with."""
    last, first = before.strips[-1], after.strips[0]
    alike = last.bold == first.bold and abs(last.size - first.size) < 1
    if not alike or first.label or ENDED.search(last.text):
        return False
    return first.text[0].islower() or last.right + _needs(last, first) > measure.right


def _needs(before: Strip, strip: Strip) -> float:
    """Return the room that the next line's first word would have needed."""
    return before.space + strip.first


def _begins(state: _Fold, before: Strip, strip: Strip) -> bool:
    """Whether a line without marker or gap begins a paragraph."""
    if before.cut:
        return False
    first = state.done[-1].strips[0]
    score = _geometry(state, before, strip) + _habit(state.measure, before) + _words(before, strip)
    score += _PROSE * state.running + _TYPE * (before.bold != strip.bold)
    slack = _INDENT * strip.size
    if score > 0 or not first.label or abs(strip.left - first.body) <= slack:
        return score > 0
    return strip.left < first.left - slack or (state.hanging and strip.left <= first.left + slack)


def _geometry(state: _Fold, before: Strip, strip: Strip) -> float:
    width = state.measure
    end = width.left + before.right - before.left if state.ragged else before.right
    room = width.right - end - _needs(before, strip)
    if abs(room) <= _DOUBT:
        return 0.0
    return _FITS + min(_EM * room / strip.size, _MOST) if room > 0 else _FULL


def _habit(measure: Measure, before: Strip) -> float:
    """Return what a space at the line's end, or none where there was room, says."""
    if before.spaced:
        return measure.habits.spaced
    if before.text.endswith(JOINTS):
        return 0.0
    return 0.0 if is_full(before, measure.right) else measure.habits.bare


def _words(before: Strip, strip: Strip) -> float:
    """Return what the words at the line's break say."""
    if before.text.endswith((",", "/", "&", "(", "-", "–")):
        return _OPEN
    first = strip.text[0]
    if ENDED.search(before.text):
        return 0.0 if first.islower() else _ENDS
    return _ON if first.islower() and strip.text[1:2].isalpha() else _UNENDED


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


def _is_running(strips: Sequence[Strip], pitch: float) -> bool:
    """Whether most lines go on in the middle of a sentence."""
    on = sum(goes_on(before, strip, pitch) for before, strip in pairwise(strips))
    return on > _RUNNING * (len(strips) - 1)


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
