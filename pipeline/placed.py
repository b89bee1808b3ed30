"""Text that remembers where it stands: slicing keeps the places of its characters.

So nobody ever searches for a quote afterwards.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from pipeline.models import Fragment, Location
from pipeline.models.base import made

_WORD = re.compile(r"[^\W_]+")
_SPACED = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)) + bytes(128)
_STRETCH = re.compile(r"\S+(?: \S+)*")  # words with nothing but single spaces between them
# What is set in every location and fragment: one set for all, of which a document has thousands.
_FRAGMENT, _LOCATION = set(Fragment.model_fields), set(Location.model_fields)
_MANY = 16  # runs that are gone through sooner than the first of them is looked for
_new = tuple.__new__  # makes texts and runs, of which there are as many, in half the time


# A line broken at one of these is broken inside a word: "multi-" / "agency", "and/" / "or".
JOINTS = ("-", "‐", "–", "/")
_BROKEN = ("\u00ad", "\u2010")  # written where a word is broken, and nowhere else


class Place(NamedTuple):
    """The line of a source that runs of text share. All numbers count from 1.

    `line` tells lines of one cell or paragraph apart (it is not published): runs of one
    place make one fragment.
    """

    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    cell: str | None = None
    paragraph: int | None = None
    line: int = 0


class Run(NamedTuple):
    """Characters that stand side by side in the source.

    `start`/`end` are code points of the source; when their distance is not the length of
    `text` (an entity such as `&amp;`) the run is indivisible. For PDF, `edges` holds the left
    and right edge of every character in points (two numbers a character, in an array of four
    bytes each where memory counts), `top`/`bottom` the line's.
    """

    text: str
    place: Place
    start: int | None = None
    end: int | None = None
    edges: Sequence[float] = ()
    top: float = 0.0
    bottom: float = 0.0

    def __hash__(self) -> int:
        """Leave out the edges: an array of them has no hash."""
        return hash((self.text, self.place, self.start, self.end, self.top, self.bottom))

    def cut(self, first: int, last: int, place: Place | None = None) -> "Run":
        """Return characters `first` to `last` of this run, `place` to be where they stand."""
        text, own, start, end, edges, top, bottom = self
        if start is not None and end is not None and end - start == len(text):
            start, end = start + first, start + last
        edges = edges and edges[2 * first : 2 * last]
        return _new(Run, (text[first:last], place or own, start, end, edges, top, bottom))


class Text(NamedTuple):
    """A string and the runs that its characters come from, each with its offset in it.

    Characters between runs are white space that stands for a line break or a fold.
    """

    text: str = ""
    runs: tuple[tuple[int, Run], ...] = ()

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def words(self) -> str:
        """The letters and digits in lower case, for comparing wordings."""
        return plain_words(self.text)

    def cut(self, start: int, end: int | None = None) -> "Text":
        """Return the characters from `start` to `end`, white space at both ends left out."""
        if start == 0 and (end is None or end >= len(self.text)):
            return self
        whole = self.text[start:end]
        part = whole.strip()
        if not part:
            return NOTHING
        start += whole.index(part)
        end = start + len(part)
        kept = []
        for at, run in self.runs if len(self.runs) <= _MANY else self._runs_from(start):
            if at >= end:
                break
            last = at + len(run.text)
            if at >= start and last <= end:
                kept.append((at - start, run))
            elif last > start:
                first = at if at > start else start
                cut = run.cut(first - at, (end if end < last else last) - at)
                kept.append((first - start, cut))
        return _new(Text, (part, tuple(kept)))

    def _runs_from(self, start: int) -> Iterator[tuple[int, Run]]:
        """Yield the runs from the last one that begins before `start`, found by halving."""
        first = max(bisect_left(self.runs, start, key=itemgetter(0)) - 1, 0)
        return map(self.runs.__getitem__, range(first, len(self.runs)))

    def location(self) -> Location:
        """Return the fragments of the source that these characters fill."""
        if len(self.runs) == 1:  # as most texts have
            fragments = [_fragment(self.runs[0][1])]
        else:
            lines = groupby([run for _, run in self.runs], key=attrgetter("place"))
            fragments = [_fragment(*runs) for _, runs in lines]
        return made(Location, {"fragments": tuple(fragments)}, _LOCATION)


NOTHING = Text()


def plain_words(text: str) -> str:
    """Return the letters and digits of a text in lower case, for comparing wordings."""
    small = text.lower()
    if small.isascii():  # most texts are, and it takes a quarter of the time
        return " ".join(small.encode().translate(_SPACED).decode().split())
    return " ".join(_WORD.findall(small))


def lowered(text: str) -> str:
    """Return a text in small letters, each character at its place."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def is_folded(text: str) -> bool:
    """Say whether all white space in a text is single spaces between words, as most has."""
    # Of white space only the space is printable; other signs that are not do no harm here.
    return text.isprintable() and "  " not in text and text == text.strip()


def fold(runs: Iterable[Run]) -> Text:
    """Return the runs as one text, every stretch of white space as one space."""
    runs = list(runs)
    if len(runs) == 1 and is_folded((alone := runs[0]).text):
        return _new(Text, (alone.text, ((0, alone),))) if alone.text else NOTHING
    parts: list[str] = []
    kept: list[tuple[int, Run]] = []
    length, gap = 0, False
    for run in runs:
        text = run.text
        end = 0
        for match in _STRETCH.finditer(text):
            start = match.start()
            if length and (gap or start > end):
                parts.append(" ")
                length += 1
            gap = False
            end = match.end()
            piece = run if end - start == len(text) else run.cut(start, end)
            parts.append(piece.text)
            kept.append((length, piece))
            length += end - start
        gap = gap or end < len(text)
    return Text("".join(parts), tuple(kept)) if kept else NOTHING


def join(texts: Iterable[Text], separator: str = " ") -> Text:
    """Return the texts as one, with `separator` between them (it stands nowhere)."""
    filled = [text for text in texts if text.text]
    if len(filled) < 2:
        return filled[0] if filled else NOTHING
    parts: list[str] = []
    runs: list[tuple[int, Run]] = []
    length = 0
    for text in filled:
        if parts:
            parts.append(separator)
            length += len(separator)
        parts.append(text.text)
        runs += [(length + at, run) for at, run in text.runs]
        length += len(text.text)
    return _new(Text, ("".join(parts), tuple(runs)))


def carried_on(above: Text, below: Text) -> Text:
    """Return a text and the rest of it as one: no space where the break is inside a word."""
    last, first = above.text[-1:], below.text[:1]
    if last in _BROKEN and first.islower():
        return join((above.cut(0, len(above.text) - 1), below), "")
    inside = last in JOINTS and above.text[-2:-1].isalnum() and first.isalnum()
    return join((above, below), "" if inside else " ")


def _fragment(*runs: Run) -> Fragment:
    """Return the fragment that runs of one place make."""
    first = runs[0]
    page, sheet, table, row, column, cell, paragraph, _ = first.place
    fields = {
        "page": page,
        "sheet": sheet,
        "table": table,
        "row": row,
        "column": column,
        "cell": cell,
        "paragraph": paragraph,
        "start": first.start,
        "end": runs[-1].end,
        "bbox": _box(runs) if first.edges else None,
    }
    return made(Fragment, fields, _FRAGMENT)


def _box(runs: Iterable[Run]) -> tuple[float, float, float, float] | None:
    boxed = [run for run in runs if run.edges]
    left, right = min(min(run.edges) for run in boxed), max(max(run.edges) for run in boxed)
    top, bottom = min(run.top for run in boxed), max(run.bottom for run in boxed)
    return (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
