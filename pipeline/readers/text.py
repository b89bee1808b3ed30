"""Plain text, with whatever tables people paste into it, to blocks.

Tab-separated rows and Markdown pipe rows whose cells may hold HTML, `<table>` markup, and
paragraphs. Everything is rewritten as one marked HTML document and parsed once.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from pipeline.blocks import Document
from pipeline.readers import aligned, drawn, dumped, emphasis, separated, web, wrapped
from pipeline.readers.markup import Marked
from pipeline.settings import Settings

_BREAK = re.compile(r"[\r\n]")
_TABLE = re.compile(r"<(/?)table\b[^<>]*>", re.I)
_RULE = re.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:[|+]\s*+:?-++:?\s*+)*+\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_OPEN_QUOTE = re.compile(r'(?:^|\t)"(?:[^"\t]|"")*$')
_QUOTED_LINES = 200
_NEAR = 2000  # characters
_PROSE = ("text", "blank")


class _Row(NamedTuple):
    """A line of the source: its offsets without the line break, and what it looks like."""

    start: int
    end: int
    kind: str


def read(text: str, settings: Settings) -> Document:
    """Return the blocks of a text file."""
    marked = Marked(text, settings.limits.nesting)
    values = separated.rows(text)
    if values is not None:
        _valued(marked, values)
        return web.document(marked, "text/csv")
    at = 0
    for start, end in _tables(text):
        _plain(marked, at, start)
        marked.markup(start, end)
        at = end
    _plain(marked, at, len(text))
    return web.document(marked, "text/plain")


def _valued(marked: Marked, rows: list[list[list[separated.Stretch]]]) -> None:
    """Add the rows of a file of separated values as one table."""
    marked.tag("<table>")
    for row in rows:
        marked.tag("<tr>")
        for value in row:
            _cell(marked, value)
        marked.tag("</tr>")
    marked.tag("</table>")


def _tables(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outermost stretches between <table> and </table>."""
    depth = start = 0
    for match in _TABLE.finditer(text):
        if not match[1]:
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, match.end()
    if depth:
        yield start, len(text)


def _plain(marked: Marked, start: int, end: int) -> None:
    rows = list(_rows(marked.source, start, end))
    at = 0
    for first, last in drawn.tables(marked.source, [(row.start, row.end) for row in rows]):
        _undrawn(marked, rows[at:first])
        drawn.add(marked, [(row.start, row.end) for row in rows[first:last]])
        at = last
    _undrawn(marked, rows[at:])


def _undrawn(marked: Marked, rows: list[_Row]) -> None:
    plain = all(row.kind in _PROSE for row in rows)
    dump = dumped.find(marked.source, [(row.start, row.end) for row in rows]) if plain else None
    if dump is not None:
        _unaligned(marked, rows[: dump.first])
        dumped.add(marked, dump)
        rows = rows[dump.last :]
    _unaligned(marked, rows)


def _unaligned(marked: Marked, rows: list[_Row]) -> None:
    lines = [(row.start, row.end) if row.kind in _PROSE else None for row in rows]
    at = 0
    for first, last, table in aligned.tables(marked.source, lines):
        _grouped(marked, rows[at:first])
        if table is None:
            aligned.stray(marked, [(row.start, row.end) for row in rows[first:last]])
        else:
            aligned.add(marked, table)
        at = last
    _grouped(marked, rows[at:])


def _grouped(marked: Marked, rows: list[_Row]) -> None:
    for kind, group in groupby(rows, key=attrgetter("kind")):
        lines = list(group)
        if kind == "tab" and any(_inner_tab(marked.source, row) for row in lines):
            _tabbed(marked, lines)
        elif kind == "pipe" and len(lines) > 1:
            _piped(marked, lines)
        elif kind != "blank":
            wrapped.paragraphs(marked, [(row.start, row.end) for row in lines])


def _rows(text: str, start: int, end: int) -> Iterator[_Row]:
    """Yield the lines; a quoted cell of a tab-separated row may hold line breaks."""
    at = start
    while at < end:
        stop = _line_end(text, at, end)
        at += text.startswith("\f", at)  # a page begins
        while text.startswith(">", at):  # as e-mails quote lines
            at += 1 + text.startswith((" ", "\t"), at + 1)
        line = text[at:stop]
        kind = _kind(line)
        if (line.startswith('"') or '\t"' in line) and _OPEN_QUOTE.search(line):
            closed = _closing_quote(text, at, stop, end)
            kind, stop = ("tab", closed) if "\t" in text[at:closed] else (kind, stop)
        yield _Row(at, stop, kind)
        at = stop + (2 if text.startswith("\r\n", stop) else 1)


def _line_end(text: str, at: int, end: int) -> int:
    """Return where a line ends: mostly near, and at a newline alone, which is quick to see."""
    near = min(end, at + _NEAR)
    stop = text.find("\n", at, near)
    if stop < 0 and near == end:
        stop = end
    if stop >= 0 and "\r" not in text[at:stop]:
        return stop
    found = _BREAK.search(text, at, end)  # one search: a mark that never comes costs no time
    return found.start() if found else end


def _closing_quote(text: str, start: int, stop: int, end: int) -> int:
    """Return where a row ends whose last cell opens a quote, its own line if none closes it."""
    last = stop
    for _ in range(_QUOTED_LINES):
        if last >= end:
            break
        last = _line_end(text, last + 1, end)
        if text.count('"', start, last) % 2 == 0:
            return last
    return stop


def _kind(line: str) -> str:
    bare = line.strip()
    if not bare:
        return "tab" if "\t" in line.strip(" \r\n") and line.strip(" ").count("\t") > 1 else "blank"
    if "\t" in line:
        return "tab"
    if (
        bare.startswith("|")
        or " | " in bare
        or bare.count("|") > 1
        or (_RULE.fullmatch(bare) and ("|" in bare or "+" in bare))
    ):
        return "pipe"
    return "text"


def _inner_tab(text: str, row: _Row) -> bool:
    return "\t" in text[row.start : row.end].strip(" \t")


def _tabbed(marked: Marked, rows: list[_Row]) -> None:
    marked.tag("<table>")
    for row in rows:
        marked.tag("<tr>")
        for start, end in _split(marked.source, row, re.compile(r"\t")):
            _cell(marked, _unquoted(marked.source, start, end))
        marked.tag("</tr>")
    marked.tag("</table>")


def _split(text: str, row: _Row, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = row.start
    for match in separator.finditer(text, row.start, row.end):
        yield at, match.start()
        at = match.end()
    yield at, row.end


def _unquoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Leave out the quotes that spreadsheets put round a cell with line breaks or quotes."""
    whole = text[start:end].strip()
    inside = whole[1:-1]
    if len(whole) > 1 and whole[0] == whole[-1] == '"' and ("\n" in inside or '""' in inside):
        start = text.index('"', start)
        return list(separated.unquoted(text, start, start + len(whole)))
    return [(start, end)]


def _cell(marked: Marked, stretches: list[tuple[int, int]]) -> None:
    """Add a cell; a line break in it is one that the writer made."""
    first = len(marked.parts)
    marked.depth = 0
    for at, end in stretches:
        while at < end:
            stop = _line_end(marked.source, at, end)
            for part in emphasis.plain(marked.source, at, stop):
                marked.markup(*part)
            if stop < end:
                marked.tag("<br>")
            at = stop + 1
    marked.cell(first)


def _piped(marked: Marked, rows: list[_Row]) -> None:
    texts = [marked.source[row.start : row.end] for row in rows]
    rules = [index for index, text in enumerate(texts) if _RULE.fullmatch(text.strip())]
    opened = texts[0].lstrip().startswith("|")
    marked.tag("<table>")
    for index, row in enumerate(rows):
        if index in rules:
            continue
        marked.tag("<tr>")
        inside = _inside(marked.source, row, opened=opened)
        for start, end in _split(marked.source, inside, _PIPE):
            _cell(marked, [(start, end)])
        marked.tag("</tr>")
    marked.tag("</table>")


def _inside(text: str, row: _Row, *, opened: bool) -> _Row:
    """Leave out the pipes at both ends of a row; `opened` says that rows begin with one."""
    whole = text[row.start : row.end]
    start = row.start + len(whole) - len(whole.lstrip())
    end = row.start + len(whole.rstrip())
    start += opened and text.startswith("|", start)
    end -= end > start and text[end - 1] == "|" and text[end - 2] != "\\"
    return _Row(start, end, row.kind)
