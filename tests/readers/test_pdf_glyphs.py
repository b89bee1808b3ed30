"""Characters to words where PDFium's own white space misleads."""

from array import array

import numpy as np
import pytest

from pipeline.readers.pdf.glyphs import _joined
from pipeline.readers.pdf.shapes import Word


def joined(
    text: str, lefts: dict[int, float], tops: dict[int, float], turn: int = 0, ligature: str = ""
) -> list[str]:
    """Return the words of a text whose characters are 5 points wide and 10 high.

    Those of a ligature are smaller on all sides.
    """
    spans, boxes, at = [], np.zeros((len(text), 4)), 0.0
    for number in range(len(text)):
        at = lefts.get(number, at)
        top = tops.get(number, 0.0)
        boxes[number] = (at, at + 5, top, top + 10)
        at += 0 if text[number] in "\r\n" else 5
    if ligature:
        begun = text.index(ligature)
        boxes[begun : begun + len(ligature), 2:] += (2.0, -1.5)
        boxes[begun, 0] += 0.3
        boxes[begun + len(ligature) - 1, 1] -= 0.8
    start = 0
    for part in text.split("\r\n"):
        spans.append((start, start + len(part)))
        start += len(part) + 2
    words = [
        Word(text[a:b], boxes[a, 0], boxes[b - 1, 1], 0, 10, 8, 10, turn, a, False,
             array("f", boxes[a:b, :2].ravel()))
        for a, b in spans
    ]  # fmt: skip
    found = _joined(words, text, spans, boxes)
    assert all(len(word.edges) == 2 * len(word.text) for word in found)
    assert [word.right for word in found] == [word.edges[-1] for word in found]
    return [word.text for word in found]


def test_a_line_end_within_a_word_is_none() -> None:
    assert joined("T\r\nhis\r\nvisit", {6: 23.0}, {}) == ["This", "visit"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("o\r\nffi\r\ncer", ["officer"]), ("the\r\nfi\r\nndings", ["the", "findings"])],
)
def test_a_ligature_is_no_word_of_its_own(text: str, words: list[str]) -> None:
    lefts = {text.index("fi"): 18.0} if len(words) > 1 else {}
    assert joined(text, lefts, {}, ligature="ffi" if len(words) == 1 else "fi") == words


def test_a_true_line_end_stays() -> None:
    assert joined("care\r\nplan", {6: 0.0}, {6: 12.0, 7: 12.0, 8: 12.0, 9: 12.0}) == [
        "care",
        "plan",
    ]
    assert joined("care\r\nplan", {}, {6: 12.0, 7: 12.0, 8: 12.0, 9: 12.0}) == ["care", "plan"]


def test_words_written_upwards_stay() -> None:
    assert joined("T\r\nhis", {}, {}, turn=1) == ["T", "his"]
