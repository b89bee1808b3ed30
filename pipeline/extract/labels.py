"""Labelled paragraphs ("Action: …", "Responsible officer: …") to grids, as if they were tables."""

from collections.abc import Iterator, Sequence

from pipeline.blocks import Cell, Grid, Prose, Row
from pipeline.extract.entries import Entry, entries
from pipeline.extract.items import is_number
from pipeline.extract.meanings import STATING
from pipeline.extract.unlabelled import with_actions
from pipeline.models import Role
from pipeline.placed import Text

_NEVER_FIRST: tuple[Role, ...] = ("deadline", "status", "measure")  # "Date: 4 May" heads a page
_OWNING: frozenset[Role] = frozenset(("owner", "owner-and-deadline"))
_OPENING: tuple[Role, ...] = ("area", "reference", "action")


def gather(blocks: Sequence[Prose | Grid]) -> list[Prose | Grid]:
    """Return the blocks with every run of labelled paragraphs turned into a grid.

    They stay as they are unless one run says together what to do, and who or when.
    """
    labelled = entries(blocks)
    if not any(entry and entry.role == "action" for _, entry in labelled):
        labelled = with_actions(labelled)
    found: list[Prose | Grid | list[Entry]] = []
    run: list[Entry] = []
    for block, entry in labelled:
        if entry is not None and (run or _may_be_first(entry)):
            run.append(entry)
        elif isinstance(block, Prose) and run and _belongs(block, run[-1]):
            run[-1].add(block)
        elif isinstance(block, Prose) and (above := _lists(run, block)):
            run.append(Entry(above.role, above.label, alone=True))
            run[-1].add(block)
        else:
            found.append(run)
            run = []
            found.append(block)
    found.append(run)
    if not any(isinstance(one, list) and _is_labelled([e.role for e in one]) for one in found):
        return list(blocks)
    return [part for one in found for part in (_grid(one) if isinstance(one, list) else (one,))]


def _may_be_first(entry: Entry) -> bool:
    """Say whether a plan may begin with a label: none of a title ("Action plan: ...")."""
    return entry.role not in _NEVER_FIRST and not entry.name.endswith(" plan")


def _is_labelled(roles: Sequence[Role]) -> bool:
    """Say whether labels state a plan: what to do, and who or when.

    "Subject: …" and "Date: …", which head a letter, do not.
    """
    named = set(roles)
    return ("action" in named and bool(named & STATING)) or (
        "area" in named and bool(named & _OWNING)
    )


def _belongs(block: Prose, entry: Entry) -> bool:
    if block.kind == "heading":
        return False
    if not entry.lines:
        return entry.alone
    if entry.alone and entry.role == "action":
        return True
    if block.kind == "item" and entry.role in STATING and not entry.lines[0].marker:
        return False
    if block.kind == "item":
        return not is_number(block.marker) or bool(entry.lines[-1].marker)
    return block.text.text[:1].islower()


def _lists(run: Sequence[Entry], block: Prose) -> Entry | None:
    """Return the label ("We will:") of a list with `block`, whose items each say who and when."""
    above = next((entry for entry in reversed(run) if entry.role == "action"), None)
    if above is None or not above.alone or not above.lines or block.kind != "item":
        return None
    marker = above.lines[0].marker
    same = block.marker == marker or (is_number(block.marker) and is_number(marker))
    return above if marker and same else None


def _grid(entries: Sequence[Entry]) -> Iterator[Grid]:
    """Yield one grid from a run of entries: a column a label, a row a record.

    Where what is to be done has no label, the roles are those that the labels name.
    """
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(entry.name, entry)
    if not first:
        return
    header = tuple(_unmarked(entry.label) or None for entry in first.values())
    records = enumerate(_records(entries), 1)
    rows = tuple(_row(record, list(first), number) for number, record in records)
    roles = tuple(entry.role for entry in first.values()) if "" in first else ()
    yield Grid(0, header, rows, roles=roles)


def _unmarked(label: Text) -> Text:
    return label.cut(0, len(label.text.rstrip(":–—- 0123456789.")))


def _records(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries of each row: a record ends where what opens one comes again."""
    record: list[Entry] = []
    roles: set[Role] = set()
    before = {"action"} if any(entry.role == "action" for entry in entries) else STATING
    for entry in entries:
        repeated = entry.role in _OPENING and entry.role in roles
        if entry.role == "action" and "area" in roles and record[-1].role == "action":
            repeated = False  # one more of the area's, before who and when of them all
        higher = entry.role == "area" and not roles.isdisjoint(before)
        if repeated or higher:
            yield record
            record, roles = [], set()
        record.append(entry)
        roles.add(entry.role)
    if record:
        yield record


def _row(record: Sequence[Entry], names: Sequence[str], number: int) -> Row:
    cells: list[Cell | None] = []
    for column, name in enumerate(names, 1):
        lines = [line for entry in record if entry.name == name for line in entry.lines]
        cells.append(Cell(number, column, tuple(lines)))
    return Row(tuple(cells), 0, number)
