"""The text of a paragraph or spreadsheet cell to its lines, for readers of whole strings."""

from dataclasses import replace
from typing import Literal

from pipeline.blocks import Line, Place, Prose, Run, Text, fold
from pipeline.readers.lines import BULLET, TYPED


def lines(text: str, place: Place, marker: str = "", level: int = 0, gap: bool = False,
          at: int = 0) -> list[Line]:  # fmt: skip
    """Return the lines of `text`, which newlines part, each with its place.

    `marker` is what a list counts for the first line; a typed bullet or number is split off
    otherwise. `gap` says that there is room above; an empty line makes room, too. `at` is
    the code point of the source where `text` begins.
    """
    found: list[Line] = []
    for number, piece in enumerate(text.split("\n")):
        written = place_text(piece, replace(place, line=number) if number else place, at)
        at += len(piece) + 1
        if not written:
            gap = gap or bool(found)
            continue
        label = Text() if marker else typed_marker(written)
        rest = written.cut(len(label.text)) if label else written
        found.append(Line(rest, marker or label.text, level, gap, label))
        marker, gap = "", False
    return found


def prose(line: Line) -> Prose:
    """Return a line that stands outside tables as a block: an item where it has a marker."""
    kind: Literal["item", "paragraph"] = "item" if line.marker else "paragraph"
    return Prose(line.text, kind, line.marker, line.level, line.label)


def place_text(text: str, place: Place, at: int = 0) -> Text:
    """Return `text`, which begins at code point `at` of its place, with white space folded."""
    start = len(text) - len(text.lstrip())
    text = text.strip()
    run = Run(text, place, at + start, at + start + len(text))
    if text == " ".join(text.split()):
        return Text(text, ((0, run),)) if text else Text()
    return fold((run,))


def typed_marker(text: Text) -> Text:
    """Return the bullet or number that someone typed before the words, empty where none."""
    match = BULLET.match(text.text) or TYPED.match(text.text)
    return text.cut(0, match.end()) if match and match.end() < len(text.text) else Text()
