"""HTML pages, and the tree that the text reader makes of marked text, to blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from bs4 import Tag
from bs4.element import Comment, NavigableString, PageElement

from pipeline.blocks import Block, Cell, Document, Left, Remark, Table
from pipeline.placed import Place, Text, fold
from pipeline.readers.frames import CELLS, children, is_frame, rows, unfolds, with_tables
from pipeline.readers.lines import Collector, Kind
from pipeline.readers.markup import Marked, number
from pipeline.readers.paragraph import check_area
from pipeline.settings import Settings

_BLOCKS = frozenset(
    """address article blockquote body button caption center dd details div dl dt fieldset
    figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section
    summary tbody td tfoot th thead tr ul""".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ASIDE = frozenset("nav footer aside form button select svg template noscript iframe".split())
_ROLES = frozenset(("navigation", "contentinfo", "search", "banner", "complementary"))
_CAPTION = frozenset(("caption",))
_SILENT = frozenset(("head", "script", "style", "title"))
_UP = re.compile(
    r"\W*(?:(?:(?:back|return|go|jump) )?to )?(?:the )?top(?: of (?:the |this )?page)?\W*", re.I
)
_GUESSED = "Columns were told by the room between them, and rows may be joined or cut."
_UNFOLDED = 6  # level of headings; those of what a page unfolds are deeper
_DEEPER = 4  # pages nest more boxes than tables


def read(text: str, settings: Settings) -> Document:
    """Return the blocks of an HTML page: navigation, footers and forms are left out."""
    marked = Marked(text, settings.limits.nesting * _DEEPER)
    marked.markup(0, len(text))
    return document(marked, "text/html")


def document(marked: Marked, media_type: str) -> Document:
    """Return the blocks of what `marked` holds."""
    walk = _Walk(marked)
    tree = marked.parse()
    walk.inside(with_tables(tree) if "role=" in marked.source else tree, walk.prose)
    walk.flush()
    left, stray = tuple(walk.left), tuple(walk.stray)
    return Document(tuple(walk.blocks), media_type, None, left, stray, walk.remarks)


_Before = tuple[int, Kind, int]  # how many lines stand before an element, their kind and level


@dataclass(slots=True)
class _Walk:
    """One walk over the tree, in document order."""

    marked: Marked
    blocks: list[Block] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    stray: list[Text] = field(default_factory=list)
    remarks: tuple[Remark, ...] = ()
    tables: int = 0
    counts: dict[int, int] = field(default_factory=dict)
    prose: Collector = field(default_factory=lambda: Collector(Place(paragraph=1)))

    def flush(self) -> None:
        """Turn the prose collected so far into blocks."""
        self.blocks.extend(self.prose.take())

    def node(self, node: PageElement, lines: Collector) -> None:
        """Add what `node` holds to `lines`, or as a table of its own."""
        if isinstance(node, NavigableString):
            if not isinstance(node, Comment):
                self.string(node, lines)
        elif isinstance(node, Tag):
            self.element(node, lines)

    def string(self, string: str, lines: Collector) -> None:
        """Add the text behind a string, parted where it holds lines of their own."""
        for stretches in self.marked.lines(string):
            name = stretches[0].line
            before = self.begin(name, lines) if name else None
            lines.add(self.marked.runs(stretches, lines.place))
            if before:
                self.end(name, lines, before)

    def element(self, tag: Tag, lines: Collector) -> None:
        """Add what an element holds: a line, a box, a table, or nothing of the plan."""
        name = tag.name
        if name in _SILENT:
            return
        if _is_aside(tag) or (name == "a" and self.leads_up(tag)):
            self.leave(tag)
        elif name == "table" and lines is self.prose and not is_frame(tag, self.words):
            self.flush()
            self.blocks.append(self.table(tag))
        elif name == "br" and "data-wrapped" in tag.attrs:
            lines.wrap()
        elif name == "br":
            lines.break_line()
        elif name in _BLOCKS or name == "table":
            self.box(tag, lines)
        else:
            self.inside(tag, lines)

    def inside(self, tag: Tag, lines: Collector) -> None:
        """Add what stands inside an element, in order."""
        for child in tag.children:
            self.node(child, lines)

    def box(self, tag: Tag, lines: Collector) -> None:
        """Walk a block-level element: a line begins before and ends behind it."""
        if tag.name == "td" and _is_filled(tag.find_next_sibling("td")):
            self.inside(tag, lines)
            if not lines.take_number():
                lines.end_line()
            return
        before = self.begin(tag.name, lines, self.marker(tag) if tag.name == "li" else "")
        if tag.name == "summary" or (tag.name == "button" and lines.kind != "heading"):
            lines.kind, lines.level = "heading", _UNFOLDED + len(tag.find_parents("details"))
        self.inside(tag, lines)
        self.end(tag.name, lines, before)

    def begin(self, name: str, lines: Collector, marker: str = "") -> _Before:
        """Begin a block-level element, and with it a line; return how it was before."""
        lines.end_line()
        before = len(lines.lines), lines.kind, lines.level
        if name in _HEADINGS:
            lines.kind, lines.level = "heading", _HEADINGS[name]
        elif name == "li":
            lines.marker, lines.level = marker, lines.level + 1
        return before

    def end(self, name: str, lines: Collector, before: _Before) -> None:
        """End a block-level element, and with it a line; an empty paragraph leaves room."""
        lines.end_line()
        size, lines.kind, lines.level = before
        lines.marker = ""
        if name == "p" and len(lines.lines) == size:
            lines.gap = bool(lines.lines)

    def marker(self, li: Tag) -> str:
        """Return a bullet, or the number that an ordered list counts."""
        ordered = li.parent
        if ordered is None or ordered.name != "ol":
            return "•"
        count = self.counts.get(id(ordered), number(ordered, "start", 10**6) - 1) + 1
        self.counts[id(ordered)] = count
        kind = str(ordered.get("type", "1"))
        return f"{chr(ord(kind) + count - 1) if kind in 'aA' and count <= 26 else count}."

    def leads_up(self, tag: Tag) -> bool:
        """Say whether a link only leads back to the top of its page."""
        string = tag.string
        if string is None:
            return False
        stretches = chain.from_iterable(self.marked.lines(string))
        text = "".join(run.text for run in self.marked.runs(stretches, self.prose.place))
        return _UP.fullmatch(text) is not None

    def leave(self, tag: Tag) -> None:
        """Leave the words of an element out, and report them."""
        place = Place(paragraph=self.prose.place.paragraph)
        strings = (str(s) for s in tag.strings if not isinstance(s, Comment))
        for stretches in chain.from_iterable(map(self.marked.lines, strings)):
            text = fold(self.marked.runs(stretches, place))
            if text and "data-stray" in tag.attrs:
                self.stray.append(text)
            elif text:
                self.left.append(Left(text, "not-the-plan"))

    def table(self, tag: Tag) -> Table:
        """Return a table's cells; rows and columns are placed by their spans."""
        self.tables += 1
        table = self.tables
        for caption in children(tag, _CAPTION):
            self.element(caption, self.prose)
            self.flush()
        cells = []
        filled: dict[int, int] = {}  # column -> the last row that a cell above reaches into
        for row, tr in enumerate(rows(tag), 1):
            column = 1
            for td in self.cells(tr):
                while filled.get(column, 0) >= row:
                    column += 1
                cell = self.cell(td, Place(table=table, row=row, column=column))
                check_area((cell,))  # at once: each row looks for a free column among all before
                cells.append(cell)
                reach = range(column, column + cell.colspan)
                filled.update(dict.fromkeys(reach, row + cell.rowspan - 1))
                column += cell.colspan
        check_area(cells)
        if tag.attrs.get("data-guessed"):
            self.remarks += (Remark("guessed-columns", _GUESSED),)
        return Table(table, tuple(cells), guessed="data-guessed" in tag.attrs)

    def cells(self, tr: Tag) -> Iterator[Tag | str]:
        """Yield the cells of a row, of one without tags what stands in it."""
        for child in tr.contents:
            if isinstance(child, NavigableString):
                yield from self.marked.cells(child)
            elif isinstance(child, Tag) and child.name in CELLS:
                yield child

    def words(self, tr: Tag) -> list[str]:
        """Return what the cells of a row say."""
        counts = dict(self.counts)  # of lists, which go on when the row is read
        cells = [self.cell(td, Place()) for td in self.cells(tr)]
        self.counts = counts
        return [" ".join(line.text.text for line in cell.lines) for cell in cells]

    def cell(self, td: Tag | str, place: Place) -> Cell:
        """Return a table cell with its lines."""
        lines = Collector(place)
        if isinstance(td, Tag):
            self.inside(td, lines)
        else:
            self.string(td, lines)
        lines.end_line()
        row, column = place.row or 1, place.column or 1
        found = tuple([line for line, _ in lines.lines])
        if not isinstance(td, Tag):
            return Cell(row, column, found)
        in_head = td.name == "th" or (td.parent is not None and _in_thead(td.parent))
        return Cell(row, column, found, number(td, "rowspan"), number(td, "colspan", 50), in_head)


def _is_filled(td: PageElement | None) -> bool:
    return isinstance(td, Tag) and bool(td.get_text(strip=True))


def _in_thead(tr: Tag) -> bool:
    return tr.parent is not None and tr.parent.name == "thead"


def _is_aside(tag: Tag) -> bool:
    if tag.name in _ASIDE:
        return not (tag.name == "button" and unfolds(tag))
    attributes = tag.attrs
    if not attributes:
        return False
    if attributes.get("role") in _ROLES or "hidden" in attributes:
        return True
    return "display:none" in str(attributes.get("style", "")).replace(" ", "").lower()
