"""What is published beside owners and dates: numbers, measures, status, keys, the narrative list."""

import pickle
from pathlib import Path

import pytest

from pipeline import Settings, Source, process
from pipeline.keys import Keys
from pipeline.models import Statement
from tests.goldens import SAMPLES


def statement(text: str) -> Statement:
    return process(Source("plan", text.encode()), Settings()).statement


TRACKER = """<table><tr><th>Ref<th>Area<th>Action<th>Lead<th>Start date<th>By when<th>Measure<th>RAG<th>Cost
<tr><td>1.1<td rowspan=2>Weak plans<td>Fix them<td>Head<td>1 May 2024<td>30 June 2024<td>90% good<td>Red<td>£5
<tr><td>1.2<td>Check them<td>Board<td>when agreed<td>July 2024<td><td>Green<td></table>"""


def test_columns_of_a_row_an_action_belong_to_the_action() -> None:
    (area,) = statement(TRACKER).sections[0].areas
    first, second = area.actions
    assert (first.ref, second.ref, area.ref) == ("1.1", "1.2", None)
    assert ([m.text for m in first.measures], first.status, second.status) == (
        ["90% good"],
        "Red",
        "Green",
    )
    assert [(o.header, o.text) for o in first.other] == [("Cost", "£5")]
    assert [(s.text, s.role, str(s.earliest), s.latest) for s in first.starts] == [
        ("1 May 2024", "start", "2024-05-01", None)
    ]
    assert (area.measures, area.status, area.other) == ((), None, ())


def test_columns_beside_several_actions_belong_to_the_area() -> None:
    text = (
        "<table><tr><th>Ref<th>Area<th>Action<th>Lead<th>Measure<th>Status"
        "<tr><td>4<td>Weak plans<td><ul><li>Fix them<li>Check them</ul><td>Head<td>90% good<td>Begun</table>"
    )
    (area,) = statement(text).sections[0].areas
    assert (area.ref, [m.text for m in area.measures], area.status) == ("4", ["90% good"], "Begun")
    assert all(not action.measures and action.status is None for action in area.actions)


def test_keys_stay_when_rows_move() -> None:
    rows = ["One\tDo it\tHead", "Two\tDo that\tBoard"]
    head = "Area\tAction\tLead"
    there = statement("\n".join([head, *rows])).sections[0].areas
    back = statement("\n".join([head, *reversed(rows)])).sections[0].areas
    assert [a.key for a in there] == [a.key for a in reversed(back)]
    assert [a.actions[0].key for a in there] == [a.actions[0].key for a in reversed(back)]


def test_equals_have_keys_of_their_own() -> None:
    keys = Keys()
    assert keys.key("a", "b") != keys.key("a", "b")
    assert Keys().key("A b") == Keys().key("a b")
    assert Keys().key("a", "bc") != Keys().key("ab", "c")


def test_the_narrative_list_is_linked_to_the_areas_that_repeat_it() -> None:
    text = (
        "The inspection identified the following areas for improvement:\n\n"
        "- Improve the quality of plans for all children in care.\n"
        "- Make sure that visits are on time.\n- Nobody answers this point about foster carers.\n\n"
        "Area\tAction\tLead\nMake sure that visits are on time\tVisit\tHead\n"
        "Improve the quality of the plans for children in care.\tFix\tHead\n"
    )
    found = statement(text)
    assert [one.area for one in found.recommendations] == ["1.2", "1.1", None]


def test_a_year_is_taken_from_the_inspection_and_said_so() -> None:
    text = (
        "Ofsted inspected the council between 4 March 2019 and 8 March 2019.\n\n"
        "Area\tAction\tLead\tBy when\nA\tDo it\tHead\t30 June\n"
    )
    (deadline,) = statement(text).sections[0].areas[0].assignments[0].deadlines
    assert str(deadline.latest) == "2019-06-30"
    assert deadline.inferred


def test_acronyms_of_the_document_expand_its_owners() -> None:
    text = (
        "The Quality and Engagement Group (QEG) meets monthly.\n\n"
        "Area\tAction\tLead\tBy when\nA\tDo it\tQEG\t30 June 2024\n"
    )
    found = statement(text)
    assert [(one.short, one.long) for one in found.acronyms] == [
        ("QEG", "Quality and Engagement Group")
    ]
    (owner,) = found.sections[0].areas[0].assignments[0].owners
    assert (owner.kind, owner.expansion) == ("group", "Quality and Engagement Group")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_values_that_are_made_unchecked_are_as_if_they_had_been_checked(sample: Path) -> None:
    found = process(Source(sample.name, sample.read_bytes()), Settings()).statement
    plain = found.model_dump()
    checked = Statement.model_validate(plain, strict=True)
    assert found == checked
    assert checked.model_dump() == plain
    assert found.model_dump_json() == checked.model_dump_json()
    assert Statement.model_validate_json(found.model_dump_json()) == found
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


def test_owners_deadlines_and_themes_name_all_that_is_set() -> None:
    (area,) = statement(TRACKER.replace("Fix them", "Fix supervision")).sections[0].areas
    (group, _) = area.assignments
    for value in (*group.owners, *group.deadlines, *area.actions[0].themes):
        assert value.model_fields_set == set(type(value).model_fields)


REFERENCES = [
    ("as 1.1 above", "2024-06-30"),
    ("See 1.1", "2024-06-30"),
    ("As above", "2024-06-30"),
    ("as 7.3", None),
    ("as per strategy and action plan", None),
]


@pytest.mark.parametrize(("words", "latest"), REFERENCES)
def test_references_are_followed_to_the_row_that_they_name(words: str, latest: str | None) -> None:
    text = (
        "Ref\tArea\tAction\tLead\tBy when\n1.1\tWeak plans\tFix\tHead\t30 June 2024\n"
        f"1.2\tLate visits\tVisit\tHead\t{words}\n"
    )
    (deadline,) = statement(text).sections[0].areas[1].assignments[0].deadlines
    assert (deadline.kind, deadline.latest and str(deadline.latest)) == ("reference", latest)
    assert bool(deadline.inferred) == (latest is not None)


@pytest.mark.parametrize(
    ("action", "lead", "owner", "basis"),
    [
        ("Set up a panel, chaired by the Head of Courts", "Head of Plans", "Head of Plans", "row"),
        ("Set up a panel, chaired by the Head of Courts", "", "Head of Courts", "own-words"),
        ("Review of plans led by the Head of Courts", "Team", "Head of Courts", "own-words"),
    ],
)
def test_who_presides_answers_where_nobody_else_does(
    action: str, lead: str, owner: str, basis: str
) -> None:
    text = f"Area\tAction\tLead\tBy when\nWeak plans\t{action}\t{lead}\tMay 2024\n"
    (resolved,) = (one.responsibility for one in statement(text).sections[0].areas[0].actions)
    assert ([one.text for one in resolved.owners], resolved.owners_basis) == ([owner], basis)


def test_times_are_reckoned_from_the_inspection_where_they_say_so() -> None:
    text = (
        "Ofsted inspected the council between 4 March 2019 and 8 March 2019.\n\n"
        "Area\tAction\tLead\tBy when\nA\tDo it\tHead\twithin 3 months of the inspection\n"
    )
    (deadline,) = statement(text).sections[0].areas[0].assignments[0].deadlines
    assert (deadline.kind, str(deadline.latest)) == ("relative", "2019-06-08")
    assert deadline.inferred


def test_a_dated_issue_is_no_area() -> None:
    text = """Joint action plan
Issue 2: 12 September 2016

1) Area for development: the offer is not known

What we will do: Relaunch it
Who: Clerk
When: 30 November 2016

2) Area for development: advice is late

What we will do: Agree a standard
Who: Clerk
When: 31 October 2016
"""
    (section,) = statement(text).sections
    assert [len(area.actions) for area in section.areas] == [1, 1]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Design: 30 September 2026", []),
        ("All issued: 31 March 2027", []),
        ("Marsh: 31 March 2027", ["Marsh"]),
        ("Nurse Adviser: 31 March 2027", ["Nurse Adviser"]),
    ],
)
def test_what_a_date_is_of_is_nobody(line: str, owners: list[str]) -> None:
    text = (
        "<table><tr><th>Area<th>Action<th>By whom and when"
        f"<tr><td>Weak plans<td>Fix them<td>Clerk<br>{line}</table>"
    )
    (area,) = statement(text).sections[0].areas
    found = [owner.text for group in area.assignments for owner in group.owners]
    assert found == ["Clerk", *owners]
