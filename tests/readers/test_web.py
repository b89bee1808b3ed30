"""HTML pages: tables by their spans, lists, and what is not the plan."""

import pytest

from pipeline.blocks import Cell, Document, Prose, Source, Table
from pipeline.readers import read
from pipeline.settings import Settings


def document(body: str) -> Document:
    page = f"<!DOCTYPE html><html><head><title>t</title></head><body>{body}</body></html>"
    return read(Source("plan.html", page.encode()), Settings())


def cells(body: str) -> tuple[Cell, ...]:
    return next(block for block in document(body).blocks if isinstance(block, Table)).cells


def test_spans_place_the_cells_of_later_rows() -> None:
    found = cells(
        "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>"
    )
    places = {cell.lines[0].text.text: (cell.row, cell.column) for cell in found}
    assert places == {
        "a": (1, 1), "b": (1, 2), "c": (2, 2), "d": (2, 3), "e": (3, 1), "f": (3, 2), "g": (3, 3),
    }  # fmt: skip


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "99999999999999999999"])
def test_senseless_spans_do_no_harm(span: str) -> None:
    assert cells(f'<table><tr><td rowspan="{span}" colspan="{span}">a<td>b</table>')


LISTS = [
    ("<ul><li>a<li>b</ul>", [("•", 1, "a"), ("•", 1, "b")]),
    ("<ol><li>a<li>b</ol>", [("1.", 1, "a"), ("2.", 1, "b")]),
    ("<ol start=3 type=a><li>a<li>b</ol>", [("c.", 1, "a"), ("d.", 1, "b")]),
    ("<ul><li>a<ul><li>b</ul></ul>", [("•", 1, "a"), ("•", 2, "b")]),
    ("<ul><li><p>a</p><p>b</p></ul>", [("•", 1, "a"), ("", 1, "b")]),
    ("one<br>two<br><br>three", [("", 0, "one"), ("", 0, "two"), ("", 0, "three")]),
    ("<b>Head</b> of <i>Service</i>", [("", 0, "Head of Service")]),
    ("<b>Team</b>s", [("", 0, "Teams")]),
]


@pytest.mark.parametrize(("markup", "expected"), LISTS)
def test_lines_of_a_cell(markup: str, expected: list[tuple[str, int, str]]) -> None:
    (cell,) = cells(f"<table><tr><td>{markup}</table>")
    assert [(line.marker, line.level, line.text.text) for line in cell.lines] == expected


def test_visible_room_is_kept() -> None:
    (cell,) = cells("<table><tr><td>a<br><br>b<p>&nbsp;</p>c</table>")
    assert [(line.text.text, line.gap) for line in cell.lines] == [
        ("a", False), ("b", True), ("c", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "aside",
    [
        "<nav>Menu</nav>", "<footer>Menu</footer>", "<div role=navigation>Menu</div>",
        "<div hidden>Menu</div>", "<p style='display: none'>Menu</p>", "<form>Menu</form>",
    ],
)  # fmt: skip
def test_what_is_not_the_plan_is_left_out_and_reported(aside: str) -> None:
    found = document(f"{aside}<p>Plan</p>")
    assert [block.text.text for block in found.blocks if isinstance(block, Prose)] == ["Plan"]
    assert [(left.text.text, left.kind) for left in found.left] == [("Menu", "not-the-plan")]


def test_scripts_comments_and_heads_are_no_text() -> None:
    found = document("<script>var a = '<p>x</p>'</script><!-- <p>y</p> --><style>p{}</style>z")
    assert [block.text.text for block in found.blocks if isinstance(block, Prose)] == ["z"]


def test_a_table_that_only_lays_out_the_page_is_none() -> None:
    found = document("<table><tr><td><h1>T</h1><table><tr><td>a<td>b</table></td></tr></table>")
    assert [type(block).__name__ for block in found.blocks] == ["Prose", "Table"]


def test_headings_captions_and_header_cells_are_marked() -> None:
    found = document("<h2>H</h2><table><caption>C</caption><tr><th>a<tr><td>b</table>")
    kinds = [(b.kind, b.text.text) for b in found.blocks if isinstance(b, Prose)]
    assert kinds == [("heading", "H"), ("paragraph", "C")]
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    assert [cell.header for cell in table.cells] == [True, False]


def test_a_million_list_items_take_linear_time() -> None:
    assert document("<ol>" + "<li>a" * 20_000 + "</ol>").blocks
