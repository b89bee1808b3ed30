"""A page's characters to words, each character with its box.

PDFium gives the characters, their boxes and where it sees white space; the words are put
together here, for PDFium's own order and its text of a region move words between lines.
"""

import re
from array import array
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from pipeline.readers.pdf import native
from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.markers import BULLETS
from pipeline.readers.pdf.native import Floats
from pipeline.readers.pdf.shapes import ASLANT, Word

# PDFium writes U+0002 (U+FFFE in the text) for a hyphen at a line's end and joins the halves.
_HYPHENS = "\x02\ufffe"
# A bullet set tight against its words is a word of its own.
_WORD = re.compile(f"[{BULLETS}]|[^\\s\x00{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
# What is no character: controls, and halves of pairs.
_CLEAN = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], "\ufffd")
_CLEAN |= {ord(hyphen): "-" for hyphen in _HYPHENS}
# Parts of the font's height: a wider gap parts words; further back than this is another line.
_GAP, _BACK = 0.6, 1.2
# The same for characters of one word, and what PDFium writes where it sees a line's end.
_TOUCHING, _BREAK = 0.05, "\r\n"
# Points within which two letters stand at one place.
_SAME = 0.05
# Points and the sine of an angle: larger words further aslant are a stamp, no text.
_LARGE, _SLANT = 24.0, 0.2

Spans = list[tuple[int, int]]


class Fonts(NamedTuple):
    """Of the first character of each word: the font's size, its quarter turns, its origin.

    `aslant` are those of large words that are written across the page: "DRAFT" behind a plan.
    """

    sizes: Floats
    turns: np.ndarray[Any, np.dtype[np.int64]]
    origins: Floats
    aslant: np.ndarray[Any, np.dtype[np.bool_]]


def words(page: Any, frame: Frame) -> tuple[list[Word], Frame]:
    """Return the words of an open text page in PDFium's order, and the frame they stand in.

    A page whose text is mostly written sideways is turned so that it reads upright.
    """
    size = native.count(page)
    text = native.text(page, size) if size else ""
    spans = [match.span() for match in _WORD.finditer(text)]
    if not spans:
        return [], frame
    fonts = _fonts(page, spans)
    turns = np.bincount((fonts.turns - frame.turn) % 4, minlength=4)
    if turns[1:].max() * 2 > len(spans):
        frame = frame.turned(1 + int(turns[1:].argmax()))
    boxes = frame.shown(native.boxes(page, size))
    if frame.turn % 2:
        _unstack(boxes)
    whole = spans
    if _is_broken(boxes, spans):
        whole = _cut(boxes, spans, _turns(fonts, frame))
    if whole != spans:
        fonts = _fonts(page, whole)
    return _joined(_described(text, whole, boxes, fonts, frame), text, whole, boxes), frame


def _unstack(boxes: Floats) -> None:
    """Set the letters of ligatures side by side, which PDFium stacks on a page that is turned.

    It parts the box of a ligature from left to right, whichever way the words run.
    """
    same = (np.abs(np.diff(boxes[:, :2], axis=0)) < _SAME).all(axis=1)
    edges = np.abs(boxes[1:, None, 2:] - boxes[:-1, 2:, None]).min(axis=(1, 2)) < _SAME
    stacked = same & edges & (boxes[1:, 1] - boxes[1:, 0] > _SAME)
    ends = np.flatnonzero(np.diff(np.concatenate(([0], stacked, [0]))))
    for first, last in ends.reshape(-1, 2).tolist():
        letters = boxes[first : last + 1]
        sides = np.linspace(letters[0, 0], letters[0, 1], len(letters) + 1)
        letters[:, 2:] = letters[:, 2].min(), letters[:, 3].max()
        letters[:, 0], letters[:, 1] = sides[:-1], sides[1:]


def _fonts(page: Any, spans: Spans) -> Fonts:
    """Return size, direction and origin of the font at the beginning of each word."""
    starts = [start for start, _ in spans]
    matrices = native.matrices(page, starts)
    a, b, c, d = matrices[:, 0], matrices[:, 1], matrices[:, 2], matrices[:, 3]
    level = np.where(a >= 0, 0, 2)
    turns = np.where(np.abs(a) >= np.abs(b), level, np.where(b > 0, 1, 3))
    sizes = native.sizes(page, starts) * np.hypot(c, d)
    aslant = (sizes >= _LARGE) & (np.minimum(np.abs(a), np.abs(b)) > _SLANT * np.hypot(a, b))
    return Fonts(sizes, turns, matrices[:, 4:], aslant)


def _turns(fonts: Fonts, frame: Frame) -> list[int]:
    turns: list[int] = np.where(fonts.aslant, ASLANT, (fonts.turns - frame.turn) % 4).tolist()
    return turns


def _is_broken(boxes: Floats, spans: Spans) -> bool:
    """Whether some word's characters do not all stand side by side on one line."""
    inside = np.zeros(len(boxes), bool)
    for start, end in spans:
        inside[start + 1 : end] = True
    steps = boxes[1:, 0] - boxes[:-1, 1]
    heights = boxes[:-1, 3] - boxes[:-1, 2]
    moved = np.abs(boxes[1:, 2] - boxes[:-1, 2])
    odd = (steps > _GAP * heights) | (steps < -_BACK * heights) | (moved > heights)
    return bool((odd & inside[1:]).any())


def _cut(boxes: Floats, spans: Spans, turns: list[int]) -> Spans:
    return [
        cut
        for (start, end), turn in zip(spans, turns, strict=True)
        for cut in ([(start, end)] if turn == ASLANT else _whole(boxes, start, end, turn))
    ]


def _whole(boxes: Floats, start: int, end: int, turn: int) -> Spans:
    """Cut a word where its characters do not stand side by side on one line."""
    part = boxes[start:end]
    along, across = (part[:, 2:], part[:, 0]) if turn % 2 else (part[:, :2], part[:, 2])
    heights = (part[:-1, 1] - part[:-1, 0]) if turn % 2 else (part[:-1, 3] - part[:-1, 2])
    forward = turn in (0, 3)
    steps = along[1:, 0] - along[:-1, 1] if forward else along[:-1, 0] - along[1:, 1]
    moved = np.abs(across[1:] - across[:-1]) > heights
    odd = (steps > _GAP * heights) | (steps < -_BACK * heights) | moved
    cuts = [start, *(int(at) + start + 1 for at in np.flatnonzero(odd)), end]
    return list(pairwise(cuts))


def _joined(words: list[Word], text: str, spans: Spans, boxes: Floats) -> list[Word]:
    """Join words that stand side by side, though PDFium sees the end of a line between them.

    On a page of few lines it may take each run of glyphs for a line.
    """
    starts, ends = np.array(spans).T
    before, after = boxes[ends[:-1] - 1], boxes[starts[1:]]
    near = _is_near(before, after) & (starts[1:] - ends[:-1] == len(_BREAK))
    touching = map(int, np.flatnonzero(near))
    joined = {at + 1 for at in touching if text[ends[at] : starts[at + 1]] == _BREAK}
    if not joined:
        return words
    found: list[Word] = []
    for at, word in enumerate(words):
        if at in joined and word.turn == found[-1].turn == 0:
            found[-1] = _one(found[-1], word)
        else:
            found.append(word)
    return found


def _is_near(before: Floats, after: Floats) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whether characters touch: as high as each other, or one within the height of the other.

    PDFium gives the letters of a ligature boxes that fit them, smaller than those of others.
    """
    heights = np.maximum(before[:, 3] - before[:, 2], after[:, 3] - after[:, 2])
    slack = _TOUCHING * heights
    lower, higher = after[:, 2] - before[:, 2], after[:, 3] - before[:, 3]
    level = np.maximum(np.abs(lower), np.abs(higher)) <= slack
    inside = (np.minimum(lower, -higher) >= -slack) | (np.minimum(-lower, higher) >= -slack)
    gaps = np.abs(after[:, 0] - before[:, 1])
    return (level & (gaps <= slack)) | (inside & (gaps <= 2 * slack))


def _one(first: Word, second: Word) -> Word:
    return first._replace(
        text=first.text + second.text,
        right=second.right,
        top=min(first.top, second.top),
        bottom=max(first.bottom, second.bottom),
        spaced=second.spaced,
        edges=array("f", [*first.edges, *second.edges]),
    )


def _described(text: str, spans: Spans, boxes: Floats, fonts: Fonts, frame: Frame) -> list[Word]:
    """Return the words with their boxes and baselines."""
    padded = np.vstack([boxes, boxes[-1:]])
    bounds = np.array(spans).ravel()
    lows = np.minimum.reduceat(padded, bounds)[::2]
    highs = np.maximum.reduceat(padded, bounds)[::2]
    origins = np.hstack([fonts.origins, fonts.origins])
    edges = array("f", boxes[:, :2].astype(np.float32).tobytes())
    columns = zip(
        [_clean(text[start:end]) for start, end in spans],
        lows[:, 0].tolist(),
        highs[:, 1].tolist(),
        lows[:, 2].tolist(),
        highs[:, 3].tolist(),
        frame.shown(origins)[:, 2].tolist(),
        fonts.sizes.tolist(),
        _turns(fonts, frame),
        [start for start, _ in spans],
        [text[end : end + 1] == " " for _, end in spans],
        [edges[2 * start : 2 * end] for start, end in spans],
        strict=True,
    )
    return list(map(Word._make, columns))


def _clean(word: str) -> str:
    return word if word.isprintable() else word.translate(_CLEAN)
