"""Labelled paragraphs ("Action: …", "Responsible officer: …") to grids, as if they were tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.blocks import Cell, Grid, Line, Prose, Row
from pipeline.columns import by_heading, plain
from pipeline.extract.items import is_number
from pipeline.models import Role
from pipeline.placed import Text

_LABEL = re.compile(r"[^\W\d_][\w /&'’()-]{0,60}?\s*(?:\d{1,2}(?:\.\d{1,2})*[a-z]?)?\s*:(?=\s|$)")
_NEVER_FIRST: tuple[Role, ...] = ("deadline", "status", "measure")  # "Date: 4 May" heads a page
_OPENING: tuple[Role, ...] = ("area", "reference", "action")


@dataclass(frozen=True, slots=True)
class _Entry:
    role: Role
    label: Text
    lines: list[Line] = field(default_factory=list)


def gather(blocks: Sequence[Prose | Grid]) -> list[Prose | Grid]:
    """Return the blocks with every run of labelled paragraphs turned into a grid."""
    if not _is_labelled(blocks):
        return list(blocks)
    found: list[Prose | Grid] = []
    entries: list[_Entry] = []
    for block in blocks:
        entry = _entry(block)
        if entry is not None and (entries or entry.role not in _NEVER_FIRST):
            entries.append(entry)
        elif isinstance(block, Prose) and entries and _belongs(block, entries[-1]):
            entries[-1].lines.append(
                Line(block.text, block.marker, block.level, False, block.label)
            )
        else:
            found.extend(_grid(entries))
            entries = []
            found.append(block)
    found.extend(_grid(entries))
    return found


def _is_labelled(blocks: Sequence[Prose | Grid]) -> bool:
    """Say whether a document states its plan by labels: what to do, and who or when."""
    roles = [entry.role for block in blocks if (entry := _entry(block)) is not None]
    doing = roles.count("action") + roles.count("area")
    stating = sum(roles.count(role) for role in ("owner", "deadline", "owner-and-deadline"))
    return doing > 0 and stating > 0


def _entry(block: Prose | Grid) -> _Entry | None:
    if not isinstance(block, Prose):
        return None
    match = _LABEL.match(block.text.text)
    guess = by_heading(match[0]) if match else None
    if match is None or guess is None or guess.role == "other":
        return None
    label = block.text.cut(0, match.end())
    numbered = guess.role in ("area", "action") and any(char.isdigit() for char in match[0])
    rest = block.text if numbered else block.text.cut(match.end())
    return _Entry(guess.role, label, [Line(rest)] if rest else [])


def _belongs(block: Prose, entry: _Entry) -> bool:
    if block.kind == "heading":
        return False
    if not entry.lines:
        return True
    if block.kind == "item":
        return not is_number(block.marker) or bool(entry.lines[-1].marker)
    return block.text.text[:1].islower()


def _grid(entries: Sequence[_Entry]) -> Iterator[Grid]:
    """Yield one grid from a run of entries: a column a label, a row a record."""
    names = list(dict.fromkeys(_name(entry) for entry in entries))
    if not names:
        return
    header = tuple(next(e.label for e in entries if _name(e) == name) for name in names)
    rows = tuple(_row(record, names, number) for number, record in enumerate(_records(entries), 1))
    yield Grid(0, tuple(_unmarked(text) for text in header), rows)


def _name(entry: _Entry) -> str:
    return re.sub(r"[\d ]+$", "", plain(entry.label.text))


def _unmarked(label: Text) -> Text:
    return label.cut(0, len(label.text.rstrip(": 0123456789.")))


def _records(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Yield the entries of each row: a record ends where what opens one comes again."""
    record: list[_Entry] = []
    for entry in entries:
        roles = {one.role for one in record}
        repeated = entry.role in _OPENING and entry.role in roles
        higher = entry.role == "area" and "action" in roles
        if repeated or higher:
            yield record
            record = []
        record.append(entry)
    if record:
        yield record


def _row(record: Sequence[_Entry], names: Sequence[str], number: int) -> Row:
    cells: list[Cell | None] = []
    for column, name in enumerate(names, 1):
        lines = [line for entry in record if _name(entry) == name for line in entry.lines]
        cells.append(Cell(number, column, tuple(lines)))
    return Row(tuple(cells), 0, number)
