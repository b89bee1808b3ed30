"""Word documents (.docx, .docm, .dotx) to blocks.

The XML is read as it stands, part by part, so that a missing picture or an odd table harms
nothing else; python-docx is the reference that the tests compare with.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.blocks import Block, Document, Left, Prose, Remark
from pipeline.errors import UnreadableError
from pipeline.placed import Place, join
from pipeline.readers.archive import Package, open_package, wrong_kind
from pipeline.readers.paragraph import lines, place_text, prose
from pipeline.readers.parts import DamagedError, Element
from pipeline.readers.word.aside import set_aside
from pipeline.readers.word.names import W
from pipeline.readers.word.story import Paragraph, Story, blocks, cells, flat, rows
from pipeline.readers.word.styles import styles
from pipeline.readers.word.tabbed import gathered, typed_table
from pipeline.readers.word.tables import is_frame, read_table
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.models import DroppedKind

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Nine tenths of a styles part say how tables look, and half the reading went into them.
_TABLE_STYLES = (b'<w:style w:type="table"', b"</w:style>")
_OBJECTS = ("package", "oleObject")
_HEADS = ("header", "footer")
_APART: dict[str, "DroppedKind"] = {
    "header": "running-head",
    "footer": "running-head",
    "comments": "not-the-plan",
    "contents": "not-the-plan",
}
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.I)


def read(data: bytes, settings: Settings) -> Document:
    """Return the blocks of a Word document, tracked changes accepted.

    Headers, footers and comments go to `left`, foot- and endnotes to the end. Places count
    code points in the text of a paragraph as `paragraph_texts` returns it.
    Raises UnreadableError for damaged, encrypted or other files, LimitError for huge ones.
    """
    return _read(data, settings)[0]


def paragraph_texts(data: bytes, settings: Settings | None = None) -> list[str]:
    """Return the text of each paragraph, in the order that `Place.paragraph` counts from 1.

    That is the text as Word shows it with all changes accepted and list numbers left out:
    a tab is "\\t", a line break "\\n", a symbol the character that it looks like. Those of
    the body come first, table cells and text boxes where they stand; then notes, headers,
    footers and comments.
    """
    return _read(data, settings or Settings())[1].texts


def _read(data: bytes, settings: Settings) -> tuple[Document, Story]:
    package = open_package(data, settings)
    name = package.main()
    root = package.tree(name)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise wrong_kind(data, "word") or UnreadableError(
            "It has lost its main part.", "Open it in Word, save it again, and try that copy."
        )
    parts = list(package.related(name).values())
    damaged: list[str] = []
    looks = _or_damaged(package, parts, "styles", damaged, _TABLE_STYLES)
    known = styles(looks, _or_damaged(package, parts, "numbering", damaged))
    story = Story(known, settings.limits.nesting, damaged=damaged)
    set_aside(body)
    story.objects = any(kind in _OBJECTS for kind, _ in parts)
    found = tuple(_numbered(_body(body, story, 0), story))
    notes = tuple(_notes(package, parts, story))
    left = (*_aside(story), *_left(package, parts, story))
    if story.pictures and not found:
        raise UnreadableError(
            "It holds only pictures and no text.",
            "Ask for the original document, or run text recognition (OCR) on it first.",
        )
    return Document(found + notes, MEDIA_TYPE, left=left, remarks=tuple(_remarks(story))), story


def _part(
    package: Package,
    parts: Iterable[tuple[str, str]],
    kind: str,
    cut: tuple[bytes, bytes] | None = None,
) -> Element | None:
    return next((package.tree(name, cut) for other, name in parts if other == kind), None)


def _or_damaged(
    package: Package,
    parts: Iterable[tuple[str, str]],
    kind: str,
    damaged: list[str],
    cut: tuple[bytes, bytes] | None = None,
) -> Element | None:
    """Return a part that the text can do without, None where it is damaged, which is noted."""
    try:
        return _part(package, parts, kind, cut)
    except DamagedError:
        damaged.append(kind)
        return None


def _body(parent: Element, story: Story, depth: int) -> Iterator[tuple[Paragraph | Element, int]]:
    """Yield paragraphs and tables with their depth; a table that only frames is opened."""
    for block in blocks(parent, story, depth):
        if isinstance(block, Paragraph) or not is_frame(block):
            yield block, depth
            continue
        for row in rows(block):
            for cell in cells(row):
                yield from _body(cell, story, depth + 1)


def _numbered(found: Iterable[tuple[Paragraph | Element, int]], story: Story) -> Iterator[Block]:
    tables = 0
    for (block, depth), *more in gathered(found):
        if more:
            tables += 1
            yield typed_table([(block, depth), *more], tables)
        elif isinstance(block, Paragraph):
            yield from _prose(block)
        else:
            tables += 1
            yield read_table(block, story, tables, depth)


def _prose(paragraph: Paragraph, marker: str = "") -> Iterator[Prose]:
    """Yield a block a line; the lines of a heading are one."""
    place = Place(paragraph=paragraph.number)
    if paragraph.heading:
        pieces = lines(paragraph.text, place, paragraph.marker)
        if pieces:
            first = pieces[0]
            text = join(line.text for line in pieces)
            yield Prose(text, "heading", first.marker, paragraph.heading, first.label)
        return
    for line in lines(paragraph.text, place, paragraph.marker or marker, paragraph.level):
        yield replace(prose(line), kind="paragraph") if marker else prose(line)


def _notes(package: Package, parts: Iterable[tuple[str, str]], story: Story) -> Iterator[Prose]:
    """Yield foot- and endnotes in the order of their references, with their numbers."""
    roots = {kind: _part(package, parts, kind) for kind in ("footnotes", "endnotes")}
    for kind, root in roots.items():
        items = {item.get(W + "id", ""): item for item in (root if root is not None else ())}
        wanted = dict.fromkeys(at for part, at in list(story.notes) if part == kind)
        for count, at in enumerate((at for at in wanted if at in items), start=1):
            for paragraph in flat(items[at], story, 1):
                yield from _prose(replace(paragraph, heading=0), str(count))


def _left(package: Package, parts: Iterable[tuple[str, str]], story: Story) -> Iterator[Left]:
    """Yield what stands apart from the text, the same words once."""
    apart = [("contents", story.contents)]
    for part, name in sorted(set(parts)):
        root = package.tree(name) if part in _APART else None
        if root is not None:
            apart.append((part, list(_paragraphs(root, story))))
    seen = set()
    for part, paragraphs in apart:
        for paragraph in paragraphs:
            text = place_text(paragraph.text, Place(paragraph=paragraph.number))
            if text and text.text not in seen:
                seen.add(text.text)
                number = part in _HEADS and _PAGE_NUMBER.fullmatch(text.text)
                yield Left(text, "page-number" if number else _APART[part])


def _aside(story: Story) -> Iterator[Left]:
    """Yield the words that are shown but no longer meant."""
    for number, start, end in story.aside:
        words = place_text(story.texts[number - 1][start:end], Place(paragraph=number), start)
        if words:
            yield Left(words, "not-the-plan")


def _paragraphs(root: Element, story: Story) -> Iterator[Paragraph]:
    """Yield the paragraphs of a header or footer, or of each comment."""
    comments = root.findall(W + "comment")
    for parent in comments or [root]:
        yield from flat(parent, story, 1)


def _remarks(story: Story) -> Iterator[Remark]:
    if story.hidden:
        words = " / ".join(story.hidden)
        yield Remark("hidden", f"Hidden text was left out: {words[:300]}")
    if story.aside:
        texts = (story.texts[number - 1][start:end] for number, start, end in story.aside)
        words = " / ".join(dict.fromkeys(" ".join(text.split()) for text in texts))
        yield Remark(
            "hidden", f"Words struck out or prompts never answered were left out: {words[:300]}"
        )
    if story.damaged:
        yield Remark(
            "undecodable",
            f"The part with its {' and '.join(story.damaged)} is damaged: headings or list items "
            "may have been missed. Open it in Word, save it again, and try that copy.",
        )
    if story.objects:
        yield Remark(
            "undecodable",
            "A file embedded in this document was not read: open it there and save it as a file "
            "of its own.",
        )
    if story.embedded:
        yield Remark(
            "undecodable",
            "A document embedded in this one was not read: "
            "open it in Word, save it again, and try that copy.",
        )
