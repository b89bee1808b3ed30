"""CSV: opened by Excel as it is, and never carried out."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.sheet import sheet

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+44 1234", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "=cmd|'x'!A0"],
)
def test_a_formula_is_shown_and_not_carried_out(cell: str) -> None:
    header, row = read(sheet([cell], [[cell]]))
    assert header == row == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["Head of Service", "5 = 5", "'quoted'", "", "a\nb", 'say "no"'])
def test_other_words_stay_as_they_are(cell: str) -> None:
    assert read(sheet(["h"], [[cell, "x"]]))[1] == [cell, "x"]


def test_it_begins_with_a_mark_and_ends_lines_as_windows_does() -> None:
    assert sheet(["a", "b"], [["1", "é"]]) == "\ufeffa,b\r\n1,é\r\n"


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=4))
def test_every_row_comes_back(rows: list[list[str]]) -> None:
    back = read(sheet(["a", "b"], rows))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(cell[:1] in ("=", "+", "-", "@", "\t", "\r") for row in back for cell in row)
