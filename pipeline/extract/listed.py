"""Lists that give who and when in brackets ("… (Head of Service, June 2024)") to grids."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline import deadlines
from pipeline.blocks import Cell, Grid, Line, Prose, Row
from pipeline.extract import contents, items
from pipeline.extract.parted import on_line
from pipeline.placed import NOTHING, Text, join

_BRACKET = re.compile(
    r"\s*[*_]*(?:\((?P<round>[^()]{2,200})\)|\[(?P<square>[^\[\]]{2,200})\])[*_]*[\s.;]*\Z"
    r"|\s[–—-]\s\**(?P<dash>[A-Z][^–—()*]{2,150})\**[\s.;]*\Z"
    r"|(?<=[.;])\s+(?P<tail>[A-Z][^.;()]{3,120})[\s.;]*\Z"
)
_TWO = re.compile(  # "… [Head of Service] [June 2024]"
    r"\s*[*_]*[(\[](?P<who>[^()\[\]]{2,120})[)\]][,;\s–—-]{0,3}[(\[](?P<two>[^()\[\]]{2,60})[)\]]"
    r"[*_]*[\s.;]*\Z"
)
_PARTED = re.compile(  # "… – Head of Service – June 2024"
    r"\s[–—-]\s\**(?P<dash>[A-Z][^–—()*]{2,100}\**\s[–—-]\s\**[^–—()*]{3,50})\**[\s.;]*\Z"
)
_BOX = re.compile(r"\[[ xX]\]")
_TAIL = 220  # characters in which a bracket is looked for
_STATED = 0.5  # of a bracket's letters are dates and owners
_TOLD = 0.7  # of those of a sentence
_ONLY = 0.9  # of those of an item that says who and when of the one above it
_FEWEST = 2  # brackets with who and when from which a document is a plan of this kind
_MOSTLY = 0.5  # of a list's items have one
DATED = ("date", "period", "recurring", "relative")


@dataclass(frozen=True, slots=True)
class Item:
    """A block, and what the bracket at its end says where that names who or when.

    `mark` is its bullet, or the shape of its number ("1.1").
    """

    block: Prose | Grid
    mark: str = ""
    doing: Text = NOTHING
    stated: Text = NOTHING
    dated: bool = False
    owned: bool = False
    below: Prose | None = None  # the line that says it, where it stands below the item


@dataclass(slots=True)
class _Run:
    """Blocks that follow each other: the items of one list, or one block that is none."""

    items: list[Item]
    marks: set[str] = field(default_factory=set)  # of the items with a bracket

    def goes_on(self, item: Item) -> bool:
        """Say whether an item is of this list: one more, or below the last.

        Without a bracket it is one more only where it is marked or numbered as those with one;
        with another number it names the area of the items below.
        """
        if not isinstance(item.block, Prose) or item.block.kind == "heading":
            return False
        if not self.marks:
            return _is_next(item, self.items[0])
        if _is_below(item, self.items[0]):
            return True
        first = self.items[0].block
        if isinstance(first, Prose) and item.block.level < first.level:
            return False
        return item.mark in self.marks and bool(item.mark or item.stated)

    def add(self, item: Item) -> None:
        """Take one more item."""
        self.items.append(item)
        if item.stated:
            self.marks.add(item.mark)

    @property
    def is_plan(self) -> bool:
        """Whether most items have a bracket, and any of these a date."""
        stated = sum(bool(item.stated) for item in self.items)
        return any(item.dated for item in self.items) and stated >= _MOSTLY * len(self.items)


def gather(blocks: Sequence[Prose | Grid]) -> list[Prose | Grid]:
    """Return the blocks with every list whose items end with who or when turned into a grid.

    The grid has no headings: an action and what its bracket says make a row.
    """
    runs = list(_runs(blocks))
    plans = [run for run in runs if run.is_plan]
    if sum(item.dated and item.owned for run in plans for item in run.items) < _FEWEST:
        return list(blocks)
    found: list[Prose | Grid] = []
    for run in runs:
        found.extend([_grid(run)] if run.is_plan else _blocks(run))
    return found


def _blocks(run: _Run) -> Iterator[Prose | Grid]:
    for item in run.items:
        yield item.block
        if item.below is not None:
            yield item.below


def _runs(blocks: Sequence[Prose | Grid]) -> Iterator[_Run]:
    run = _Run([])
    for item in _items(blocks):
        if run.items and not run.goes_on(item):
            yield run
            run = _Run([])
        run.add(item)
    yield run


def _items(blocks: Sequence[Prose | Grid]) -> Iterator[Item]:
    """Yield the blocks as items, each with the line below it that says who and when."""
    last: Item | None = None
    for item in map(item_of, blocks):
        below = _said_below(last, item) if last else None
        if last is not None:
            yield below or last
        last = None if below else item
    if last is not None:
        yield last


def _said_below(item: Item, below: Item) -> Item | None:
    """Return an item of a list with the line below it, if that says both who and when.

    The line may be an item below the first, if it says nothing else.
    """
    above, block = item.block, below.block
    if item.stated or not isinstance(above, Prose) or not isinstance(block, Prose):
        return None
    within = block.kind == "paragraph" or (_is_below(below, item) and not below.stated)
    if above.kind != "item" or not within or len(block.text.text) > _TAIL:
        return None
    when, who = contents.shares(block.text.text)
    if not when or not who or when + who < (_TOLD if block.kind == "paragraph" else _ONLY):
        return None
    return replace(item, doing=above.text, stated=block.text, dated=True, owned=True, below=block)


def item_of(block: Prose | Grid) -> Item:
    """Return a block with what the bracket, or the sentence, at its end says of who and when."""
    if not isinstance(block, Prose):
        return Item(block)
    mark = re.sub(r"\d+", "1", (block.marker or items.split_ref(block.text)[0]).strip("(). "))
    mark = _BOX.sub("", mark).strip()  # ticked or not
    for pattern in (_TWO, _BRACKET, _PARTED):
        match = pattern.search(block.text.text, max(len(block.text.text) - _TAIL, 0))
        if match is not None and match.start() and (item := _stated(block, mark, match)):
            return item
    return Item(block, mark)


def _stated(block: Prose, mark: str, match: re.Match[str]) -> Item | None:
    """Return a block with who and when in a bracket, None where that says neither."""
    group = match.lastgroup or ""
    stated = block.text.cut(*match.span("who" if group == "two" else group))
    if group == "two":
        stated = join((stated, on_line(block.text.cut(*match.span(group)), 1)))
    when, who = contents.shares(stated.text)
    if group == "two" and not who and contents.shares(match["two"])[0] >= _TOLD:
        who = 1.0  # an owner of a kind not known stands in a bracket of its own
    dated = any(span.kind in DATED for span in deadlines.scan(stated.text, cell=True))
    sure = dated or stated.text[0].isupper()
    if group in ("dash", "tail"):
        sure = (when > 0 and who > 0) or (dated and group == "tail")
    if when + who < (_TOLD if group == "tail" else _STATED) or not sure:
        return None
    return Item(block, mark, block.text.cut(0, match.start()), stated, dated, owned=who > 0)


def _is_next(item: Item, first: Item) -> bool:
    """Say whether an item is one more of the list that another begins."""
    above, block = first.block, item.block
    if not isinstance(above, Prose) or not isinstance(block, Prose):
        return False
    listed = block.kind == above.kind == "item" and not items.is_number(block.marker)
    return listed and (block.level, item.mark) == (above.level, first.mark)


def _is_below(item: Item, first: Item) -> bool:
    """Say whether an item stands deeper than the first, or has a bullet unlike its mark."""
    above, block = first.block, item.block
    if not isinstance(above, Prose) or not isinstance(block, Prose):
        return False
    if block.kind != "item" or item.stated:
        return False
    other = not items.is_number(block.marker) and item.mark != first.mark
    return block.level > above.level or other


def _grid(run: _Run) -> Grid:
    """Return a row an item; those below one are lines of its cell."""
    rows: list[list[Item]] = []
    for item in run.items:
        if rows and _is_below(item, run.items[0]):
            rows[-1].append(item)
        else:
            rows.append([item])
    cells = tuple(_row(row, number) for number, row in enumerate(rows, 1))
    return Grid(0, (None, None), cells, guessed=True, roles=("action", "owner-and-deadline"))


def _row(row: Sequence[Item], number: int) -> Row:
    """Return a row; an item without a bracket has a second cell that says nothing."""
    lines = tuple(_line(item) for item in row)
    return Row((Cell(number, 1, lines), Cell(number, 2, (Line(row[0].stated),))), 0, number)


def _line(item: Item) -> Line:
    block = item.block
    if not isinstance(block, Prose):
        return Line(NOTHING)
    return Line(item.doing or block.text, block.marker, block.level, False, block.label)
