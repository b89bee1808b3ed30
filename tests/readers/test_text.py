"""Plain text: the tables that people paste into it, and the paragraphs round them."""

from pathlib import Path

import pytest

from pipeline.blocks import Document, Prose, Source, Table
from pipeline.errors import LimitError, UnreadableError
from pipeline.readers import read
from pipeline.settings import Limits, Settings


def document(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read(Source("plan.txt", data), Settings())


def rows(text: str) -> list[list[list[str]]]:
    table = next(block for block in document(text).blocks if isinstance(block, Table))
    count = max(cell.row for cell in table.cells)
    return [
        [[line.text.text for line in cell.lines] for cell in table.cells if cell.row == number]
        for number in range(1, count + 1)
    ]


def prose(text: str) -> list[tuple[str, str, str]]:
    blocks = (block for block in document(text).blocks if isinstance(block, Prose))
    return [(block.kind, block.marker, block.text.text) for block in blocks]


TABLES = [
    ("A\tB\n1\t2\n", [[["A"], ["B"]], [["1"], ["2"]]]),
    ("A\tB\r\n1\t2\r\n", [[["A"], ["B"]], [["1"], ["2"]]]),
    ("A\tB\n\tonly the second\n", [[["A"], ["B"]], [[], ["only the second"]]]),
    ("A\tB\n<ul> • one • two</ul>\t<p>x</p> <p>y</p>", [[["A"], ["B"]], [["one", "two"], ["x", "y"]]]),
    ("A\tB\n<ul> • one never closed\tx\n", [[["A"], ["B"]], [["one never closed"], ["x"]]]),
    ('A\tB\nx\t"first\nsecond"\n', [[["A"], ["B"]], [["x"], ["first", "second"]]]),
    ('A\tB\nx\t"say ""yes"""\n', [[["A"], ["B"]], [["x"], ['say "yes"']]]),
    ('A\tB\n""""\tx\n', [[["A"], ["B"]], [['"'], ["x"]]]),
    ('A\tB\n""\tx\n', [[["A"], ["B"]], [['""'], ["x"]]]),
    ('A\tB\nx\tsay "yes"\n', [[["A"], ["B"]], [["x"], ['say "yes"']]]),
    ("| A | B |\n|---|:-:|\n| 1<br>2 | a \\| b |\n", [[["A"], ["B"]], [["1", "2"], ["a \\| b"]]]),
    ("A | B\n--- | ---\n1 | 2\n", [[["A"], ["B"]], [["1"], ["2"]]]),
    ("<table><tr><td>A<td>B<tr><td>1<td>2</table>", [[["A"], ["B"]], [["1"], ["2"]]]),
    ("<table><tr><td>A</td><td>&lt;TBC&gt; &amp; <TBC></td></tr>", [[["A"], ["<TBC> & <TBC>"]]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables(text: str, expected: list[list[list[str]]]) -> None:
    assert rows(text) == expected


PROSE = [
    ("see <http://www.example.org/plan> here", [("paragraph", "", "see <http://www.example.org/plan> here")]),
    ("- one\n- two\n", [("item", "-", "one"), ("item", "-", "two")]),
    ("1. one\n2) two\n(a) three\n1a Four", [
        ("item", "1.", "one"), ("item", "2)", "two"), ("item", "(a)", "three"), ("item", "1a", "Four")]),
    ("# Plan of the council to improve what it does\nText", [
        ("heading", "", "Plan of the council to improve what it does"),
        ("paragraph", "", "Text")]),
    ("# Plan of the council to improve what it does\nfor children", [
        ("heading", "", "Plan of the council to improve what it does for children")]),
    ("# Plan\n\ntext", [("heading", "", "Plan"), ("paragraph", "", "text")]),
    ("Plan\n====\n\ntext", [("heading", "", "Plan"), ("paragraph", "", "text")]),
    ("STATEMENT OF ACTION\n\ntext", [("heading", "", "STATEMENT OF ACTION"), ("paragraph", "", "text")]),
    ("A sentence that was wrapped by an e-mail program at\nsixty characters goes on.\n", [
        ("paragraph", "", "A sentence that was wrapped by an e-mail program at sixty characters goes on.")]),
    ("Action: one\nOwner: two", [("paragraph", "", "Action: one"), ("paragraph", "", "Owner: two")]),
    ("\tindented prose\n\tand more", [("paragraph", "", "indented prose and more")]),
    ("children aged <5 and >3 & more", [("paragraph", "", "children aged <5 and >3 & more")]),
    ("• one • two", [("item", "•", "one"), ("item", "•", "two")]),
    ("\uf0b7 one", [("item", "\uf0b7", "one")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_prose(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert prose(text) == expected


def test_several_tables_in_a_row_stay_apart() -> None:
    text = "<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>"
    assert [b.number for b in document(text).blocks if isinstance(b, Table)] == [1, 2]


def test_a_table_inside_a_cell_keeps_its_words() -> None:
    text = "<table><tr><td>A</td><td>x<table><tr><td>in</td></tr></table>y</td></tr></table>"
    assert rows(text) == [[["A"], ["x", "in", "y"]]]


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    text = "A\tB\nOfsted’s plan – children’s “views”\tx\n" * 3
    data = text.encode(encoding)
    assert "Ofsted’s plan – children’s “views”" in str(document(data).blocks)


BAD = [
    (b"", "empty"),
    (b"  \r\n\t ", "empty"),
    (b"Action\tOwner\n\x00\x01\x02bad\x00", "zero bytes"),
    (b"fine until here \x81 and on", "0x81"),
    (b"\xef\xbb\xbfab\xff", "0xFF"),
    (b"\x89PNG\r\n\x1a\n....", "picture"),
    (b"{\\rtf1 plan}", "Rich Text"),
]


@pytest.mark.parametrize(("data", "said"), BAD)
def test_what_cannot_be_read_is_said_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        document(data)
    assert said in caught.value.problem
    assert caught.value.advice


def test_an_undecodable_byte_is_named_with_its_place() -> None:
    with pytest.raises(UnreadableError) as caught:
        document(b"one\ntwo \x81")
    assert caught.value.place == "byte 9, line 2"


def test_nested_tags_are_refused_in_time() -> None:
    with pytest.raises(LimitError, match="nested"):
        document("<div>" * 2_000_000)


def test_a_source_over_the_limit_is_refused() -> None:
    with pytest.raises(LimitError, match="larger"):
        read(Source("plan", b"x" * 2000), Settings(limits=Limits(source_bytes=1000)))


def test_ten_megabytes_of_half_tags_take_linear_time() -> None:
    assert document("<a '" * 500_000).blocks
    assert document("<" * 3_000_000).blocks


def test_offsets_point_into_the_source(tmp_path: Path) -> None:
    text = "A\tB\n<p>Team &amp; board</p>\tx  y\n"
    table = next(block for block in document(text).blocks if isinstance(block, Table))
    line = next(cell for cell in table.cells if (cell.row, cell.column) == (2, 1)).lines[0]
    (fragment,) = line.text.location().fragments
    assert text[fragment.start : fragment.end] == "Team &amp; board"
    cut = line.text.cut(5, 6)
    (fragment,) = cut.location().fragments
    assert (cut.text, text[fragment.start : fragment.end]) == ("&", "&amp;")
