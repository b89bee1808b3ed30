"""Rows that a page break cut in two: told by a blank first cell or a broken sentence."""

import re
from collections.abc import Sequence

from pipeline.blocks import Cell, Line, Row
from pipeline.grid.rows import is_bulleted, text_of

ENDED = (".", ";", ":", "?", "!", ".’", ".'", ".”", '."', ".)", "…")
_SENTENCE = 4  # words
# A sentence that stops at one of these words or signs goes on.
_OPEN = frozenset(
    """a an and as at by for from in into of on or our the their to which who will with
    within""".split()
)
_OPEN_SIGNS = (",", "/", "&", "(", "–", "—", "-")
# A name or date that stops at one of these goes on: "Head of", "by the", "Board and".
_JOINS = frozenset("and at by during for in of on the to with within".split())

_MONTH = re.compile(
    r"(?:^|\s)(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*$", re.I
)
_SPAN = re.compile(r"(?:^|\s)(?:spring|summer|autumn|winter|term|quarter \d|q\d)$", re.I)
_DAY = re.compile(r"(?:^|\s)\d{1,2}(?:st|nd|rd|th)?$", re.I)
_REFERENCE = re.compile(r"[A-Z]{0,3}\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?[.)]?")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_TAIL = 24  # characters: nothing that is looked for at the end of a text is longer


def is_split(above: Row, below: Row, blanks_repeat: bool) -> bool:
    """Say whether `below`, the first row behind a page break, goes on with `above`.

    `blanks_repeat` says that blank first cells elsewhere in the table mean "as above": then
    a blank one is no evidence by itself.
    """
    pairs = list(zip(above.cells, below.cells, strict=False))
    if _is_wider(above, below) or _is_wider(below, above):
        return False
    if _fills(above, below, blanks_repeat):
        return True
    first_above, first_below = text_of(pairs[0][0]), text_of(pairs[0][1])
    if _REFERENCE.fullmatch(first_above.text) and _REFERENCE.fullmatch(first_below.text):
        return False
    broken_beside = any(_broken(*pair) and _is_prose(pair[0]) for pair in pairs[1:])
    if not first_below:
        return broken_beside or _is_rest(pairs[1:]) or (bool(first_above) and not blanks_repeat)
    if _broken(*pairs[0]) or _lists_on(*pairs[0]):
        return True
    if not broken_beside:
        return False
    unended = bool(first_above) and not first_above.text.endswith(ENDED)
    return unended or any(text_of(a) and not text_of(b) for a, b in pairs[1:])


def _fills(above: Row, below: Row, blanks_repeat: bool) -> bool:
    """Say whether a row has the cells that the one above lacks, more than go on in it.

    Lines that are kept together go over a break whole, while shorter cells stay before it.
    """
    first = below.cells[0]
    alone = len(below.filled) == 1 and first is not None and first.rowspan == 1
    if text_of(above.cells[0]) or not text_of(first) or alone:
        return False
    pairs = zip(above.cells, below.cells, strict=False)
    filled = [(bool(text_of(upper)), bool(text_of(lower))) for upper, lower in pairs]
    if all(upper != lower for upper, lower in filled):
        return True
    return not blanks_repeat and filled.count((False, True)) >= filled.count((True, True))


def _is_rest(pairs: Sequence[tuple[Cell | None, Cell | None]]) -> bool:
    """Say whether a row is only what is left of another: without its longest text, the action."""
    longest = max(pairs, key=lambda pair: len(text_of(pair[0]).text), default=None)
    return longest is not None and bool(text_of(longest[0])) and not text_of(longest[1])


def is_rest_alone(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Say whether the first row behind a break has words in one column, as no other row has.

    They go on with those above them, then; in the first column bands have such words as well.
    """
    filled = below[0].filled
    if len(filled) != 1 or filled[0].colspan > 1:
        return False
    at = next(at for at, cell in enumerate(below[0].cells) if cell is filled[0])
    if len(above[-1].filled) < 2 or not text_of(above[-1].cells[at]):
        return False
    may_be_band = at == 0 and not is_bulleted(filled[0])
    return not any(_is_alone(row, at, may_be_band) for row in (*above, *below[1:]))


def _is_alone(row: Row, at: int, may_be_band: bool) -> bool:
    """Say whether a row has words in one column alone; those of a band are in the first."""
    filled = row.filled
    alone = len(filled) == 1 and row.cells[at] is filled[0]
    return alone and (may_be_band or filled[0].colspan == 1)


def is_first_split(above: Row, below: Row) -> bool:
    """Say whether only cells that span rows go on, beside rows of their own."""
    spans = spanning(above, below)
    if not spans:
        return False
    pairs = list(zip(above.cells, below.cells, strict=False))
    beside = [pair for at, pair in enumerate(pairs) if at not in spans]
    return (
        any(_broken(*pairs[at]) for at in spans)
        and any(text_of(upper) and text_of(lower) for upper, lower in beside)
        and not any(_broken(*pair) for pair in beside)
    )


def spanning(above: Row, below: Row) -> list[int]:
    """Return the columns in which a cell of two rows spans several."""
    pairs = zip(above.cells, below.cells, strict=False)
    return [
        at for at, cells in enumerate(pairs) if any(cell and cell.rowspan > 1 for cell in cells)
    ]


def _is_wider(above: Row, below: Row) -> bool:
    """Say whether a cell fills columns that the row below keeps apart, as titles do."""
    return any(
        above.cells[at] is above.cells[at - 1] is not None
        and below.cells[at] is not below.cells[at - 1]
        for at in range(1, min(len(above.cells), len(below.cells)))
    )


def _broken(upper: Cell | None, lower: Cell | None) -> bool:
    if upper is None or lower is None or not upper.lines or not lower.lines:
        return False
    return broken(upper.lines[-1], lower.lines[0], marked=any(line.marker for line in upper.lines))


def _lists_on(upper: Cell | None, lower: Cell | None) -> bool:
    """Say whether a cell that led into bullets goes on with one of them."""
    if upper is None or lower is None or not upper.lines or not lower.lines:
        return False
    marker = lower.lines[0].marker
    again = any(line.marker == marker for line in upper.lines)
    return is_bulleted(lower) and not upper.lines[0].marker and again


def _is_prose(cell: Cell | None) -> bool:
    """Say whether a cell ends in words enough to be a sentence: owners and dates are not."""
    last = cell.lines[-1].text.text if cell is not None else ""
    return len(last.split()) >= _SENTENCE and not last[-1].isdigit()


def broken(end: Line, start: Line, *, marked: bool = False) -> bool:
    """Say whether a sentence that stops in `end` goes on in `start`.

    `marked` says that items of this cell carry a bullet, so that an unmarked line goes on.
    """
    if start.marker or end.text.text.endswith(ENDED):
        return False
    if _breaks_date(end.text.text, start.text.text):
        return True
    above = end.text.text
    if above.endswith(_OPEN_SIGNS) or _last(above) in _OPEN or start.text.text[:1].islower():
        return True
    return marked and bool(end.marker)


def is_wrapped(end: Line, start: Line) -> bool:
    """Say whether a break in a name or a date parts words that make no sense apart."""
    above, below = end.text.text, start.text.text
    if start.marker:
        return False
    return above.endswith("&") or _last(above) in _JOINS or _breaks_date(above, below)


def _breaks_date(end: str, start: str) -> bool:
    """Say whether a break parts a month, term or quarter from its year, or a day from its month."""
    if _YEAR.match(start):
        return _ends(end, _MONTH) or _ends(end, _SPAN)
    return _MONTH.match(start.partition(" ")[0]) is not None and _ends(end, _DAY)


def _last(text: str) -> str:
    """Return the last word in lower case, without what opens it: a sign, or "and/" of "and/or"."""
    word = text[-_TAIL:].rpartition(" ")[2].rpartition("/")[2]
    return word.lower().lstrip("(\"'“‘")


def _ends(text: str, pattern: re.Pattern[str]) -> bool:
    return pattern.search(text, len(text) - _TAIL) is not None
