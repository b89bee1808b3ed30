"""Paragraphs to labelled entries: "Action: …", "Lead officer – …", or a label on a line alone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.blocks import Grid, Line, Prose
from pipeline.columns import Guess, by_heading, plain
from pipeline.extract.meanings import STATING
from pipeline.models import Role
from pipeline.placed import NOTHING, Text, join

_LABEL = re.compile(
    r"[^\W\d_][\w /&'’()-]{0,60}?\s*(?:\d{1,2}(?:\.\d{1,2})*[a-z]?)?\s*(?::(?=\s|$)|[–—-]\s)"
)
_WITHIN = re.compile(r"(?<=[.,;)|–—-])\s+(?=([A-Z][\w /]{1,30}):\s)")
_CLOSING = " |–—-,;"  # signs that part a label from what stands before it
_SHORT = 6  # words of a label that stands alone
_AGAIN = 2  # times that a label without a colon stands in a plan


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under a label; `alone` says that the label fills a line of its own.

    `number` is the label of an area or action that it counts ("Area for improvement 2").
    """

    role: Role
    label: Text
    lines: list[Line] = field(default_factory=list)
    alone: bool = False
    number: Text = NOTHING

    @property
    def name(self) -> str:
        """The words of the label, its number left out."""
        return re.sub(r"[\d ]+$", "", plain(self.label.text))

    def add(self, block: Prose) -> None:
        """Take a paragraph that stands below; the number of a label alone stands before it."""
        text = block.text if self.lines else join((self.number, block.text))
        self.lines.append(Line(text, block.marker, block.level, False, block.label))


def entries(blocks: Sequence[Prose | Grid]) -> list[tuple[Prose | Grid, Entry | None]]:
    """Return the blocks, each with the entry that it begins.

    Labels without a colon are taken for some only where they come again. Where nothing is
    labelled as what to do, it is what stands above who and when.
    """
    pieces = [piece for block in blocks for piece in _parted(block)]
    found = [_entry(piece) or _alone(piece) for piece in pieces]
    counts = Counter(entry.name for entry in found if entry)
    for at, entry in enumerate(found):
        if entry and counts[entry.name] < _AGAIN and ":" not in entry.label.text:
            found[at] = None
    if not any(entry and entry.role in ("area", "action") for entry in found):
        _with_actions(pieces, found)
    return list(zip(pieces, found, strict=True))


def _parted(block: Prose | Grid) -> Iterator[Prose | Grid]:
    """Yield a paragraph in parts, the later of which say who and when under labels of their own."""
    cuts = _cuts(block.text.text) if isinstance(block, Prose) else []
    if not cuts or not isinstance(block, Prose):
        yield block
        return
    first = block.text.cut(0, cuts[0])
    yield replace(block, text=first.cut(0, len(first.text.rstrip(_CLOSING))))
    ends = [*cuts[1:], len(block.text.text)]
    for number, (start, end) in enumerate(zip(cuts, ends, strict=True), 1):
        yield Prose(_part(block.text, start, end, number))


def _part(text: Text, start: int, end: int, number: int) -> Text:
    """Return a part of a paragraph as a line of its own, lest its place run into the next."""
    part = text.cut(start, len(text.text[:end].rstrip(_CLOSING)))
    runs = ((at, run._replace(place=run.place._replace(line=-number))) for at, run in part.runs)
    return Text(part.text, tuple(runs))


def _cuts(text: str) -> list[int]:
    if ": " not in text:
        return []
    marks = (mark for mark in _WITHIN.finditer(text) if _states(by_heading(mark[1])))
    return [mark.end() for mark in marks if not _is_inside(text, mark.end())]


def _is_inside(text: str, at: int) -> bool:
    """Say whether a bracket is open at a place in a text."""
    return any(text.rfind(one, 0, at) > text.rfind(other, 0, at) for one, other in ("()", "[]"))


def _states(guess: Guess | None) -> bool:
    return guess is not None and guess.role in STATING and guess.confidence == "high"


def _alone(block: Prose | Grid) -> Entry | None:
    """Return the entry of a line that is nothing but a label: "Timescale", "PRIORITY 2"."""
    if not isinstance(block, Prose) or block.kind == "item":
        return None
    text = block.text.text
    if text.count(" ") >= _SHORT or ":" in text or text.endswith("."):
        return None
    guess = by_heading(text.rstrip(" 0123456789"))
    if guess is None or guess.role == "other" or guess.confidence != "high":
        return None
    counted = guess.role in ("area", "action") and any(char.isdigit() for char in text)
    return Entry(guess.role, block.text, [], True, block.text if counted else NOTHING)


def _entry(block: Prose | Grid) -> Entry | None:
    if not isinstance(block, Prose):
        return None
    match = _LABEL.match(block.text.text)
    if match is None or match[0].count("(") != match[0].count(")"):
        return None
    guess = by_heading(match[0])
    sure = match[0].rstrip().endswith(":") or (guess and guess.confidence == "high")
    if guess is None or guess.role == "other" or not sure:
        return None
    label = block.text.cut(0, match.end())
    numbered = guess.role in ("area", "action") and any(char.isdigit() for char in match[0])
    rest = block.text if numbered else block.text.cut(match.end())
    return Entry(guess.role, label, [Line(rest)] if rest else [], not rest)


def _with_actions(blocks: Sequence[Prose | Grid], found: list[Entry | None]) -> None:
    """Make entries of what stands above labels of who and when, or of the list below them."""
    starts = [at for at, one in enumerate(found) if one and not (at and found[at - 1])]
    doing = [at for start in starts if (at := _doing(blocks, found, start)) is not None]
    for at in doing if len(doing) >= _AGAIN else ():
        found[at] = _action(blocks[at])


def _action(block: Prose | Grid) -> Entry:
    action = Entry("action", NOTHING)
    if isinstance(block, Prose):
        action.add(block)
    return action


def _doing(blocks: Sequence[Prose | Grid], found: Sequence[Entry | None], start: int) -> int | None:
    """Return where the paragraph or list begins that the labels from `start` belong to."""
    first = start
    while first and found[first - 1] is None and _is_one_more(blocks, first - 1, start - 1):
        first -= 1
    if first < start:
        return first
    end = next((at for at in range(start, len(found)) if found[at] is None), None)
    return end if end is not None and _is_item(blocks[end]) else None


def _is_one_more(blocks: Sequence[Prose | Grid], at: int, last: int) -> bool:
    """Say whether a block is the last above some labels, or an item of the list that it ends."""
    block, below = blocks[at], blocks[last]
    if not isinstance(block, Prose) or not isinstance(below, Prose) or block.kind == "heading":
        return False
    same = (block.marker, block.level) == (below.marker, below.level)
    return at == last or (_is_item(block) and same)


def _is_item(block: Prose | Grid) -> bool:
    return isinstance(block, Prose) and block.kind == "item"
