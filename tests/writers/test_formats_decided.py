"""Findings that were accepted, or that the older draft had, in every format."""

import csv
import io
import json

import pytest
from lxml import etree

from pipeline.writers import github, junit, sarif, table, text
from pipeline.writers.reading import Results, stopping
from tests.writers.readings import DECIDED, READING

ALL = Results((DECIDED,), info=True)


@pytest.mark.parametrize(
    ("gate", "codes"),
    [
        ("error", []),
        ("warning", ["EXT002"]),
        ("info", ["DUE007", "EXT002"]),
        ("never", []),
    ],
)
def test_only_what_is_new_and_not_accepted_stops(gate: str, codes: list[str]) -> None:
    assert [one.code for one in stopping(DECIDED.findings, gate)] == codes


def test_without_decisions_all_at_the_gate_stops() -> None:
    assert [one.code for one in stopping(READING.findings, "error")] == ["OWN001"]


def test_sarif_says_who_accepted_and_what_is_new() -> None:
    first, second, third, _ = json.loads(sarif.render(ALL))["runs"][0]["results"]
    (suppression,) = first["suppressions"]
    assert suppression == {
        "kind": "external",
        "status": "accepted",
        "justification": "The board answers for it (A. Reader, 2026-05-01)",
    }
    assert [one["baselineState"] for one in (first, second, third)] == [
        "unchanged", "unchanged", "new",
    ]  # fmt: skip
    assert "suppressions" not in second


def test_csv_has_a_column_for_each_decision() -> None:
    rows = list(csv.DictReader(io.StringIO(table.render(ALL), newline="")))
    assert [row["accepted"] for row in rows] == ["The board answers for it", "", "", ""]
    assert [row["baseline"] for row in rows] == ["unchanged", "unchanged", "new", "new"]


def test_github_leaves_the_accepted_out() -> None:
    assert "OWN001" not in github.render(ALL)
    assert "ACT002" in github.render(ALL)


def test_junit_skips_the_accepted() -> None:
    root = etree.fromstring(junit.render(ALL).encode())
    suite = root[0]
    assert (suite.get("failures"), suite.get("skipped")) == ("3", "2")
    skipped = [one.get("message") for one in root.iter("skipped")]
    assert skipped[0] == "Accepted by A. Reader: The board answers for it"


def test_text_says_what_was_decided() -> None:
    shown = text.render(ALL)
    assert "0 errors, 2 warnings, 1 note for information, 1 more accepted" in shown
    assert "Accepted (as before): Nobody is named." in shown
    assert "Accepted by A. Reader, 2026-05-01: The board answers for it" in shown
    assert "Warning (as before): Action 1.2.1." in shown
    assert "DUE001 gone: The board answers for it" in shown
