"""Plans told in sentences below areas, numbered or labelled, to grids.

Letters, minutes and reports say who will do what, too. So the head of the document must say that
it is a plan, and most of its areas who will act and by when, in their own words.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from itertools import zip_longest

from pipeline import deadlines, owners
from pipeline.blocks import Cell, Grid, Line, Prose, Row
from pipeline.columns import by_heading
from pipeline.extract import items
from pipeline.extract.entries import Entry, entries
from pipeline.extract.listed import DATED, item_of
from pipeline.models import Role
from pipeline.placed import NOTHING, Text
from pipeline.preamble.sentences import sentences

_FEWEST = 2  # areas, and sentences that say who and when
_MOSTLY = 0.5  # of the areas
_TITLE = 40  # words
_HEAD = 8  # blocks
_NAMED = re.compile(r"[^\W\d_]{4,}")
_DOING = re.compile(r"\b(?:will|shall|(?:is|are) to)\b")
_RESPONSIBLE = re.compile(
    r"\b(?:is|are) (?:responsible|accountable)\b(?! to)|\bwill (?:lead|own|oversee)(?: on)? this\b"
)
_LABEL = re.compile(r"(\w+(?: [\w']+){0,5}):\s+|(\w+)\.\s+")
_MEASURED = re.compile(r"^(?:the )?success\b|\bwill be (?:judged|measured|shown)\b", re.I)
_SAYING: tuple[Role, ...] = ("action", "measure")
_COLUMNS: tuple[Role, ...] = ("action", "owner-and-deadline", "measure", "comment")


@dataclass(slots=True)
class _Unit:
    """A sentence or an item, and what it is: `stated` is who and when at its end."""

    role: Role
    line: Line
    stated: Text = NOTHING
    who: bool = False
    when: bool = False


@dataclass(slots=True)
class _Area:
    """An area: the prose that stays as it is, its title first, and what is to be done."""

    prose: list[Prose] = field(default_factory=list)
    units: list[_Unit] = field(default_factory=list)
    paragraphs: int = 0

    @property
    def is_answered(self) -> bool:
        """Whether somebody is named, and a day."""
        return any(one.who for one in self.units) and any(one.when for one in self.units)

    def add(self, block: Prose) -> None:
        """Take an item, or a paragraph; a label before it ("Response.") stays as it is."""
        if block.kind == "item":
            self.units.append(_of_item(block))
            return
        label = _LABEL.match(f"{block.text.text} ")
        guess = by_heading(label[0]) if label else None
        text = block.text
        if label and guess and guess.role in ("action", "measure"):
            self.prose.append(replace(block, text=text.cut(0, label.end() - 1)))
            text = text.cut(label.end())
        if guess and guess.role == "measure":
            self.units.append(_Unit("measure", Line(text)))
        else:
            self.units.extend(_of_text(text))


def gather(blocks: Sequence[Prose]) -> list[Prose | Grid]:
    """Return the blocks with what is told below each area turned into a grid."""
    labelled = [
        (block, entry) for block, entry in entries(blocks, once=True) if isinstance(block, Prose)
    ]
    starts = _openings(labelled)
    if not starts or not _says_plan(blocks[: min(starts[0], _HEAD)]):
        return list(blocks)
    areas: list[_Area] = []
    end = len(labelled)
    for start, stop in zip(starts, [*starts[1:], len(labelled)], strict=True):
        most = max((one.paragraphs for one in areas), default=0) if stop == end else end
        area, stop = _area(labelled, start, stop, most)
        areas.append(area)
    if not _is_plan(areas):
        return list(blocks)
    found: list[Prose | Grid] = [block for block, _ in labelled[: starts[0]]]
    for area in areas:
        found.extend((*area.prose, *_grid(area.units)))
    return [*found, *(block for block, _ in labelled[stop:])]


@cache
def _words() -> dict[str, re.Pattern[str]]:
    data = resources.files("pipeline").joinpath("data/headings.toml").read_text(encoding="utf-8")
    said = tomllib.loads(data)["told"]
    return {name: re.compile("|".join(said[name]), re.I) for name in said}


def _says_plan(blocks: Sequence[Prose]) -> bool:
    """Say whether the head of a document calls it a plan that answers inspectors, and no other."""
    head = [block.text.text for block in blocks]
    titles = [text for text in head if text.count(" ") < _TITLE and not text.endswith(".")]
    plan, answered, other = (_words()[name] for name in ("plan", "answered", "other"))
    named = any(map(plan.search, titles)) and any(map(answered.search, head))
    return named and not any(map(other.search, head))


def _is_plan(areas: Sequence[_Area]) -> bool:
    answered = sum(area.is_answered for area in areas)
    whole = any(map(_is_whole, areas))
    return answered >= max(_FEWEST, _MOSTLY * len(areas)) and whole


def _is_whole(area: _Area) -> bool:
    """Say whether a sentence names who and when, or the one behind it says who."""
    return any(
        one.when and (one.who or (below and below.role == "owner-and-deadline"))
        for one, below in zip_longest(area.units, area.units[1:])
    )


def _openings(labelled: Sequence[tuple[Prose, Entry | None]]) -> list[int]:
    """Return where areas begin: by a name and a number, by a label, else by a number."""
    names = [_name(*one) for one in labelled]
    [(name, count)] = Counter(filter(None, names)).most_common(1) or [("", 0)]
    if count >= _FEWEST:
        return [at for at, one in enumerate(names) if one == name]
    blocks = [block for block, _ in labelled]
    numbered = [at for at, block in enumerate(blocks[:-1]) if _is_numbered(block, blocks[at + 1])]
    return numbered if len(numbered) >= _FEWEST else []


def _name(block: Prose, entry: Entry | None) -> str:
    """Return what an area is called before its number: "recommendation"; nothing for others."""
    text = items.labelled(block)
    alone = items.is_ref(text.text)
    if entry is not None and not alone:
        return entry.name.split(" ")[0] if entry.role == "area" else ""
    ref = text.text if alone else items.split_ref(text)[0]
    named = _NAMED.match(ref.lower())
    return named[0] if named and named[0] != "action" else ""


def _is_numbered(block: Prose, below: Prose) -> bool:
    """Say whether a block is a number and a title, with a paragraph or a list below."""
    number = block.marker if block.kind == "item" else items.split_ref(block.text)[0]
    same = below.kind == "item" and items.is_number(below.marker)
    return number[:1].isdigit() and block.text.text.count(" ") < _TITLE and not same


def _area(
    labelled: Sequence[tuple[Prose, Entry | None]], start: int, stop: int, most: int
) -> tuple[_Area, int]:
    """Return an area, and the place behind it: it has so many paragraphs at most."""
    title = labelled[start][0]
    area = _Area([replace(title, kind="heading", level=9)])
    skipped = False
    for at in range(start + 1, stop):
        block, entry = labelled[at]
        heads = block.kind == "heading" or (entry is not None and entry.alone)
        if heads or entry is not None:
            skipped = entry is not None and entry.role not in (_SAYING[:1] if heads else _SAYING)
        if heads or skipped or _is_first(area, title):
            area.prose.append(block)
            continue
        paragraph = block.kind != "item" and entry is None
        if paragraph and area.paragraphs >= most:
            return area, at
        area.paragraphs += paragraph
        area.add(block)
    return area, stop


def _is_first(area: _Area, title: Prose) -> bool:
    """Say whether the area's words are still to come: below "Recommendation 3"."""
    return len(area.prose) == 1 and not area.units and items.is_ref(title.text.text)


def _of_item(block: Prose) -> _Unit:
    one = item_of(block)
    text = one.doing or block.text
    line = Line(text, block.marker, block.level, False, block.label)
    unit = _unit("action", line)
    unit.stated = one.stated
    unit.who = unit.who or one.owned
    unit.when = unit.when or one.dated
    return unit


def _of_text(text: Text) -> Iterator[_Unit]:
    """Yield the sentences of a paragraph, each as what it says."""
    for at, words in sentences(text.text):
        unit = _unit("comment", Line(text.cut(at, at + len(words))))
        if _RESPONSIBLE.search(words):
            unit.role, unit.who = "owner-and-deadline", True
        elif _MEASURED.search(words):
            unit.role = "measure"
        elif unit.who or _DOING.search(words):
            unit.role = "action"
        yield unit


def _unit(role: Role, line: Line) -> _Unit:
    text = line.text.text
    dated = any(one.kind in DATED for one in deadlines.scan(text))
    return _Unit(role, line, who=bool(owners.scan(text)), when=dated)


def _grid(units: Sequence[_Unit]) -> Iterator[Grid]:
    """Yield a row an action; what else is said stands in the row of the action above it."""
    rows: list[list[_Unit]] = []
    for unit in units:
        if not rows or unit.role == "measure" or (unit.role == "action" and _is_full(rows[-1])):
            rows.append([])
        rows[-1].append(unit)
    if rows:
        made = tuple(_row(row, number) for number, row in enumerate(rows, 1))
        yield Grid(0, (None,) * len(_COLUMNS), made, guessed=True, roles=_COLUMNS)


def _is_full(row: Sequence[_Unit]) -> bool:
    return any(unit.role in _SAYING for unit in row)


def _row(row: Sequence[_Unit], number: int) -> Row:
    cells: list[Cell | None] = []
    for column, role in enumerate(_COLUMNS, 1):
        lines = [unit.line for unit in row if unit.role == role]
        if role == "owner-and-deadline":
            lines += [Line(unit.stated) for unit in row if unit.stated]
            lines = lines or [Line(NOTHING)]  # a row of one cell would be a band
        cells.append(Cell(number, column, tuple(lines)))
    return Row(tuple(cells), 0, number)
