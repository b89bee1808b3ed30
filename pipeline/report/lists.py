"""The areas of a report, from the lists and tables that stand under their headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.blocks import Grid, Line, Prose
from pipeline.grid.splits import broken
from pipeline.placed import Text, join
from pipeline.preamble import body_of
from pipeline.report.headings import Kind, names_body, opening
from pipeline.report.tables import table_rows
from pipeline.report.wording import addressee, imperative, is_directive, is_term, names_group

_FOOTNOTE = re.compile(r"^\d{1,2}\s?[A-Z]")
_CLOSED = re.compile(r"[.!?;]['\"”’)]?$")
_SENTENCE = re.compile(r"[.:)]$")
_INTRODUCTION_WORDS = 90
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\w)")
_BARE = re.compile(r"^(\d{1,2})\s+(?=[A-Z])")
_ASIDE = re.compile(r"^\(.*\)$")


@dataclass(slots=True)
class Found:
    """An area while its pieces are put together."""

    kind: Kind
    body: str | None
    owner: Text | None
    pieces: list[Text]

    @property
    def text(self) -> Text:
        """The whole area; the bullets inside it are kept."""
        return join(self.pieces)


@dataclass(slots=True)
class _List:
    """What stands under one heading so far: its areas, and how their items are marked.

    `doubt` is another heading met since: the list goes on only if what follows is alike.
    `grouped` says that headings which name bodies part it from its first area on, `counted`
    that a bare number stands in front of the first.
    `commands` says that all areas begin with a verb that commands, `closed` that all but the
    last end with a full stop.
    """

    kind: Kind | None = None
    body: str | None = None
    owner: Text | None = None
    areas: list[Found] = field(default_factory=list)
    first: Prose | None = None
    introduced: bool = False
    doubt: Prose | None = None
    grouped: bool = False
    counted: bool = False
    recommends: bool = False
    commands: bool = True
    closed: bool = True

    def add(self, kind: Kind, owner: Text | None, pieces: list[Text]) -> None:
        """Take the next item of the list, and note whether it and the last were whole."""
        self.commands = self.commands and bool(imperative().match(pieces[0].text))
        self.closed = self.closed and not (self.areas and _is_open(self.end))
        self.areas.append(Found(kind, self.body, owner, pieces))

    @property
    def end(self) -> Text:
        """The last words of the list so far."""
        return self.areas[-1].pieces[-1]


def areas(blocks: Sequence[Prose | Grid]) -> list[Found]:
    """Return the areas that the blocks of a report list, in order, each once."""
    lists = [_List()]
    body: str | None = None
    for block in blocks:
        if isinstance(block, Grid):
            _take_table(lists[-1], block)
            continue
        opened = opening(block)
        if opened is None:
            body = names_body(block) or body
        elif opened.lasting:
            body = opened.body or body
        if opened:
            recommends = "recommend" in block.text.text.lower()
            lists.append(_List(opened.kind, opened.body or body, recommends=recommends))
        elif lists[-1].kind and not _take(lists[-1], lists[-1].kind, block):
            lists.append(_List(None, body))
    found: dict[tuple[Kind, str | None, str], Found] = {}
    for area in (area for one in _main(lists) for area in one.areas):
        found.setdefault((area.kind, area.body, area.text.words), area)
    return list(found.values())


def _main(lists: list[_List]) -> list[_List]:
    """Return the lists that a plan answers: recommendations to somebody, where there are any.

    Beside them "Areas for improvement" sums up a chapter, as "Strengths" does.
    """
    if not any(one.recommends and area.owner for one in lists for area in one.areas):
        return lists
    return [one for one in lists if one.recommends or one.kind == "priority"]


def _take_table(current: _List, grid: Grid) -> None:
    for row in table_rows(grid, None if current.doubt else current.kind):
        if row.goes_on and current.areas:
            current.areas[-1].pieces.extend(row.pieces)
        else:
            current.add(row.kind, row.owner, list(row.pieces))


def _take(current: _List, kind: Kind, block: Prose) -> bool:
    """Add a block to an open list; return False when the block closes the list."""
    addressed = addressee(block.text)
    if addressed is not None:
        current.owner, current.doubt = addressed or None, None
        return True
    if block.kind == "heading":
        return _takes_heading(current, block)
    if current.doubt and not _settles(current, block):
        return False
    number = _NUMBERED.match(block.text.text) or _next(current, block)
    if current.areas and not number and _is_footnote(current, block):
        return True
    if block.kind == "item":
        _take_item(current, kind, block)
    elif current.areas and _goes_on(current, block):
        current.areas[-1].pieces.append(block.text)
    elif number:
        current.add(kind, current.owner, [block.text.cut(number.end())])
    elif current.first is None and is_directive(block.text):
        current.add(kind, None, [block.text])
    else:
        return is_term(block) or _introduces(current, block)
    return True


def _next(current: _List, block: Prose) -> re.Match[str] | None:
    """Return the bare number in front of a paragraph, if all areas have one and it is the next.

    Other bare numbers are those of footnotes.
    """
    number = _BARE.match(block.text.text)
    if number is None or int(number[1]) != len(current.areas) + 1:
        return None
    current.counted = current.counted or not current.areas
    return number if current.counted else None


def _takes_heading(current: _List, block: Prose) -> bool:
    """Note a heading inside a list; return False when it closes a list that has no area yet."""
    if not current.areas and _ASIDE.match(block.text.text):
        return True
    current.doubt = block
    if not current.areas and names_group(block):
        current.grouped = True
    return bool(current.areas) or current.grouped or is_term(block)


def _settles(current: _List, block: Prose) -> bool:
    """Tell whether a list goes on behind a heading: that of a group, or of a body."""
    heading, current.doubt = current.doubt, None
    if heading is None or is_term(heading):
        return True
    commands = current.commands and bool(imperative().match(block.text.text))
    alike = commands or (current.grouped and names_group(heading))
    if block.kind != "item" or not alike:
        return False
    current.body = body_of(heading.text.text) or current.body
    return True


def _is_footnote(current: _List, block: Prose) -> bool:
    if block.kind == "item":
        return current.first is None and block.marker == "*"
    same_page = _page(block.text, 0) == _page(current.end, -1)
    return same_page and bool(_FOOTNOTE.match(block.text.text))


def _take_item(current: _List, kind: Kind, block: Prose) -> None:
    if current.first is None:
        current.first = block
    if current.areas and _is_nested(current, block):
        current.areas[-1].pieces.extend((block.label or Text(block.marker), block.text))
    else:
        current.add(kind, current.owner, [block.text])


def _is_nested(current: _List, block: Prose) -> bool:
    """Tell whether an item belongs to the one above: deeper, or marked in another way."""
    first = current.first
    if first is None or first is block:
        return False
    if block.level != first.level:
        return block.level > first.level
    if _style(block.marker) == _style(first.marker):
        return False
    return len(current.areas[-1].pieces) > 1 or current.end.text.endswith(":")


def _style(marker: str) -> str:
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", marker.strip().lower()))


def _goes_on(current: _List, block: Prose) -> bool:
    """Tell whether a paragraph completes the last area: its sentence is open there.

    Over a page break it is enough that the areas before it all end with a full stop.
    """
    if broken(Line(current.end), Line(block.text)):
        return True
    turned = _page(block.text, 0) != _page(current.end, -1)
    alike = len(current.areas) > 1 and current.closed and not _is_open(block.text)
    return turned and alike and _is_open(current.end)


def _is_open(text: Text) -> bool:
    return not _CLOSED.search(text.text)


def _page(text: Text, at: int) -> int | None:
    return text.runs[at][1].place.page if text.runs else None


def _introduces(current: _List, block: Prose) -> bool:
    """Tell whether a paragraph only introduces the list; one may."""
    text = block.text.text
    first = not current.areas and not current.introduced
    current.introduced = True
    return first and bool(_SENTENCE.search(text)) and len(text.split()) <= _INTRODUCTION_WORDS
