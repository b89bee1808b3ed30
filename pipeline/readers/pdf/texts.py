"""Paragraphs of visual lines to text that knows its boxes, one run a line."""

from pipeline.blocks import Line, Prose
from pipeline.placed import JOINTS, Place, Run, Text
from pipeline.readers.pdf.folding import Paragraph
from pipeline.readers.pdf.shapes import Strip


def line(paragraph: Paragraph, place: Place) -> Line:
    """Return a paragraph of a cell; `place` is its first line's, the next ones count on."""
    text, label = _text(paragraph, place)
    return Line(text, label.text, paragraph.level, paragraph.gap, label)


def prose(paragraph: Paragraph, place: Place, heading: bool) -> Prose:
    """Return a paragraph outside tables."""
    text, label = _text(paragraph, place)
    if heading:
        return Prose(text, "heading", label.text, paragraph.level, label)
    return Prose(text, "item" if label else "paragraph", label.text, paragraph.level, label)


def text(strips: list[Strip], place: Place) -> Text:
    """Return lines as one text, broken words joined where a hyphen or slash ends a line."""
    parts: list[str] = []
    runs: list[tuple[int, Run]] = []
    length = 0
    for number, strip in enumerate(strips):
        if parts and _parted(parts[-1], strips[number - 1], strip):
            parts.append(" ")
            length += 1
        runs.append((length, run(strip, moved(place, number) if number else place)))
        parts.append(strip.text)
        length += len(strip.text)
    return Text("".join(parts), tuple(runs))


def moved(place: Place, lines: int) -> Place:
    """Return the place some lines further down."""
    return Place(
        place.page, place.sheet, place.table, place.row, place.column, place.cell,
        place.paragraph, place.line + lines,
    )  # fmt: skip


def run(strip: Strip, place: Place) -> Run:
    """Return one visual line."""
    return Run(strip.text, place, None, None, strip.edges, strip.top, strip.bottom)


def _parted(written: str, before: Strip, strip: Strip) -> bool:
    """Whether a space belongs between two lines."""
    joint = written.endswith(JOINTS) and written[-2:-1].isalnum() and strip.text[0].isalnum()
    return not before.cut and (before.spaced or not joint)


def _text(paragraph: Paragraph, place: Place) -> tuple[Text, Text]:
    whole = text(paragraph.strips, place)
    at = paragraph.strips[0].label
    return (whole.cut(at), whole.cut(0, at)) if at else (whole, Text())
