"""Tables whose columns are aligned with spaces, as e-mails and `pdftotext -layout` give them.

Prose and forms are full of spaces, too. So a table must have a line of headings that name what
to do and who or when, and below it lines whose words begin where the headings do.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.columns import by_heading
from pipeline.models import Role
from pipeline.readers import realigned, wrapped
from pipeline.readers.markup import Marked
from pipeline.readers.spaced import DOING, SEGMENT, Line, Table

_RULE = re.compile(r"[-=_+ ]{3,}")
_FOOT = re.compile(  # "Page 3", "- 3 -", "Draft 2      Page 3 of 9"
    r"\A(?:[|–—-]\s?)?page \d{1,4}(?:\s?[|–—-])?\Z|\A[|–—-]\s?\d{1,4}\s?[|–—-]\Z"
    r"|(?:\A|\s\s)page \d{1,4} of \d{1,4}\Z",
    re.I,
)
_LABEL = re.compile(r"[A-Z][A-Za-z]{2,14}(?: [A-Za-z]{2,14}){0,4} \d{1,2}[.:]?")
_TAIL = 24  # characters in which the number of a page is looked for
_FEWEST = 3  # columns
_HIGH = 3  # lines of headings
_BETWEEN = 4  # lines of a page's foot and head, over which a table may go on
_STATING: frozenset[Role] = frozenset(("owner", "deadline", "owner-and-deadline"))


def tables(source: str, lines: Sequence[Line | None]) -> Iterator[tuple[int, int, Table | None]]:
    """Yield the tables among lines, each with its first line and the one behind its last.

    What is None among the lines ends a table: a line of another kind. Lines that go on with a
    table, though nobody knows how, have None for one.
    """
    at = 0
    counts: Counter[str] = Counter()  # of headings: a form repeats them for each of its rows
    while at < len(lines):
        found = _headed(source, lines, at)
        end = _read(*found, lines) if found else at
        if found and not counts:
            counts.update(words for words, _ in groupby(_folded(source, line) for line in lines))
        repeated = bool(found) and counts[_folded(source, lines[at])] > 1
        if found is None or not found[0].is_sure(repeated=repeated):
            rest = realigned.rest(source, lines, found[1]) if found else 0
            if found and rest > found[1]:
                yield at, rest, None  # headings, and below them lines out of step
            at = max(at + 1, rest)
            continue
        table = found[0]
        yield at, end, table
        at = end
        while piece := _same(table, lines, at) or _anew(table, lines, at):
            at = piece[1]
            yield piece


def _folded(source: str, line: Line | None) -> str:
    return " ".join(source[slice(*line)].split()) if line else ""


def _same(table: Table, lines: Sequence[Line | None], at: int) -> tuple[int, int, Table] | None:
    """Return the next piece of a table whose columns stand where they did."""
    start = _again(table, lines, at)
    if start is None:
        return None
    piece = Table(table.source, table.starts, table.roles, gaps=table.gaps)
    return start, _read(piece, start, lines), piece


def _anew(
    table: Table, lines: Sequence[Line | None], at: int
) -> tuple[int, int, Table | None] | None:
    """Return the next piece of a table on a page that sets its columns anew."""
    page = realigned.page(table.source, lines, at, _BETWEEN)
    if page is None and (rest := realigned.rest(table.source, lines, at)) > at:
        return at, rest, None
    if page is None or any(_headed(table.source, lines, at) for at in range(*page)):
        return None
    starts = realigned.starts(table.source, lines[slice(*page)], table.roles)
    if starts:
        piece = Table(table.source, starts, table.roles, gaps=table.gaps)
        end = _read(piece, page[0], lines[: page[1]])
        if end == page[1] and realigned.are_rows(table.source, piece.rows, table.roles):
            return page[0], end, piece
    return *page, None


def _again(table: Table, lines: Sequence[Line | None], at: int) -> int | None:
    """Return where a table goes on behind the foot of a page, and the head of the next."""
    passed = 0
    for index in range(at, len(lines)):
        line = lines[index]
        other = _headed(table.source, lines, index) or _parts(table, lines, index)
        if line is None or passed > _BETWEEN or other:
            break
        passed += bool(table.source[slice(*line)].strip())
        cells = None if table.is_band(line) else table.cut(line)
        if cells and sum(map(bool, cells)) >= _FEWEST:
            return index
    return None


def _headed(source: str, lines: Sequence[Line | None], at: int) -> tuple[Table, int] | None:
    """Return the table that a line of headings begins, and the place behind these."""
    line = lines[at] if at < len(lines) else None
    words = source[slice(*line)] if line else ""
    if line is None or "  " not in words.strip():
        return None
    found = list(SEGMENT.finditer(words))
    if len(found) < _FEWEST or any(char.isdigit() for char in words):
        return None
    starts = [cell.start() for cell in found]
    cells = [[(line[0] + cell.start(), line[0] + cell.end())] for cell in found]
    while len(cells[0]) < _HIGH and (more := _wrapped(source, lines, at + 1, starts)):
        for column, piece in more:
            cells[column].append(piece)
        at += 1
    texts = [" ".join(source[slice(*piece)] for piece in cell) for cell in cells]
    guesses = [by_heading(text) for text in texts]
    sure = {one.role for one in guesses if one and one.confidence == "high"}
    roles = [one.role if one else None for one in guesses]
    told = roles if sure >= {"owner", "deadline"} else sure  # what to do may be worded freely
    if DOING.isdisjoint(told) or not sure & _STATING:
        return None
    return Table(source, starts, roles, [cells], headed=True), at + 1


def _wrapped(
    source: str, lines: Sequence[Line | None], at: int, starts: Sequence[int]
) -> list[tuple[int, Line]]:
    """Return the pieces of headings that go on in the next line, with the columns of each."""
    line = lines[at] if at < len(lines) else None
    words = source[slice(*line)] if line else ""
    if line is None or any(char.isdigit() for char in words):
        return []
    found: list[tuple[int, Line]] = []
    for piece in SEGMENT.finditer(words):
        column = next((n for n, one in enumerate(starts) if abs(piece.start() - one) <= 1), None)
        small = piece[0][0].islower() or piece[0][0] == "("
        if column is None or not small or piece[0].count(" ") > 1:
            return []
        found.append((column, (line[0] + piece.start(), line[0] + piece.end())))
    return found if len(found) < len(starts) else []


def _read(table: Table, at: int, lines: Sequence[Line | None]) -> int:
    """Read the rows of a table; return the place behind its last line."""
    end, gap = at, False
    for index in range(at, len(lines)):
        line = lines[index]
        if line is None:
            break
        words = table.source[slice(*line)]
        if not words.strip():
            gap = True
            continue
        if _ends(table, lines, index, gap=gap):
            break
        if not _RULE.fullmatch(words):
            cells = table.cut(line)
            if table.is_band(line):
                if not _heads(table, lines, index + 1):
                    break
                start = line[0] + len(words) - len(words.lstrip())
                table.rows.append([[(start, start + len(words.strip()))]])
            elif cells is None:
                break
            else:
                table.add(cells, line[0], gap=gap)
        end, gap = index + 1, False
    return end


def _ends(table: Table, lines: Sequence[Line | None], at: int, *, gap: bool) -> bool:
    """Say whether a line with words that no row is made of ends a table."""
    words = table.source[slice(*(lines[at] or (0, 0)))].strip()
    if _parts(table, lines, at):
        table.unsure = table.unsure or words[0].islower()  # a row may be cut
        return True
    other = gap and _is_other(table, lines, at)
    return other or bool(_FOOT.search(words[-_TAIL:])) or _is_label(table, lines, at)


def _parts(table: Table, lines: Sequence[Line | None], at: int) -> bool:
    """Say whether a line begins a page with columns of its own."""
    line = lines[at]
    if line is None or table.source[line[0] - 1 : line[0]] != "\f":
        return False
    words = table.source[slice(*line)].rstrip()
    goes_on = words[:1].islower() and "  " not in words and table.roles[0] == "action"
    return not goes_on and not realigned.keeps(table.source, lines, at, table.starts)


def _is_other(table: Table, lines: Sequence[Line | None], at: int) -> bool:
    """Say whether the headings of another table stand in a line."""
    found = _headed(table.source, lines, at)
    return found is not None and found[0].headings != table.headings


def _is_label(table: Table, lines: Sequence[Line | None], at: int) -> bool:
    """Say whether a line stands above what comes next, and in no cell.

    It only counts what the band below it says, "Objective 2", or headings follow.
    """
    line = lines[at]
    words = table.source[slice(*line)].strip() if line else ""
    if _LABEL.fullmatch(words):
        below = lines[at + 1] if at + 1 < len(lines) else None
        return below is not None and table.is_band(below)
    title = words[:1].isupper() and "  " not in words and words[-1] != "."
    return title and any(_headed(table.source, lines, one) for one in range(at + 1, at + 3))


def _heads(table: Table, lines: Sequence[Line | None], at: int) -> bool:
    """Say whether the next line with words fills several columns, as below a band."""
    for line in lines[at:]:
        if line is None:
            return False
        if table.source[slice(*line)].strip():
            cells = None if table.is_band(line) else table.cut(line)
            return cells is not None and sum(map(bool, cells)) > 1
    return False


def add(marked: Marked, table: Table) -> None:
    """Add a table; a band spans its columns."""
    marked.tag(f'<table data-guessed="{"doubtful" * table.is_doubtful()}">')
    for row in table.rows:
        marked.tag("<tr>")
        if len(row) == 1:
            marked.tag(f'<td colspan="{len(table.starts)}">')
            marked.markup(*row[0][0])
            marked.tag("</td>")
        else:
            for cell in row:
                wrapped.cell(marked, cell)
        marked.tag("</tr>")
    marked.tag("</table>")


def stray(marked: Marked, lines: Sequence[Line]) -> None:
    """Add lines that belong to a table, but to none of its cells."""
    for line in lines:
        marked.tag("<aside data-stray>")
        marked.markup(*line)
        marked.tag("</aside>")
