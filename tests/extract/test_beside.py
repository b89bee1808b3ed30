"""Headings and labels that mean another thing for what stands beside them."""

import pytest

from pipeline import Settings, Source, process
from pipeline.models import Statement


def read(text: str) -> Statement:
    return process(Source("plan.md", text.encode()), Settings()).statement


def table(*headers: str, cells: str) -> str:
    line = "|".join(headers)
    return f"# Plan\n\n|{line}|\n|{'---|' * len(headers)}\n|{cells}|\n"


ROLES = [
    (
        ("Action", "Lead", "Deadline", "Milestones"),
        "Write it|Head|May 2024|Draft in April",
        ["action", "owner", "deadline", "measure"],
    ),
    (
        ("Action", "Lead", "Milestones", "Deadline", "Impact"),
        "Write it|Head|Draft in April|May 2024|All files",
        ["action", "owner", "other", "deadline", "measure"],
    ),
    (("Action", "Lead", "Milestones"), "Write it|Head|May 2024", ["action", "owner", "deadline"]),
    (
        ("Recommendation", "Our response", "Next steps", "Lead", "When"),
        "Be clear|Agreed|Write it|Head|May 2024",
        ["area", "comment", "action", "owner", "deadline"],
    ),
    (
        ("Recommendation", "Our response", "Lead", "When"),
        "Be clear|Write it|Head|May 2024",
        ["area", "action", "owner", "deadline"],
    ),
    (
        ("Action", "Lead", "End", "How we will check"),
        "Write it|Head|May 2024|Ten files",
        ["action", "owner", "deadline", "measure"],
    ),
    (
        ("Action", "Lead", "When", "Next steps"),
        "Write it|Head|May 2024|Ask staff",
        ["action", "owner", "deadline", "comment"],
    ),
    (
        ("Action", "By", "Date"),
        "Write it|Head of Service|May 2024",
        ["action", "owner", "deadline"],
    ),
    (
        ("Action", "Lead", "By", "Review date"),
        "Write it|Head|May 2024|June 2024",
        ["action", "owner", "deadline", "other"],
    ),
    (
        ("Priority", "Milestones", "Lead", "Due"),
        "Late visits|One rota for every team in the county|Head of Service|May 2024",
        ["area", "action", "owner", "deadline"],
    ),
    (
        ("Priority", "Action taken or to be taken", "Lead", "Due"),
        "Late visits|Write a rota|Head of Service|May 2024",
        ["area", "action", "owner", "deadline"],
    ),
    (
        ("Rec.", "Action", "Lead", "Due"),
        "2. Strengthen the oversight of visits|Write a rota|Head of Service|May 2024",
        ["area", "action", "owner", "deadline"],
    ),
    (("Action", "Completed by"), "Write it|Head of Service", ["action", "owner"]),
    (("Action", "Lead"), "Write it|Head of Service, May 2024", ["action", "owner-and-deadline"]),
    (("Action", "Lead", "Target"), "Write it|Head|May 2024", ["action", "owner", "deadline"]),
    (
        ("Action", "Lead", "Target", "Measure"),
        "Train|Head|6 courses by 30 November 2026|150 staff",
        ["action", "owner", "deadline", "measure"],
    ),
    (("Action", "Lead", "Completion"), "Write it|Head|May 2024", ["action", "owner", "deadline"]),
    (("Action", "Lead", "Date completed"), "Write it|Head|May 2024", ["action", "owner", "status"]),
    (
        ("Action", "Lead", "When", "Target"),
        "Write it|Head|May 2024|All files",
        ["action", "owner", "deadline", "measure"],
    ),
    (
        ("Priority", "Action", "Lead", "When"),
        "High|Write it|Head|May 2024",
        ["other", "action", "owner", "deadline"],
    ),
    (
        ("Recommendation", "Text", "Action", "Lead", "When"),
        "3|Records are thin in many files|Write it|Head|May 2024",
        ["reference", "area", "action", "owner", "deadline"],
    ),
    (
        ("Area", "Goal", "Action", "Lead", "When"),
        "Records|All are full|Write it|Head|May 2024",
        ["area", "measure", "action", "owner", "deadline"],
    ),
    (
        ("Area", "Milestones", "Lead", "When"),
        "Records|Write the guide for all staff|Head|May 2024",
        ["area", "action", "owner", "deadline"],
    ),
    (
        ("Comment", "Action", "Lead", "When"),
        "Records are thin|Write it|Head|May 2024",
        ["area", "action", "owner", "deadline"],
    ),
]


@pytest.mark.parametrize(("headers", "cells", "roles"), ROLES)
def test_columns(headers: tuple[str, ...], cells: str, roles: list[str]) -> None:
    columns = read(table(*headers, cells=cells)).extraction.columns
    assert [column.role for column in columns] == roles


def test_labels_above_a_table_are_no_row_of_the_plan() -> None:
    head = (
        "Inspection: 12 October 2021\n\nDate of plan: 3 November 2021\n\nMonitoring: the board.\n"
    )
    found = read(
        f"{head}\n## Early reading\n\n" + table("Action", "Who", "When", cells="Buy|Head|May")
    )
    (area,) = found.sections[0].areas
    assert [action.text for action in area.actions] == ["Buy"]


def test_a_date_above_labelled_paragraphs_dates_the_document() -> None:
    found = read(
        "Home\n\nDate: 4 July 2019\n\nAction: Write it\n\nOwner: Manager\n\nDate: 31 August 2019\n"
    )
    assert str(found.date) == "2019-07-04"
    (action,) = found.sections[0].areas[0].actions
    assert action.responsibility.deadline is not None
    assert action.responsibility.deadline.text == "31 August 2019"


def test_a_date_of_a_record_dates_no_document() -> None:
    found = read("Home\n\nAction: Write it\n\nOwner: Manager\n\nDate: 31 August 2019\n")
    assert found.date is None


def test_dates_on_which_work_begins_count_when_actions_are_matched() -> None:
    actions, dates = (
        "a) Write<br>b) Keep a log<br>c) Train",
        "a) 31 October 2023<br>b) From May<br>c) Ongoing",
    )
    found = read(table("Area", "Action", "Lead", "When", cells=f"Be clear|{actions}|Head|{dates}"))
    (group,) = found.sections[0].areas[0].assignments
    assert group.basis == "in-step"


TITLED = "# Plan of Moorby Council\n\n## {title}\n\n{table}|Share files|Ask health|Head|May 2024|All files|\n"
OUTCOMES = [
    ("Our work, spring and summer", ["See children", "Share files"]),
    ("Priority 2: Visits", ["Visits"]),
]


@pytest.mark.parametrize(("title", "areas"), OUTCOMES)
def test_targets_are_areas_where_no_heading_names_one(title: str, areas: list[str]) -> None:
    headers = ("Target", "Action", "Lead", "When", "Success")
    rows = table(*headers, cells="See children|Write it|Head|May 2024|All seen").split("\n\n")[1]
    statement = read(TITLED.format(title=title, table=rows))
    assert [area.text for section in statement.sections for area in section.areas] == areas
