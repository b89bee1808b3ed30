"""The words of a line, parted where gaps lie."""

from pipeline.readers.pdf.shapes import Strip, Word
from pipeline.readers.pdf.strips import words_of

# A gap this wide (part of the font's size) parts the headings of two columns.
GAP = 0.8
# More than so many spaces are a gap.
SPACES = 1.5
# The words of one sentence or heading have spaces that differ no more than so.
_EVEN = 1.3
# No space is wider than this part of the font's size, where a line has too few to show it.
_SPACE = 0.33


def segments(strip: Strip) -> list[list[Word]]:
    """Return the words of a line, parted where a wide gap lies."""
    return _parted(strip, GAP * strip.size)


def stretches(strip: Strip) -> list[list[Word]]:
    """Return the words of a line, parted where more than a space lies between them."""
    return _parted(strip, SPACES * space(strip))


def _parted(strip: Strip, gap: float) -> list[list[Word]]:
    if strip.widest <= gap:
        return [words_of(strip)]
    found: list[list[Word]] = []
    for word in words_of(strip):
        if found and word.left - found[-1][-1].right <= gap:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def is_even(strip: Strip) -> bool:
    """Whether the spaces between the words of a line hardly differ."""
    return strip.widest <= _EVEN * space(strip)


def space(strip: Strip) -> float:
    """Return how wide a space is between the words of a line."""
    return min(strip.space, _SPACE * strip.size)
