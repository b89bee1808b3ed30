"""Excel workbooks: what a person sees in the cells is what the blocks say."""

import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import process
from pipeline.blocks import Document, Prose, Source, Table
from pipeline.errors import LimitError, UnreadableError
from pipeline.placed import Text
from pipeline.readers import sheet
from pipeline.readers.sheet.cells import letters, reference
from pipeline.readers.sheet.formats import built_in, shown
from pipeline.settings import Settings
from tests.readers.office import grid, package, relations, workbook, workbook_parts

SETTINGS = Settings()
HEADER = {"A": "Area", "B": "Action", "C": "Owner", "D": "Due date"}


def read(*args: Any, **more: Any) -> Document:
    return sheet.read(workbook(*args, **more), SETTINGS)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def prose(document: Document) -> list[str]:
    return [block.text.text for block in document.blocks if isinstance(block, Prose)]


def texts(table: Table) -> dict[tuple[int, int], str]:
    return {
        (one.row, one.column): " / ".join(line.text.text for line in one.lines)
        for one in table.cells
    }


# Layout


def test_rows_above_the_header_are_prose() -> None:
    found = read({"Sheet1": grid({1: {"A": "Action tracker"}, 2: {"A": "Version", "B": 2},
                                  3: HEADER, 4: {"B": "Do it"}})})  # fmt: skip
    assert prose(found) == ["Action tracker", "Version 2"]
    (table,) = tables(found)
    assert (table.number, table.sheet) == (1, "Sheet1")
    assert texts(table)[4, 2] == "Do it"


def test_a_header_never_seen_is_the_first_wide_row() -> None:
    rows = {
        1: {"A": "Title"},
        2: {"A": "k", "B": "v"},
        3: {"A": "p", "B": "q", "C": "r", "D": "s"},
        4: {"A": "1", "B": "2", "C": "3"},
    }
    found = read({"Sheet1": grid(rows)})
    assert prose(found) == ["Title", "k v"]
    assert min(texts(tables(found)[0])) == (3, 1)


def test_a_sheet_without_a_table_is_prose() -> None:
    found = read({"Notes": grid({1: {"A": "One"}, 3: {"B": "• Two"}})})
    assert (prose(found), tables(found)) == (["One", "Notes", "Two"], [])


def test_sheet_names_are_headings_and_empty_sheets_are_left_out() -> None:
    body = grid({1: HEADER, 2: {"A": "x", "B": "y"}})
    found = read({"Plan": body, "Empty": grid({}), "Sheet3": body})
    assert prose(found) == ["Plan"]
    assert [(one.number, one.sheet) for one in tables(found)] == [(1, "Plan"), (2, "Sheet3")]


def test_blank_rows_part_tables_that_have_their_own_header() -> None:
    found = read({"Sheet1": grid({1: HEADER, 2: {"A": "x", "B": "y"}, 5: {"A": "Part two"},
                                  6: HEADER, 7: {"A": "z", "B": "w"}})})  # fmt: skip
    assert [min(texts(one)) for one in tables(found)] == [(1, 1), (6, 1)]
    assert prose(found) == ["Part two"]


def test_blank_rows_within_a_table_only_space_it() -> None:
    found = read({"Sheet1": grid({1: HEADER, 2: {"A": "x", "B": "y"}, 4: {"A": "Band"},
                                  5: {"A": "z", "B": "w"}, 7: {"B": "v", "D": "u"}})})  # fmt: skip
    (table,) = tables(found)
    assert list(texts(table).values())[4:] == ["x", "y", "Band", "z", "w", "v", "u"]


def test_a_bold_row_or_a_wider_one_begins_a_table() -> None:
    styles = "<fonts><font/><font><b/></font></fonts><fills><fill/></fills>"
    styles += '<cellXfs><xf/><xf fontId="1"/></cellXfs>'
    rows = {1: {"A": "p", "B": "q"}, 2: {"A": "x", "B": "y"}, 4: {"A": "r", "B": "s"},
            5: {"A": "z", "B": "w"}}  # fmt: skip
    assert len(tables(read({"Sheet1": grid(rows, strong=(4,))}, styles=styles))) == 2
    assert len(tables(read({"Sheet1": grid(rows)}))) == 1
    rows[4] = {"A": "r", "B": "s", "C": "t"}
    assert len(tables(read({"Sheet1": grid(rows)}))) == 2


def test_particulars_above_a_plan_are_prose() -> None:
    found = read({"Sheet1": grid({1: {"A": "Council", "B": "Anytown"}, 3: HEADER,
                                  4: {"A": "x", "B": "y"}})})  # fmt: skip
    assert (prose(found), len(tables(found))) == (["Council Anytown"], 1)


WIDE = {"A": "Ref", "B": "Area", "C": "Action", "D": "Owner", "E": "Due date"}


@pytest.mark.parametrize("first", [3, 4])
def test_particulars_that_read_like_headings_are_prose_above_a_wide_plan(first: int) -> None:
    rows = {1: {"A": "Action plan name", "B": "Priority area"}, 2: {"A": "Council", "B": "Anytown"},
            first: WIDE, first + 1: {"B": "x", "C": "y"}}  # fmt: skip
    found = read({"Sheet1": grid(rows)})
    assert prose(found) == ["Action plan name Priority area", "Council Anytown"]
    assert [min(texts(one)) for one in tables(found)] == [(first, 1)]


def test_particulars_above_a_plan_are_no_area() -> None:
    rows = {1: {"A": "Date of export", "B": "today"}, 3: {**WIDE, "B": "Notes"},
            4: {"A": "1", "C": "Write a standard", "D": "Director", "E": "May 2026"}}  # fmt: skip
    statement = process(Source("a.xlsx", workbook({"Tasks": grid(rows)})), SETTINGS).statement
    assert [area.text for section in statement.sections for area in section.areas] == [None]


@pytest.mark.parametrize(("length", "below"), [(9, WIDE), (2, HEADER)])
def test_a_narrow_plan_above_another_is_a_table(length: int, below: dict[str, str]) -> None:
    rows = {1: {"A": "Action", "B": "Owner"}} | {
        at: {"A": f"Do {at}", "B": "Head of Service"} for at in range(2, length + 1)
    }
    rows |= {length + 2: below, length + 3: {"A": "x", "B": "y"}}
    assert len(tables(read({"Sheet1": grid(rows)}))) == 2


def test_merged_cells_have_spans_within_the_used_part() -> None:
    body = grid(
        {1: HEADER, 2: {"A": "one", "B": "a"}, 3: {"A": "covered", "B": "b"}, 4: {"B": "c"}},
        merges=("A2:A1048576", "C2:C4", "B1:B1", "nonsense", "A1"),
    )
    found = read({"Sheet1": body})
    (table,) = tables(found)
    spans = {(one.row, one.column): (one.rowspan, one.colspan) for one in table.cells}
    assert spans[2, 1] == (3, 1)
    assert (3, 1) not in spans
    assert [one.text for one in found.stray] == ["covered"]


def test_workbooks_of_very_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.readers.sheet.cells._CELLS", 10)
    body = grid({1: HEADER, 2: {"A": "x", "B": "y"}})
    with pytest.raises(LimitError, match="more than 10 filled cells"):
        read({"Plan": body, "More": body})


def test_absurd_merges_are_refused() -> None:
    rows = {at: {"A": "a"} for at in range(1, 1501)}
    merges = tuple(f"A{at}:A1048576" for at in rows)
    with pytest.raises(LimitError, match="merged cells"):
        read({"Sheet1": grid(rows, merges=merges)})


def test_a_table_larger_than_any_plan_is_refused() -> None:
    with pytest.raises(LimitError, match="1,048,576 rows"):
        read({"Sheet1": grid({1: HEADER, 1_048_576: {"A": "x", "B": "y"}})})


def test_columns_without_words_are_no_part_of_a_table() -> None:
    rows = {2: {"B": "Area", "D": "Action", "F": "Owner"}, 3: {"B": "x", "D": "y", "F": "z"}}
    (table,) = tables(read({"Plan": grid(rows, merges=("B2:C2", "D3:E3"))}))
    assert texts(table) == {(2, 1): "Area", (2, 2): "Action", (2, 3): "Owner",
                            (3, 1): "x", (3, 2): "y", (3, 3): "z"}  # fmt: skip
    assert {one.colspan for one in table.cells} == {1}
    places = [one.lines[0].text.location().fragments[0] for one in table.cells]
    assert [(one.column, one.cell) for one in places][:3] == [(2, "B2"), (4, "D2"), (6, "F2")]


def test_stressed_rows_above_several_tables_are_their_headings() -> None:
    rows = {1: {"A": "Plan of Anytown"}, 2: {"A": "Council"}, 3: HEADER, 4: {"A": "x", "B": "y"},
            6: {"A": "Partners"}, 7: HEADER, 8: {"A": "z", "B": "w"}}  # fmt: skip
    styles = '<fonts><font/><font><b/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>'
    several = read({"All": grid(rows, strong=(1, 2, 6))}, styles=styles)
    heads = [(one.text.text, one.level) for one in several.blocks
             if isinstance(one, Prose) and one.kind == "heading"]  # fmt: skip
    assert heads == [("Council", 3), ("Partners", 3)]
    assert prose(several)[0] == "Plan of Anytown"
    alone = read({"All": grid({at: rows[at] for at in range(1, 5)}, strong=(1, 2))}, styles=styles)
    assert prose(alone) == ["Plan of Anytown", "Council"]


def test_the_names_of_sheets_are_areas_where_no_column_names_them() -> None:
    header = {"A": "Action", "B": "Lead", "C": "Deadline"}
    sheets = {
        name: grid({1: header, 2: {"A": action, "B": "Head of Service", "C": "1 May 2026"}})
        for name, action in (("Front door", "Recruit a manager"), ("Care leavers", "Open a hub"))
    }
    statement = process(Source("a.xlsx", workbook(sheets)), SETTINGS).statement
    found = [area.text for section in statement.sections for area in section.areas]
    assert (statement.title, found) == (None, ["Front door", "Care leavers"])


def test_lines_and_bullets_in_a_cell() -> None:
    found = read({"Sheet1": grid({1: HEADER, 2: {"A": "x", "B": "• a\n• b\n\nc"}})})
    cell = next(one for one in tables(found)[0].cells if (one.row, one.column) == (2, 2))
    assert [(line.marker, line.text.text, line.gap) for line in cell.lines] == [
        ("•", "a", False), ("•", "b", False), ("", "c", True),
    ]  # fmt: skip


def test_hidden_things_are_read_and_reported() -> None:
    columns = '<col min="2" max="2" hidden="1"/><col min="9" max="9" hidden="1"/>'
    rows = {1: HEADER} | {at: {"A": "x", "B": "y"} for at in range(2, 8)}
    body = grid(rows, hidden=(2, 4, 5, 6), columns=columns)
    found = read({"Plan|veryHidden": body})
    assert [(one.kind, one.text) for one in found.remarks] == [
        ("hidden", "Sheet “Plan” is hidden; it was read all the same."),
        ("hidden", "Hidden rows of sheet “Plan” were read all the same: 2, 4 to 6."),
        ("hidden", "Hidden columns of sheet “Plan” were read all the same: B."),
    ]
    assert len(tables(found)[0].cells) == 16


# Cells

FORMATS = {0: "General", 1: "0", 9: "0%", 14: "dd/mm/yyyy", 17: "mmm-yy", 20: "h:mm"}


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("41912", "dd/mm/yyyy", "30 September 2014"),
        ("41912", "mm/dd/yy", "30 September 2014"),
        ("41912", "[$-809]dddd d mmmm yyyy;@", "30 September 2014"),
        ("41912", "d-mmm", "30 September 2014"),
        ("41912.5", "dd/mm/yyyy h:mm", "30 September 2014 12:00"),
        ("41912", "dd/mm/yyyy h:mm", "30 September 2014"),
        ("41912", "mmm-yy", "September 2014"),
        ("41912", "mm/yyyy", "September 2014"),
        ("41912", "mmmm", "September 2014"),
        ("41912", "yyyy", "2014"),
        ("0.75", "h:mm", "18:00"),
        ("60.5", "d/m/yyyy", "28 February 1900"),
        ("59", "d/m/yyyy", "28 February 1900"),
        ("61", "d/m/yyyy", "1 March 1900"),
        ("-3", "d/m/yyyy", "-3"),
        ("2958465", "d/m/yyyy", "31 December 9999"),
        ("2958465.9999999", "d/m/yyyy", "2958466"),
        ("2958470", "d/m/yyyy", "2958470"),
        ("12", "General", "12"),
        ("1.5", "General", "1.5"),
        ("0.1234567890123", "General", "0.12345678901"),
        ("1E+20", "General", "1E+20"),
        ("1E+20", "0.00", "1E+20"),
        ("3", "000", "003"),
        ("0.85", "0%", "85%"),
        ("0.125", "0.0%", "12.5%"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("1234", '"£"#,##0', "£1,234"),
        ("1234", "[$£-809]#,##0", "£1,234"),
        ("-5", "0;[Red](0)", "(5)"),
        ("-5", "0", "-5"),
        ("0", '0;-0;"none"', "none"),
        ("0", "0;-0;", "0"),
        ("5", '0" weeks";0', "5 weeks"),
        ("5", r"0\ \d", "5 d"),
        ("5", "_-* #,##0_-", "5"),
        ("0.5", "# ?/?", "0.5"),
        ("5", '"a;b"0', "a;b5"),
        ("nan", "0", "nan"),
        ("words", "0", "words"),
        ("5", "@", "5"),
    ],
)
def test_numbers_and_dates_are_what_people_see(number: str, code: str, text: str) -> None:
    assert shown(number, code) == text


def test_dates_since_1904() -> None:
    assert shown("40450", "d/m/yyyy", since_1904=True) == "30 September 2014"
    body = grid({1: HEADER, 2: {"A": "x", "D": (40450, 1)}})
    styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>'
    found = read({"Sheet1": body}, styles=styles, properties='<workbookPr date1904="1"/>')
    assert texts(tables(found)[0])[2, 4] == "30 September 2014"


def test_built_in_formats() -> None:
    assert (built_in(17), built_in(55), built_in(999)) == ("mmm-yy", "dd/mm/yyyy", "General")


def cells(inner: str, **more: str) -> list[str]:
    head = '<row><c t="inlineStr"><is><t>Action</t></is></c><c t="inlineStr"><is><t>Owner</t></is></c></row>'
    found = read({"Sheet1": f"<sheetData>{head}<row>{inner}</row></sheetData>"}, **more)
    return [text for (row, _), text in texts(tables(found)[0]).items() if row == 2]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('<c t="s"><v>0</v></c>', "shared words"),
        ('<c t="s"><v>1</v></c>', "rich text"),
        ('<c t="str"><f>A1</f><v>from a formula</v></c>', "from a formula"),
        ("<c><f>1+1</f><v>2</v></c>", "2"),
        ('<c t="b"><v>1</v></c>', "TRUE"),
        ('<c t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c t="d"><v>2014-09-30</v></c>', "30 September 2014"),
        ('<c t="d"><v>2014-09-30T00:00:00Z</v></c>', "30 September 2014"),
        ('<c t="d"><v>2014-09-30T09:30:00.000</v></c>', "30 September 2014"),
        ('<c t="d"><v>in September</v></c>', "in September"),
        ('<c t="inlineStr"><is><t>a_x000D_\nb_x0041_</t></is></c>', "a / bA"),
        ('<c t="inlineStr"><is><t>a_xD800_b</t></is></c>', "ab"),
        ('<c s="99"><v>7</v></c>', "7"),
    ],
)
def test_kinds_of_cell(inner: str, text: str) -> None:
    strings = "<si><t>shared words</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>x</t></rPh></si>"
    assert cells(inner, strings=strings) == [text]


def test_empty_cells_show_nothing() -> None:
    inner = '<c t="inlineStr"/><c t="inlineStr"><f/></c><c><v/></c><c t="str"><v> </v></c>'
    assert cells(inner + '<c t="b"><v>0</v></c>') == ["FALSE"]


def test_a_string_that_is_missing_is_damage() -> None:
    with pytest.raises(UnreadableError, match="words that are missing"):
        cells('<c t="s"><v>5</v></c>')


RICH = '<r>{0}<t xml:space="preserve">31 May </t></r><r>{0}<t>2025</t></r><r>{1}<t>{2}</t></r>'
STRUCK, PLAIN = "<rPr><strike/></rPr>", '<rPr><strike val="0"/></rPr>'


@pytest.mark.parametrize(
    ("first", "second", "more", "text", "left"),
    [
        (STRUCK, "", "\n1 July 2025", "1 July 2025", ["31 May 2025"]),
        (STRUCK, PLAIN, " 1 July 2025", "1 July 2025", ["31 May 2025"]),
        (STRUCK, STRUCK, " or later", "31 May 2025 or later", []),
        (STRUCK, "", "\n–", "31 May 2025 / –", []),
        (PLAIN, "", " latest", "31 May 2025 latest", []),
    ],
)
def test_words_struck_out_give_way_to_those_beside_them(
    first: str, second: str, more: str, text: str, left: list[str]
) -> None:
    string = f"<si>{RICH.format(first, second, more)}</si>"
    data = grid({1: HEADER, 2: {"A": "x"}}).replace(
        "</row></sheetData>", '<c r="D2" t="s"><v>0</v></c></row></sheetData>'
    )
    found = read({"Plan": data}, strings=string)
    assert texts(tables(found)[0])[2, 4] == text
    assert [one.text.text for one in found.left] == left
    assert [one.text.location().fragments[0].cell for one in found.left] == ["D2"] * len(left)
    assert len(found.remarks) == len(left)


def test_formulas_without_a_result_are_reported() -> None:
    cells = (
        '<c r="A2"><f>B9</f></c><c r="B2" t="str"><f>B9</f><v></v></c>'
        '<c r="C2"><f>B9</f><v/></c><c r="D2" t="str"><f>B9</f><v>words</v></c>'
    )
    data = grid({1: HEADER}).replace("</sheetData>", f'<row r="2">{cells}</row></sheetData>')
    (remark,) = read({"Plan": data}).remarks
    assert remark.kind == "undecodable"
    assert "(A2, C2)" in remark.text
    many = "".join(f'<row r="{at}"><c><f>1</f></c></row>' for at in range(2, 40))
    (remark,) = read(
        {"Plan": grid({1: HEADER}).replace("</sheetData>", f"{many}</sheetData>")}
    ).remarks
    assert "A21 …)" in remark.text


def test_references_and_column_letters() -> None:
    assert [reference(one) for one in ("A1", "$C$7", "AA10", "XFD1048576", "XFE1", "a1", "A0")] == [
        (1, 1), (7, 3), (10, 27), (1_048_576, 16_384), None, None, None,
    ]  # fmt: skip
    assert all(reference(f"{letters(at)}1") == (1, at) for at in (1, 26, 27, 702, 703, 16_384))


def test_places_name_sheet_table_and_cell() -> None:
    found = read({"Plan": grid({1: HEADER, 7: {"A": "x", "C": "• Head of Service"}})})
    line = next(one for one in tables(found)[0].cells if one.row == 7 and one.column == 3).lines[0]
    (fragment,) = line.text.location().fragments
    assert (fragment.sheet, fragment.cell, fragment.row, fragment.column) == ("Plan", "C7", 7, 3)
    assert (fragment.table, fragment.start, fragment.end) == (1, 2, 17)


# Apart from the cells


def test_comments_stand_apart_and_drawn_words_are_prose() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    drawn = "http://schemas.openxmlformats.org/drawingml/2006/main"
    parts = workbook_parts({"Plan": grid({1: HEADER, 2: {"A": "x", "B": "y"}})})
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(
        ("comments", "../comments1.xml"), ("drawing", "../drawings/drawing1.xml"), ("other", "x")
    )
    comment = '<comment ref="B2"><text><t>who agreed?</t></text></comment>'
    parts["xl/comments1.xml"] = (
        f'<comments xmlns="{main}"><commentList>{comment}</commentList></comments>'
    )
    words = "<a:p><a:r><a:t>Anytown </a:t></a:r><a:r><a:t>plan</a:t></a:r></a:p><a:p/>"
    parts["xl/drawings/drawing1.xml"] = f'<x xmlns:a="{drawn}">{words}</x>'
    found = sheet.read(package(parts), SETTINGS)
    assert [(one.kind, one.text.text) for one in found.left] == [("not-the-plan", "who agreed?")]
    (place,) = found.left[0].text.location().fragments
    assert (place.cell, place.start) == ("B2", None)
    assert prose(found) == ["Anytown plan"]


def test_a_chart_sheet_is_left_out() -> None:
    parts = workbook_parts({"Plan": grid({1: HEADER, 2: {"A": "x"}}), "Chart": ""})
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("worksheet", "worksheets/sheet1.xml"), ("chartsheet", "worksheets/sheet2.xml")
    )
    assert prose(sheet.read(package(parts), SETTINGS)) == ["Plan"]


def test_a_binary_workbook_is_refused_in_words() -> None:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"\x83\x01\x00",
    }
    with pytest.raises(UnreadableError, match=r"save it as \.xlsx"):
        sheet.read(package(parts), SETTINGS)


# Against openpyxl

VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20),
    st.integers(-(10**9), 10**9),
    st.dates(date(1901, 1, 1), date(2099, 12, 31)),
)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(1, 9), st.integers(1, 5)), VALUES, min_size=1))
def test_every_value_that_openpyxl_writes_is_read(values: dict[tuple[int, int], Any]) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    written = []
    for (row, column), value in values.items():
        cell = page.cell(row, column)
        if isinstance(value, str):
            cell.value = value
            cell.data_type = "s"  # words that begin with "=" are no formula here
            written += value.split()
        else:
            cell.value = value
            written += _seen(value).split()
    stream = io.BytesIO()
    book.save(stream)
    found = sheet.read(stream.getvalue(), SETTINGS)
    got = [text for one in _all(found) for text in one.text.split()]
    assert sorted("".join(got)) == sorted("".join(written))


def _seen(value: int | date | datetime) -> str:
    if isinstance(value, date):
        return f"{value.day} {value:%B} {value.year}"
    return str(value)


def _all(document: Document) -> list[Text]:
    found = []
    for block in document.blocks:
        if isinstance(block, Prose):
            found += [block.label, block.text]
        else:
            found += [
                one
                for cell in block.cells
                for line in cell.lines
                for one in (line.label, line.text)
            ]
    return found
