"""What holds for any text."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.deadlines import Context, impossible, read_dates, scan
from tests.deadlines.rows import rows

DAYS = st.dates(date(1980, 1, 1), date(2079, 12, 31))
PIECES = st.sampled_from(
    [row.text for row in rows()] + ["Head of Service", "/", "\n", "–", "İ", "½"]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=5).map(" ".join))
SPELLINGS = ["%d/%m/%y", "%d.%m.%Y", "%d %B %Y", "%d-%b-%y", "%Y-%m-%d", "%A %d %B %Y", "%B %d, %Y"]
HOSTILE = [
    "by ",
    "1 1 ",
    "2014, ",
    "1/2/14 - ",
    "to be ",
    "(",
    "within 3 months of ",
    "may ",
    " ",
    "1",
]


@given(TEXTS, st.booleans())
def test_spans_lie_in_the_text_in_order(text: str, cell: bool) -> None:
    end = 0
    for span in scan(text, cell=cell, context=Context(reference=date(2014, 1, 1))):
        assert end <= span.start < span.end <= len(text)
        words = text[span.start : span.end]
        assert words == words.strip(" \n")
        end = span.end


@given(TEXTS)
def test_same_text_same_reading(text: str) -> None:
    assert scan(text, cell=True) == scan(text, cell=True)


@given(TEXTS)
def test_prose_reads_any_text(text: str) -> None:
    impossible(text)
    for start, end, first, last in read_dates(text):
        assert 0 <= start < end <= len(text)
        assert first <= last


@given(DAYS, st.sampled_from(SPELLINGS))
def test_every_day_is_read_in_every_spelling(day: date, spelling: str) -> None:
    (span,) = scan(day.strftime(spelling), cell=True)
    assert (span.kind, span.earliest, span.latest) == ("date", day, day)


@given(st.sampled_from([" and ", " to ", " - ", " / ", ", "]), st.integers(0, 99_999))
def test_a_range_with_any_figures_for_a_year_is_read(between: str, figures: int) -> None:
    assert scan(f"April{between}May {figures:04}", cell=True)


@given(DAYS, DAYS)
def test_every_range_is_read(one: date, two: date) -> None:
    first, last = sorted((one, two))
    (span,) = scan(f"{first:%d/%m/%Y} – {last:%d %B %Y}", cell=True)
    assert (span.kind, span.earliest, span.latest) == ("period", first, last)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    def cost(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        scan(text, cell=True), scan(text), read_dates(text)
        return time.process_time() - start

    cost(500)
    assert cost(20_000) < 20 * cost(4_000) + 0.2
