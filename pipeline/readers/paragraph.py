"""What the Word and Excel readers share: a paragraph or cell to lines, tables kept in bounds."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

from pipeline.blocks import Cell, Line, Prose
from pipeline.errors import LimitError
from pipeline.placed import Place, Run, Text, fold, is_folded
from pipeline.readers.lines import BULLET, TYPED

_LARGEST = 2_000_000  # cells


def lines(text: str, place: Place, marker: str = "", level: int = 0, gap: bool = False,
          at: int = 0) -> list[Line]:  # fmt: skip
    """Return the lines of `text`, which newlines part, each with its place.

    `marker` is what a list counts for the first line; a typed bullet or number is split off
    otherwise. `gap` says that there is room above; an empty line makes room, too. `at` is
    the code point of the source where `text` begins.
    """
    found: list[Line] = []
    for number, (start, piece) in enumerate(_pieces(text)):
        where = place._replace(line=number) if number else place
        written = place_text(piece, where, at + start)
        if not written:
            gap = gap or bool(found)
            continue
        label = Text() if marker else typed_marker(written)
        rest = written.cut(len(label.text)) if label else written
        found.append(Line(rest, marker or label.text, level, gap, label))
        marker, gap = "", False
    return found


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text and where each begins; a bullet after a space begins one, too."""
    at = 0
    for line in text.split("\n"):
        cuts = [] if line.isascii() else _cuts(line)
        for first, last in pairwise((0, *cuts, len(line))):
            yield at + first, line[first:last]
        at += len(line) + 1


def _cuts(line: str) -> list[int]:
    """Return where bullets stand that follow a space, and words before it."""
    starts = (found.start() for found in BULLET.finditer(line))
    return [at for at in starts if line[at - 1 : at].isspace() and line[:at].strip()]


def prose(line: Line) -> Prose:
    """Return a line that stands outside tables as a block: an item where it has a marker."""
    kind: Literal["item", "paragraph"] = "item" if line.marker else "paragraph"
    return Prose(line.text, kind, line.marker, line.level, line.label)


def place_text(text: str, place: Place, at: int = 0) -> Text:
    """Return `text`, which begins at code point `at` of its place, with white space folded."""
    start = len(text) - len(text.lstrip())
    text = text.strip()
    run = Run(text, place, at + start, at + start + len(text))
    if is_folded(text):
        return Text(text, ((0, run),)) if text else Text()
    return fold((run,))


def typed_marker(text: Text) -> Text:
    """Return the bullet or number that someone typed before the words, empty where none."""
    match = BULLET.match(text.text) or TYPED.match(text.text)
    return text.cut(0, match.end()) if match and match.end() < len(text.text) else Text()


def check_area(cells: Iterable[Cell]) -> None:
    """Raise LimitError where a table is so long and wide that no plan can be."""
    rows = columns = 0
    for cell in cells:
        rows = max(rows, cell.row)
        columns = max(columns, cell.column + cell.colspan - 1)
    if rows * columns > _LARGEST:
        raise LimitError(
            f"It has a table of {rows:,} rows and {columns:,} columns.",
            "Delete what lies outside the plan, and save it again.",
        )
