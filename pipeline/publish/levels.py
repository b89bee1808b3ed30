"""Which action the lines of a who/when cell stand level with, where a source keeps heights.

In most plans the heights are an accident: cells fill from the top. They are evidence only
where somebody moved lines down: where gaps part a cell into as many blocks as the row has
actions, each begins level with its own, and some gap is wider than an empty line.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.raw import RawAction
from pipeline.pairing import Group, Passage, together
from pipeline.placed import Text

_GAP = 0.8  # part of a line's height: lines further apart do not belong together
_LEVEL = 0.5  # part of a line's height: tops no further apart are level
_WIDE = 1.8  # part of a line's height: a gap wider than an empty line


class _Box(NamedTuple):
    """Where a text begins and ends: pages, and points from the top of each."""

    page: int | None
    top: float
    last_page: int | None
    bottom: float
    height: float


def beside(
    who: Sequence[Passage], when: Sequence[Passage], actions: Sequence[RawAction]
) -> list[Group]:
    """Return a group for what stands level with each action, and one for a column that does not.

    There are none where neither column stands level with the actions, and where these stand
    in source rows of their own, which say more.
    """
    places = [] if any(one.step for one in actions) else _boxes([one.text for one in actions])
    found = [_level(column, places) for column in (who, when)]
    if not any(found):
        return []
    groups = [
        together([passage for column in found if column for passage in column[at]])
        for at in range(len(places))
    ]
    for at, group in enumerate(groups):
        group.actions, group.basis, group.date_basis = (at,), "aligned", "aligned"
    before, after = (
        [together(column)] if column and not blocks else []
        for column, blocks in zip((who, when), found, strict=True)
    )
    return [*before, *groups, *after]


def _level(column: Sequence[Passage], actions: Sequence[_Box]) -> list[list[Passage]]:
    """Return the lines of a column level with each action; nothing where heights do not say."""
    lines = _boxes([passage.text for passage in column])
    if not 1 < len(actions) <= len(lines):
        return []
    blocks = _blocks(lines)
    starts = [lines[block[0]] for block in blocks]
    if len(blocks) != len(actions) or not _moved(blocks, lines):
        return []
    if not all(map(_is_level, actions, starts)):
        return []
    found = [[column[at] for at in block] for block in blocks]
    return found if all(any(one.entries for one in block) for block in found) else []


def _boxes(texts: Sequence[Text]) -> list[_Box]:
    """Return the places of texts; none at all where one has no height."""
    boxes = []
    for text in texts:
        if not text.runs or not text.runs[0][1].edges:
            return []
        first, last = text.runs[0][1], text.runs[-1][1]
        height = first.bottom - first.top
        boxes.append(_Box(first.place.page, first.top, last.place.page, last.bottom, height))
    return boxes


def _blocks(texts: Sequence[_Box]) -> list[list[int]]:
    blocks = [[0]]
    for at in range(1, len(texts)):
        if _gap(texts[at - 1], texts[at]) > _GAP * texts[at].height:
            blocks.append([])
        blocks[-1].append(at)
    return blocks


def _gap(above: _Box, below: _Box) -> float:
    """Return the room between two lines in points; without end over a page break."""
    return below.top - above.bottom if above.last_page == below.page else float("inf")


def _moved(blocks: Sequence[Sequence[int]], texts: Sequence[_Box]) -> bool:
    """Say whether lines were moved down a page by more than one empty line."""
    gaps = [(_gap(texts[block[0] - 1], texts[block[0]]), texts[block[0]]) for block in blocks[1:]]
    return any(_WIDE * box.height < gap < float("inf") for gap, box in gaps)


def _is_level(one: _Box, other: _Box) -> bool:
    return one.page == other.page and abs(one.top - other.top) <= _LEVEL * one.height
