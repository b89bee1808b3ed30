"""Areas of inspection reports; the samples in tests/reports are of our own writing."""

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.blocks import Cell, Document, Grid, Line, Prose, Row, Source, Table
from pipeline.errors import PipelineError
from pipeline.models import Report
from pipeline.placed import Place, Run, fold
from pipeline.report import read_report
from pipeline.report.lists import areas
from pipeline.report.prepare import prepare
from pipeline.settings import Settings

Kind = Literal["heading", "paragraph", "item"]
SAMPLES = Path(__file__).parent / "reports"
EVIDENCE = Path(__file__).parents[1] / "../shared/evidence"
needs_evidence = pytest.mark.skipif(not EVIDENCE.exists(), reason="../shared/evidence is not here")


def sample(name: str) -> Report:
    path = SAMPLES / name
    return read_report(Source(path.name, path.read_bytes()), Settings())


def html(body: str) -> Report:
    page = f"<html><body><p>Inspectors of Ofsted: inspection report.</p>{body}</body></html>"
    return read_report(Source("report.html", page.encode()), Settings())


def texts(report: Report) -> list[str]:
    return [area.text for area in report.areas]


def listed(report: Report) -> list[tuple[str, str, str | None, str | None, str]]:
    return [(a.id, a.kind, a.body, a.owner, a.text) for a in report.areas]


def test_single_inspection_framework() -> None:
    report = sample("sif.html")
    assert report.framework == "sif"
    assert report.date == date(2015, 5, 29)
    assert report.inspection is not None
    assert (report.inspection.start, report.inspection.end) == (date(2015, 3, 3), date(2015, 3, 26))
    assert listed(report) == [
        ("1.1", "priority", "local authority", None,
         "Ensure that every child with a plan is seen alone, and that the visit is written up."),
        ("1.2", "priority", "local authority", None,
         "Review the thresholds of the front door, so that all partners apply them in the same "
         "way. Tell them what became of what they referred."),
        ("2.1", "improvement", "local authority", None,
         "Strengthen supervision so that: • decisions are recorded • drift is challenged."),
        ("2.2", "improvement", "local authority", None, "Improve the offer to care leavers."),
        ("3.1", "improvement", "LSCB", None,
         "Gather the views of children, and let them shape the plan of the Board."),
        ("3.2", "improvement", "LSCB", None, "Audit the work of all agencies with a common tool."),
    ]  # fmt: skip


def test_ilacs() -> None:
    report = sample("ilacs.txt")
    assert report.framework == "ilacs"
    assert texts(report) == [
        "The timeliness and quality of pre-birth assessments.",
        "The consistency of management oversight, including that of children who are educated at "
        "home, and of those who go missing.",
        "Sufficiency of homes for children in care.",
    ]


def test_focused_visit() -> None:
    report = sample("focused-visit.html")
    assert (report.framework, report.date) == ("ilacs", date(2022, 6, 14))
    assert report.inspection is not None
    assert (report.inspection.start, report.inspection.end) == (
        date(2022, 5, 10),
        date(2022, 5, 11),
    )
    assert listed(report) == [
        ("1.1", "priority", None, None, "Children at immediate risk are not seen soon enough."),
        ("1.2", "priority", None, None, "Strategy meetings are held without the police."),
        ("2.1", "improvement", None, None, "The recording of decisions."),
    ]


def test_joint_targeted_area_inspection() -> None:
    report = sample("jtai.html")
    assert report.framework == "jtai"
    assert listed(report) == [
        ("1.1", "priority", None, None,
         "The safeguarding partnership must make sure that thresholds are applied alike."),
        ("2.1", "improvement", None, "police", "share notifications on the same day"),
        ("2.2", "improvement", None, "police", "record the voice of the child"),
        ("2.3", "improvement", None, "integrated care board", "pay for a nurse at the front door."),
        ("3.1", "improvement", "partnership", None, "Joint audits."),
    ]  # fmt: skip


def test_area_send_tables() -> None:
    report = sample("send-table.html")
    assert report.framework == "send"
    assert report.inspection is not None
    assert report.inspection.start == date(2024, 3, 4)
    assert listed(report) == [
        ("1.1", "priority", None, "Marlford Council and NHS Marl Valley ICB",
         "Leaders should urgently improve the plans of children, so that: • they are written in "
         "time • they say what is needed."),
        ("1.2", "priority", None, "NHS Marl Valley ICB",
         "Leaders should cut the wait for speech therapy."),
        ("2.1", "improvement", None, None,
         "Leaders across the partnership should use what they know to plan the places that are "
         "needed."),
        ("2.2", "improvement", None, None, "Leaders should listen to parents."),
    ]  # fmt: skip


def test_send_letter() -> None:
    report = sample("send-letter.txt")
    assert (report.framework, report.date) == ("send", date(2019, 6, 22))
    assert {area.kind for area in report.areas} == {"priority"}
    assert texts(report) == [
        "the poor quality of education, health and care plans",
        "the lack of a strategy for joint commissioning",
        "the long waits for an assessment of autism.",
    ]


def test_school() -> None:
    report = sample("school.html")
    assert report.framework == "school"
    assert listed(report) == [
        ("1.1", "improvement", "school", None,
         "Improve the quality of teaching by: • raising expectations • checking what pupils know."),
        ("1.2", "improvement", "school", None, "Improve attendance."),
    ]  # fmt: skip


def test_youth_justice() -> None:
    report = sample("youth-justice.html")
    assert (report.framework, report.date) == ("yot", date(2024, 5, 14))
    assert [(area.owner, area.text) for area in report.areas] == [
        ("Oakshire Youth Justice Service", "improve the quality of plans to keep others safe"),
        ("Oakshire Youth Justice Service", "review its out-of-court work."),
        ("Chair of the Management Board", "make sure that the board knows the data."),
    ]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<h2>Strengths</h2><ul><li>Early help is good.</li></ul>", 0),
        ("<h2>Areas for improvement</h2><h2>Strengths</h2><ul><li>Help.</li></ul>", 0),
        (
            "<h2>Areas for improvement</h2><p>There are none.</p><h2>More</h2><ul><li>A.</li></ul>",
            0,
        ),
        ("<p>Recommendations</p><p>Main findings</p><ul><li>Help is good.</li></ul>", 0),
        ("<p>What needs to improve? 5</p><p>Strengths 6</p><ul><li>Help.</li></ul>", 0),
        ("<h2>Recommendations</h2><ul><li>Write it down.</li></ul>", 1),
        ("<p>Inspectors identified these areas for improvement:</p><ul><li>Write.</li></ul>", 1),
        ("<p>They saw areas for improvement.</p><ul><li>Write.</li></ul>", 0),
        (
            "<h2>Areas for improvement</h2><p>Leaders should write.</p><p>They are new.</p>",
            1,
        ),
        (
            "<h2>Areas for improvement</h2><ul><li>Write.</li></ul><p>More findings</p>"
            "<ul><li>Help is good.</li></ul>",
            1,
        ),
        (
            "<h2>Areas for improvement</h2><ul><li>Write down what</li></ul><p>1 The Act of 1989."
            "</p><ul><li>Read it.</li></ul>",
            2,
        ),
        (
            "<h2>Areas for improvement</h2><table><tr><td>• Write it down well.</td></tr>"
            "<tr><td>• Read all of it again.<br>• Act on what it says.</td></tr></table>",
            3,
        ),
        ("<p>The last visit made the following recommendations:</p><ul><li>Write.</li></ul>", 0),
        (
            "<p>There is progress in the following areas of significant weakness:</p>"
            "<ul><li>Write.</li></ul>",
            0,
        ),
        (
            "<h2>Recommendations</h2><ul><li>Write.</li></ul><h2>Recommendations</h2>"
            "<ul><li>Write.</li></ul>",
            1,
        ),
        (
            "<h2>Areas for improvement</h2><p>In one team of the three that inspectors had time "
            "to visit, staff said that more should be done.</p>",
            0,
        ),
        (
            "<table><tr><th>Who</th><th>Contact</th></tr><tr><td>The council of the county</td>"
            "<td>By letter to the office in town</td></tr></table>",
            0,
        ),
    ],
)
def test_what_is_a_list_of_areas(body: str, count: int) -> None:
    assert len(html(body).areas) == count


def test_groups_inside_a_list() -> None:
    report = html(
        "<h2>Areas for improvement</h2><p>In order to improve the help given to children in "
        "Marlford, the council and its partners should take the following action.</p>"
        "<h3>Immediately:</h3><ul><li>Make sure that all visits are seen to.</li></ul>"
        "<p>Within three months:</p><ul><li>Review the front door.</li></ul>"
        "<h3>The police</h3><ul><li>Share all notices of harm.</li></ul>"
        "<h3>Strengths</h3><ul><li>Support is good.</li></ul>"
        "<table><tr><td>Details of the local area and its partners</td></tr></table>"
    )
    assert [(area.body, area.text) for area in report.areas] == [
        (None, "Make sure that all visits are seen to."),
        (None, "Review the front door."),
        ("police", "Share all notices of harm."),
    ]


def test_groups_by_agency() -> None:
    report = html(
        "<h2>Areas for improvement</h2><h3>Oxmoor Police</h3><ul><li>Calls are answered late.</li>"
        "</ul><h3>Health services</h3><ul><li>Nurses are few.</li></ul>"
        "<h3>Strengths</h3><ul><li>Police officers listen.</li></ul>"
    )
    assert [(area.body, area.text) for area in report.areas] == [
        ("police", "Calls are answered late."),
        ("health", "Nurses are few."),
    ]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("<h3>The Oxmoor Youth Justice Board should:</h3>", "Oxmoor Youth Justice Board"),
        ("<p>1. Oxmoor NHS Trust must:</p>", "Oxmoor NHS Trust"),
        ("<p>To improve care, help and safety, the provider should:</p>", "provider"),
        ("<p>To meet the regulations on care the provider must:</p>", None),
        ("<p>Improvement work should make sure that:</p>", None),
        ("<p>By 31 March 2031, Oxmoor Constabulary should:</p>", "Oxmoor Constabulary"),
    ],
)
def test_who_is_addressed(line: str, owner: str | None) -> None:
    page = "<h2>Recommendations</h2><p>We made these.</p>{}<p>1.1 Ask about children.</p>"
    report = html(page.format(line))
    assert [(area.owner, area.text) for area in report.areas] == [(owner, "Ask about children.")]


def test_sums_of_chapters_are_no_areas() -> None:
    report = html(
        "<h2>Recommendations</h2><p>The Oxmoor Youth Justice Service should:</p><ul><li>assess "
        "well.</li></ul><h2>Staff</h2><p>Strengths:</p><ul><li>They stay.</li></ul>"
        "<p>Areas for improvement:</p><ul><li>Not all are trained.</li></ul>"
    )
    assert texts(report) == ["assess well."]


def test_requirements_with_a_day() -> None:
    report = html(
        "<p>Children's home.</p><h2>What does the home need to do to improve?</h2>"
        "<h3>Statutory requirements</h3><p>This section sets out what the registered person must "
        "do.</p><table><tr><th>Requirement</th><th>Due date</th></tr><tr><td>The registered "
        "person must keep a register. (Regulation 9)</td><td>4 May 2024</td></tr></table>"
        "<p>To comply with the law the provider must:</p><table><tr><th></th><th>Due date</th></tr>"
        "<tr><td>train all of the staff</td><td>9 May 2024</td></tr></table>"
        "<p>* These requirements are subject to a notice.</p>"
    )
    assert texts(report) == [
        "The registered person must keep a register. (Regulation 9)",
        "train all of the staff",
    ]
    assert report.date is None


@pytest.mark.parametrize(
    "page",
    [
        "<p>{fill}</p><p>Published: 16 January 2023</p>",
        "<table><tr><td>Date of publication:</td><td>16 January 2023</td></tr></table><p>{fill}</p>",
    ],
)
def test_day_of_publication(page: str) -> None:
    assert html(page.format(fill="</p><p>".join(["Help is good."] * 40))).date == date(2023, 1, 16)


def test_a_cover_addresses_nobody() -> None:
    report = html(
        "<h1>Inspection of services for children</h1><h2>Review of the effectiveness of the Local "
        "Safeguarding Children Board</h2><h2>Recommendations</h2><p>1. Ensure that visits are on "
        "time.</p><h2>The Local Safeguarding Children Board</h2><h3>Recommendations</h3>"
        "<p>2. Audit the work of all agencies.</p>"
    )
    assert [area.body for area in report.areas] == [None, "LSCB"]


def test_a_single_inspection_addresses_the_authority_unless_it_says_the_board() -> None:
    report = html(
        "<h1>Single inspection framework</h1><h2>Executive summary</h2><h2>Recommendations</h2>"
        "<ul><li>Ensure that visits are on time.</li></ul><h2>The LSCB</h2><h2>The Local "
        "Safeguarding Children Board</h2><h3>Recommendations</h3><ul><li>Audit all.</li></ul>"
    )
    assert [(area.id, area.body) for area in report.areas] == [
        ("1.1", "local authority"),
        ("2.1", "LSCB"),
    ]


def test_a_heading_that_is_but_the_authority_ends_the_part_of_the_board() -> None:
    blocks = [
        prose("Safeguarding Children Board", "heading"),
        prose("The local authority", "heading"),
        prose("Areas for improvement", "heading"),
        prose("Ensure that visits are made.", "item"),
    ]
    assert [area.body for area in areas(blocks)] == ["local authority"]


def test_a_note_under_the_heading() -> None:
    report = html(
        "<h2>What does the school need to do to improve?</h2><h3>(Information for the school)</h3>"
        "<ul><li>Subjects are not planned.</li></ul><h2>Actions the trust should take to improve"
        "</h2><p>Actions that a trust should take are not all duties.</p><ul><li>Record views."
        "</li></ul>"
    )
    assert texts(report) == ["Subjects are not planned.", "Record views."]


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (
            "<h1>Report not found</h1><p>Ofsted: find an inspection report. Inspectors.</p>",
            "not found",
        ),
        ("<p>The minutes of the parish council.</p>", "not an inspection report"),
        ('<p>{"inspection": "Ofsted, inspectors"}</p>', "data, not an inspection report"),
        (
            "<h1>Statement of action</h1><p>Ofsted inspection, inspectors.</p><table><tr>"
            "<th>Areas for improvement</th><th>Action</th><th>By whom</th></tr>"
            "<tr><td>Visits.</td><td>Write them up.</td><td>Team manager</td></tr></table>",
            "plan",
        ),
    ],
)
def test_what_is_no_report(page: str, problem: str) -> None:
    with pytest.raises(PipelineError, match=problem):
        read_report(Source("page.html", f"<html><body>{page}</body></html>".encode()), Settings())


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_places_give_the_words(path: Path) -> None:
    source = path.read_bytes().decode()
    for area in sample(path.name).areas:
        slices = (source[f.start : f.end] for f in area.location.fragments)
        marked = " ".join(slices)
        assert marked.split() == area.text.replace("•", " ").split()


def plain(text: str) -> str:
    straight = text.translate(str.maketrans("‘’“”", "''\"\""))
    return " ".join(re.sub(r"\s+", " ", straight).split())


@needs_evidence
def test_the_real_report() -> None:
    path = EVIDENCE / "reports/hartlepool-2014-report.pdf"
    with path.with_name("hartlepool-2014-report.areas.tsv").open(encoding="utf-8") as file:
        truth = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    report = read_report(Source(path.name, path.read_bytes()), Settings())
    assert [(area.body, plain(area.text)) for area in report.areas] == [
        (row["body"], plain(row["text"])) for row in truth
    ]
    assert report.framework == "sif"


@needs_evidence
@pytest.mark.parametrize(
    "name", ["80480_lancashire", "80488_bexley", "80535_oldham", "80565_suffolk"]
)
def test_real_tables_of_responsible_bodies(name: str) -> None:
    folder = EVIDENCE / "responsible-body"
    with (folder / "truth.tsv").open(encoding="utf-8") as file:
        truth = [
            row for row in csv.DictReader(file, delimiter="\t") if row["file"] == f"{name}.pdf"
        ]
    report = read_report(Source(name, (folder / f"{name}.pdf").read_bytes()), Settings())
    assert [(a.kind, plain(a.owner or ""), plain(a.text)) for a in report.areas] == [
        (row["section"].partition("_")[0], plain(row["responsible_body"]), plain(row["text"]))
        for row in truth
    ]
    assert report.framework == "send"


@needs_evidence
@pytest.mark.parametrize("folder", ["hostile"])
def test_hostile_files_are_refused_in_a_sentence(folder: str) -> None:
    for path in sorted((EVIDENCE / folder).iterdir()):
        if path.suffix != ".tsv":
            with pytest.raises(PipelineError) as caught:
                read_report(Source(path.name, path.read_bytes()), Settings())
            assert caught.value.problem.endswith(".")


def guessed(*rows: tuple[str, ...]) -> Table:
    cells = (
        Cell(number, column, lines(text, Place(table=1, row=number, column=column)))
        for number, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
    )
    return Table(1, tuple(cells), page=1, guessed=True)


def lines(text: str, place: Place) -> tuple[Line, ...]:
    whole = fold([Run(text, place, 0, len(text))])
    if text.startswith("• "):
        return (Line(whole.cut(2), "•", label=whole.cut(0, 1)),)
    return (Line(whole),) if text else ()


def test_a_guessed_table_is_prose_again() -> None:
    table = guessed(
        ("Help and protection", "Good"),
        ("What needs to improve?", ""),
        ("• The quality of plans, and the way that", ""),
        ("they are reviewed.", ""),
    )
    found = areas(prepare(Document((table,), "application/pdf")))
    assert [area.text.text for area in found] == [
        "The quality of plans, and the way that they are reviewed."
    ]


def test_a_guessed_table_of_areas_stays_one() -> None:
    table = guessed(
        ("Responsible body", "Areas for priority action"),
        ("Marlford Council", "Leaders should plan together."),
    )
    found = areas(prepare(Document((table,), "application/pdf")))
    assert [(area.owner and area.owner.text, area.text.text) for area in found] == [
        ("Marlford Council", "Leaders should plan together.")
    ]


def test_prose_below_a_guessed_table_of_areas_is_none_of_it() -> None:
    table = guessed(
        ("Requirement", "Due date"),
        ("The registered person must keep a register of visits.", "4 May 2024"),
        ("Information about this inspection", ""),
        ("Inspectors spoke with the children and with", "the staff."),
    )
    blocks = prepare(Document((table,), "application/pdf"))
    assert [area.text.text for area in areas(blocks)] == [
        "The registered person must keep a register of visits."
    ]
    assert [block.text.text for block in blocks if isinstance(block, Prose)] == [
        "Information about this inspection",
        "Inspectors spoke with the children and with the staff.",
    ]


@pytest.mark.parametrize(
    ("above", "below", "due", "count"),
    [
        ("Keep a full register.", "(Regulation 9 (2))", "", 1),
        ("Keep a full register. (Regulation 9 (2))", "Train all of the staff.", "9 May 2024", 2),
        ("Keep a full register of all", "visits that are made.", "4 May 2024", 1),
    ],
)
def test_a_requirement_cut_by_a_page_break(above: str, below: str, due: str, count: int) -> None:
    """Another day is of another requirement, however the one above ends."""

    def row(table: int, *texts: str) -> Row:
        cells = (Cell(1, at, lines(text, Place())) for at, text in enumerate(texts, 1))
        return Row(tuple(cells), table, 1)

    header = tuple(fold([Run(t, Place(), 0, len(t))]) for t in ("Requirement", "Due date"))
    grid = Grid(1, header, (row(1, above, "4 May 2024"), row(2, below, due)))
    assert len(areas([prose("Statutory requirements", "heading"), grid])) == count


def test_areas_with_bare_numbers() -> None:
    blocks = [
        prose("What needs to improve?", "heading"),
        prose("1 The timeliness of visits"),
        prose("2 The use of what is known"),
        prose("4 The Children Act 1989."),
        prose("3 The oversight of plans"),
        prose("The experiences of children", "heading"),
        prose("1 Children are seen alone."),
    ]
    assert [area.text.text for area in areas(blocks)] == [
        "The timeliness of visits",
        "The use of what is known",
        "The oversight of plans",
    ]


def prose(text: str, kind: Kind = "paragraph", page: int = 1, marker: str = "") -> Prose:
    run = Run(text, Place(page=page), 0, len(text))
    return Prose(fold([run]), kind, marker or ("•" if kind == "item" else ""))


@pytest.mark.parametrize(
    ("after", "count", "end"),
    [
        (prose("Boards meet often.", page=2), 2, "often."),
        (prose("Boards meet often.", page=1), 2, "the Joint"),
        (prose("Key strengths", page=2), 2, "the Joint"),
        (prose("working of boards.", page=2), 2, "boards."),
        (prose("Plans are written.", "item", page=2), 3, "written."),
        (prose("Plans are written.", "item", page=2, marker="-"), 3, "written."),
    ],
)
def test_an_area_cut_by_a_page_break(after: Prose, count: int, end: str) -> None:
    blocks = [
        prose("What needs to improve?", "heading"),
        prose("The oversight of visits.", "item"),
        prose("The sharing of what is known with the Joint", "item"),
        after,
    ]
    found = areas(blocks)
    assert len(found) == count
    assert found[-1].text.text.endswith(end)


@pytest.mark.parametrize(
    ("end", "owner", "below", "count"),
    [
        ("Leaders should cut the waits for", "The trust", "The trust", 1),
        ("Leaders should cut the waits for", "The trust", "", 1),
        ("Leaders should cut the waits for", "The trust", "The council", 2),
        ("Leaders should cut the waits.", "The trust", "The trust", 2),
        ("Leaders should cut the waits.", "The trust", "", 1),
    ],
)
def test_a_row_cut_by_a_page_break(end: str, owner: str, below: str, count: int) -> None:
    def row(table: int, who: str, words: str) -> Row:
        cells = (Cell(1, at, lines(text, Place())) for at, text in enumerate((who, words), 1))
        return Row(tuple(cells), table, 1)

    header = tuple(
        fold([Run(t, Place(), 0, len(t))]) for t in ("Responsible body", "Areas for improvement")
    )
    grid = Grid(1, header, (row(1, owner, end), row(2, below, "therapy of all kinds offered.")))
    assert len(areas([grid])) == count


def test_a_footnote_does_not_close_a_list() -> None:
    blocks = [
        prose("What needs to improve?", "heading"),
        prose("The oversight of visits to the", "item"),
        prose("1 The Children Act 1989.", page=1),
        prose("homes of children.", page=2),
        prose("The plans.", "item", page=2),
    ]
    assert [area.text.text for area in areas(blocks)] == [
        "The oversight of visits to the homes of children.",
        "The plans.",
    ]


KINDS: list[Kind] = ["heading", "paragraph", "item"]
LINES = [
    "Areas for improvement",
    "Areas for priority action",
    "What does the police need to improve?",
    "Leaders should plan:",
    "Ensure that plans are written.",
    "and read",
    "1 A note",
    "Within three months",
    "Responsible body",
]


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(LINES) | st.text())))
def test_areas_hold_only_words_of_the_report(written: list[tuple[Kind, str]]) -> None:
    blocks = [prose(text, kind) for kind, text in written]
    words = {word for block in blocks for word in block.text.text.split()} | {"•"}
    for area in areas(blocks):
        assert set(area.text.text.split()) <= words
        assert area.kind in ("improvement", "priority")


@given(st.lists(st.lists(st.sampled_from(LINES), max_size=3).map(tuple), max_size=6))
def test_any_table_is_read(rows: list[tuple[str, ...]]) -> None:
    table = replace(guessed(*rows), guessed=False)
    heading = prose("Areas for improvement", "heading")
    found = areas(prepare(Document((heading, table), "text/html")))
    assert len(found) <= sum(map(len, rows))
