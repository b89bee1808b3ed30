"""Runs to lines: where a paragraph, a list item or a typed bullet begins."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from pipeline.blocks import Line, Prose
from pipeline.placed import JOINTS, NOTHING, Place, Run, Text, fold

Kind = Literal["heading", "paragraph", "item"]
_new = tuple.__new__  # in half the time of a call, of which a document has thousands

# Glyphs that are bullets wherever they stand; the private-use ones are Symbol and Wingdings.
BULLET = re.compile("[•▪▫◦‣⁃●○■□◆◇➢➤►▶✓✔❖\uf0b7\uf06e\uf0a7\uf0d8\uf076\uf0fc]\\s*")
# Typed at the start of a line only: dashes, "1.", "1a)", "(b)", "iv)", and "1a" or "o" alone.
TYPED = re.compile(
    r"(?:[-–—*+·](?:\s\[[ xX]\])?|o(?=\s[A-Z])"
    r"|\(?\d{1,2}[a-z]?[.)]|\(?[a-z][.)]|\([ivx]{1,4}\)|[ivx]{1,4}\)"
    r"|\d{1,2}[a-z](?=\s[A-Z]))\s+(?=\S)"
)
NUMBER = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})?[a-z]?[.)]?")  # alone in a cell


@dataclass(slots=True)
class Collector:
    """Collects runs and breaks them into lines; `place` is shared by the runs of one line."""

    place: Place
    lines: list[tuple[Line, Kind]] = field(default_factory=list)
    level: int = 0
    kind: Kind = "paragraph"
    marker: str = ""
    gap: bool = False
    _runs: list[Run] = field(default_factory=list)
    _label: Text = NOTHING

    def add(self, runs: Iterable[Run]) -> None:
        """Add runs of the source, beginning a new line at every bullet in them."""
        for run in runs:
            if not self._runs and run.text.isspace():
                continue
            at = 0
            for bullet, end in _bullets(run.text):
                self._plain(run, at, at + len(run.text[at:bullet].rstrip()))
                self._bullet(run, bullet)
                at = end
            self._plain(run, at, len(run.text))

    @property
    def open(self) -> bool:
        """Whether the line holds anything yet."""
        return any(not run.text.isspace() for run in self._runs)

    def _plain(self, run: Run, start: int, end: int) -> None:
        if end > start:
            whole = end - start == len(run.text) and run.place is self.place
            self._runs.append(run if whole else run.cut(start, end, self.place))

    def _bullet(self, run: Run, at: int) -> None:
        self.end_line()
        sign = run.cut(at, at + 1, self.place)
        self.marker, self._label = sign.text, Text(sign.text, ((0, sign),))

    def break_line(self) -> None:
        """End the line; a break in none leaves room above the next."""
        empty = not self.open
        self.end_line()
        self.gap = self.gap or (empty and bool(self.lines))

    def wrap(self) -> None:
        """Go on with the line in the next of the source, where its words stand apart."""
        if not _is_cut(self._runs[-1].text if self._runs else ""):
            self._runs.append(Run(" ", self.place))
        self.place = _next(self.place)

    def take_number(self) -> bool:
        """Take what the line holds for the number of what follows; say whether it is one."""
        text = fold(self._runs)
        if not NUMBER.fullmatch(text.text):
            return False
        self._runs.clear()
        self.marker, self._label = text.text, text
        return True

    def end_line(self) -> None:
        """Close the line, if it holds any words."""
        if not self._runs:
            return
        text = fold(self._runs)
        self._runs.clear()
        if not text.text:
            return
        marker, label, text = self._split_marker(text)
        line = _new(Line, (text, marker, self.level, self.gap, label))
        self.lines.append((line, self.kind))
        self.marker, self._label, self.gap = "", NOTHING, False
        self.place = _next(self.place)

    def _split_marker(self, text: Text) -> tuple[str, Text, Text]:
        match = None if self._label.text else TYPED.match(text.text)
        if not match:
            return self.marker, self._label, text
        label = text.cut(0, match.end())
        return label.text, label, text.cut(match.end())

    def take(self) -> list[Prose]:
        """Return the lines as blocks outside tables, and begin anew behind them."""
        self.end_line()
        taken = [_prose(line, kind) for line, kind in self.lines]
        self.lines.clear()
        return taken


def _is_cut(words: str) -> bool:
    """Say whether a line breaks off inside a word: "multi-" / "agency"."""
    return words[-1:] in JOINTS and words[-2:-1].isalnum()


def _bullets(text: str) -> list[tuple[int, int]]:
    """Return where bullets stand that begin a line, with the white space behind them.

    A tick behind all other words says that something is done.
    """
    if text.isascii():  # none of the glyphs is
        return []
    found = [match.span() for match in BULLET.finditer(text)]
    if found and found[-1][0] and found[-1][1] == len(text) and text[found[-1][0]] in "✓✔":
        found.pop()
    return [(start, end) for start, end in found if not start or text[start - 1].isspace()]


def _prose(line: Line, kind: Kind) -> Prose:
    kind = "item" if line.marker and kind != "heading" else kind
    return Prose(line.text, kind, line.marker, line.level, line.label)


def _next(place: Place) -> Place:
    """Return the place of the line after `place`."""
    paragraph = None if place.paragraph is None else place.paragraph + 1
    page, sheet, table, row, column, cell, _, line = place
    return _new(Place, (page, sheet, table, row, column, cell, paragraph, line + 1))
