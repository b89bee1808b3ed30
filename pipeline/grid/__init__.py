"""Clean grids from a reader's blocks.

Running heads and repeated headers are dropped (and reported), a table that goes on over a
page break is joined, and so is a row that the break cut in two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import eq

from pipeline.blocks import Cleaned, Document, Grid, Left, Prose, Row, Table
from pipeline.grid import ditto, heads, labels, merges, rows, splits, upright
from pipeline.grid.apart import apart
from pipeline.grid.widths import Header, narrowed
from pipeline.placed import join, plain_words

_NUMBERED = re.compile(r"((?:[^\W\d_]+\s+){0,3})(?:\d{1,2}|[A-H](?=\s?[:–—-]))(?![\w/])")


def clean(document: Document) -> Cleaned:
    """Return the prose and the joined tables of a document, in order."""
    blocks, left = heads.drop(document.blocks)
    found: list[Prose | _Pieces] = []
    for block in blocks:
        if isinstance(block, Prose):
            found.append(block)
        else:
            for table in apart(block):
                _add(found, table)
    grids = tuple(one if isinstance(one, Prose) else one.grid() for one in _flat(found))
    repeated = [text for one in found if isinstance(one, _Pieces) for text in one.left]
    return Cleaned(grids, (*document.left, *left, *repeated))


@dataclass(slots=True)
class _Pieces:
    """A table while its pieces are put together."""

    number: int
    header: Header
    titles: list[Prose]
    rows: list[Row]
    guessed: bool
    left: list[Left] = field(default_factory=list)
    turned: bool = False

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row.cells) for row in self.rows), default=len(self.header))

    def grid(self) -> Grid:
        """Return the joined table, every row as wide as the widest."""
        width = max(self.width, len(self.header))
        padded = tuple(
            Row((*row.cells, *[None] * (width - len(row.cells))), row.table, row.number, row.pieces)
            for row in self.rows
        )
        whole = (*self.header, *[None] * (width - len(self.header)))
        header, kept = narrowed(whole, padded)
        return Grid(self.number, header, kept, self.guessed)


def _flat(found: Sequence[Prose | _Pieces]) -> Iterator[Prose | _Pieces]:
    for one in found:
        if isinstance(one, _Pieces):
            yield from one.titles
        yield one


def _add(found: list[Prose | _Pieces], table: Table) -> None:
    """Add a table, or join it to the one that it goes on with."""
    piece = _piece(table)
    if piece is None:
        return
    last = found[-1] if found else None
    if isinstance(last, _Pieces) and _goes_on(last, piece):
        _join(last, piece)
    else:
        found.append(piece)


def _piece(table: Table) -> _Pieces | None:
    found = rows.rectangle(table)
    if not found:
        return None
    if upright.is_upright(found):
        turned = upright.turn(found)
        return _Pieces(
            table.number, turned.header, [], turned.rows, table.guessed, turned.left, True
        )
    start, end = rows.header_rows(found)
    header = rows.header(found[start:end], len(found[0].cells))
    if start and _is_band(found[start - 1], found[end:], header):
        titles, above = [_title(row) for row in found[: start - 1]], [found[start - 1]]
    else:
        titles, above = [_title(row) for row in found[:start]], []
    body, left = _without_headers([*above, *found[end:]], header)
    body, repeated = labels.without(body, header)
    body, same = ditto.without(body)
    left += [*repeated, *same]
    return _Pieces(table.number, header, titles, body, table.guessed, left)


def _title(row: Row) -> Prose:
    return Prose(join(rows.text_of(cell) for cell in row.filled), "heading")


def _is_band(row: Row, body: Sequence[Row], header: Header) -> bool:
    """Say whether the row above the headings is an area's, not the title of the table."""
    named = rows.is_named(row.filled, len(row.cells))
    return named or _heads_again(body, header) or _counts_on(row, body)


def _heads_again(body: Sequence[Row], header: Header) -> bool:
    """Say whether rows across the table stand above headings that repeat: they are bands."""
    words = _words(header)
    return any(
        rows.band(above) is not None and _repeats(row, words) for above, row in pairwise(body)
    )


def _counts_on(above: Row, body: Sequence[Row]) -> bool:
    """Say whether a row across the table is the first of the numbered bands below it."""
    shape = _numbered(above)
    return shape is not None and any(
        _numbered(row) == shape for row in body if rows.band(row) is not None
    )


def _numbered(row: Row) -> str | None:
    """Return the words before the number that opens a row: "Key issue 2: …"."""
    line = row.filled[0].lines[0]
    match = _NUMBERED.match(f"{line.label.text} {line.text.text}".lstrip())
    return match[1].lower() if match else None


def _repeats(row: Row, header: Sequence[str]) -> bool:
    """Say whether a row holds the words of the header again."""
    if len(row.cells) != len(header) or not any(header):
        return False
    return all(map(eq, map(plain_words, map(rows.words_of, row.cells)), header))


def _without_headers(body: Sequence[Row], header: Header) -> tuple[list[Row], list[Left]]:
    """Leave out rows that only repeat the header."""
    words = _words(header)
    kept: list[Row] = []
    left: list[Left] = []
    for row in body:
        if _repeats(row, words):
            left.append(Left(join(rows.text_of(c) for c in row.filled), "repeated-header"))
        else:
            kept.append(row)
    return kept, left


def _goes_on(last: _Pieces, piece: _Pieces) -> bool:
    """Say whether a table is the next piece of the one directly before it."""
    if len(piece.header) != len(last.header) or not _same_titles(last, piece):
        return False
    if not any(piece.header):
        return not rows.is_foreign(piece.rows[0])
    return _words(piece.header) == _words(last.header)


def _same_titles(last: _Pieces, piece: _Pieces) -> bool:
    """Say whether a table has no titles of its own: none, or those that stand above each piece."""
    ours = [title.text.words for title in last.titles]
    return [title.text.words for title in piece.titles] in ([], ours)


def _words(header: Header) -> list[str]:
    return [text.words if text else "" for text in header]


def _join(last: _Pieces, piece: _Pieces) -> None:
    if any(piece.header):
        repeated = join(text for text in piece.header if text)
        last.left.append(Left(repeated, "repeated-header"))
    last.left.extend(Left(title.text, "repeated-header") for title in piece.titles)
    last.left.extend(piece.left)
    body = piece.rows
    joinable = bool(last.rows and body) and not piece.turned
    if joinable and splits.is_first_split(last.rows[-1], body[0]):
        merges.merge_first(last.rows, body)
    elif joinable and _is_split(last, piece):
        merges.merge_rows(last.rows, body)
    else:
        last.rows.extend(body)
    last.guessed = last.guessed or piece.guessed


def _is_split(last: _Pieces, piece: _Pieces) -> bool:
    """Say whether the first row of a piece goes on with the last row before it."""
    if splits.is_split(last.rows[-1], piece.rows[0], _blanks_repeat(last, piece)):
        return True
    first = piece.rows[0].cells[0]
    listed = first is not None and rows.is_bulleted(first)
    return (piece.guessed or listed) and splits.is_rest_alone(last.rows, piece.rows)


def _blanks_repeat(last: _Pieces, piece: _Pieces) -> bool:
    """Say whether rows inside the pieces have a blank first cell beside filled ones.

    It is asked for a blank one at the break only: to look through all rows takes long.
    """
    above, below = (bool(rows.text_of(row.cells[0])) for row in (last.rows[-1], piece.rows[0]))
    if above and below:
        return False
    end = -1 if below else None
    first = (row.cells[0] for row in (*last.rows[1:end], *piece.rows[1:]))
    return any(cell is None or not cell.lines or cell.rowspan > 1 for cell in first)
