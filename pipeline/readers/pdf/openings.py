"""The rows of a table without lines, by where its lines stand."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.readers.pdf.habits import TIGHT, is_apart
from pipeline.readers.pdf.markers import is_bullet
from pipeline.readers.pdf.shapes import Rule, Strip, Word
from pipeline.readers.pdf.spacing import Spacing, is_carried_on, spacing
from pipeline.readers.pdf.strips import strip as strip_of
from pipeline.readers.pdf.strips import words_of

# A gap in which a row begins without its first cell is at least this part of the others.
_WIDE = 0.9
# Words of two columns this near (in spaces) belong to one line that runs across.
_CLOSE = 1.5
# A table leaves room between its rows where at least this part of those that show without it do.
_ROOMY = 0.6
# Where cells stand in the middle of their rows, more than this part of the lines come nearer to
# each other than this part of the usual pitch.
_MIDDLE, _BESIDE = 0.15, 0.8
_REFERENCE = re.compile(r"\(?[A-Z]{0,3}\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?[.)]?(?=\s|$)")


@dataclass(slots=True)
class Band:
    """One visual line of a table: its words column by column, or `across` all of them."""

    base: float
    size: float
    top: float
    bottom: float
    parts: dict[int, Strip] = field(default_factory=dict)
    across: Strip | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How a table sets its lines: `rights` are how far each column's words reach.

    `roomy` says that room parts all its rows, `least` how much (points) above those that
    have no first cell. `middle` says that cells stand in the middle of their rows.
    """

    spacing: Spacing
    rights: tuple[float, ...]
    roomy: bool = False
    least: float = 0.0
    middle: bool = False


def bands(strips: Sequence[Strip], edges: Sequence[float], head: int) -> list[Band]:
    """Return the lines of a table with their words shared out to the columns.

    The first `head` lines are the header, of which none runs across.
    """
    found = [_band(strip, edges) for strip in strips]
    before = None
    lefts = _lefts(found)
    for band, strip in list(zip(found, strips, strict=True))[head:]:
        if _runs_across(band, strip, edges, lefts) or (before and _goes_on(before, band)):
            band.across = strip
            band.parts = {}
        before = band
    return found


def _goes_on(before: Band, band: Band) -> bool:
    """Whether a line in the first column alone carries on one that runs across."""
    above, strip = before.across, band.parts.get(0)
    return (
        above is not None
        and strip is not None
        and len(band.parts) == 1
        and not strip.label
        and above.bold == strip.bold
        and not is_apart(above, strip, TIGHT)
    )


def manner(pieces: Sequence[Sequence[Band]], width: int) -> Manner:
    """Return how a table of `width` columns sets its lines, as those of all its pages show."""
    columns = [
        [line.parts[column] for line in lines if column in line.parts]
        for lines in pieces
        for column in range(width)
    ]
    rights = [
        max((line.parts[at].right for lines in pieces for line in lines if at in line.parts),
            default=0.0)
        for at in range(width)
    ]  # fmt: skip
    first = Manner(spacing(columns), tuple(rights))
    shown = [apart for lines in pieces for apart in _shown(lines, first)]
    gaps = sorted(
        line.base - before.base
        for lines in pieces
        for before, line in pairwise(lines)
        if 0 in line.parts and _is_apart(before, line, first)
    )
    roomy = len(shown) > 1 and sum(shown) >= _ROOMY * len(shown)
    return replace(first, roomy=roomy, least=_WIDE * gaps[len(gaps) // 2] if gaps else 0.0)


def _shown(lines: Sequence[Band], manner: Manner) -> list[bool]:
    """Return of each line that shows as a row's first by its words if room stands above it."""
    found = []
    row = list(lines[:1])
    for before, line in pairwise(lines):
        if line.across or before.across or _shows(row, line, manner):
            found.append(_is_apart(before, line, manner))
            row = []
        row.append(line)
    return found


def rows(lines: Sequence[Band], manner: Manner, ruled: Sequence[Rule]) -> list[list[Band]]:
    """Return the lines as rows; lines drawn between them, where there are any, decide."""
    if not lines:
        return []
    inside = sorted(rule for rule in ruled if lines[0].base < rule.at < lines[-1].base)
    if len(_deciding(lines, [rule.at for rule in inside])) > 1:
        return _between(lines, inside)
    found: list[list[Band]] = []
    for index, line in enumerate(lines):
        if index and not _opens(found[-1], line, manner):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _band(strip: Strip, edges: Sequence[float]) -> Band:
    parts: dict[int, list[Word]] = {}
    words = words_of(strip)
    for word, after in zip(words, [*words[1:], words[-1]], strict=True):
        shown = after if is_bullet(word.text) else word
        column = bisect_right(edges, (shown.left + shown.right) / 2, 1, len(edges) - 1) - 1
        parts.setdefault(column, []).append(word)
    pieces = {column: strip_of(words)._replace(bold=strip.bold) for column, words in parts.items()}
    return Band(strip.base, strip.size, strip.top, strip.bottom, pieces)


def _lefts(lines: Sequence[Band]) -> dict[int, int]:
    """Return where the words of each column mostly begin."""
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for line in lines:
        for column, part in line.parts.items():
            counts[column][round(part.left)] += 1
    return {column: max(found, key=lambda at: found[at]) for column, found in counts.items()}


def _runs_across(
    band: Band, strip: Strip, edges: Sequence[float], lefts: Mapping[int, int]
) -> bool:
    """Whether a word of a line stands in two columns, or mere spaces lie between all words."""
    spaced = strip.widest <= _CLOSE * strip.space
    for column, part in band.parts.items():
        after = band.parts.get(column + 1)
        if spaced and after and abs(after.left - lefts[column + 1]) > 1:
            return True
        if part.right > edges[column + 1] + strip.size or part.left < edges[column] - strip.size:
            return True
    return False


def _between(lines: Sequence[Band], ruled: Sequence[Rule]) -> list[list[Band]]:
    """Return the lines as rows between drawn lines.

    Words in columns that a drawn line leaves out belong to the cell above it.
    """
    found: dict[int, list[Band]] = {}
    for line in lines:
        place = bisect_right(ruled, line.base, key=_at)
        for column, part in list(line.parts.items()):
            own = place
            while own and part.right < ruled[own - 1].start and own - 1 in found:
                own -= 1
            if own < place:
                found[own].append(replace(line, parts={column: line.parts.pop(column)}))
        if line.parts or line.across:
            found.setdefault(place, []).append(line)
    return list(found.values())


def _at(rule: Rule) -> float:
    return rule.at


def _deciding(lines: Sequence[Band], ruled: Sequence[float]) -> list[float]:
    """Return the drawn lines but those that only set off a row across all columns."""
    held: dict[int, bool] = {}
    for line in lines:
        place = bisect_right(ruled, line.base)
        held[place] = held.get(place, True) and line.across is not None
    return [
        at for place, at in enumerate(ruled) if not (held.get(place, True) or held.get(place + 1))
    ]


def _is_apart(before: Band, line: Band, manner: Manner) -> bool:
    return manner.spacing.parts(line.base - before.base, min(before.size, line.size))


def _opens(row: Sequence[Band], line: Band, manner: Manner) -> bool:
    """Whether a line begins a row."""
    before = row[-1]
    apart = _is_apart(before, line, manner)
    if line.across and before.across:
        return apart or bool(line.across.label) or line.across.bold != before.across.bold
    if line.across or before.across:
        return True
    if manner.middle:
        return apart
    if not apart:
        return not manner.roomy and _shows(row, line, manner)
    if 0 in line.parts:
        return not line.parts[0].text[0].islower() or len(line.parts) > 1
    again = any(_above(row, column) for column in line.parts)
    return again and len(line.parts) > 1 and line.base - before.base >= manner.least


def _shows(row: Sequence[Band], line: Band, manner: Manner) -> bool:
    """Whether a line begins a row by its words alone: several columns begin with it."""
    new = {column for column in line.parts if _is_new(row, column, line, manner)}
    ended = {column for column in line.parts if _is_ended(row, column, line, manner)}
    begun = new | ended
    if 0 in line.parts and 0 in begun:
        if _REFERENCE.match(line.parts[0].text) or line.parts[0].label:
            return True
        on = any(_is_on(row, column, line) for column in line.parts.keys() - new)
        return len(begun) > 1 and not on and not line.parts[0].text[0].islower()
    return len(new) > 1 and new == line.parts.keys()


def _above(row: Sequence[Band], column: int) -> Strip | None:
    return next((line.parts[column] for line in reversed(row) if column in line.parts), None)


def _is_new(row: Sequence[Band], column: int, line: Band, manner: Manner) -> bool:
    """Whether a column's words have room above them in the row."""
    last = _above(row, column)
    return last is None or manner.spacing.is_apart(last, line.parts[column])


def _is_on(row: Sequence[Band], column: int, line: Band) -> bool:
    last = _above(row, column)
    return last is not None and is_carried_on(last, line.parts[column])


def _is_ended(row: Sequence[Band], column: int, line: Band, manner: Manner) -> bool:
    """Whether the line above in a column had room for the next word."""
    last, strip = _above(row, column), line.parts[column]
    if last is None or is_carried_on(last, strip):
        return False
    if _REFERENCE.fullmatch(last.text) and _REFERENCE.fullmatch(strip.text):
        return True
    return bool(strip.label) or last.right + last.space + strip.first < manner.rights[column]
