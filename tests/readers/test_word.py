"""Word documents: what a reader of the page sees is what the blocks say."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.blocks import Document, Line, Prose, Table
from pipeline.errors import LimitError, UnreadableError
from pipeline.placed import Text
from pipeline.readers import word
from pipeline.settings import Limits, Settings
from tests.readers.office import (
    cell,
    level,
    lists,
    package,
    paragraph,
    relations,
    row,
    run,
    table,
    word_file,
    word_parts,
)  # fmt: skip

SETTINGS = Settings()
EVIDENCE = Path(__file__).parents[2].parent / "shared" / "evidence"


def read(body: str, **others: str) -> Document:
    return word.read(word_file(body, **others), SETTINGS)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def prose(document: Document) -> list[tuple[str, str, str]]:
    blocks = (block for block in document.blocks if isinstance(block, Prose))
    return [(block.kind, block.marker, block.text.text) for block in blocks]


def shape(found: Table) -> list[tuple[int, int, int, int, str]]:
    return [
        (one.row, one.column, one.rowspan, one.colspan, " / ".join(words(one.lines)))
        for one in found.cells
    ]


def words(lines: tuple[Line, ...]) -> list[str]:
    return [line.text.text for line in lines]


def only_lines(*content: str, **others: str) -> tuple[Line, ...]:
    """Return the lines of the one cell that holds the content."""
    (found,) = tables(read(table(row(cell(*content), cell("b"))), **others))
    return found.cells[0].lines


def only_text(inner: str) -> str:
    """Return the text of the one paragraph that holds the XML."""
    return word.paragraph_texts(word_file(paragraph(inner=inner)))[0]


# Tables


def test_cells_merged_over_rows_and_columns_are_one_cell() -> None:
    found = read(
        table(
            row(cell("Area"), cell("Action"), cell("Who")),
            row(cell("one", merge="restart"), cell("a"), cell("x")),
            row(cell(merge="continue"), cell("b"), cell("y")),
            row(cell("band", span=3)),
        )
    )
    assert shape(tables(found)[0])[3:] == [
        (2, 1, 2, 1, "one"), (2, 2, 1, 1, "a"), (2, 3, 1, 1, "x"),
        (3, 2, 1, 1, "b"), (3, 3, 1, 1, "y"), (4, 1, 1, 3, "band"),
    ]  # fmt: skip


def test_columns_count_from_the_grid_where_a_row_lacks_cells() -> None:
    found = read(
        table(
            row(cell("a"), cell("b"), cell("c")),
            row(cell("d"), properties='<w:gridBefore w:val="2"/>'),
            row(cell("e")),
        )
    )
    assert shape(tables(found)[0])[3:] == [(2, 3, 1, 1, "d"), (3, 1, 1, 1, "e")]


def test_cells_merged_the_old_way_across_a_row() -> None:
    first, more = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    found = read(table(row(cell("a", properties=first), cell("", properties=more), cell("c"))))
    assert shape(tables(found)[0]) == [(1, 1, 1, 2, "a"), (1, 3, 1, 1, "c")]


def test_words_in_the_continued_part_of_a_merged_cell_are_kept() -> None:
    found = read(table(row(cell("a", merge="restart")), row(cell("b", merge="continue"))))
    assert shape(tables(found)[0]) == [(1, 1, 2, 1, "a / b")]


def test_a_continued_cell_below_none_stands_alone() -> None:
    found = read(table(row(cell("a"), cell("b")), row(cell("c", merge="continue"), cell("d"))))
    assert shape(tables(found)[0])[2:] == [(2, 1, 1, 1, "c"), (2, 2, 1, 1, "d")]


def test_header_rows_are_those_that_repeat_from_the_top() -> None:
    mark = "<w:tblHeader/>"
    found = read(
        table(
            row(cell("a"), properties=mark),
            row(cell("b"), properties='<w:tblHeader w:val="0"/>'),
            row(cell("c"), properties=mark),
        )
    )
    assert [one.header for one in tables(found)[0].cells] == [True, False, False]


def test_borders_a_little_out_of_line_make_no_column() -> None:
    rows = row(cell("Area", span=2), cell("Action")), row(cell("a"), cell("b", span=2))
    found = tables(read(table(*rows, widths=(3000, 60, 4000))))[0]
    assert shape(found) == [
        (1, 1, 1, 1, "Area"), (1, 2, 1, 1, "Action"), (2, 1, 1, 1, "a"), (2, 2, 1, 1, "b"),
    ]  # fmt: skip
    wide = tables(read(table(*rows, widths=(3000, 900, 4000))))[0]
    assert shape(wide)[3] == (2, 2, 1, 2, "b")
    narrow = table(row(cell("1"), cell("a", span=2)), row(cell("2"), cell("b", span=2)),
                   widths=(200, 100, 4000))  # fmt: skip
    assert [one.column for one in tables(read(narrow))[0].cells] == [1, 2, 1, 2]


def test_a_table_larger_than_any_plan_is_refused() -> None:
    body = table(*(row(cell(), cell(span=1000), cell(span=1000)) for _ in range(1100)))
    with pytest.raises(LimitError, match="1,100 rows and 2,001 columns"):
        read(body)


def test_a_deleted_row_is_left_out() -> None:
    found = read(table(row(cell("a")), row(cell("b"), properties="<w:del/>"), row(cell("c"))))
    assert shape(tables(found)[0]) == [(1, 1, 1, 1, "a"), (2, 1, 1, 1, "c")]


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "body",
    [
        control(table(row(cell("a"), cell("b")))),
        table(control(row(cell("a"), cell("b")))),
        table(row(control(cell("a")), cell("b"))),
        table(row(cell(control(paragraph("a"))), cell("b"))),
        table(row(cell(paragraph(inner=control(run("a")))), cell("b"))),
        control(control(table(control(row(control(cell(control(paragraph("a")))), cell("b")))))),
    ],
    ids=["table", "row", "cell", "paragraph", "run", "all"],
)
def test_content_controls_hide_nothing(body: str) -> None:
    assert shape(tables(read(body))[0]) == [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b")]


def test_a_nested_table_gives_lines_of_its_cell_in_order() -> None:
    inner = table(row(cell("b"), cell("c")), row(cell("d")))
    lines = only_lines(paragraph("a"), inner, paragraph("e"))
    assert words(lines) == ["a", "b", "c", "d", "e"]


def test_a_table_that_only_frames_another_is_opened() -> None:
    frame = table(row(cell("Our plan")), row(cell(table(row(cell("a"), cell("b"))), paragraph())))
    found = read(frame)
    assert shape(tables(found)[0]) == [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b")]
    assert prose(found) == [("paragraph", "", "Our plan")]


def test_a_layout_around_a_plan_is_opened() -> None:
    plan = table(row(cell("Area"), cell("Action"), cell("Lead")), row(cell("a"), cell("b")))
    found = read(table(row(cell("Logo"), cell("Plan", plan, "<w:p/>"))))
    assert prose(found)[:2] == [("paragraph", "", "Logo"), ("paragraph", "", "Plan")]
    assert [len(one.cells) for one in tables(found)] == [5]
    key = table(row(cell("Red"), cell("Late")))
    within = table(row(cell("Area"), cell("Action"), cell("Lead")), row(cell("a"), cell("b", key)))
    for body in (
        within,
        table(row(cell("Logo"), cell(key))),
        table(row(cell("a"), cell("<w:tbl/>"))),
    ):
        assert len(tables(read(body))) == 1


def test_tables_nested_too_deep_are_refused() -> None:
    body = paragraph("a")
    for _ in range(60):
        body = table(row(cell("x"), cell(body, paragraph())))
    with pytest.raises(LimitError, match="nested more than 50 deep"):
        read(body)


# Lines


def test_each_paragraph_is_a_line_and_an_empty_one_leaves_a_gap() -> None:
    lines = only_lines("", "a", "", "b", "c", "")
    assert [(line.text.text, line.gap) for line in lines] == [
        ("a", False), ("b", True), ("c", False),
    ]  # fmt: skip


def test_a_line_break_parts_lines_of_one_paragraph() -> None:
    lines = only_lines("Head of Service\n30 June 2026")
    places = [run.place for line in lines for _, run in line.text.runs]
    assert words(lines) == ["Head of Service", "30 June 2026"]
    assert [place.paragraph for place in places] == [1, 1]
    assert [place.line for place in places] == [0, 1]


@pytest.mark.parametrize(
    ("written", "marker", "text"),
    [
        ("• Write a standard", "•", "Write a standard"),
        ("•\tWrite a standard", "•", "Write a standard"),
        ("- Write a standard", "-", "Write a standard"),
        ("1a) Write a standard", "1a)", "Write a standard"),
        ("(b) Write a standard", "(b)", "Write a standard"),
        ("30 June 2026", "", "30 June 2026"),
        ("J. Example", "", "J. Example"),
        ("•", "", "•"),
    ],
)
def test_a_typed_bullet_is_the_marker_and_keeps_its_place(
    written: str, marker: str, text: str
) -> None:
    (line,) = only_lines(written)
    assert (line.marker, line.label.text, line.text.text) == (marker, marker, text)


def test_a_bullet_after_a_space_begins_a_line() -> None:
    lines = only_lines("First: • a •b\t• c 3•4", "  • d")
    assert not any(line.gap for line in lines)
    assert [(line.marker, line.text.text) for line in lines] == [
        ("", "First:"), ("•", "a"), ("•", "b"), ("•", "c 3•4"), ("•", "d"),
    ]  # fmt: skip


# Lists

DECIMAL = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "%3")


def markers(body: str, numbering: str, styles: str = "") -> list[str]:
    return [marker for _, marker, _ in prose(read(body, numbering=numbering, styles=styles))]


def items(*depths: int, listing: int = 1) -> str:
    return "".join(paragraph("x", listing=(listing, depth)) for depth in depths)


def test_numbers_are_counted_by_level_and_start_again_below() -> None:
    counted = markers(items(0, 1, 1, 2, 0, 1), lists(DECIMAL))
    assert counted == ["1.", "a)", "b)", "i", "2.", "a)"]


@pytest.mark.parametrize(
    ("style", "count", "number"),
    [
        ("decimal", 12, "12"), ("decimalZero", 3, "03"), ("upperLetter", 28, "BB"),
        ("lowerRoman", 14, "xiv"), ("upperRoman", 9, "IX"), ("ordinalText", 2, "2"),
        ("none", 1, ""),
    ],
)  # fmt: skip
def test_number_formats(style: str, count: int, number: str) -> None:
    assert markers(items(*[0] * count), lists(level(0, style, "%1")))[-1] == number


def test_a_level_shows_the_numbers_above_it() -> None:
    plan = level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2")
    assert markers(items(0, 1, 1), lists(plan)) == ["I", "I.1", "I.2"]
    legal = level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert markers(items(0, 1), lists(legal)) == ["I", "1.1"]


def test_a_level_that_never_restarts_counts_on() -> None:
    plan = level(0, "decimal", "%1") + level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>')
    assert markers(items(0, 1, 0, 1), lists(plan)) == ["1", "1", "2", "2"]


def test_lists_of_one_kind_count_on_unless_a_start_is_overridden() -> None:
    again = (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = items(0) + items(0, listing=8) + items(0, 0, listing=9)
    assert markers(body, lists(DECIMAL, numbers=again)) == ["1.", "2.", "5.", "6."]


def test_a_list_by_style_and_by_a_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Points"><w:name w:val="Points"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Points"/></w:style>'
    )
    plan = level(0, "decimal", "%1") + level(1, "decimal", "%2)", '<w:pStyle w:val="Points"/>')
    assert markers(paragraph("x", style="Points"), lists(plan), styles) == ["1)"]
    assert markers(paragraph("x", style="Mine"), lists(plan), styles) == ["1)"]
    off = '<w:p><w:pPr><w:pStyle w:val="Mine"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    assert markers(f"{off}{run('x')}</w:p>", lists(plan), styles) == [""]


def test_a_list_that_links_to_a_list_style() -> None:
    linked = '<w:numStyleLink w:val="Plan"/>', '<w:styleLink w:val="Plan"/>' + DECIMAL
    assert markers(items(0, 1), lists(*linked)) == ["1.", "a)"]


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [
        ("\uf0b7", "Symbol", "•"), ("o", "Courier New", "◦"), ("§", "Wingdings", "▪"),
        ("\uf0a7", "Wingdings", "▪"), ("-", "Arial", "-"), ("", "Arial", "•"),
        ("\uf0ff", "Webdings", "•"),
    ],
)  # fmt: skip
def test_bullets_are_what_they_look_like(text: str, font: str, seen: str) -> None:
    look = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    bullet = level(0, "bullet", text).replace("</w:lvl>", f"{look}</w:lvl>")
    assert markers(items(0), lists(bullet)) == [seen]


def test_a_column_of_counted_numbers_keeps_them() -> None:
    numbered = cell(paragraph(listing=(1, 0)))
    (found,) = tables(
        read(table(row(numbered, cell("a")), row(numbered, cell("b"))), numbering=lists(DECIMAL))
    )
    assert [line.text.text for one in found.cells for line in one.lines] == ["1.", "a", "2.", "b"]
    assert found.cells[2].lines[0].text.location().fragments[0].start is None


def test_headings_by_style_name_and_by_outline_level() -> None:
    styles = (
        '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="Mine"><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
        '<w:style w:styleId="Body"><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    body = "".join(paragraph("x", style=one) for one in ("H2", "T", "Mine", "Loop", "Body"))
    broken = run("Two\nlines")
    own = f'<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>{broken}</w:p>'
    found = [
        (one.kind, one.level)
        for one in read(body + own, styles=styles).blocks
        if isinstance(one, Prose)
    ]
    assert found == [
        ("heading", 2), ("heading", 1), ("heading", 2), ("paragraph", 0), ("paragraph", 0),
        ("heading", 3),
    ]  # fmt: skip
    assert prose(read(own)) == [("heading", "", "Two lines")]


# Text


def test_tracked_changes_are_read_as_accepted() -> None:
    inner = (
        f"{run('by ')}<w:del><w:r><w:delText>June</w:delText></w:r></w:del>"
        f"<w:ins>{run('July')}</w:ins><w:moveFrom>{run('gone')}</w:moveFrom>"
        f"<w:moveTo>{run(' 2026')}</w:moveTo>"
    )
    assert only_text(inner) == "by July 2026"


def test_a_paragraph_whose_end_is_deleted_runs_into_the_next() -> None:
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Head of ')}</w:p>"
    assert words(only_lines(joined, paragraph("Service"))) == ["Head of Service"]
    assert prose(read(joined)) == [("paragraph", "", "Head of")]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


INSTRUCTION = "<w:r><w:instrText> DATE </w:instrText></w:r>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"{field('begin')}{INSTRUCTION}{field('separate')}{run('1 May')}{field('end')}", "1 May"),
        (f"{field('begin')}{run('asked')}{field('end')}{run('b')}", "b"),
        (f"{field('end')}{field('separate')}{run('b')}", "b"),
        (f'<w:fldSimple w:instr="DATE">{run("1 May")}</w:fldSimple>', "1 May"),
        (f'<w:hyperlink r:id="rId1">{run("link")}</w:hyperlink>', "link"),
        (f"<w:smartTag>{run('Anytown')}</w:smartTag>", "Anytown"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>multi</w:t><w:noBreakHyphen/><w:t>agency</w:t></w:r>", "multi-agency"),
        ("<w:r><w:t>multi</w:t><w:softHyphen/><w:t>agency</w:t></w:r>", "multiagency"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t> a</w:t></w:r>', "• a"),
        ('<w:r><w:sym w:font="Wingdings" w:char="A7"/></w:r>', "▪"),
        ('<w:r><w:sym w:font="Arial" w:char="41"/></w:r>', "A"),
        ('<w:r><w:sym w:font="Arial" w:char="D800"/><w:sym w:char="zz"/></w:r>', ""),
        ("<w:r><w:t>\uf0b7 a</w:t></w:r>", "• a"),
        ("<w:r><w:t>a\nb</w:t></w:r>", "a b"),
        ('<w:r><w:t>a</w:t><w:footnoteReference w:id="3"/></w:r>', "a"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r>"
         "</w:rubyBase></w:ruby></w:r>", "b"),
    ],
)  # fmt: skip
def test_a_paragraph_shows(inner: str, text: str) -> None:
    assert only_text(inner) == text


def test_a_field_instruction_that_never_ends_hides_nothing_after_its_paragraph() -> None:
    body = paragraph(inner=field("begin") + INSTRUCTION) + paragraph("b")
    assert word.paragraph_texts(word_file(body)) == ["", "b"]


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    choice = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    )
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    drawn = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    old = f"<w:r><mc:AlternateContent>{fallback}</mc:AlternateContent></w:r>"
    empty = "<w:r><mc:AlternateContent/></w:r>"
    for inner in (drawn, old):
        assert words(only_lines(paragraph("a", inner=inner), "b")) == ["a", "boxed", "b"]
    assert words(only_lines(paragraph("a", inner=empty))) == ["a"]
    block = f"<mc:AlternateContent><mc:Choice>{paragraph('c')}</mc:Choice></mc:AlternateContent>"
    assert prose(read(block)) == [("paragraph", "", "c")]


def test_hidden_text_is_left_out_and_reported() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>draft note</w:t></w:r>"
    found = read(paragraph("a", inner=hidden))
    assert prose(found) == [("paragraph", "", "a")]
    assert [(one.kind, one.text) for one in found.remarks] == [
        ("hidden", "Hidden text was left out: draft note")
    ]


def struck(text: str, mark: str = "<w:strike/>") -> str:
    return f'<w:r><w:rPr>{mark}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


OLD, NEW = struck("31 May 2025"), run(" 31 August 2025")


@pytest.mark.parametrize(
    ("content", "kept", "left"),
    [
        ([paragraph(inner=OLD + NEW)], ["31 August 2025"], ["31 May 2025"]),
        ([paragraph(inner=OLD), paragraph(inner=NEW)], ["31 August 2025"], ["31 May 2025"]),
        ([paragraph(inner=struck("31 ") + struck("May 2025") + NEW)],
         ["31 August 2025"], ["31 May 2025"]),
        ([paragraph("Write "), paragraph(inner=struck("Old", "<w:dstrike/>"))], ["Write"], ["Old"]),
        ([paragraph(inner=OLD)], ["31 May 2025"], []),
        ([paragraph(inner=OLD + struck(" or June"))], ["31 May 2025 or June"], []),
        ([paragraph(inner=OLD + run(" – "))], ["31 May 2025 –"], []),
        ([paragraph(inner=struck("a", '<w:strike w:val="0"/>') + NEW)], ["a 31 August 2025"], []),
    ],
)  # fmt: skip
def test_words_struck_out_give_way_to_those_beside_them(
    content: list[str], kept: list[str], left: list[str]
) -> None:
    data = word_file(table(row(cell(*content), cell("b"))))
    found = word.read(data, SETTINGS)
    assert words(tables(found)[0].cells[0].lines) == kept
    assert [one.text.text for one in found.left] == left
    assert len(found.remarks) == bool(left)
    texts = word.paragraph_texts(data)
    assert [_slices(one.text, texts) for one in found.left] == left


@pytest.mark.parametrize(
    ("cells", "kept", "left"),
    [
        ([cell(paragraph(inner=OLD)), cell(paragraph(inner=struck("Head")))],
         [], ["31 May 2025", "Head"]),
        ([cell(paragraph(inner=OLD)), cell(paragraph(inner=struck("Head"))), cell("")],
         [], ["31 May 2025", "Head"]),
        ([cell("An area", merge="restart"), cell(paragraph(inner=OLD)), cell(paragraph(inner=struck("a")))],
         ["An area"], ["31 May 2025", "a"]),
        ([cell(paragraph(inner=OLD)), cell("Done")], ["31 May 2025", "Done"], []),
        ([cell(paragraph(inner=OLD)), cell("")], ["31 May 2025"], []),
    ],
)  # fmt: skip
def test_a_row_struck_out_altogether_is_withdrawn(
    cells: list[str], kept: list[str], left: list[str]
) -> None:
    found = read(table(row(*cells), row(*(cell("x") for _ in cells))))
    first = [one for one in tables(found)[0].cells if one.row == 1]
    assert [text for one in first for text in words(one.lines)] == kept
    assert [one.text.text for one in found.left] == left


def test_words_struck_out_of_a_paragraph_whose_end_is_deleted() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('By ')}{OLD}</w:p>"
    found = read(first + paragraph(inner=run(" ") + NEW))
    assert prose(found) == [("paragraph", "", "By 31 August 2025")]
    (left,) = found.left
    assert (left.text.text, left.text.location().fragments[0].start) == ("31 May 2025", 3)


@pytest.mark.parametrize(
    ("style", "kept"), [("PlaceholderText", []), ("Strong", ["Click here to enter a date."])]
)
@pytest.mark.parametrize("around", ["paragraph", "run"])
def test_a_control_that_nobody_filled_in_is_empty(style: str, kept: list[str], around: str) -> None:
    prompt = (
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        "<w:t>Click here to enter a date.</w:t></w:r>"
    )
    asked = "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:date/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inside = paragraph(inner=prompt) if around == "paragraph" else prompt
    content = (
        asked.format(inside) if around == "paragraph" else paragraph(inner=asked.format(inside))
    )
    found = read(table(row(cell(content), cell("b"))))
    assert words(tables(found)[0].cells[0].lines) == kept
    assert len(found.left) == 1 - len(kept)


def test_a_file_embedded_as_an_object_is_reported() -> None:
    parts = word_parts(paragraph("a"))
    parts["word/_rels/document.xml.rels"] = relations(("package", "embeddings/plan.xlsx"))
    (remark,) = word.read(package(parts), SETTINGS).remarks
    assert "save it as a file of its own" in remark.text


@pytest.mark.parametrize(
    "typed",
    [
        ["Area\tAction\tDeadline"],
        ["Area\tAction\tDeadline", "one\ttwo"],
        ["one\ttwo\tthree", "four\tfive\tsix"],
        ["Action\tDeadline", "Write it\t1 May 2026"],
    ],
)
def test_tabs_alone_make_no_table(typed: list[str]) -> None:
    inner = [run(line).replace("\t", "</w:t><w:tab/><w:t>") for line in typed]
    found = read("".join(paragraph(inner=one) for one in inner))
    assert (tables(found), len(found.blocks)) == ([], len(typed))


def test_rows_typed_with_tabs_begin_and_end_a_table() -> None:
    typed = ["Area\tAction\tDeadline", "a\t\tb\tc", "end", "Area\tAction\tDeadline",
             "d\te\tf"]  # fmt: skip
    inner = [run(line).replace("\t", "</w:t><w:tab/><w:t>") for line in typed]
    found = read("".join(paragraph(inner=one) for one in inner) + paragraph("g", listing=(1, 0)))
    assert [one.number for one in tables(found)] == [1, 2]
    assert all(one.guessed for one in tables(found))
    assert [shape(one)[3:] for one in tables(found)] == [
        [(2, 1, 1, 1, "a"), (2, 2, 1, 1, "b"), (2, 3, 1, 1, "c")],
        [(2, 1, 1, 1, "d"), (2, 2, 1, 1, "e"), (2, 3, 1, 1, "f")],
    ]


def test_an_embedded_document_is_reported() -> None:
    found = read(paragraph("a") + '<w:altChunk r:id="rId9"/>')
    assert [one.kind for one in found.remarks] == ["undecodable"]


def test_what_stands_apart_is_left_apart() -> None:
    note = f'<w:footnote w:id="2">{paragraph("see the glossary")}</w:footnote>'
    separator = f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
    found = read(
        paragraph("a", inner='<w:r><w:footnoteReference w:id="2"/></w:r>') + table(row(cell("b"))),
        header1=paragraph("Running title") + paragraph("Page 2 of 9"),
        footer1=table(row(cell("Confidential"), cell("Confidential"))),
        comments=f'<w:comment w:id="0">{paragraph("Who agreed this?")}</w:comment>',
        footnotes=separator + note,
    )
    assert {(one.kind, one.text.text) for one in found.left} == {
        ("running-head", "Running title"), ("running-head", "Confidential"),
        ("page-number", "Page 2 of 9"), ("not-the-plan", "Who agreed this?"),
    }  # fmt: skip
    assert prose(found) == [("paragraph", "", "a"), ("paragraph", "1", "see the glossary")]


def test_a_table_of_contents_is_left_apart() -> None:
    styles = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    found = read(paragraph("The plan 3", style="T1") + paragraph("The plan"), styles=styles)
    assert prose(found) == [("paragraph", "", "The plan")]
    assert [(one.kind, one.text.text) for one in found.left] == [("not-the-plan", "The plan 3")]


# Files


def test_strict_files_are_read_like_others() -> None:
    body = table(row(cell("a", span=2), cell("b"))) + paragraph("x", listing=(1, 0))
    parts = word_parts(body, numbering=lists(DECIMAL))
    for name, text in parts.items():
        for usual, strict in (
            ("schemas.openxmlformats.org/wordprocessingml/2006/main",
             "purl.oclc.org/ooxml/wordprocessingml/main"),
            ("schemas.openxmlformats.org/officeDocument/2006/relationships",
             "purl.oclc.org/ooxml/officeDocument/relationships"),
        ):  # fmt: skip
            text = str(text).replace(usual, strict)
            parts[name] = text
    assert word.read(package(parts), SETTINGS) == read(body, numbering=lists(DECIMAL))


@pytest.mark.parametrize("missing", ["word/styles.xml", "word/numbering.xml", "word/header1.xml"])
def test_a_missing_part_costs_only_itself(missing: str) -> None:
    parts = word_parts(paragraph("a"), styles="", numbering="", header1=paragraph("h"))
    del parts[missing]
    assert prose(word.read(package(parts), SETTINGS)) == [("paragraph", "", "a")]


@pytest.mark.parametrize(
    ("damaged", "said"),
    [
        (("styles",), "The part with its styles is damaged"),
        (("styles", "numbering"), "The part with its styles and numbering is damaged"),
    ],
)
def test_a_damaged_part_of_looks_costs_only_itself(damaged: tuple[str, ...], said: str) -> None:
    parts = word_parts(paragraph("a"), styles="", numbering="")
    parts |= {f"word/{name}.xml": "<w:styles" for name in damaged}
    found = word.read(package(parts), SETTINGS)
    assert prose(found) == [("paragraph", "", "a")]
    (remark,) = found.remarks
    assert (remark.kind, remark.text.split(":")[0]) == ("undecodable", said)


def test_a_document_of_pictures_alone_asks_for_the_original() -> None:
    with pytest.raises(UnreadableError, match="only pictures"):
        read(paragraph(inner="<w:r><w:drawing/></w:r>"))


def test_a_lost_main_part_is_said_in_words() -> None:
    parts = word_parts("")
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace("w:body", "w:other")
    with pytest.raises(UnreadableError, match="lost its main part"):
        word.read(package(parts), SETTINGS)


def test_thousands_of_wrappers_are_no_problem_and_a_hundred_thousand_paragraphs_take_seconds() -> (
    None
):
    deep = "<w:smartTag>" * 200 + run("a") + "</w:smartTag>" * 200
    assert only_text(deep) == "a"
    start = time.process_time()
    assert len(word.paragraph_texts(word_file("<w:p/>" * 100_000))) == 100_000
    assert time.process_time() - start < 20


def test_a_part_that_unpacks_to_more_than_the_limit_is_refused() -> None:
    data = package(word_parts("<w:p/>" * 400_000), compression=8)
    with pytest.raises(LimitError, match="unpacks to more"):
        word.read(data, Settings(limits=Limits(memory_bytes=2**25)))


# Places

RUNS = st.text(st.sampled_from("ab •-1.)\t\n é😀") | st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)  # fmt: skip


@given(st.lists(st.lists(RUNS, max_size=3), min_size=1, max_size=4), st.booleans())
def test_the_slices_of_a_value_are_its_text(paragraphs: list[list[str]], tabular: bool) -> None:
    content = [paragraph(inner="".join(run(one) for one in runs)) for runs in paragraphs]
    data = word_file(table(row(cell(*content))) if tabular else "".join(content))
    texts = word.paragraph_texts(data)
    said = []
    for text, label in _texts(word.read(data, SETTINGS)):
        assert _slices(text, texts) == text.text
        assert _slices(label, texts) == label.text
        said += (label.text + text.text).split()
    assert "".join(said) == "".join("".join("".join(runs).split()) for runs in paragraphs)


def _texts(document: Document) -> list[tuple[Text, Text]]:
    lines: list[Line | Prose] = []
    for block in document.blocks:
        if isinstance(block, Prose):
            lines.append(block)
        else:
            lines += [line for one in block.cells for line in one.lines]
    return [(line.text, line.label) for line in lines]


def _slices(text: Text, texts: list[str]) -> str:
    pieces = [
        texts[one.paragraph - 1][one.start : one.end]
        for one in text.location().fragments
        if one.paragraph
    ]
    return " ".join(" ".join(pieces).split())


# The real statement

needs_evidence = pytest.mark.skipif(
    not EVIDENCE.is_dir(), reason="../shared/evidence is not here, so its files were not read"
)
LAYOUTS = ["portrait", "landscape"]


@needs_evidence
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_real_statement_has_every_row_and_bullet(layout: str) -> None:
    folder = EVIDENCE / "statements"
    gold = json.loads((folder / "hartlepool-2014.gold.json").read_text(encoding="utf-8"))
    document = word.read((folder / f"hartlepool-2014.{layout}.docx").read_bytes(), SETTINGS)
    areas: list[str] = []
    actions: list[Line] = []
    for found in tables(document):
        for one in found.cells:
            if one.row > 1 and one.column == 1:
                areas.append(" ".join(words(one.lines)))
            if one.row > 1 and one.column == 2:
                actions += one.lines
    assert {line.marker for line in actions} == {"•"}
    assert (len(areas), len(actions)) == (17, 61)
    wanted = json.dumps(gold, ensure_ascii=False)
    assert [text for text in areas if _squeezed(text) not in _squeezed(wanted)] == []
    missing = [line.text.text for line in actions]
    assert [text for text in missing if _squeezed(text) not in _squeezed(wanted)] == []


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


@needs_evidence
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_word_of_the_real_statement_is_lost(layout: str) -> None:
    docx = pytest.importorskip("docx")
    path = EVIDENCE / "statements" / f"hartlepool-2014.{layout}.docx"
    reference = docx.Document(str(path))
    wanted = [one.text for one in reference.paragraphs]
    for found in reference.tables:
        wanted += [one.text for item in found.rows for one in item.cells]
    document = word.read(path.read_bytes(), SETTINGS)
    got = [text.text for text, _ in _texts(document)]
    assert sorted(" ".join(got).split()) == sorted(" ".join(wanted).split())
    texts = word.paragraph_texts(path.read_bytes())
    assert all(_slices(text, texts) == text.text for text, _ in _texts(document))


@needs_evidence
def test_odd_documents_are_read() -> None:
    found = {
        path.name: len(word.read(path.read_bytes(), SETTINGS).blocks)
        for path in sorted((EVIDENCE / "hostile").glob("docx_odd__*"))
    }
    assert found
    assert all(found.values())


@needs_evidence
@pytest.mark.parametrize(
    ("pattern", "words_said"),
    [
        ("docx_corrupt__*", "damaged|no Word or Excel"),
        ("docx_encrypted_ole__*", "password"),
        ("legacy_doc__*", r"save it as \.docx"),
    ],
)
def test_hostile_documents_are_refused_in_words(pattern: str, words_said: str) -> None:
    for path in sorted((EVIDENCE / "hostile").glob(pattern)):
        with pytest.raises(UnreadableError, match=words_said):
            word.read(path.read_bytes(), SETTINGS)
