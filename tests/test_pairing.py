"""Owners and dates to groups, and groups to actions: only on evidence."""

import pytest

from pipeline import Settings, Source, process
from pipeline.models import Area

HEAD = "<tr><th>Area<th>Action<th>By whom and when"


def area(row: str, head: str = HEAD) -> Area:
    text = f"<table>{head}<tr>{row}</table>"
    return process(Source("plan", text.encode()), Settings()).statement.sections[0].areas[0]


def groups(found: Area) -> list[tuple[list[str], list[str]]]:
    return [([o.text for o in g.owners], [d.text for d in g.deadlines]) for g in found.assignments]


def row(actions: int, *who: str) -> str:
    bullets = "".join(f"<li>Review the work of part {n}" for n in range(actions))
    return f"<td>A<td><ul>{bullets}</ul><td>" + "".join(f"<p>{line}</p>" for line in who)


GROUPS = [
    (("Head of Service", "30 June 2024"), [(["Head of Service"], ["30 June 2024"])]),
    (("Head of Service 30 June 2024",), [(["Head of Service"], ["30 June 2024"])]),
    (("Head of Service", "Team Manager", "30 June 2024"), [(["Head of Service", "Team Manager"], ["30 June 2024"])]),
    (("Head of Service", "May 2024", "Team Manager", "June 2024"), [(["Head of Service"], ["May 2024"]), (["Team Manager"], ["June 2024"])]),
    (("Head of Service", "May 2024", "Team Manager"), [(["Head of Service"], ["May 2024"]), (["Team Manager"], [])]),
    (("May 2024", "Head of Service"), [(["Head of Service"], ["May 2024"])]),
    (("May 2024 Head of Service", "June 2024 Team Manager"), [(["Head of Service"], ["May 2024"]), (["Team Manager"], ["June 2024"])]),
    (("May 2024", "Head of Service", "June 2024"), [([], ["May 2024"]), (["Head of Service"], ["June 2024"])]),
    (("Head of Service May 2024 Team Manager June 2024",), [(["Head of Service"], ["May 2024"]), (["Team Manager"], ["June 2024"])]),
    (("Head of Service", "Completed", "Quarterly"), [(["Head of Service"], ["Completed", "Quarterly"])]),
]  # fmt: skip


@pytest.mark.parametrize(("who", "expected"), GROUPS)
def test_owners_gather_until_a_date_closes_the_group(
    who: tuple[str, ...], expected: list[tuple[list[str], list[str]]]
) -> None:
    assert groups(area(row(3, *who))) == expected


def responsibilities(found: Area) -> list[tuple[list[str], str | None, str | None, str | None]]:
    return [
        (
            [owner.text for owner in action.responsibility.owners],
            action.responsibility.owners_basis,
            action.responsibility.deadline.text if action.responsibility.deadline else None,
            action.responsibility.deadline_basis,
        )
        for action in found.actions
    ]


def test_one_group_holds_for_all_the_actions_of_an_area() -> None:
    found = area(row(2, "Head of Service", "30 June 2024"))
    assert responsibilities(found) == [(["Head of Service"], "area", "30 June 2024", "area")] * 2
    assert found.assignments[0].actions == ("1.1.1", "1.1.2")
    assert found.assignments[0].deadlines[0].actions == ()


def test_as_many_dates_as_actions_are_in_step() -> None:
    found = area(row(2, "Head of Service", "May 2024", "June 2024"))
    assert [d.actions for d in found.assignments[0].deadlines] == [("1.1.1",), ("1.1.2",)]
    assert [r[2:] for r in responsibilities(found)] == [
        ("May 2024", "in-step"),
        ("June 2024", "in-step"),
    ]


def test_as_many_groups_with_dates_as_actions_are_in_step() -> None:
    found = area(row(2, "Head of Service", "May 2024", "Team Manager", "June 2024"))
    assert responsibilities(found) == [
        (["Head of Service"], "in-step", "May 2024", "in-step"),
        (["Team Manager"], "in-step", "June 2024", "in-step"),
    ]


def test_groups_without_evidence_are_candidates_only() -> None:
    found = area(row(3, "Head of Service", "May 2024", "Team Manager", "June 2024"))
    assert responsibilities(found) == [([], None, None, None)] * 3
    assert found.actions[0].responsibility.candidates == ("1.1/1", "1.1/2")
    assert [group.basis for group in found.assignments] == [None, None]


def test_several_dates_without_evidence_name_no_day() -> None:
    found = area(row(3, "Head of Service", "May 2024", "June 2024"))
    assert responsibilities(found) == [(["Head of Service"], "area", None, None)] * 3


def test_an_action_in_a_row_of_its_own_has_the_latest_of_its_dates() -> None:
    found = area(row(1, "Head of Service", "May 2024", "June 2024"))
    assert responsibilities(found) == [(["Head of Service"], "row", "June 2024", "row")]


def test_the_actions_own_words_count_first() -> None:
    found = area(
        "<td>A<td><ul><li>Team Managers to audit ten files by 1 May 2024<li>Report</ul>"
        "<td><p>Head of Service</p><p>30 June 2024</p>"
    )
    assert responsibilities(found) == [
        (["Team Managers"], "own-words", "by 1 May 2024", "own-words"),
        (["Head of Service"], "area", "30 June 2024", "area"),
    ]


COLUMNS = "<tr><th>Area<th>Action<th>Lead<th>By when"


def test_columns_of_their_own_are_one_group() -> None:
    found = area("<td>A<td>Do it<td><p>Head of Service</p><p>Team Manager</p><td>May 2024", COLUMNS)
    assert groups(found) == [(["Head of Service", "Team Manager"], ["May 2024"])]


def test_columns_with_as_many_lines_as_actions_are_read_across() -> None:
    found = area(
        "<td>A<td><p>Do it</p><p>Check it</p><td><p>Head of Service</p><p>Team Manager</p>"
        "<td><p>May 2024</p><p>June 2024</p>",
        COLUMNS,
    )
    assert groups(found) == [(["Head of Service"], ["May 2024"]), (["Team Manager"], ["June 2024"])]
    assert [r[0] for r in responsibilities(found)] == [["Head of Service"], ["Team Manager"]]


def test_dates_of_rows_that_share_an_owner_cell_are_told_apart() -> None:
    found = area(
        "<td rowspan=2>A<td>Do it<td rowspan=2>Head of Service<td>May 2024"
        "<tr><td>Check it<td>June 2024",
        COLUMNS,
    )
    assert responsibilities(found) == [
        (["Head of Service"], "row", "May 2024", "row"),
        (["Head of Service"], "row", "June 2024", "row"),
    ]
    assert len(found.assignments) == 1


def test_an_owner_is_never_repeated_to_express_a_link() -> None:
    found = area(row(3, "Head of Service", "May 2024", "June 2024", "July 2024"))
    assert [o.text for g in found.assignments for o in g.owners] == ["Head of Service"]
