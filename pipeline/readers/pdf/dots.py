"""Bullets that a browser draws as dots, where others print a character."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.readers.pdf.shapes import Box, Word

# How far left of its words a bullet stands at most, and its size: parts of the font's size.
_FAR, _LARGE = 2.0, 0.6
# A page of dots is a picture.
_MANY = 500


def bullets(dots: Sequence[Box], words: Sequence[Word]) -> Iterator[Word]:
    """Yield a bullet for each lone dot that stands before words, on their baseline."""
    if not 0 < len(dots) <= _MANY:
        return
    before: dict[int, set[Box]] = defaultdict(set)
    lines = sorted(words, key=lambda word: word.left)
    for dot in dots:
        index = next((index for index, word in enumerate(lines) if _follows(word, dot)), None)
        if index is not None:
            before[index].add(dot)
    for index, found in before.items():
        if len(found) == 1:
            yield _bullet(found.pop(), lines[index])


def _follows(word: Word, dot: Box) -> bool:
    _, top, right, bottom = dot
    return (
        word.left >= right
        and word.left - right <= _FAR * word.size
        and bottom - top <= _LARGE * word.size
        and word.top <= (top + bottom) / 2 <= word.bottom
        and not word.turn
    )


def _bullet(dot: Box, word: Word) -> Word:
    left, top, right, bottom = dot
    return word._replace(
        text="•", left=left, right=right, top=top, bottom=bottom, spaced=True, edges=(left, right)
    )
