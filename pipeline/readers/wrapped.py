"""Lines of plain text to paragraphs, headings and cells: those only wrapped are joined."""

import re
from collections.abc import Sequence

from pipeline.columns import by_heading
from pipeline.readers import emphasis
from pipeline.readers.lines import TYPED
from pipeline.readers.markup import Marked

_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*")
_HASHES = re.compile(r"(#{1,6})\s+")
_LABEL = re.compile(
    r"\s*(?:\*\*|__)?[A-Z][\w /&’'()-]{1,50}(?:\.\d{1,2}){0,2}:(?:\*\*|__)?(?:\s|$)"
)
_DASHED = re.compile(r"([A-Z][\w /&’']{1,40})\s[–—-]\s")
_ITEM = re.compile(r"\s*(?:[-–—*+•▪·]|\(?\w{1,3}[.)]|\d{1,2}(?:\.\d{1,2})*\.?)\s")
_COUNTED = re.compile(r"\s*([A-Z][a-z]{2,14})\s\d{1,2}[a-z]?[.:)]?\s")
_BOLD = re.compile(r"\s*(\*\*|__)[^*_]{1,300}\1\s*")
_ALONE = re.compile(r"[A-Z][\w /]{1,30}\s*")
_LISTED = re.compile(r"(?:[-–—*+•▪·]|\(?(?:\d{1,2}|[a-z])[.)])\s")  # within a cell
_INDENT, _DEEPEST = 4, 5  # characters that an item is indented, levels of a list
_QUOTED = 3  # characters between lines; a line break has one or two
_WRAPPED = 45  # a line shorter than this was ended on purpose


def paragraphs(marked: Marked, lines: Sequence[tuple[int, int]]) -> None:
    """Add lines of prose; a line is where it starts and ends in the source."""
    source = marked.source
    open_lines: list[tuple[int, int]] = []
    name, above = "", ""
    for index, (start, end) in enumerate(lines):
        line = source[start:end]
        if not _UNDERLINE.fullmatch(line):
            skip = 0
            opened = source[slice(*open_lines[0])] if open_lines else ""
            if not open_lines or _is_outside(opened, line) or not _continues(above, line):
                _add(marked, name, open_lines)
                below = source[slice(*lines[index + 1])] if index + 1 < len(lines) else ""
                name, skip = _tag(line, below)
                open_lines = []
            open_lines.append((start + skip, end))
        above = line
    _add(marked, name, open_lines)


def cell(
    marked: Marked, pieces: Sequence[tuple[int, int]], spans: str = "", width: int = 0
) -> None:
    """Add a cell of these lines, which were wrapped at a `width`, where that is known.

    Behind an empty one, a bullet or a number, and where there was room, another begins.
    """
    first, above = len(marked.parts), 0
    marked.depth = 0
    for at, (start, end) in enumerate(pieces):
        if at and start < end:
            room = width - above - 1 >= len(marked.source[start:end].partition(" ")[0])
            own = not above or room or _LISTED.match(marked.source, start, end)
            marked.tag("<br>" if own else "<br data-wrapped>")
        above = end - start
        for part in emphasis.plain(marked.source, start, end):
            marked.markup(*part)
    marked.cell(first, spans)


def _add(marked: Marked, name: str, lines: Sequence[tuple[int, int]]) -> None:
    """Add the lines of one paragraph or heading."""
    parts: list[tuple[int, int]] = []
    above = 0
    for start, end in lines:
        if parts:  # the line break, or what a quoted line begins with
            parts.append((above, above + 1) if start - above < _QUOTED else (start, start))
        above = end
        parts += (one for one in emphasis.plain(marked.source, start, end) if one[0] < one[1])
    marked.depth = 0
    if parts:
        inset = name == "p" and marked.source[lines[0][0]].isspace()
        depth = _depth(marked.source[slice(*lines[0])]) if inset else 0
        marked.tag("<ul><li>" * depth)
        marked.line(name, *parts)
        marked.tag("</li></ul>" * depth)


def _depth(line: str) -> int:
    """Return how deep an item of a list stands, by what it is indented."""
    bare = line.lstrip()
    indent = len(line[: len(line) - len(bare)].expandtabs(_INDENT))
    return min((indent + 2) // _INDENT, _DEEPEST) if TYPED.match(bare) else 0


def _tag(line: str, below: str) -> tuple[str, int]:
    """Return the element that a line opens, and how many of its characters are markup."""
    hashes = _HASHES.match(line)
    if hashes:
        return f"h{len(hashes[1])}", hashes.end()
    if len(line) < 120 and _UNDERLINE.fullmatch(below):
        return ("h1" if below[0] == "=" else "h2"), 0
    return ("h2" if _is_title(line) else "p"), 0


def _is_title(line: str) -> bool:
    """Say whether a line is set as a heading: capitals, and no sentence."""
    bare = line.strip()
    if not bare.isupper() or not 3 < len(bare) < 120:
        return False
    words = bare.split()
    return len(words) > 1 and (len(words) > 2 or not words[0][0].isdigit())


def _is_label(line: str) -> bool:
    """Say whether a label opens a line: "Lead: …", or a known one does so otherwise.

    "Lead officer – …", or "Lead officer" on a line alone.
    """
    if _LABEL.match(line):
        return True
    label = _DASHED.match(line) or _ALONE.fullmatch(line)
    guess = by_heading(label[label.lastindex or 0]) if label else None
    return guess is not None and guess.confidence == "high"


def _is_outside(item: str, line: str) -> bool:
    """Say whether a line stands further left than the item of a list that is open above it."""
    return item[:1].isspace() and not line[:1].isspace() and _ITEM.match(item) is not None


def _continues(above: str, line: str) -> bool:
    """Say whether `line` only goes on with the sentence of the line above it."""
    if (
        _is_label(line)
        or _BOLD.fullmatch(line)
        or _ITEM.match(line)
        or _HASHES.match(line)
        or _is_title(above)
    ):
        return False
    if _HASHES.match(above) and not line.lstrip()[:1].islower():
        return False
    ended = above.rstrip().endswith((".", ":", ";", "?", "!", ")"))
    counted = _COUNTED.match(line) if ended else None
    if counted and by_heading(counted[1]):
        return False
    if ended and above.rstrip()[-1] != ")" and line[:1].isupper():
        return len(above) >= _WRAPPED and line[:1].isspace()
    return len(above) >= _WRAPPED or line.lstrip()[:1].islower()
