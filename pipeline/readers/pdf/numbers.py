"""Reference numbers of rows: whether they count on, and such as a narrow column breaks."""

import re
from collections.abc import Sequence

from pipeline.readers.pdf.bands import Band
from pipeline.readers.pdf.markers import REFERENCE

_DIGITS = re.compile(r"\d+")

Number = list[int]


def mend(pieces: Sequence[Sequence[Band]]) -> None:
    """Say of broken numbers in the first column that they go on in the next line.

    Both halves together are the number that comes next in the table; what may be a number
    of its own is left alone.
    """
    last: Number = []
    for lines in pieces:
        numbered = [line for line in lines if 0 in line.parts]
        rests = [line.parts[0].text for line in numbered[1:]]
        broken = False
        for line, rest in zip(numbered, [*rests, ""], strict=False):
            strip = line.parts[0]
            if broken or not REFERENCE.fullmatch(strip.text):
                broken = False
                continue
            whole = _number(strip.text + rest)
            broken = _DIGITS.fullmatch(rest) is not None and _follows(last, whole)
            last = whole if broken else _number(strip.text)
            line.parts[0] = strip._replace(cut=broken or strip.cut)


def count_on(rows: Sequence[Sequence[Band]]) -> bool:
    """Whether all rows have numbers, each next after the one before.

    Bands need none, nor does the first row: it may be the rest of one on the page before.
    """
    firsts = [row[0].parts.get(0) for row in rows if not row[0].across]
    texts = [strip.text if strip else "" for strip in firsts]
    if texts and not REFERENCE.fullmatch(texts[0]):
        del texts[0]
    known = [_number(text) for text in texts if REFERENCE.fullmatch(text)]
    return 0 < len(texts) == len(known) and all(map(_follows, known, known[1:]))


def _number(text: str) -> Number:
    return [int(digits) for digits in _DIGITS.findall(text)]


def _follows(before: Number, after: Number) -> bool:
    """Whether a number comes next after one of as many parts: 1.10 and 2.1 after 1.9."""
    return any(
        after == [*before[:at], number + 1, *[1] * len(before[at + 1 :])]
        for at, number in enumerate(before)
    )
