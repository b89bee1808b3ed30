"""The rows of a table without lines, by where its lines stand."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pipeline.readers.pdf.bands import Band
from pipeline.readers.pdf.shapes import Rule
from pipeline.readers.pdf.signs import Manner, above, is_apart, opens, shows
from pipeline.readers.pdf.spacing import spacing

# A gap in which a row begins without its first cell is at least this part of the others.
_WIDE = 0.9
# A table leaves room between its rows where at least this part of those that show without it do.
_ROOMY = 0.6
# Where cells stand in the middle of their rows, more than this part of the lines come nearer to
# each other than this part of the usual pitch.
_MIDDLE, _BESIDE = 0.15, 0.8


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
        if 0 in line.parts and is_apart(before, line, first)
    )
    roomy = len(shown) > 1 and sum(shown) >= _ROOMY * len(shown)
    opened = [
        0 in line.parts
        for lines in pieces
        for before, line in pairwise(lines)
        if not line.across and is_apart(before, line, first)
    ]
    near = [_is_near(before, line, first) for lines in pieces for before, line in pairwise(lines)]
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
        if line.across or before.across or shows(row, line, manner):
            found.append(is_apart(before, line, manner))
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
    free = _free(lines, manner)
    for index, line in enumerate(lines):
        if index and not opens(found[-1], line, manner, free[index]):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _free(lines: Sequence[Band], manner: Manner) -> list[bool]:
    """Return of each line whether room stands above it in every column, and no line beside it.

    Where cells stand in the middle of their rows, no room need be left between the lines. Lines
    without a first cell, up to the next such line, begin nothing.
    """
    free = [True] * len(lines)
    last: dict[int, int] = {}
    for index, line in enumerate(lines):
        near = index and _is_near(lines[index - 1], line, manner)
        free[index] = not (near or line.across)
        for column, part in line.parts.items():
            above = last.get(column)
            if above is not None and not manner.spacing.is_apart(lines[above].parts[column], part):
                free[above + 1 : index + 1] = [False] * (index - above)
            last[column] = index
    begun = [index for index, line in enumerate(lines) if free[index] or line.across]
    for index, end in pairwise([*begun, len(lines)]):
        free[index] = free[index] and any(0 in line.parts for line in lines[index:end])
    return free


def _is_near(before: Band, line: Band, manner: Manner) -> bool:
    """Whether a line stands beside the one before it, rather than below."""
    return line.base - before.base < _BESIDE * manner.spacing.pitch * line.size


def are_sure(lines: Sequence[Band], manner: Manner, ruled: Sequence[Rule]) -> bool:
    """Whether lines are drawn, or room is left, between the rows: not their words alone tell.

    Room is not, where a line within a row begins anew in all columns.
    """
    if _inside(lines, ruled):
        return True
    width = len(manner.rights)
    hidden = any(
        len(line.parts) == width and shows(row[:at], line, manner)
        for row in rows(lines, manner, ruled)
        for at, line in enumerate(row)
        if at
    )
    return manner.roomy and not manner.middle and not hidden


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
            last = above(found[own], column) if own < place else None
            begins = last and place not in found and manner.spacing.is_apart(last, part)
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
