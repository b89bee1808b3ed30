"""actions.csv: a row an action, with who answers for it and by when."""

import csv
import io

from pipeline.models import Area, Findings, Other, Responsibility, Statement
from pipeline.writers.actions import HEADER, render
from pipeline.writers.reading import Reading
from tests import stub
from tests.build import action, area, day, passage, place, plan, post, section, who


def rows(statement: Statement, findings: Findings | None = None) -> list[dict[str, str]]:
    reading = Reading("plan.txt", statement, findings or stub.findings())
    text = render(reading).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def other(header: str | None, text: str) -> Other:
    return Other(header=header, text=text, location=place())


def full() -> Area:
    answer = Responsibility(
        owners=(post("Head of Service", lead=True), post("Team Manager")),
        owners_basis="row",
        deadline=day(2026, 6, 30),
        deadline_basis="in-step",
    )
    theme = {"id": "recording", "text": "records", "location": place()}
    return area(
        "Case records",
        [
            action("Write", responsibility=answer, ref="1a", status="Begun", themes=(theme,),
                   starts=(day(2026, 1, 5),), measures=(passage("Audit"), passage("Survey"))),
            action("Train", other=(other("=Cost", "£5"),)),
        ],
        ref="1", status="Open", starts=(day(2026, 2, 1),), measures=(passage("All good"),),
        other=(other("=Cost", "-£9"), other(None, "a note")), themes=(theme,),
    )  # fmt: skip


def test_an_action_has_all_that_answers_for_it() -> None:
    first = rows(plan(section(full(), title="Local authority")))[0]
    assert {name: first[name] for name in HEADER} == {
        "section": "Local authority", "area_id": "1.1", "area": "Case records",
        "action_id": "1.1.1", "ref": "1a", "action": "Write",
        "owners": "Head of Service (lead); Team Manager", "owners_basis": "row",
        "deadline": "30 June 2026", "deadline_edtf": "2026-06-30",
        "earliest": "2026-06-30", "latest": "2026-06-30", "deadline_basis": "in-step", "candidates": "",
        "starts": "5 January 2026", "measures": "Audit; Survey", "themes": "recording",
        "status": "Begun", "findings": "DUE007",
        "area_key": "key of Case records", "action_key": "key of Write in Case records",
    }  # fmt: skip


def test_what_the_area_says_holds_where_the_action_is_silent() -> None:
    second = rows(plan(section(full())))[1]
    assert second["starts"] == "1 February 2026"
    assert (second["ref"], second["status"], second["measures"]) == ("1", "Open", "All good")
    assert second["owners"] == second["deadline"] == second["latest"] == ""


def test_columns_without_a_role_follow_under_their_header_made_harmless() -> None:
    first, second = rows(plan(section(full())))
    assert (first["'=Cost"], first["other"]) == ("'-£9", "a note")
    assert (second["'=Cost"], second["other"]) == ("£5", "a note")


def test_what_may_be_an_actions_own_is_shown_as_candidates() -> None:
    open_ = action("Write", responsibility=Responsibility(candidates=("1.1.a", "1.1.c")))
    groups = [
        who(post(name), day(2026, 6, 30)).model_copy(update={"id": id_})
        for id_, name in (("1.1.a", "Head"), ("1.1.b", "Manager"), ("1.1.c", "Board"))
    ]
    made = plan(area("Records", [open_]))
    one = made.sections[0].areas[0].model_copy(update={"assignments": tuple(groups)})
    sections = (made.sections[0].model_copy(update={"areas": (one,)}),)
    (row,) = rows(made.model_copy(update={"sections": sections}))
    assert row["candidates"] == "Head 30 June 2026 | Board 30 June 2026"
    assert row["owners"] == row["deadline"] == ""


def test_findings_stand_with_their_action_and_all_actions_of_their_area() -> None:
    found = {row["action_id"]: row["findings"] for row in rows(stub.statement())}
    assert found == {"1.1.1": "DUE007", "1.1.2": "DUE007", "1.2.1": "ACT002 OWN001"}


def test_a_plan_without_actions_has_a_header_alone() -> None:
    assert rows(plan(area("Records", []))) == []
