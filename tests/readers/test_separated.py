"""Tables of separated values: the same values as the standard library's reader, with places."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import Settings, Source
from pipeline.blocks import Table
from pipeline.readers import read
from pipeline.readers.separated import rows

VALUES = st.text(st.sampled_from('ab1 ,;"\n\r\u2019'), max_size=8)
TABLES = st.integers(3, 5).flatmap(
    lambda width: st.lists(st.lists(VALUES, min_size=width, max_size=width), min_size=2, max_size=5)
)


def values(text: str) -> list[list[str]] | None:
    """Return what the stretches of each value say."""
    found = rows(text)
    if found is None:
        return None
    return [["".join(text[a:b] for a, b in value) for value in row] for row in found]


@given(TABLES, st.sampled_from(",;"), st.sampled_from(["\n", "\r\n"]))
def test_values_are_those_of_the_standard_library(
    table: list[list[str]], separator: str, end: str
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(
        [["x"] * len(table[0]), *table]
    )
    assert values(file.getvalue()) == [["x"] * len(table[0]), *table]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
        ("a;b;c\n1,5;;3", [["a", "b", "c"], ["1,5", "", "3"]]),
        ("a,b,c\r\n,,\r\n1,2,\r\n", [["a", "b", "c"], ["", "", ""], ["1", "2", ""]]),
        ('a,b,c\n"one\ntwo","say ""no""",3\n', [["a", "b", "c"], ["one\ntwo", 'say "no"', "3"]]),
        ("a,b,c\n\n1,2,3\n\n", [["a", "b", "c"], ["1", "2", "3"]]),
    ],
)
def test_spreadsheets_exports(text: str, expected: list[list[str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one line, with commas, in it",
        "Dear all, as agreed, the note\nWe met, and left\nNothing, really, happened, though\n",
        "a,b\n1,2\n",
        "a,b,c\n1,2\n",
        "Area\tAction, first, last\nx\ty\n",
        'a,b,c\n1,"never closed,3\n4,5,6\n',
    ],
)
def test_prose_and_ragged_lines_are_no_table(text: str) -> None:
    assert rows(text) is None


def test_an_export_is_read_as_one_table() -> None:
    text = (
        'Area,Action,"By whom"\r\nRecords,"<b>Write</b> a standard\nTrain staff","AD, Quality"\r\n'
    )
    document = read(Source("plan.csv", text.encode("cp1252")), Settings())
    [table] = document.blocks
    assert isinstance(table, Table)
    assert [[line.text.text for line in cell.lines] for cell in table.cells] == [
        ["Area"], ["Action"], ["By whom"],
        ["Records"], ["Write a standard", "Train staff"], ["AD, Quality"],
    ]  # fmt: skip
