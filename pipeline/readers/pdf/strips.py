"""Words to visual lines."""

from array import array
from collections.abc import Iterable
from itertools import pairwise

from pipeline.readers.pdf.markers import is_bullet, label_words
from pipeline.readers.pdf.shapes import Strip, Word

# Baselines closer than this part of the font's size are one line (raised figures, bullets).
_LEVEL = 0.4
# A space is at least and at most these parts of the font's size.
_SPACE = (0.2, 0.5)
# A gap this many spaces wide is more than one.
_NEAR = 2.0


def strips(words: Iterable[Word]) -> list[Strip]:
    """Return the lines that the words form, from the top down."""
    lines: list[list[Word]] = []
    base = size = 0.0
    for word in sorted(words, key=_base):
        if lines and word.base - base <= _LEVEL * max(size, word.size):
            lines[-1].append(word)
            if word.size > size:
                base, size = word.base, word.size
        else:
            lines.append([word])
            base, size = word.base, word.size
    return [strip(line) for line in lines]


def strip(words: list[Word]) -> Strip:
    """Return words of one line as a strip, from left to right."""
    words.sort(key=_left)
    first, last = words[0], words[-1]
    tallest = max(words, key=_size)
    if is_bullet(tallest.text):
        tallest = max([word for word in words if not is_bullet(word.text)] or words, key=_size)
    labels = label_words(words)
    bases = tuple([word.base for word in words])
    edges = array("f", first.edges)
    gaps = []
    for before, word in pairwise(words):
        gaps.append(word.left - before.right)
        edges.extend((before.right, word.left))
        edges.extend(word.edges)
    return Strip(
        " ".join([word.text for word in words]),
        first.left,
        max([word.right for word in words]),
        min([word.top for word in words]),
        max([word.bottom for word in words]),
        tallest.base,
        tallest.size,
        len(first.text) + 1 if labels else 0,
        words[labels].left,
        first.right - first.left,
        min(
            max(min(gaps[labels:], default=0.0), _SPACE[0] * tallest.size), _SPACE[1] * tallest.size
        ),
        last.spaced,
        first.turn,
        first.at,
        edges,
        bases if len(set(bases)) > 1 else (),
        max(gaps, default=0.0),
    )


def _base(word: Word) -> float:
    return word.base


def _left(word: Word) -> float:
    return word.left


def _size(word: Word) -> float:
    return word.size


def words_of(strip: Strip) -> list[Word]:
    """Return the words that a strip was made of, as high as the strip.

    A word before a wide gap counts as one without a space after it: that is not known.
    """
    words = []
    at = 0
    texts = strip.text.split(" ")
    bases = strip.bases or (strip.base,) * len(texts)
    for text, base in zip(texts, bases, strict=True):
        edges = strip.edges[2 * at : 2 * (at + len(text))]
        at += len(text) + 1
        last = at >= len(strip.text)
        near = not last and strip.edges[2 * at] - edges[-1] <= _NEAR * strip.space
        words.append(
            Word(
                text, edges[0], edges[-1], strip.top, strip.bottom, base, strip.size,
                strip.turn, strip.at, strip.spaced if last else near, edges,
            )
        )  # fmt: skip
    return words
