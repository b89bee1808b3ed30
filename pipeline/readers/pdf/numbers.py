"""Reference numbers of rows that a column too narrow for them breaks: "1.1" above "0"."""

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


def _number(text: str) -> Number:
    return [int(digits) for digits in _DIGITS.findall(text)]


def _follows(before: Number, after: Number) -> bool:
    """Whether a number comes next after one of as many parts: 1.10 and 2.1 after 1.9."""
    return any(
        after == [*before[:at], number + 1, *[1] * len(before[at + 1 :])]
        for at, number in enumerate(before)
    )
