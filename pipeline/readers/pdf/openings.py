"""The rows of a table without lines, by where its lines stand."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from pipeline.readers.pdf.bands import Band
from pipeline.readers.pdf.markers import REFERENCE
from pipeline.readers.pdf.shapes import Rule, Strip
from pipeline.readers.pdf.spacing import Spacing, is_carried_on, spacing

# A gap in which a row begins without its first cell is at least this part of the others.
_WIDE = 0.9
# A table leaves room between its rows where at least this part of those that show without it do.
_ROOMY = 0.6
# Where cells stand in the middle of their rows, more than this part of the lines come nearer to
# each other than this part of the usual pitch.
_MIDDLE, _BESIDE = 0.15, 0.8
# Columns that do not all wrap on one line, each before a capital letter.
_SEVERAL = 3


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
    opened = [
        0 in line.parts
        for lines in pieces
        for before, line in pairwise(lines)
        if not line.across and _is_apart(before, line, first)
    ]
    near = [
        line.base - before.base < _BESIDE * first.spacing.pitch * line.size
        for lines in pieces
        for before, line in pairwise(lines)
    ]
    return replace(
        first,
        roomy=roomy,
        least=_WIDE * gaps[len(gaps) // 2] if gaps else 0.0,
        middle=sum(near) > _MIDDLE * len(near) and 2 * sum(opened) < len(opened),
    )


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
    inside = _inside(lines, ruled)
    if inside:
        return _between(lines, inside, manner)
    found: list[list[Band]] = []
    for index, line in enumerate(lines):
        if index and not _opens(found[-1], line, manner):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def are_sure(lines: Sequence[Band], manner: Manner, ruled: Sequence[Rule]) -> bool:
    """Whether lines are drawn, or room is left, between the rows: not their words alone tell."""
    return bool(_inside(lines, ruled)) or (manner.roomy and not manner.middle)


def _inside(lines: Sequence[Band], ruled: Sequence[Rule]) -> list[Rule]:
    """Return the lines drawn between rows, if they part them."""
    inside = sorted(rule for rule in ruled if lines[0].base < rule.at < lines[-1].base)
    return inside if len(_deciding(lines, [rule.at for rule in inside])) > 1 else []


def _between(lines: Sequence[Band], ruled: Sequence[Rule], manner: Manner) -> list[list[Band]]:
    """Return the lines as rows between drawn lines.

    Words in columns that a drawn line leaves out belong to the cell above it, but where they
    begin a row with room above them.
    """
    found: dict[int, list[Band]] = {}
    for line in lines:
        place = bisect_right(ruled, line.base, key=_at)
        for column, part in list(line.parts.items()):
            own = place
            while own and part.right < ruled[own - 1].start and own - 1 in found:
                own -= 1
            above = _above(found[own], column) if own < place else None
            begins = above and place not in found and manner.spacing.is_apart(above, part)
            if own < place and not begins:
                found[own].append(replace(line, parts={column: line.parts.pop(column)}))
        if line.parts or line.across:
            found.setdefault(place, []).append(line)
    return [list(run) for row in found.values() for _, run in groupby(row, _is_across)]


def _is_across(line: Band) -> bool:
    return line.across is not None


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
    if _is_title(row, line):
        return True
    if _is_numbered(row, line):
        return True
    if not apart:
        return not manner.roomy and _shows(row, line, manner)
    if 0 in line.parts:
        return not line.parts[0].text[0].islower() or len(line.parts) > 1
    again = any(_above(row, column) for column in line.parts)
    return again and len(line.parts) > 1 and line.base - before.base >= manner.least


def _is_numbered(row: Sequence[Band], line: Band) -> bool:
    """Whether a line has a reference number of its own, below another in the first column."""
    above, own = _above(row, 0), line.parts.get(0)
    if above is None or own is None:
        return False
    return bool(REFERENCE.fullmatch(above.text) and REFERENCE.fullmatch(own.text))


def _is_title(row: Sequence[Band], line: Band) -> bool:
    """Whether a row so far is only bold words in the first column, above light ones."""
    bold = all(part.parts.keys() == {0} and part.parts[0].bold for part in row)
    return bold and len(line.parts) > 1 and 0 in line.parts and not line.parts[0].bold


def _shows(row: Sequence[Band], line: Band, manner: Manner) -> bool:
    """Whether a line begins a row by its words alone: several columns begin with it."""
    if _is_whole(line, manner) and _is_whole(row[-1], manner):
        return True
    new = {column for column in line.parts if _is_new(row, column, line, manner)}
    ended = {column for column in line.parts if _is_ended(row, column, line, manner)}
    begun = new | ended
    if 0 in line.parts and 0 in begun:
        if REFERENCE.match(line.parts[0].text) or line.parts[0].label:
            return True
        on = any(_is_on(row, column, line) for column in line.parts.keys() - new)
        return len(begun) > 1 and not on and not line.parts[0].text[0].islower()
    return len(new) > 1 and new == line.parts.keys()


def _is_whole(line: Band, manner: Manner) -> bool:
    """Whether a line has words in all of several columns, none of which carries on a sentence."""
    whole = len(line.parts) == len(manner.rights) >= _SEVERAL
    return whole and not any(part.text[0].islower() for part in line.parts.values())


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
    if REFERENCE.fullmatch(last.text) and REFERENCE.fullmatch(strip.text):
        return True
    return bool(strip.label) or last.right + last.space + strip.first < manner.rights[column]
