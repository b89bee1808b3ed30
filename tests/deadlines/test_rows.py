"""The grammar against its table of wordings, and what it returns against the standards."""

import re

import pytest
from dateutil.rrule import rrulestr
from edtf import parse_edtf

from pipeline.deadlines import Span, scan
from tests.deadlines.page import PAGE, page
from tests.deadlines.rows import Row, reading, rows

ROWS = rows()
GAPS = rows("gaps.tsv")


def name(row: Row) -> str:
    return f"{row.where}: {row.text}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_row(row: Row) -> None:
    assert reading(row) == row.reading


@pytest.mark.parametrize("row", GAPS, ids=name)
@pytest.mark.xfail(reason="a wording that the grammar does not read yet", strict=True)
def test_gap(row: Row) -> None:
    assert reading(row) == row.reading


def test_table_is_large_enough_and_has_no_row_twice() -> None:
    keys = [(row.where, row.text) for row in ROWS + GAPS]
    assert len(ROWS) >= 300
    assert len(keys) == len(set(keys))


def spans() -> list[tuple[Row, Span]]:
    return [(row, span) for row in ROWS for span in scan(row.text, cell=row.where == "cell")]


def test_edtf_is_valid() -> None:
    for row, span in spans():
        if span.edtf:
            assert parse_edtf(span.edtf), row.text


def test_edtf_says_the_days() -> None:
    for row, span in spans():
        if not span.edtf or not span.latest or span.kind == "vague":
            continue
        upper = parse_edtf(span.edtf).upper_strict()
        if re.fullmatch(r"\d{4}-2[1-4]", span.edtf):
            continue  # the package ends a season where a meteorologist does not
        assert (upper.tm_year, upper.tm_mon, upper.tm_mday) == span.latest.timetuple()[:3], row.text


def test_rule_is_valid() -> None:
    for row, span in spans():
        if span.rrule:
            assert rrulestr(f"DTSTART:20140101T000000\nRRULE:{span.rrule}")[0], row.text


def test_kinds_keep_their_promises() -> None:
    for row, span in spans():
        if span.role == "start":
            assert span.latest is None, row.text
            assert span.earliest, row.text
        if span.kind == "date" and span.latest:
            assert span.precision == "day", row.text
        if span.rrule:
            assert span.kind == "recurring", row.text
        if span.edtf and span.earliest and span.latest:
            assert span.earliest <= span.latest, row.text


def test_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make generate"
