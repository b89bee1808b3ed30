"""Checks of owners and deadlines: in which plans each fires, and in which it is silent."""

from datetime import date

import pytest

from pipeline.models import Statement
from tests.build import (
    action,
    area,
    day,
    due,
    group,
    month,
    owner,
    plan,
    post,
    recurring,
    span,
    who,
)
from tests.checks.support import found, subjects

HEAD, CHAIR, LEAD = post("Head of Service"), post("Chair"), post("Training Manager")
BOARD = group("Improvement Board")
JUNE, JULY = day(2026, 6, 30), day(2026, 7, 31)
TWO = ["Write a standard", "Train staff"]
THREE = [*TWO, "Audit files"]


def one(*parts: object) -> Statement:
    """Return a plan of one area with two actions and one group."""
    return plan(area("Records", TWO, who(*parts)))  # type: ignore[arg-type]


def by_row(*groups: tuple[object, ...]) -> Statement:
    """Return a plan of one area whose table has a row an action."""
    made = [
        who(*parts, actions=[at], basis="row")  # type: ignore[arg-type]
        for at, parts in enumerate(groups, 1)
        if parts
    ]
    actions = [action(f"Do thing {at}", row=at) for at in range(1, len(groups) + 1)]
    return plan(area("Records", actions, *made))


ROWS: list[tuple[str, Statement, list[str]]] = [
    ("OWN001", one(JUNE), ["1.1"]),
    ("OWN001", plan(area("Records", TWO)), ["1.1"]),
    ("OWN001", one(HEAD, JUNE), []),
    ("OWN001", one(owner("TBC", "unknown", placeholder=True), JUNE), []),
    ("OWN001", plan(area("Records", [action("Chair to act", CHAIR)], who(JUNE))), []),
    ("OWN001", plan(area("Records", [action("Chair to act", CHAIR), "Act"], who(JUNE))), ["1.1"]),
    ("OWN001", plan(area("Records", [])), []),  # ACT001 says it
    ("DUE001", plan(area("Records", [], who(HEAD))), []),
    ("ACT001", plan(area("Records", []), area("Audit", TWO)), ["1.1"]),
    ("ACT001", plan(area("Records", []), area("Audit", ["Noted."])), ["document"]),
    ("OWN004", plan(area("Records", [], who(BOARD))), []),
    ("OWN001", by_row((HEAD, JUNE), (JUNE,), ()), ["1.1.2", "1.1.3"]),
    ("OWN001", by_row((HEAD, JUNE), (CHAIR, JUNE)), []),
    ("OWN002", plan(area("Records", TWO, who(JUNE), who(HEAD, JULY))), ["1.1"]),
    ("OWN002", plan(area("Records", TWO, who(HEAD, JUNE), who(LEAD, JULY))), []),
    ("OWN002", one(JUNE), []),
    ("OWN002", by_row((HEAD, JUNE), (JUNE,)), []),
    ("OWN004", one(BOARD, JUNE), ["1.1"]),
    ("OWN004", one(BOARD, owner("NHS Trust", "organisation"), JUNE), ["1.1"]),
    ("OWN004", one(BOARD, CHAIR, JUNE), []),
    ("OWN004", one(JUNE), []),
    ("OWN004", by_row((HEAD, JUNE), (BOARD, JUNE)), ["1.1.2"]),
    (
        "OWN004",
        plan(area("A", [action("Chair to act", CHAIR)], who(BOARD, actions=[1], basis="row"))),
        [],
    ),
    ("OWN010", plan(area("A", THREE, who(HEAD, JUNE), who(LEAD, JULY))), ["1.1"]),
    ("OWN010", plan(area("A", THREE, who(HEAD, JUNE), who(LEAD))), ["1.1"]),
    ("OWN010", plan(area("A", THREE, who(BOARD, JUNE, JULY))), ["1.1"]),
    ("OWN010", plan(area("A", THREE, who(HEAD, LEAD, CHAIR, JUNE))), ["1.1"]),
    (
        "OWN010",
        plan(area("A", THREE, who(HEAD, LEAD, CHAIR, JUNE, actions=[1, 2, 3], basis="area"))),
        ["1.1"],
    ),
    (
        "OWN010",
        plan(
            area("A", THREE, who(HEAD, LEAD, CHAIR, JUNE, lines=["Head of Service / Training M"]))
        ),
        [],
    ),
    ("OWN010", plan(area("A", THREE, who(HEAD, LEAD, JUNE))), []),
    (
        "OWN010",
        plan(area("A", [*TWO, action("Head of Service to audit", HEAD)], who(HEAD, LEAD, JUNE))),
        ["1.1"],
    ),
    ("OWN010", plan(area("A", ["Act"], who(HEAD, JUNE), who(LEAD, JULY))), []),
    (
        "OWN010",
        plan(
            area(
                "A",
                TWO,
                who(
                    HEAD,
                    day(2026, 6, 30, actions=("1",), basis="in-step"),
                    day(2026, 7, 31, actions=("2",), basis="in-step"),
                ),
            )
        ),
        [],
    ),
    ("OWN010", by_row((HEAD, JUNE), (LEAD, JULY)), []),
    (
        "OWN010",
        plan(area("A", [action("Chair to act by May", CHAIR, JUNE)] * 2, who(HEAD, JUNE, JULY))),
        [],
    ),
    ("DUE001", one(HEAD), ["1.1"]),
    ("DUE001", one(HEAD, JUNE), []),
    ("DUE001", one(HEAD, recurring()), []),
    ("DUE001", one(HEAD, due("Completed", "status")), []),
    ("DUE001", plan(area("A", [action("Act by June", JUNE)], who(HEAD))), []),
    ("DUE001", plan(area("A", [action("Act by June", JUNE), "Act"], who(HEAD))), ["1.1"]),
    ("DUE001", plan(area("A", TWO, who(HEAD), status="Complete")), []),
    ("DUE001", plan(area("A", TWO, who(HEAD), status="Not yet complete")), ["1.1"]),
    ("DUE001", by_row((HEAD, JUNE), (LEAD,)), ["1.1.2"]),
    (
        "DUE001",
        plan(area("A", [action("Act from May", due("from May", "date", role="start"))], who(HEAD))),
        ["1.1"],
    ),
    (
        "DUE001",
        plan(
            area(
                "A",
                [
                    action("Act by June", JUNE),
                    action("Act from May", due("from May", "date", role="start")),
                    action("Act regularly", due("regularly")),
                ],
                *(who(HEAD, actions=[at], basis="row") for at in (1, 2, 3)),
            )
        ),
        ["1.1.2", "1.1.3"],
    ),
    ("DUE002", plan(area("A", TWO, who(HEAD, JUNE), who(LEAD))), ["1.1"]),
    ("DUE002", plan(area("A", TWO, who(HEAD, JUNE), who(LEAD, due("Ongoing")))), ["1.1"]),
    ("DUE002", plan(area("A", TWO, who(HEAD, JUNE), who(LEAD, JULY))), []),
    ("DUE002", plan(area("A", TWO, who(HEAD, JUNE), who(LEAD, due("TBC", "placeholder")))), []),
    ("DUE002", one(HEAD), []),
    ("DUE003", one(HEAD, due("Ongoing")), ["1.1"]),
    ("DUE003", one(HEAD, due("from 27 May 2026", "date", role="start")), ["1.1"]),
    ("DUE003", one(HEAD, due("Ongoing"), JUNE), []),
    ("DUE003", one(HEAD, due("Ongoing"), recurring()), []),
    ("DUE003", one(HEAD, due("mid-2026", earliest=date(2026, 4, 1))), []),
    ("DUE003", by_row((HEAD, JUNE), (HEAD, due("asap"))), ["1.1.2"]),
    ("DUE004", one(HEAD, due("TBC", "placeholder")), ["1.1"]),
    ("DUE004", one(HEAD, JUNE), []),
    ("DUE005", one(HEAD, recurring()), ["1.1"]),
    ("DUE005", one(HEAD, due("Ongoing"), recurring()), ["1.1"]),
    ("DUE005", one(HEAD, recurring("30 June each year", "FREQ=YEARLY;BYMONTH=6")), []),
    ("DUE005", one(HEAD, JUNE, recurring()), []),
    ("DUE005", one(HEAD, recurring(), due("Completed", "status")), []),
    ("DUE006", one(HEAD, recurring("Bi-annual")), ["1.1"]),
    ("DUE006", one(HEAD, recurring("bimonthly meetings")), ["1.1"]),
    ("DUE006", one(HEAD, recurring("Twice a year")), []),
    ("DUE007", one(HEAD, month(2026, 6)), []),
    (
        "DUE007",
        one(HEAD, span("Summer 2026", date(2026, 6, 1), date(2026, 8, 31), precision="season")),
        ["1.1"],
    ),
    ("DUE007", one(HEAD, span("May - July 2026", date(2026, 5, 1), date(2026, 7, 31))), []),
    ("DUE007", one(HEAD, span("May - August 2026", date(2026, 5, 1), date(2026, 8, 31))), []),
    (
        "DUE007",
        one(HEAD, span("May - October 2026", date(2026, 5, 1), date(2026, 10, 31))),
        ["1.1"],
    ),
    ("DUE007", one(HEAD, span("next 4 months", date(2026, 5, 1), date(2026, 8, 31))), ["1.1"]),
    ("DUE007", one(HEAD, span("01/05/26-31/08/26", date(2026, 5, 1), date(2026, 8, 31))), []),
    ("DUE007", one(HEAD, span("2026", date(2026, 1, 1), date(2026, 12, 31))), ["1.1"]),
    ("DUE007", one(HEAD, due("Summer term", "period", precision="term")), ["1.1"]),
    (
        "DUE007",
        one(HEAD, due("Summer term 2026", "period", precision="term", latest=date(2026, 7, 31))),
        [],
    ),
    ("DUE007", one(HEAD, due("mid-2026")), ["1.1"]),
    ("DUE007", one(HEAD, due("Ongoing")), []),
    ("DUE007", one(HEAD, due("Start of the academic year", "period")), ["1.1"]),
    ("DUE007", one(HEAD, JUNE), []),
    ("DUE013", one(HEAD, due("Completed", "status")), ["1.1"]),
    ("DUE013", one(HEAD, due("Completed", "status"), JUNE), []),
    (
        "DUE013",
        one(
            HEAD,
            due("Completed", "status", actions=("1",), basis="in-step"),
            day(2026, 6, 30, actions=("2",), basis="in-step"),
        ),
        ["1.1"],
    ),
    ("DUE013", one(HEAD, JUNE), []),
]


@pytest.mark.parametrize(("code", "statement", "expected"), ROWS)
def test_rows(code: str, statement: Statement, expected: list[str]) -> None:
    assert subjects(code, statement) == expected


def test_a_row_of_several_actions_is_one_slip() -> None:
    actions = [action("Act", row=1), action("Write", row=1), action("Train", row=2)]
    statement = plan(area("A", actions, who(HEAD, JUNE, actions=[3], basis="row")))
    (finding,) = found("OWN001", statement)
    assert (finding.subject, finding.also) == ("1.1.1", ("1.1.2",))


def test_an_area_without_assignments_in_a_table_of_rows() -> None:
    rows = area("A", ["Act", "Write"], who(HEAD, actions=[1], basis="row"))
    blank = area("B", [action("Train", row=8), action("Tell", row=9)])
    whole = area("C", [action("Learn", row=10), action("Look", row=10)])
    assert subjects("OWN001", plan(rows, blank, whole)) == ["1.1.2", "1.2.1", "1.2.2", "1.3"]


def test_a_corrected_owner_and_deadline_count() -> None:
    held = {
        "owners": (HEAD,),
        "owners_basis": "corrected",
        "deadline": JUNE,
        "deadline_basis": "corrected",
    }
    statement = plan(area("A", [action("Act", responsibility=held)]))
    assert not subjects("OWN001", statement)
    assert not subjects("DUE001", statement)


def test_what_sets_it_off_is_quoted() -> None:
    (finding,) = found("DUE003", one(HEAD, due("as soon as possible")))
    assert '"as soon as possible"' in finding.message
    assert finding.help
