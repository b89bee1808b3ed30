"""Where a value stands, in the words of the program that the source is opened with."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from pipeline.models import Fragment, Location

_LINE_END = re.compile(r"\r\n|\r|\n")


def where(location: Location, breaks: Sequence[int] = ()) -> str:
    """Return a place such as "page 3, table 2, row 5" or "line 210"; empty when unknown.

    `breaks` are the offsets at which the lines of a plain text start; other kinds have none.
    """
    fragments = location.fragments
    if not fragments:
        return ""
    first = fragments[0]
    if breaks and first.start is not None:
        starts = [one.start for one in fragments if one.start is not None]
        return _counted("line", [line_of(start, breaks) for start in starts])
    parts = [_counted("page", [one.page for one in fragments if one.page]), _in_page(first)]
    return ", ".join(part for part in parts if part)


def line_of(start: int, breaks: Sequence[int]) -> int:
    """Return the line, counted from 1, on which the code point `start` stands."""
    return bisect_right(breaks, start)


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset of each line's first character, as an editor counts lines."""
    return (0, *(match.end() for match in _LINE_END.finditer(text)))


def _in_page(fragment: Fragment) -> str:
    if fragment.sheet:
        cell = fragment.cell or (f"row {fragment.row}" if fragment.row else "")
        return f"sheet {fragment.sheet}" + (f", {cell}" if cell else "")
    if fragment.table:
        return f"table {fragment.table}" + (f", row {fragment.row}" if fragment.row else "")
    return f"paragraph {fragment.paragraph}" if fragment.paragraph else ""


def _counted(unit: str, numbers: Iterable[int]) -> str:
    """Return "page 3", "pages 3 and 4" or "pages 3, 5 and 9"; empty without numbers."""
    ordered = sorted(set(numbers))
    if not ordered:
        return ""
    if len(ordered) == 1:
        return f"{unit} {ordered[0]}"
    if len(ordered) > 3 or unit == "line":
        return f"{unit}s {ordered[0]} to {ordered[-1]}"
    return f"{unit}s {', '.join(map(str, ordered[:-1]))} and {ordered[-1]}"
