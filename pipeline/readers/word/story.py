"""The paragraphs and tables of a document in reading order, numbered as they are met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.errors import LimitError
from pipeline.readers.parts import Element
from pipeline.readers.word.inline import Fields, Written, alternate, read_paragraph
from pipeline.readers.word.names import MC, W
from pipeline.readers.word.numbering import Counters
from pipeline.readers.word.styles import Style, Styles

PARAGRAPH, TABLE, ROW, CELL = W + "p", W + "tbl", W + "tr", W + "tc"
_EMBEDDED, _ALTERNATES = W + "altChunk", MC + "AlternateContent"
_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_PROPERTIES, _MARK = W + "pPr", W + "rPr"
_DEEPEST = 8  # levels of a list, from 0
_REMOVED = frozenset((W + "del", W + "moveFrom"))
_BLANKS = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as shown: `number` is its place in the document, from 1.

    `marker` is what its list counts; `heading` its level from 1, 0 where it is none. What is
    set aside is blank in `text`.
    """

    number: int
    text: str
    marker: str = ""
    level: int = 0
    heading: int = 0


@dataclass(slots=True)
class Story:
    """What reading a document in order has met so far.

    `texts` holds each paragraph's text, `notes` the references to foot- and endnotes,
    `aside` where words stand that nobody means any more (paragraph, start, end), and
    `carried` what paragraphs whose end was deleted leave for the next to take on, `damaged`
    the parts beside it that could not be read.
    """

    styles: Styles
    nesting: int
    counters: Counters = field(default_factory=Counters)
    fields: Fields = field(default_factory=Fields)
    texts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    contents: list[Paragraph] = field(default_factory=list)
    aside: list[tuple[int, int, int]] = field(default_factory=list)
    carried: Written = field(default_factory=Written)
    pictures: bool = False
    embedded: bool = False
    objects: bool = False
    damaged: list[str] = field(default_factory=list)

    def paragraph(self, item: Element) -> tuple[Paragraph | None, list[Element]]:
        """Return the paragraph and its text boxes.

        There is none where its end is deleted, or where it is a line of the contents.
        """
        written = read_paragraph(item, self.fields)
        self.pictures = self.pictures or written.pictures
        self.notes += written.notes
        if written.hidden.strip():
            self.hidden.append(" ".join(written.hidden.split()))
        properties = item.find(_PROPERTIES)
        if properties is not None and _is_deleted(properties.find(_MARK)):
            self.carried = _after(self.carried, written)
            return None, written.boxes
        style = self.styles.of(properties)
        marker, level = self._listed(style)
        paragraph = self._counted(written, marker, level, style.heading)
        if style.contents:
            self.contents.append(paragraph)
            return None, written.boxes
        return paragraph, written.boxes

    def rest(self) -> Iterator[Paragraph]:
        """Yield words still carried where no paragraph follows to take them on."""
        if self.carried.text:
            yield self._counted(Written())

    def _counted(
        self, written: Written, marker: str = "", level: int = 0, heading: int = 0
    ) -> Paragraph:
        if self.carried.text:
            written, self.carried = _after(self.carried, written), Written()
        text = written.text
        self.texts.append(text)
        for start, end in written.aside:
            self.aside.append((len(self.texts), start, end))
            text = text[:start] + _BLANKS.sub(" ", text[start:end]) + text[end:]
        return Paragraph(len(self.texts), text, marker, level, heading)

    def _listed(self, style: Style) -> tuple[str, int]:
        listing = self.styles.listings.get(style.listing or "")
        if listing is None or style.listing is None:
            return "", 0
        depth = min(style.depth or 0, _DEEPEST)
        return self.counters.next(style.listing, listing, depth), depth


def _after(carried: Written, written: Written) -> Written:
    """Return the words of two paragraphs, of the first of which the end was deleted."""
    at = len(carried.text)
    aside = [(at + start, at + end) for start, end in written.aside]
    return Written(carried.text + written.text, [*carried.aside, *aside])


def _is_deleted(mark: Element | None) -> bool:
    """Say whether the properties of a paragraph's mark show it deleted."""
    return mark is not None and mark.find(W + "del") is not None


def blocks(parent: Element, story: Story, depth: int) -> Iterator[Paragraph | Element]:
    """Yield the paragraphs (read) and tables (not yet) of a body, cell, note or text box.

    `depth` is how many tables and boxes stand around it. Raises LimitError past the limit.
    """
    if depth > story.nesting:
        raise LimitError(
            f"Its tables or text boxes are nested more than {story.nesting} deep.",
            "Copy the plan into a new document without the outer tables.",
        )
    for child in children(parent):
        if child.tag == PARAGRAPH:
            paragraph, boxes = story.paragraph(child)
            if paragraph is not None:
                yield paragraph
            for box in boxes:
                yield from blocks(box, story, depth + 1)
        elif child.tag == TABLE:
            yield from story.rest()
            yield child
        elif child.tag == _EMBEDDED:
            story.embedded = True
    yield from story.rest()


def flat(parent: Element, story: Story, depth: int) -> Iterator[Paragraph]:
    """Yield all paragraphs below `parent`, those of nested tables in reading order."""
    for block in blocks(parent, story, depth):
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in rows(block):
            for cell in cells(row):
                yield from flat(cell, story, depth + 1)


def children(parent: Element) -> Iterator[Element]:
    """Yield the children as shown: content controls opened, deletions left out."""
    stack: list[Iterator[Element]] = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in _WRAPPERS:
            stack.append(iter(child))
        elif child.tag == _ALTERNATES:
            stack.append(alternate(child))
        elif child.tag not in _REMOVED:
            yield child


def rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table that are not deleted."""
    for row in children(table):
        if row.tag == ROW and row.find(f"{W}trPr/{W}del") is None:
            yield row


def cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row."""
    return (cell for cell in children(row) if cell.tag == CELL)
