"""Plans of many layouts to areas, actions and what their columns say."""

import pytest

from pipeline.blocks import Source
from pipeline.errors import NoPlanError
from pipeline.extract import extract
from pipeline.extract.raw import RawArea, RawStatement
from pipeline.readers import read
from pipeline.settings import Settings


def raw(text: str) -> RawStatement:
    return extract(read(Source("plan", text.encode()), Settings()))


def areas(text: str) -> list[RawArea]:
    return [area for section in raw(text).sections for area in section.areas]


def outline(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (area.ref, area.text.text, [a.text.text for row in area.rows for a in row.actions])
        for area in areas(text)
    ]


LAYOUTS = {
    "areas in a column": (
        "Area for improvement\tAction\tLead\nWeak plans\tFix them\tHead\n",
        [("", "Weak plans", ["Fix them"])],
    ),
    "blank area cells mean the area above": (
        "Area for improvement\tAction\tLead\nWeak plans\tFix them\tHead\n\tCheck them\tBoard\n",
        [("", "Weak plans", ["Fix them", "Check them"])],
    ),
    "a repeated area cell is the same area": (
        "Area for improvement\tAction\tLead\nWeak plans\tFix them\tHead\nWeak plans\tCheck\tBoard\n",
        [("", "Weak plans", ["Fix them", "Check"])],
    ),
    "areas are bands across the table": (
        "<table><tr><th>Action<th>Lead<th>When<tr><td colspan=3>Area 1: Weak plans"
        "<tr><td>Fix them<td>Head<td>May 2024<tr><td colspan=3>2. Late visits"
        "<tr><td>Visit<td>Team manager<td>June 2024</table>",
        [("Area 1", "Weak plans", ["Fix them"]), ("2", "Late visits", ["Visit"])],
    ),
    "bands are sections where a column holds the areas": (
        "<table><tr><th>Area<th>Action<th>Lead<tr><td colspan=3>THE BOARD"
        "<tr><td>Weak plans<td>Fix them<td>Head</table>",
        [("", "Weak plans", ["Fix them"])],
    ),
    "headings above tables without an area column": (
        "# Plan\n\n## Weak plans\n\nAction\tLead\tWhen\nFix them\tHead\tMay 2024\n\n"
        "## Late visits\n\nAction\tLead\tWhen\nVisit\tHead\tMay 2024\n",
        [("", "Weak plans", ["Fix them"]), ("", "Late visits", ["Visit"])],
    ),
    "a numbered paragraph above a table": (
        "Recommendation 3: Plans are weak.\n\nAction\tLead\tWhen\nFix them\tHead\tMay 2024\n",
        [("Recommendation 3", "Plans are weak.", ["Fix them"])],
    ),
    "narrative above a table is no area": (
        "This plan was agreed by the board.\n\nAction\tLead\tWhen\nFix them\tHead\tMay 2024\n",
        [("", "", ["Fix them"])],
    ),
    "labelled paragraphs": (
        "Recommendation 1: Improve plans\n\nAction: Fix them\nResponsible officer: Head\n"
        "Timeline: May 2024\n\nAction:\n- Check them\n- Report\nLead: Board\n",
        [("Recommendation 1", "Improve plans", ["Fix them", "Check them", "Report"])],
    ),
    "a recommendation and its response": (
        "Recommendation\tResponse\tLead officer\nWeak plans\tFix them\tHead\n",
        [("", "Weak plans", ["Fix them"])],
    ),
    "two columns of what to do: the left is the area": (
        "What will it do?\tHow will we do it?\tLead\nBetter plans\tFix them\tHead\n",
        [("", "Better plans", ["Fix them"])],
    ),
    "an area nobody answers": (
        "Area for improvement\tAction\tLead\nWeak plans.\t\t\nLate visits\tVisit\tHead\n",
        [("", "Weak plans.", []), ("", "Late visits", ["Visit"])],
    ),
    "a number beside the area is its own, numbers beside rows are the actions'": (
        "No\tArea\tAction\tLead\n1\tWeak plans\tFix them\tHead\n",
        [("1", "Weak plans", ["Fix them"])],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert outline(text) == expected


ACTIONS = {
    "bullets": ("• one • two", ["one", "two"]),
    "a bullet of two sentences stays one": ("• Do this. Then do that. • two", ["Do this. Then do that.", "two"]),
    "lines": ("<p>Do this</p><p>Do that</p>", ["Do this", "Do that"]),
    "a broken line goes on": ("<p>Do this and</p><p>that</p>", ["Do this and that"]),
    "list items": ("<ul><li>one<li>two</ul>", ["one", "two"]),
    "sub-bullets belong to theirs": ("<ul><li>Train:<ul><li>staff<li>carers</ul><li>two</ul>", ["Train: staff carers", "two"]),
    "paragraphs of one item": ("<ul><li><p>one</p><p>more of it</p><li>two</ul>", ["one more of it", "two"]),
    "numbers": ("<p>1. one</p><p>2. two</p>", ["one", "two"]),
    "1a": ("<p>1a Develop one</p><p>1b Develop two</p>", ["Develop one", "Develop two"]),
    "numbers in one line": ("1) Do this 2) Do that", ["Do this", "Do that"]),
    "letters in one line": ("(a) Do this (b) Do that", ["Do this", "Do that"]),
    "a semicolon list": ("Do this now; do that; report it", ["Do this now;", "do that;", "report it"]),
    "a semicolon in a sentence": ("Meet weekly; the notes go to the board", ["Meet weekly; the notes go to the board"]),
    "a lead-in before bullets": ("<p>Do this</p><ul><li>one</ul>", ["Do this", "one"]),
    "one line": ("Do this", ["Do this"]),
}  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), ACTIONS.values(), ids=ACTIONS)
def test_actions_of_a_cell(cell: str, expected: list[str]) -> None:
    text = f"<table><tr><th>Area<th>Action<th>Lead<tr><td>A<td>{cell}<td>Head</table>"
    assert outline(text) == [("", "A", expected)]


REFS = [
    ("1.2 Improve plans", "1.2", "Improve plans"),
    ("Recommendation 3: Improve", "Recommendation 3", "Improve"),
    ("R4 – Improve", "R4", "Improve"),
    ("Priority 2: LEADERSHIP", "Priority 2", "LEADERSHIP"),
    ("30.9.14 Improve", "", "30.9.14 Improve"),
    ("20 visits a week", "", "20 visits a week"),
    ("3.5 hours a week", "", "3.5 hours a week"),
    ("2014 plan", "", "2014 plan"),
]


@pytest.mark.parametrize(("text", "ref", "rest"), REFS)
def test_numbers_that_open_an_area(text: str, ref: str, rest: str) -> None:
    found = areas(f"Area\tAction\tLead\n{text}\tFix it\tHead\n")[0]
    assert (found.ref, found.text.text) == (ref, rest)


def test_an_owner_cell_that_spans_rows_is_stated_once() -> None:
    (area,) = areas(
        "<table><tr><th>Area<th>Action<th>Lead<th>When<tr><td rowspan=2>A<td>one"
        "<td rowspan=2>Head<td>May 2024<tr><td>two<td>June 2024</table>"
    )
    (row,) = area.rows
    assert [(v.role, v.text.text, v.step) for v in row.values] == [
        ("owner", "Head", 0), ("deadline", "May 2024", 0), ("deadline", "June 2024", 1),
    ]  # fmt: skip
    assert [action.step for action in row.actions] == [0, 1]


def test_a_date_that_spans_rows_of_other_owners_holds_for_each() -> None:
    (area,) = areas(
        "<table><tr><th>Area<th>Action<th>Lead<th>When<tr><td rowspan=2>A<td>one"
        "<td>Head<td rowspan=2>May 2024<tr><td>two<td>Board</table>"
    )
    assert [[v.text.text for v in row.values] for row in area.rows] == [
        ["Head", "May 2024"], ["Board", "May 2024"],
    ]  # fmt: skip


CONTENTS = [
    ("Head of Service", "owner"),
    ("30 June 2024", "deadline"),
    ("Head of Service 30 June 2024", "owner-and-deadline"),
    ("4.1", "reference"),
    ("some other words that say nothing much of anything", "other"),
]


@pytest.mark.parametrize(("cell", "role"), CONTENTS)
def test_a_header_never_seen_is_placed_by_its_contents(cell: str, role: str) -> None:
    text = f"Area\tAction\tWotsit\nWeak plans\tFix them\t{cell}\nLate visits\tVisit\t{cell}\n"
    columns = raw(f"<table><tr><th>Lead</table>\n{text}").columns
    assert (columns[-1].role, columns[-1].basis, columns[-1].confidence) == (
        role,
        "contents",
        "low",
    )


def test_a_table_that_is_no_plan_is_reported_as_such() -> None:
    text = "Version\tAuthor\n1.0\tA. Writer\n\n## Plan\n\nArea\tAction\tLead\nA\tDo it\tHead\n"
    found = raw(text)
    assert {one.text.text for one in found.left} >= {"Version", "Author", "1.0"}
    assert {one.kind for one in found.left} == {"not-the-plan"}
    assert [c.header for c in found.columns] == ["Area", "Action", "Lead"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("Just a letter.", "no table"), ("Name\tTelephone\nA\t1\n", "1 table,")],
)
def test_a_source_without_a_plan_says_so(text: str, said: str) -> None:
    with pytest.raises(NoPlanError) as caught:
        raw(text)
    assert said in caught.value.problem
    assert caught.value.advice


def test_a_table_without_header_is_read_as_the_one_above() -> None:
    found = raw("Area\tAction\tLead\nA.\tDo it\tHead\n\nNEXT PART\n\nB.\tDo that\tBoard\n")
    assert [(c.header, c.basis) for c in found.columns[3:]] == [
        ("Area", "carried"), ("Action", "carried"), ("Lead", "carried"),
    ]  # fmt: skip
    assert [section.title and section.title.text for section in found.sections] == [
        None,
        "NEXT PART",
    ]


ONE_COLUMN = "<table><tr><th>Areas for improvement<tr><td>Weak plans<tr><td>Late visits</table>"


def test_a_column_of_areas_alone_is_a_plan_without_answers() -> None:
    assert outline(ONE_COLUMN) == [("", "Weak plans", []), ("", "Late visits", [])]


def test_a_column_of_areas_that_the_plan_answers_is_only_a_list() -> None:
    plan = "<h2>Plan</h2><table><tr><th>Area<th>Action<th>Lead<tr><td>Weak plans<td>Fix<td>Head<tr><td>Late visits<td>Visit<td>Head</table>"
    assert outline(ONE_COLUMN + plan) == [
        ("", "Weak plans", ["Fix"]),
        ("", "Late visits", ["Visit"]),
    ]


def test_a_table_behind_another_kind_of_table_does_not_go_on_with_the_plan() -> None:
    text = (
        "Area\tAction\tLead\nA.\tDo it\tHead\n\nCONTACTS\n\nName\tTelephone\nA\t1\n\nPARTNERS\n\n"
        "Council\tHealth trust\tPolice\nwww.a.example\twww.b.example\twww.c.example\n"
    )
    assert outline(text) == [("", "A.", ["Do it"])]


def test_owner_names_that_a_renderer_broke_are_joined() -> None:
    text = "<table><tr><th>Area<th>Action<th>Lead<tr><td>A<td>Fix<td><p>Wexmouth County</p><p>Council</p></table>"
    (area,) = areas(text)
    assert [value.text.text for value in area.rows[0].values] == ["Wexmouth County Council"]
