"""One paragraph's XML to the text that a reader sees, tracked changes accepted.

Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.13 (tracked changes), 17.16 (fields).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.readers.parts import Element
from pipeline.readers.word.aside import ASIDE
from pipeline.readers.word.names import MC, M, W, glyphs, on, symbol

_SKIPPED = frozenset(
    W + name
    for name in (
        "pPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "sdtPr",
        "sdtEndPr", "rPr", "ffData", "fldData", "tblPr", "trPr", "tcPr", "sectPr",
    )
)  # fmt: skip
_RUNS, _PROPERTIES = frozenset((W + "r", ASIDE)), W + "rPr"
_FIELD, _SYMBOL, _BOX = W + "fldChar", W + "sym", W + "txbxContent"
_ALTERNATES = MC + "AlternateContent"
# What each element shows; "" where its own words or code say it.
_CHARACTERS = {
    W + "t": "",
    M + "t": "",
    _SYMBOL: "",
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_MARKS = frozenset((_FIELD, _BOX, *_NOTES))
_PICTURES = frozenset((W + "drawing", W + "pict", W + "object"))


@dataclass(slots=True)
class Fields:
    """The complex fields that are open: True once a field's result has begun."""

    open: list[bool] = field(default_factory=list)

    def mark(self, kind: str | None) -> None:
        """Note the beginning, the separator or the end of a field."""
        if kind == "begin":
            self.open.append(False)
        elif self.open and kind == "separate":
            self.open[-1] = True
        elif self.open and kind == "end":
            self.open.pop()

    @property
    def shown(self) -> bool:
        """Whether text here is a result, not a field's instruction."""
        return all(self.open)

    def end_paragraph(self) -> None:
        """Forget instructions that never ended: no words may be lost behind one."""
        self.open = [True for began in self.open if began]


@dataclass(slots=True)
class Written:
    """What one paragraph shows.

    `aside` are the stretches of `text` that are shown but no longer meant, `boxes` the text
    boxes anchored in it, `notes` its references to foot- and endnotes as (part, id), `hidden`
    the words that Word does not show.
    """

    text: str = ""
    aside: list[tuple[int, int]] = field(default_factory=list)
    hidden: str = ""
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: bool = False


def read_paragraph(paragraph: Element, fields: Fields) -> Written:
    """Return the text of a `w:p`, without its list number; line breaks are newlines."""
    written = Written()
    shown: list[str] = []
    hidden: list[str] = []
    length = 0
    stack: list[tuple[Iterator[Element], bool, bool]] = [(iter(paragraph), False, False)]
    while stack:
        children, unseen, aside = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            continue
        tag = str(child.tag)
        if tag in _CHARACTERS:
            if fields.shown:
                piece = _CHARACTERS[tag] or _word(child, tag)
                (hidden if unseen else shown).append(piece)
                length += 0 if unseen else len(piece)
                if aside and not unseen:
                    _widen(written.aside, length - len(piece), length)
        elif tag in _RUNS:
            stack.append((iter(child), unseen or _vanishes(child), tag == ASIDE))
        elif tag in _MARKS:
            _note(child, tag, written, fields)
        elif tag == _ALTERNATES:
            stack.append((alternate(child), unseen, aside))
        elif tag not in _SKIPPED:
            written.pictures = written.pictures or tag in _PICTURES
            stack.append((iter(child), unseen, aside))
    fields.end_paragraph()
    written.text, written.hidden = "".join(shown), "".join(hidden)
    return written


def _note(child: Element, tag: str, written: Written, fields: Fields) -> None:
    """Note what stands in the text but is not part of it."""
    if tag == _FIELD:
        fields.mark(child.get(W + "fldCharType"))
    elif tag == _BOX:
        written.boxes.append(child)
    else:
        written.notes.append((_NOTES[tag], child.get(W + "id", "")))


def _widen(stretches: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a stretch, or lengthen the last where it goes on with that."""
    if stretches and stretches[-1][1] == start:
        start = stretches.pop()[0]
    stretches.append((start, end))


def _vanishes(run: Element) -> bool:
    properties = run.find(_PROPERTIES)
    return properties is not None and on(properties, "vanish")


def _word(child: Element, tag: str) -> str:
    if tag == _SYMBOL:
        return symbol(child.get(W + "char"), child.get(W + "font"))
    return glyphs(child.text or "").replace("\r", " ").replace("\n", " ")


def alternate(parent: Element) -> Iterator[Element]:
    """Yield the children of the first choice of an `mc:AlternateContent`, which says all."""
    choice = parent.find(MC + "Choice")
    if choice is None:
        choice = parent.find(MC + "Fallback")
    return iter(()) if choice is None else iter(choice)
