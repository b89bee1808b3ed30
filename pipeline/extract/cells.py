"""One cell of a row to what it says: actions with what leads them in, or values of its column."""

import re
from collections.abc import Iterator, Sequence, Set

from pipeline.blocks import Line
from pipeline.columns import by_heading
from pipeline.extract import items
from pipeline.extract.meanings import STATING
from pipeline.extract.owned import parted, unwrapped
from pipeline.extract.raw import RawAction, RawValue
from pipeline.grid.splits import is_wrapped
from pipeline.models import Role
from pipeline.placed import join

_LABEL = re.compile(r"([^:]{2,40}):\s")


def actions(
    lines: Sequence[Line], step: int, number: str, labels: Set[Role] = frozenset()
) -> list[RawAction]:
    """Return the actions of a cell; `number` is that of the first, where it has none itself.

    Lines of the roles `labels` ("Lead: …"), which have no column of their own, are no actions.
    """
    others = {id(line) for line in (*items.lead_ins(lines), *labelled(lines, labels))}
    found = items.actions([line for line in lines if id(line) not in others])
    first = [number, *[""] * len(found)]
    return [
        RawAction(one.text, one.ref or ref, step) for one, ref in zip(found, first, strict=False)
    ]


def values(
    lines: Sequence[Line], role: Role, step: int, header: str | None, column: int
) -> list[RawValue]:
    """Return the values of a cell; of actions only the lines that lead in a list are any."""
    if role == "action":
        role, texts = "other", [line.text for line in items.lead_ins(lines)]
    else:
        texts = [items.labelled(line) for line in _unwrapped(lines)]
        if role in STATING:
            texts = [part for text in texts for part in items.counted(text)]
        if role in ("owner", "owner-and-deadline"):
            texts = [part for text in texts for part in parted(text)]
            texts = unwrapped(texts, dated=role != "owner")
    return [RawValue(role, text, step, header, column) for text in texts if text.text]


def labelled(lines: Sequence[Line], labels: Set[Role]) -> Iterator[Line]:
    """Yield the lines below the first that a label of such a role begins."""
    return (line for line in lines[1:] if _label(line) in labels) if labels else iter(())


def stated(
    lines: Sequence[Line], labels: Set[Role], step: int, header: str | None, column: int
) -> list[RawValue]:
    """Return who and when that the lines of an action's cell say under labels of their own."""
    found = ((_label(line), line.text) for line in labelled(lines, labels))
    return [RawValue(role, text, step, header, column) for role, text in found if role]


def _label(line: Line) -> Role | None:
    match = _LABEL.match(line.text.text)
    guess = by_heading(match[1]) if match else None
    return guess.role if guess and guess.confidence == "high" else None


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a cell, those joined that someone broke to fit: "30 June" / "2025"."""
    kept: list[Line] = []
    for line in lines:
        if kept and is_wrapped(kept[-1], line):
            kept[-1] = kept[-1]._replace(text=join((kept[-1].text, line.text)))
        else:
            kept.append(line)
    return kept
