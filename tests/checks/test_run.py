"""The run over all checks: order, keys, confidence, severity, selection."""

from datetime import date
from time import process_time

import pytest

from pipeline.checks import CHECKS, explain, find, run, selected
from pipeline.errors import SettingsError
from pipeline.models import Area, Column, Extraction, Statement
from pipeline.settings import Settings
from tests.build import area, day, group, joined, passage, plan, post, who
from tests.checks import gold

AS_OF = Settings(as_of=date(2014, 5, 23))
real = pytest.mark.skipif(not gold.FILE.exists(), reason="the evidence folder is not here")

EXPECTED = {
    "OWN003": ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.9", "1.11", "2.3", "2.4"],
    "OWN004": ["2.1", "2.2", "2.5"],
    "OWN008": ["2.2.2", "2.5.4"],
    "OWN010": ["1.4", "1.5", "1.6", "1.10", "2.1", "2.2"],
    "DUE001": ["1.8", "1.11"],
    "DUE002": ["1.4"],
    "DUE005": ["2.5", "2.6"],
    "DUE006": ["2.6"],
    "DUE007": ["2.1"],
    "DUE008": ["1.10", "2.1", "2.4"],
    "DUE011": ["2.3", "2.4"],
    "DUE013": ["2.3"],
    "DUE017": ["1.8.2"],
    "DUE018": ["2.2.1"],
    "DUE019": ["document"],
    "ACT002": ["1.9.2", "1.9.3"],
    "ACT003": ["1.3.1", "1.3.2", "1.3.3", "2.2.1"],
    "ACT004": ["1.1.1", "1.1.2"],
    "ACT005": ["1.4.2", "1.11.1"],
    "ACT010": ["1.6.1", "1.7.1", "1.8.1"],
    "ACT011": ["2.1.4"],
    "MON001": ["document"],
    "DOC001": ["document"],
    "DOC003": ["document"],
    "EXT001": ["1.4", "1.10"],
}
UNSETTLED = {"OWN009", "OWN011", "OWN012", "ACT006"}


def weak_areas(*numbers: int) -> list[Area]:
    return [area(f"Area {at}", [f"Consider matter {at} again"]) for at in numbers]


@real
def test_the_real_statement() -> None:
    findings, not_run = run(gold.statement(), AS_OF)
    for check in CHECKS:
        hits = [item.subject for item in findings if item.code == check.CODE]
        if check.CODE not in UNSETTLED:
            assert hits == EXPECTED.get(check.CODE, []), check.CODE
    assert {item.code for item in not_run} == {"COV001", "COV002", "COV003", "COV004", "DOC002"}


@real
def test_the_checks_are_quick() -> None:
    statement = gold.statement()
    times = []
    for _ in range(20):
        start = process_time()
        run(statement, AS_OF)
        times.append(process_time() - start)
    assert min(times) < 0.05


def test_document_order_then_code() -> None:
    findings, _ = run(plan(*weak_areas(1, 2)), Settings(select=("OWN", "DUE001", "ACT002")))
    assert [(item.subject, item.code) for item in findings if item.severity != "info"] == [
        ("1.1", "DUE001"),
        ("1.1", "OWN001"),
        ("1.1.1", "ACT002"),
        ("1.2", "DUE001"),
        ("1.2", "OWN001"),
        ("1.2.1", "ACT002"),
    ]


def test_keys_stay_when_rows_move() -> None:
    def keys(statement: Statement) -> dict[str, str]:
        findings, _ = run(statement, Settings(select=("ACT002",)))
        return {item.key: item.message for item in findings}

    before, after = keys(plan(*weak_areas(1, 2))), keys(plan(*weak_areas(2, 3, 1)))
    assert set(before) < set(after)
    assert len(after) == 3


def test_same_words_twice_have_two_keys() -> None:
    statement = plan(area("A", ["Consider it"]), area("A", ["Consider it"]))
    findings, _ = run(statement, Settings(select=("ACT002",)))
    assert len({item.key for item in findings}) == 2


def test_a_joined_row_has_low_confidence() -> None:
    statement = plan(*weak_areas(1, 2), extraction=joined("1.1"))
    findings, _ = run(statement, Settings(select=("ACT002", "OWN001")))
    assert {item.subject: item.confidence for item in findings} == {
        "1.1": "low",
        "1.1.1": "low",
        "1.2": "high",
        "1.2.1": "high",
    }


def test_a_guessed_column_has_low_confidence() -> None:
    column = Column(table=1, header="Who?", role="owner", basis="contents", confidence="low")
    statement = plan(*weak_areas(1), extraction=Extraction(columns=(column,)))
    findings, _ = run(statement, Settings(select=("ACT002", "OWN001", "DUE001")))
    assert {item.code: item.confidence for item in findings} == {
        "OWN001": "low",
        "DUE001": "high",
        "ACT002": "high",
    }


def test_the_user_changes_a_severity() -> None:
    settings = Settings(select=("ACT002", "DUE001"), severities={"ACT002": "error"})
    findings, _ = run(plan(*weak_areas(1)), settings)
    assert {item.severity for item in findings} == {"error"}
    named = Settings(select=("weak-verb",), severities={"weak-verb": "info"})
    assert run(plan(*weak_areas(1)), named)[0][0].severity == "info"


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (("OWN001",), (), {"OWN001"}),
        (("own001", "weak-verb"), (), {"OWN001", "ACT002"}),
        (("COV",), ("COV001", "cov002", "area-reworded"), {"COV004"}),
        (("OWN001",), ("OWN",), set()),
    ],
)
def test_selection(select: tuple[str, ...], ignore: tuple[str, ...], expected: set[str]) -> None:
    chosen = selected(Settings(select=select, ignore=ignore))
    assert {check.CODE for check in chosen} == expected


def test_everything_is_selected_by_default() -> None:
    assert selected(Settings()) == CHECKS


@pytest.mark.parametrize(
    ("settings", "near"),
    [
        (Settings(select=("OWN0O1",)), "OWN001"),
        (Settings(ignore=("missing-ownr",)), "missing-owner"),
        (Settings(severities={"weak-verbs": "info"}), "weak-verb"),
        (Settings(profile="ilac"), "ilacs"),
        (Settings(select=("zzzzzz",)), "soa checks"),
    ],
)
def test_an_unknown_name_lists_near_ones(settings: Settings, near: str) -> None:
    with pytest.raises(SettingsError, match=near):
        run(plan(), settings)


def test_codes_and_names_are_unique_and_match_the_files() -> None:
    assert len({check.CODE for check in CHECKS}) == len({check.SLUG for check in CHECKS})
    for check in CHECKS:
        module = check.__name__.rsplit(".", 1)[-1]  # type: ignore[attr-defined]
        assert module.replace("_", "-") == check.SLUG
        assert check.HELP.endswith(".")
        assert find(check.CODE) is find(check.SLUG) is check


def test_explain_gives_the_manual() -> None:
    text = explain("missing-owner")
    assert text.startswith("OWN001 missing-owner (error)")
    assert "FAIL:" in text


def test_words_of_a_table_without_a_field() -> None:
    loose = tuple(passage(f"word {at}", row=at) for at in range(5))
    (finding,) = run(plan(unplaced=loose), Settings(select=("EXT002",)))[0]
    assert finding.subject == "table 1"
    assert "2 more pieces" in finding.message


def test_an_empty_statement_has_no_findings_about_rows() -> None:
    findings, not_run = run(plan(), Settings())
    assert not [item for item in findings if item.subject != "document"]
    assert not_run


def test_groups_are_no_owner_to_ring() -> None:
    statement = plan(area("A", ["Act"], who(group("Board"), day(2026, 6, 30))))
    assert run(statement, Settings(select=("OWN004",)))[0]
    led = who(group("Board"), post("Chair", lead=True), day(2026, 6, 30))
    assert not run(plan(area("A", ["Act"], led)), Settings(select=("OWN004",)))[0]
