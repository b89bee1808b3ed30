"""What shows that a line of a table without lines begins a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.readers.pdf.bands import Band
from pipeline.readers.pdf.markers import NAMED, REFERENCE
from pipeline.readers.pdf.shapes import Strip
from pipeline.readers.pdf.spacing import Spacing, is_carried_on

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


def is_apart(before: Band, line: Band, manner: Manner) -> bool:
    """Whether room was left between two lines."""
    return manner.spacing.parts(line.base - before.base, min(before.size, line.size))


def opens(row: Sequence[Band], line: Band, manner: Manner, free: bool) -> bool:
    """Whether a line begins a row; `free` says that no column's words go on over its top."""
    before = row[-1]
    apart = is_apart(before, line, manner)
    if line.across and before.across:
        ended = apart and not is_carried_on(before.across, line.across)
        return ended or bool(line.across.label) or line.across.bold != before.across.bold
    if line.across or before.across:
        return True
    if manner.middle:
        return apart or free
    if 0 in line.parts and _is_broken(row):
        return False
    if _is_title(row, line) or _is_numbered(row, line) or _is_named(line):
        return True
    if not apart:
        return free or (not manner.roomy and shows(row, line, manner))
    if 0 in line.parts:
        return not line.parts[0].text[0].islower() or len(line.parts) > 1
    return free or (len(line.parts) > 1 and _is_another(row, line, manner))


def _is_broken(row: Sequence[Band]) -> bool:
    """Whether the words above in the first column go on in the next line."""
    last = above(row, 0)
    return last is not None and last.cut


def _is_named(line: Band) -> bool:
    """Whether a line is a band's: words in the first column alone, as "Priority 2: Schools"."""
    return line.parts.keys() == {0} and NAMED.match(line.parts[0].text) is not None


def _is_another(row: Sequence[Band], line: Band, manner: Manner) -> bool:
    """Whether words below room begin a row without its first cell.

    So they do below a line that has words in the first column alone, as a band has.
    """
    if manner.roomy and all(part.parts.keys() == {0} for part in row):
        return True
    again = any(above(row, column) for column in line.parts)
    wrapped = any(_is_wrapped(row, column, line, manner) for column in line.parts)
    return again and not wrapped and line.base - row[-1].base >= manner.least


def _is_numbered(row: Sequence[Band], line: Band) -> bool:
    """Whether a line has a reference number of its own, below another in the first column."""
    last, own = above(row, 0), line.parts.get(0)
    if last is None or own is None:
        return False
    return bool(REFERENCE.fullmatch(last.text) and REFERENCE.fullmatch(own.text))


def _is_title(row: Sequence[Band], line: Band) -> bool:
    """Whether a row so far is a band's, or only bold words in the first column above light ones."""
    if len(line.parts) < 2 or any(part.parts.keys() != {0} for part in row):
        return False
    if _is_named(row[0]):
        return True
    light = 0 in line.parts and not line.parts[0].bold
    return light and all(part.parts[0].bold for part in row)


def shows(row: Sequence[Band], line: Band, manner: Manner) -> bool:
    """Whether a line begins a row by its words alone: several columns begin with it."""
    if _is_whole(line, manner) and _is_whole(row[-1], manner):
        return True
    new = {column for column in line.parts if _is_new(row, column, line, manner)}
    begun = new | {column for column in line.parts if _is_ended(row, column, line, manner)}
    if 0 in begun and _has_number(line.parts[0]):
        return True
    if any(_is_on(row, column, line) for column in line.parts.keys() - new):
        return False
    if 0 not in line.parts:
        return len(new) > 1 or (begun == line.parts.keys() and len(new) + len(begun) > _SEVERAL)
    if line.parts[0].text[0].islower():
        return False
    if 0 in begun or line.parts[0].text == row[0].parts.get(0, line.parts[0]).text:
        return len(begun) > 1 and (bool(new) or 2 * len(begun) >= len(manner.rights))
    return len(new) > 1


def _has_number(strip: Strip) -> bool:
    """Whether words have a number in front, as rows have; a bullet is that of an item."""
    return bool(REFERENCE.match(strip.text)) or strip.text[: strip.label].strip("(). ").isalnum()


def _is_whole(line: Band, manner: Manner) -> bool:
    """Whether a line has words in all of several columns, none of which carries on a sentence."""
    whole = len(line.parts) == len(manner.rights) >= _SEVERAL
    return whole and not any(part.text[0].islower() for part in line.parts.values())


def above(row: Sequence[Band], column: int) -> Strip | None:
    """Return the last words of a row so far in a column."""
    return next((line.parts[column] for line in reversed(row) if column in line.parts), None)


def _is_new(row: Sequence[Band], column: int, line: Band, manner: Manner) -> bool:
    """Whether a column's words have room above them in the row."""
    last = above(row, column)
    return last is None or manner.spacing.is_apart(last, line.parts[column])


def _is_on(row: Sequence[Band], column: int, line: Band) -> bool:
    last = above(row, column)
    return last is not None and is_carried_on(last, line.parts[column])


def _is_wrapped(row: Sequence[Band], column: int, line: Band, manner: Manner) -> bool:
    """Whether words surely go on with those above, which filled their line."""
    return _is_on(row, column, line) and not _has_room(row, column, line, manner)


def _has_room(row: Sequence[Band], column: int, line: Band, manner: Manner) -> bool:
    """Whether the line above in a column had room for the next word."""
    last = above(row, column)
    needed = last.right + last.space + line.parts[column].first if last else 0.0
    return needed < manner.rights[column]


def _is_ended(row: Sequence[Band], column: int, line: Band, manner: Manner) -> bool:
    """Whether a column's words surely do not go on with those above."""
    last, strip = above(row, column), line.parts[column]
    if last is None or is_carried_on(last, strip):
        return False
    if REFERENCE.fullmatch(last.text) and REFERENCE.fullmatch(strip.text):
        return True
    return bool(strip.label) or _has_room(row, column, line, manner)
