"""Whole plans as councils keep them in Word and Excel, against outlines written by hand.

The councils, posts and wordings are invented; each plan shows habits of one kind of author.
"""

import io
from collections.abc import Callable, Mapping
from datetime import date

import openpyxl
import pytest

from pipeline import Settings, Source, process
from pipeline.blocks import Table
from pipeline.models import Fragment
from pipeline.readers import read, word
from tests.extract.outlines import outline
from tests.readers.office import (
    cell,
    grid,
    level,
    lists,
    paragraph,
    row,
    run,
    table,
    word_file,
    workbook,
)  # fmt: skip
from tests.walking import kept, valued, words

HEADS = ("Area for improvement", "Action", "Lead officer", "Deadline")
LETTERED = dict(zip("ABCD", HEADS, strict=True))
_MARK = 'w:id="1" w:author="x" w:date="2026-01-01T00:00:00Z"'
_TITLES = (
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def cells(*texts: str) -> str:
    """Return a row of such cells; those that are XML already stay."""
    return row(*(one if one.startswith("<w:tc>") else cell(one) for one in texts))


def control(inner: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def inserted(text: str) -> str:
    return f"<w:ins {_MARK}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {_MARK}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def items(*texts: str, listing: int = 1) -> str:
    return cell(*(paragraph(text, listing=(listing, 0)) for text in texts))


def bands_below_two_header_rows() -> bytes:
    upper = row(cell("Action", merge="restart"), cell("Responsibility", span=2))
    return word_file(
        table(
            upper,
            row(cell(merge="continue"), cell("Lead officer"), cell("Deadline")),
            row(cell("Priority 1: Leadership", span=3)),
            cells("Appoint a director", "Chief Executive", "1 September 2026"),
            row(cell(paragraph("Priority 2: Practice", bold=True), span=3)),
            cells("Train all social workers", "Principal Social Worker", "30 November 2026"),
            cells("Audit practice each month", "Quality Manager", "31 December 2026"),
        )
    )


def tables_under_counted_headings() -> bytes:
    def part(heading: str, *rows: tuple[str, str, str]) -> str:
        body = (cells(*one) for one in rows)
        return paragraph(heading, style="Heading1") + table(cells(*HEADS[1:]), *body)

    return word_file(
        paragraph("Improvement plan", style="Title")
        + part("Oversight by leaders", ("Set up a board", "Director", "31 May 2026"))
        + part(
            "Care planning",
            ("Audit all care plans", "Quality Manager", "30 June 2026"),
            ("Train reviewing officers", "Reviewing Manager", "31 July 2026"),
        ),
        styles=_TITLES,
        numbering=lists(level(0, "decimal", "%1.")),
    )


def tracked_changes() -> bytes:
    old = cells("Gone", "Gone", "Gone", "Gone").replace("<w:trPr>", f"<w:trPr><w:del {_MARK}/>")
    moved = f"<w:moveFrom {_MARK}>{run('Hold a panel')}</w:moveFrom>"
    arrived = f"<w:moveTo {_MARK}>{run('Hold a panel')}</w:moveTo>"
    return word_file(
        table(
            cells(*HEADS),
            row(
                cell("Pathway plans", merge="restart"),
                cell(
                    f"<w:p><w:pPr><w:rPr><w:del {_MARK}/></w:rPr></w:pPr>{run('Rewrite the ')}</w:p>",
                    paragraph("template", inner=moved),
                ),
                cell(paragraph(inner=deleted("Director") + inserted("Leaving Care Manager"))),
                cell(
                    paragraph(inner=run("30 ") + deleted("June") + inserted("July") + run(" 2026"))
                ),
            ),
            old,
            row(
                cell(merge="continue"),
                cell(paragraph(inner=arrived)),
                cell("Participation Officer"),
                cell("31 October 2026"),
                properties=f"<w:ins {_MARK}/>",
            ),
        )
    )


def a_form_partly_filled_in() -> bytes:
    def prompt(text: str) -> str:
        styled = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{text}</w:t></w:r>'
        return cell(paragraph(inner=control(styled, "<w:showingPlcHdr/>")))

    old = "<w:r><w:rPr><w:strike/></w:rPr><w:t>31 May 2026</w:t></w:r>"
    first = row(
        cell("Early help", merge="restart"),
        cell("Publish a strategy"),
        control(cell(paragraph(inner=control(run("Early Help Lead"), "<w:dropDownList/>")))),
        cell(paragraph(inner=old + run(" 31 August 2026"))),
    )
    second = row(cell(merge="continue"), cell("Map family hubs"), prompt("Choose an item."),
                 prompt("Click here to enter a date."))  # fmt: skip
    return word_file(control(table(cells(*HEADS), control(control(first)), control(second))))


def lists_of_every_kind() -> bytes:
    symbol = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:tab/><w:t>Screen referrals</w:t></w:r>'
    )
    counted = lists(level(0, "bullet", "\uf0b7"), level(0, "lowerLetter", "%1)"))
    nested = table(cells("Buy a template"), cells("Train managers"))
    return word_file(
        table(
            cells(*HEADS),
            cells("Missing children", items("Meet daily", "Map hotspots"), "Missing Coordinator",
                  "30 May 2026"),
            cells("Exploitation", cell(paragraph(inner=symbol), "-\u00a0Train taxi drivers"),
                  "Exploitation Lead", "30 June 2026"),
            cells("Neglect", items("Adopt a toolkit", "Brief staff", listing=2),
                  "Head of\nEarly Help", "31 July\n2026"),
            cells("Supervision", cell(nested + "<w:p/>"), "Head of Service", "31 August 2026"),
        ),
        numbering=counted,
    )  # fmt: skip


def a_header_on_each_page() -> bytes:
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    first = cells("Health checks", "Agree a pathway", "Designated Nurse", "31 May 2026")
    return word_file(
        table(cells(*HEADS), first)
        + page
        + table(
            cells(*HEADS),
            cells("", "Fund a clinic", "Health Commissioner", "30 June 2026"),
            cells("Dental care", "Book checks at placement", "Placement Manager", "31 July 2026"),
        )
    )


def columns_typed_with_tabs() -> bytes:
    rows = (HEADS, ("Neglect", "Adopt a toolkit", "Early Help Lead", "30 June 2026"),
            ("Exploitation", "Train staff", "Practice Lead", "31 July 2026"))  # fmt: skip
    tab = "<w:r><w:tab/></w:r>"
    typed = (paragraph(inner=tab.join(map(run, one))) for one in rows)
    return word_file(paragraph("Action plan") + "".join(typed) + paragraph("Agreed in May."))


def _days(year: int, month: int, day: int) -> tuple[float, int]:
    """Return a day as Excel keeps it, in the style of dates."""
    return (date(year, month, day) - date(1899, 12, 30)).days, 1


Rows = Mapping[int, Mapping[str, str | float | tuple[float, int]]]
_DATES = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>'


def a_tracker_set_to_the_right() -> bytes:
    rows: Rows = {
        3: {"C": "Improvement plan of Larch Council"},
        5: {"C": "Key", "D": "Red", "E": "Amber"},
        9: {"C": "Ref", "E": "Area for\nimprovement", "F": "Action", "G": "Lead\nofficer",
            "I": "Target\ndate"},
        10: {"C": "1.1", "E": "Front door", "F": "Recruit advisers", "G": "Duty Manager",
             "I": _days(2026, 5, 31)},
        11: {"C": "1.2", "F": "Audit contacts", "G": "Quality Manager", "I": "June 2026"},
        13: {"C": "2.1", "E": "Assessment", "F": "Set a standard", "G": "Practice Lead",
             "I": _days(2026, 7, 31)},
    }  # fmt: skip
    return workbook({"Sheet1": grid(rows, merges=("E10:E11",))}, styles=_DATES)


def a_sheet_for_each_area() -> bytes:
    header: Mapping[str, str] = {"A": "Action", "B": "Lead officer", "C": "Deadline"}
    front: Rows = {
        1: header,
        2: {"A": "Recruit a manager", "B": "Director", "C": _days(2026, 5, 31)},
    }
    leaving: Rows = {1: header, 2: {"A": "• Open a hub\n• Print a guide", "B": "Hub Manager",
                              "C": _days(2026, 6, 30)}}  # fmt: skip
    key: Rows = {1: {"A": "Red", "B": "Off track"}, 2: {"A": "Green", "B": "Done"}}
    sheets = {"Front door": grid(front), "Care leavers": grid(leaving), "Lists|hidden": grid(key)}
    return workbook(sheets, styles=_DATES)


def bands_above_and_below_the_headings() -> bytes:
    """Return a sheet whose first priority stands above the headings, like those below them."""
    heads = dict(zip("ABC", HEADS[1:], strict=True))
    rows: dict[int, dict[str, str | float | tuple[float, int]]] = {
        1: {"A": "Improvement plan of Maple Council"},
        2: {"A": "Priority 1: Shorter waits"},
        3: {**heads},
        4: {"A": "Open a clinic", "B": "Clinic Manager", "C": "31 May 2026"},
        5: {"A": "Priority 2: Better reviews"},
        6: {"A": "Clear the backlog", "B": "Review Manager", "C": "30 June 2026"},
    }
    return workbook({"Sheet1": grid(rows)})


def a_sheet_for_each_priority() -> bytes:
    """Return sheets that are named by a number, and told in their first rows; a key ends one."""
    header = {"A": "Action", "B": "Lead", "C": "Due date", "D": "RAG"}
    first: Rows = {
        1: {"A": "Priority 1: Shorter waits"},
        2: {"A": "Senior responsible officer: Director of Children's Services"},
        4: header,
        5: {"A": "Open a clinic", "B": "Clinic Manager", "C": _days(2026, 5, 31), "D": "Green"},
        7: {"A": "Notes: colours are agreed each month."},
        8: {"A": "Key", "B": "Red = off track"},
        9: {"B": "Green = on track"},
    }
    second: Rows = {
        1: {"A": "Priority 2: Better reviews"},
        4: {**header, "E": "Apr-26", "F": "May-26", "G": "Jun-26", "H": "Jul-26", "I": "Aug-26"},
        5: {"A": "Clear the backlog", "B": "Review Manager", "C": _days(2026, 6, 30), "F": "x"},
    }
    return workbook({"Priority 1": grid(first), "Priority 2": grid(second)}, styles=_DATES)


def areas_in_lines_above_tables() -> bytes:
    """Return a sheet that states each area, and who answers for it, above a table of actions."""
    header = {"A": "Action", "B": "Owner", "C": "Due date", "D": "Status"}
    rows: Rows = {
        1: {"A": "Action plan"},
        3: {"A": "Area:", "B": "Long waits"},
        4: {"A": "Lead:", "B": "Director"},
        5: header,
        6: {"A": "Open a clinic", "B": "Clinic Manager", "C": "31 May 2026", "D": "Green"},
        8: {"A": "Area:", "B": "Late reviews"},
        9: {"A": "Lead:", "B": "Director"},
        10: header,
        11: {"A": "Clear the backlog", "B": "Review Manager", "C": "30 June 2026", "D": "Red"},
    }
    return workbook({"Sheet1": grid(rows)})


def areas_and_actions_on_two_sheets() -> bytes:
    """Return a workbook that lists its areas, and gives only their numbers beside actions."""
    areas: dict[int, dict[str, str | float | tuple[float, int]]] = {
        1: {"A": "AFI", "B": "Area for improvement"},
        2: {"A": 1, "B": "The pace of change"},
        3: {"A": 2, "B": "Attendance of partners"},
        4: {"A": 3, "B": "The voice of children"},
    }
    actions: dict[int, dict[str, str | float | tuple[float, int]]] = {
        1: {"A": "AFI no.", "B": "Action", "C": "Lead", "D": "Due"},
        2: {"A": 1, "B": "Set up an office", "C": "Programme Director", "D": "31 May 2026"},
        3: {"A": 1, "B": "Report each month", "C": "Programme Director", "D": "30 June 2026"},
        4: {"A": 2, "B": "Write to chief officers", "C": "Chair", "D": "31 July 2026"},
    }
    return workbook({"Areas": grid(areas), "Actions": grid(actions)})


def an_action_struck_out() -> bytes:
    """Return a plan from which one action was withdrawn by striking out its cells."""

    def struck(text: str) -> str:
        look = "<w:r><w:rPr><w:strike/></w:rPr>"
        return cell(paragraph(inner=f"{look}<w:t>{text}</w:t></w:r>"))

    return word_file(
        table(
            cells(*HEADS),
            cells(
                cell("Permanence", merge="restart"), "Write a policy", "Policy Lead", "31 May 2026"
            ),
            cells(cell(merge="continue"), *map(struck, ("Hire a coach", "HR Lead", "June 2026"))),
            cells(cell(merge="continue"), "Audit plans", "Quality Lead", "31 July 2026"),
        )
    )


PLANS: dict[str, tuple[Callable[[], bytes], str]] = {
    "bands.docx": (bands_below_two_header_rows, """
== -
= [Priority 1] Leadership
* Appoint a director > Chief Executive @ 1 September 2026
= [Priority 2] Practice
* Train all social workers > Principal Social Worker @ 30 November 2026
* Audit practice each month > Quality Manager @ 31 December 2026
"""),
    "headings.docx": (tables_under_counted_headings, """
== -
= Oversight by leaders
* Set up a board > Director @ 31 May 2026
= Care planning
* Audit all care plans > Quality Manager @ 30 June 2026
* Train reviewing officers > Reviewing Manager @ 31 July 2026
"""),
    "tracked.docx": (tracked_changes, """
== -
= Pathway plans
* Rewrite the template > Leaving Care Manager @ 30 July 2026
* Hold a panel > Participation Officer @ 31 October 2026
"""),
    "form.docx": (a_form_partly_filled_in, """
== -
= Early help
* Publish a strategy > Early Help Lead @ 31 August 2026
* Map family hubs > - @ -
"""),
    "lists.docx": (lists_of_every_kind, """
== -
= Missing children
* Meet daily > Missing Coordinator @ 30 May 2026
* Map hotspots > Missing Coordinator @ 30 May 2026
= Exploitation
* Screen referrals > Exploitation Lead @ 30 June 2026
* Train taxi drivers > Exploitation Lead @ 30 June 2026
= Neglect
* [a] Adopt a toolkit > Head of Early Help @ 31 July 2026
* [b] Brief staff > Head of Early Help @ 31 July 2026
= Supervision
* Buy a template > Head of Service @ 31 August 2026
* Train managers > Head of Service @ 31 August 2026
"""),
    "pages.docx": (a_header_on_each_page, """
== -
= Health checks
* Agree a pathway > Designated Nurse @ 31 May 2026
* Fund a clinic > Health Commissioner @ 30 June 2026
= Dental care
* Book checks at placement > Placement Manager @ 31 July 2026
"""),
    "tabs.docx": (columns_typed_with_tabs, """
== -
= Neglect
* Adopt a toolkit > Early Help Lead @ 30 June 2026
= Exploitation
* Train staff > Practice Lead @ 31 July 2026
"""),
    "right.xlsx": (a_tracker_set_to_the_right, """
== -
= Front door
* [1.1] Recruit advisers > Duty Manager @ 31 May 2026
* [1.2] Audit contacts > Quality Manager @ June 2026
= Assessment
* [2.1] Set a standard > Practice Lead @ 31 July 2026
"""),
    "sheets.xlsx": (a_sheet_for_each_area, """
== -
= Front door
* Recruit a manager > Director @ 31 May 2026
= Care leavers
* Open a hub > Hub Manager @ 30 June 2026
* Print a guide > Hub Manager @ 30 June 2026
"""),
    "bands.xlsx": (bands_above_and_below_the_headings, """
== -
= [Priority 1] Shorter waits
* Open a clinic > Clinic Manager @ 31 May 2026
= [Priority 2] Better reviews
* Clear the backlog > Review Manager @ 30 June 2026
"""),
    "priorities.xlsx": (a_sheet_for_each_priority, """
== Priority 1
= [Priority 1] Shorter waits
* Open a clinic > Clinic Manager @ 31 May 2026
== Priority 2
= [Priority 2] Better reviews
* Clear the backlog > Review Manager @ 30 June 2026
"""),
    "lines.xlsx": (areas_in_lines_above_tables, """
== -
= Long waits
* Open a clinic > Clinic Manager @ 31 May 2026
= Late reviews
* Clear the backlog > Review Manager @ 30 June 2026
"""),
    "numbers.xlsx": (areas_and_actions_on_two_sheets, """
== Areas
= [3] The voice of children
= [1] The pace of change
* Set up an office > Programme Director @ 31 May 2026
* Report each month > Programme Director @ 30 June 2026
= [2] Attendance of partners
* Write to chief officers > Chair @ 31 July 2026
"""),
    "struck.docx": (an_action_struck_out, """
== -
= Permanence
* Write a policy > Policy Lead @ 31 May 2026
* Audit plans > Quality Lead @ 31 July 2026
"""),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_what_a_careful_reader_finds(name: str) -> None:
    make, wanted = PLANS[name]
    statement = process(Source(name, make()), Settings()).statement
    assert outline(statement) == wanted.strip().splitlines()


@pytest.mark.parametrize("name", PLANS)
def test_no_word_of_a_table_is_lost(name: str) -> None:
    source = Source(name, PLANS[name][0]())
    tables = [one for one in read(source, Settings()).blocks if isinstance(one, Table)]
    lines = [line for one in tables for each in one.cells for line in each.lines]
    wanted = [word for line in lines for word in words(f"{line.label} {line.text}")]
    assert len(wanted) > 10
    assert not set(wanted) - set(kept(process(source, Settings()).statement))


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
@pytest.mark.parametrize("name", PLANS)
def test_every_value_stands_where_it_says(name: str) -> None:
    data = PLANS[name][0]()
    show = _in_word(data) if name.endswith(".docx") else _in_excel(data)
    for text, place in valued(process(Source(name, data), Settings()).statement.sections):
        found = [show(one) for one in place.fragments]
        if None not in found:
            assert " ".join(" ".join(map(str, found)).split()) == text


def _in_word(data: bytes) -> Callable[[Fragment], str | None]:
    texts = word.paragraph_texts(data)
    return lambda one: texts[(one.paragraph or 0) - 1][one.start : one.end]


def _in_excel(data: bytes) -> Callable[[Fragment], str | None]:
    book = openpyxl.load_workbook(io.BytesIO(data))

    def show(one: Fragment) -> str | None:
        """Return the words of a fragment; None for a date, which a cell holds as a number."""
        held = book[one.sheet or ""][one.cell].value if one.cell else one.sheet
        return held[one.start : one.end] if isinstance(held, str) else None

    return show
