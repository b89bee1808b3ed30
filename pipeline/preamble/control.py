"""The tables of document control: a label beside its value, or a history of versions."""

import re
from collections.abc import Iterator, Sequence

from pipeline.blocks import Grid, Prose, Table
from pipeline.columns import by_heading
from pipeline.grid.rows import text_of
from pipeline.placed import NOTHING, Text, join
from pipeline.preamble.days import days

_LABEL_WORDS = 4
_LONGEST = 60  # rows
_PLAN = frozenset({"action", "area", "measure"})
_WIDEST = 4  # columns of a table that holds labels and values
_VERSION = re.compile(r"^(?:version|draft|issue|revision|rev)\b", re.IGNORECASE)
_DATE = re.compile(r"\b(?:date|dated|issued|updated)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:document|plan) )?(?:version|issue|revision|status|date|dated|last|updated|revised"
    r"|approv|agreed|signed off|published|publication|issued|submitted|produced|ratified"
    r"|monitor|review|governance|oversight|reporting|reports? to)",
    re.IGNORECASE,
)


def control(blocks: Sequence[Prose | Table | Grid]) -> tuple[Text, ...]:
    """Return what tables of document control say, as lines: "Version 1.2", "Review Quarterly".

    Of a history of versions only the row with the latest date counts.
    """
    grids = (block for block in blocks if isinstance(block, Grid) and not _is_plan(block))
    return tuple(line for grid in grids for line in _lines(cells(grid)))


def _is_plan(grid: Grid) -> bool:
    guesses = (by_heading(text.text) for text in grid.header if text)
    return any(guess and guess.role in _PLAN for guess in guesses)


def cells(grid: Grid) -> list[list[Text]]:
    """Return the texts of a table, those of its header first."""
    header = [text or NOTHING for text in grid.header]
    rows = grid.rows[:_LONGEST]
    return [header, *([text_of(cell) for cell in row.cells] for row in rows)]


def _lines(rows: list[list[Text]]) -> Iterator[Text]:
    for at, header in enumerate(rows[:2]):
        version, dated = _column(header, _VERSION), _column(header, _DATE)
        if version is None or dated is None:
            continue
        if newest := _newest(rows[at + 1 :], dated):
            yield from (join((header[place], newest[place])) for place in (version, dated))
            return
    for row in rows:
        filled = [text for text in row if text]
        if len(row) <= _WIDEST and len(filled) in (2, 4):
            yield from (join(pair) for pair in _pairs(filled) if _is_label(pair[0].text))


def _newest(rows: list[list[Text]], column: int) -> list[Text] | None:
    """Return the row with the latest date in a column."""
    dated = [(one.last, row) for row in rows for one in days(row[column].text)]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def _column(header: list[Text], wanted: re.Pattern[str]) -> int | None:
    short = [text.text if len(text.text.split()) <= _LABEL_WORDS else "" for text in header]
    return next((at for at, text in enumerate(short) if wanted.search(text)), None)


def _pairs(filled: list[Text]) -> list[tuple[Text, Text]]:
    return [(filled[at], filled[at + 1]) for at in range(0, len(filled), 2)]


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LABEL_WORDS and bool(_LABEL.match(text))
