"""One cell of a row to what it says: actions with what leads them in, or values of its column."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.blocks import Line
from pipeline.extract import items
from pipeline.extract.owned import unwrapped
from pipeline.extract.raw import RawAction, RawValue
from pipeline.grid.splits import is_wrapped
from pipeline.models import Role
from pipeline.placed import join


def actions(lines: Sequence[Line], step: int, number: str) -> list[RawAction]:
    """Return the actions of a cell; `number` is that of the first, where it has none itself."""
    leading = {id(line) for line in items.lead_ins(lines)}
    found = items.actions([line for line in lines if id(line) not in leading])
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
        if role in ("owner", "owner-and-deadline"):
            texts = unwrapped(texts, dated=role != "owner")
    return [RawValue(role, text, step, header, column) for text in texts]


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a cell, those joined that someone broke to fit: "30 June" / "2025"."""
    kept: list[Line] = []
    for line in lines:
        if kept and is_wrapped(kept[-1], line):
            kept[-1] = replace(kept[-1], text=join((kept[-1].text, line.text)))
        else:
            kept.append(line)
    return kept
