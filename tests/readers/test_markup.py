"""Paragraphs are read alike whether they reach the parser as elements or as marks alone."""

import pytest

from pipeline import Settings, Source
from pipeline.blocks import Document, Prose, Table
from pipeline.readers import read


def _read(text: str) -> Document:
    return read(Source("plan", text.encode()), Settings())


def _words(document: Document) -> list[tuple[str, str, str]]:
    prose = (block for block in document.blocks if isinstance(block, Prose))
    return [(block.kind, block.marker, block.text.text) for block in prose]


def _cells(document: Document) -> list[list[tuple[str, int, bool, str]]]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [
        [(line.marker, line.level, line.gap, line.text.text) for line in cell.lines]
        for table in tables
        for cell in table.cells
    ]


CELLS = (
    "<p>Hold reviews</p>",
    "<p>Hold reviews</p> <p>Train staff</p>",
    "<p>Hold reviews</p><p> </p><p>Train staff</p>",
    "<p>Hold reviews</p><p>&nbsp;</p><p>Train staff</p>",
    "Lead:<p>Head of Service</p>by May",
    "<ul><li><p>Hold reviews</p><p>with schools</p></li><li>Train staff</li></ul>",
    "<b><p>Hold reviews</p></b> <i>soon <p>Train staff</p> after that</i>",
    "<p>Hold <b>all</b> reviews</p><p>Train staff</p>",
    "<p>• Hold reviews • Train staff</p><p>Head of Service</p>",
    "<h3>Aim<p>Hold reviews</p>",
    "<div><p>1.</p><p>Hold &amp; keep &lt;records&gt;</p></div>",
    "<p>\u200b</p><p>Train staff</p>",
)


@pytest.mark.parametrize("inside", CELLS)
def test_a_plain_paragraph_is_read_as_one_with_attributes(inside: str) -> None:
    page = f"<html><body><table><tr><td>{inside}</td><td>May</td></tr></table></body></html>"
    plain, full = _read(page), _read(page.replace("<p>", '<p class="a">'))
    assert _cells(plain) == _cells(full)
    assert any(line for line in _cells(plain)[0])


PAGES = (
    "<p>We were inspected.</p> <p>This is our plan.</p>",
    "<h2>Our plan<p>We were inspected.</p><p>This is what we do.</p>",
    "Before <p>We were inspected.</p> after",
    "<p>We were inspected.<p>This is our plan.</p><p>It is short.</p>",
    "<h1>Our plan</h1p><p>We were inspected.</p></p><p>It is short.</p>",
    "<ol><li><p>We were inspected.</p></li><li>This is our plan.</li></ol>",
    "<blockquote>Said <p>We were inspected.</p></blockquote><p>It is short.</p>",
)


@pytest.mark.parametrize("body", PAGES)
def test_prose_is_parted_alike(body: str) -> None:
    page = f"<html><body>{body}</body></html>"
    assert _words(_read(page)) == _words(_read(page.replace("<p>", '<p class="a">')))


def test_an_open_heading_does_not_take_in_the_lines_below_it() -> None:
    read_ = _read("Our plan <h2>for schools\n\nWe were inspected.\n\nThis is what we will do.\n")
    assert [kind for kind, _, _ in _words(read_)] == [
        "paragraph", "heading", "paragraph", "paragraph",
    ]  # fmt: skip


def test_every_paragraph_of_a_footer_is_reported_by_itself() -> None:
    footer = "<footer>Wexmouth <!-- x --> Council<p>Contact us</p> <p>Site map</p></footer>"
    left = _read(f"<html><body><p>We were inspected.</p>{footer}</body></html>").left
    assert [one.text.text for one in left] == ["Wexmouth Council", "Contact us", "Site map"]


def test_a_paragraph_knows_its_place() -> None:
    source = "<html><body><p>One &amp; two</p><p>Three</p></body></html>"
    blocks = [block for block in _read(source).blocks if isinstance(block, Prose)]
    places = [
        [(one.paragraph, source[one.start : one.end]) for one in block.text.location().fragments]
        for block in blocks
    ]
    assert places == [[(1, "One &amp; two")], [(2, "Three")]]


@pytest.mark.parametrize("inside", CELLS)
def test_a_cell_of_plain_text_is_read_as_one_with_tags(inside: str) -> None:
    rows = f"Aim\tAction\tLead\n{inside}\t{inside}\t{inside}\n"
    plain, full = _read(rows), _read(rows.replace("<p>", '<p class="a">'))
    assert _cells(plain) == _cells(full)
    assert len(_cells(plain)) == 6


def test_a_table_in_a_hidden_box_is_reported_cell_by_cell() -> None:
    left = _read("Our plan\n\n<div hidden>\n\nAim\tLead\n<p>One</p> <p>two</p>\tthree\n").left
    assert [one.text.text for one in left] == ["Aim", "Lead", "One", "two", "three"]


def test_a_stray_tag_of_a_table_leaves_the_cells_beside_it_alone() -> None:
    cells = _cells(_read("Aim\tAction\tLead\nRead <th>\tReview\tHead\n"))
    assert [[words for *_, words in cell] for cell in cells] == [
        ["Aim"], ["Action"], ["Lead"], ["Read"], [], ["Review"], ["Head"],
    ]  # fmt: skip
