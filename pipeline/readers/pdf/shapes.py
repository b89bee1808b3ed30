"""What is found on a page before it becomes cells and paragraphs.

All coordinates are points from the page's top left as it is shown (rotated and cropped).
"""

from collections.abc import Sequence
from typing import NamedTuple

# Left, top, right and bottom.
Box = tuple[float, float, float, float]
# The turn of a large word that is written across the page.
ASLANT = 4


class Word(NamedTuple):
    """Characters without white space; `edges` is the left and right edge of each.

    `base` is the baseline and `size` the font's size; `turn` counts quarter turns
    anticlockwise, or is ASLANT. `at` is the index of the first character in PDFium's text of
    the page; `spaced` says that the source has a space after the last one.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    turn: int
    at: int
    spaced: bool
    edges: Sequence[float]


class Strip(NamedTuple):
    """Words that stand on one baseline, from left to right, with a space between them.

    `label` is how many characters a bullet or number in front takes, with its space; the
    words after it begin at `body`. `first` is the width of the first word, `space` the
    narrowest between words; `spaced` says that the source has a space after the last word.
    `bases` are the words' own baselines where they are not level, `widest` is the widest
    space between them; `cut` says that the last word goes on in the next line, its hyphen
    already left out.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    label: int
    body: float
    first: float
    space: float
    spaced: bool
    turn: int
    at: int
    edges: Sequence[float]
    bases: tuple[float, ...]
    widest: float
    bold: bool = False
    cut: bool = False


class Rule(NamedTuple):
    """A straight line: `at` is its y (or x), `start` to `end` its extent in x (or y)."""

    at: float
    start: float
    end: float
