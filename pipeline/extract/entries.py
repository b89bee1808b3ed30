"""Paragraphs to labelled entries: "Action: …", "Lead officer – …", or a label on a line alone."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline import deadlines
from pipeline.blocks import Grid, Line, Prose
from pipeline.columns import by_heading, has, plain
from pipeline.extract.parted import parted
from pipeline.models import Role
from pipeline.placed import NOTHING, Text, join

_LABEL = re.compile(
    r"[^\W\d_][\w /&'’()-]{0,60}?\s*+(?:\d{1,2}(?:\.\d{1,2})*[a-z]?)?\s*+(?::(?=\s|$)|[–—-]\s)"
)
_DAY = re.compile(  # "Issue 2: 12 May 2026" is a version
    r"\W*\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|[A-Z][a-z]{2,8})[ ./-]\d{2,4}\W*"
)
_PLAN = re.compile(r"\bplan\b", re.IGNORECASE)
_DATING: frozenset[Role] = frozenset(("deadline", "owner-and-deadline"))
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
        return plain(self.label.text).rstrip("0123456789 ")

    def add(self, block: Prose) -> None:
        """Take a paragraph that stands below; the number of a label alone stands before it."""
        text = block.text if self.lines else join((self.number, block.text))
        self.lines.append(Line(text, block.marker, block.level, False, block.label))


Labelled = tuple[Prose | Grid, Entry | None]


def entries(blocks: Sequence[Prose | Grid], *, once: bool = False) -> list[Labelled]:
    """Return the blocks, each with the entry that it begins.

    Labels without a colon are taken for some only where they come again, unless `once` does,
    and weak ones of areas ("Subject: …") only where none is plainer.
    """
    pieces = [piece for block in blocks for piece in parted(block)]
    found = _due([_entry(piece) or _alone(piece) for piece in pieces])
    again = 1 if once else _AGAIN
    counts = Counter(entry.name for entry in found if entry)
    plainly = any(entry and entry.role == "area" and not has(entry.name, "weak") for entry in found)
    for at, entry in enumerate(found):
        if entry is None:
            continue
        rare = counts[entry.name] < again and ":" not in entry.label.text
        if rare or (plainly and entry.role == "area" and has(entry.name, "weak")):
            found[at] = None
    return list(zip(pieces, found, strict=True))


def _due(found: list[Entry | None]) -> list[Entry | None]:
    """Return the entries; where none says when, those of "Target" that mostly hold times do."""
    if any(one and one.role in _DATING for one in found):
        return found
    meant = [one for one in found if one and has(one.name, "due") and not has(one.name, "past")]
    times = [deadlines.scan(line.text.text, cell=True) for one in meant for line in one.lines]
    if not times or 2 * sum(map(bool, times)) < len(times):
        return found
    names = {one.name for one in meant}
    return [replace(one, role="deadline") if one and one.name in names else one for one in found]


def _alone(block: Prose | Grid) -> Entry | None:
    """Return the entry of a line that is nothing but a label: "Timescale", "PRIORITY 2"."""
    if not isinstance(block, Prose) or block.kind == "item":
        return None
    text = block.text.text
    if text.count(" ") >= _SHORT or ":" in text or text.endswith("."):
        return None
    guess = by_heading(text.rstrip(" .0123456789"))
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
    guess = by_heading(match[0].rstrip(" .:–—-0123456789"))
    sure = match[0].rstrip().endswith(":") or (guess and guess.confidence == "high")
    if guess is None or guess.role == "other" or not sure:
        return None
    if block.kind == "heading" and guess.role == "action" and _PLAN.search(match[0]):
        return None  # a title: "Our plan to improve: Anytown Academy"
    if guess.role == "area" and _DAY.fullmatch(block.text.text, match.end()):
        return None
    label = block.text.cut(0, match.end())
    numbered = guess.role in ("area", "action") and any(char.isdigit() for char in match[0])
    rest = block.text if numbered else block.text.cut(match.end())
    return Entry(guess.role, label, [Line(rest)] if rest else [], not rest)
