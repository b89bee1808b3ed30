"""Accepted findings are marked; acceptances of what is gone are named, once it was tested."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.acceptance import mark
from pipeline.models import Acceptance, NotRun
from pipeline.settings import Settings
from tests import stub
from tests.drafts import PLAN, draft

FOUND = stub.findings().findings


def accepting(key: str, code: str | None = None) -> Acceptance:
    return Acceptance(key=key, reason="Agreed", by="A. Officer", on=date(2026, 5, 1), code=code)


def test_without_acceptances_nothing_changes() -> None:
    assert mark(FOUND, (), Settings()) == (FOUND, ())


def test_only_the_accepted_are_marked() -> None:
    one = accepting("key-OWN001", "OWN001")
    marked, stale = mark(FOUND, (), Settings(accepted=(one,)))
    assert [item.accepted for item in marked] == [one, None, None, None]
    assert stale == ()


@pytest.mark.parametrize(
    ("code", "settings", "is_stale"),
    [
        ("DUE001", Settings(), True),
        ("due001", Settings(), True),
        (None, Settings(), True),
        ("a typing slip", Settings(), True),
        ("DUE001", Settings(select=("DUE",)), True),
        ("DUE001", Settings(select=("OWN",)), False),
        ("DUE001", Settings(ignore=("missing-deadline",)), False),
        (None, Settings(select=("OWN",)), False),
        ("COV001", Settings(), False),
    ],
)
def test_what_was_not_tested_is_not_stale(
    code: str | None, settings: Settings, is_stale: bool
) -> None:
    one = accepting("gone", code)
    not_run = (NotRun(code="COV001", reason="No report."),)
    _, stale = mark(FOUND, not_run, replace(settings, accepted=(one,)))
    assert stale == ((one,) if is_stale else ())


def test_accepted_findings_are_counted_apart() -> None:
    before = draft().findings
    key = next(one.key for one in before.findings if one.code == "DUE003")
    after = draft(settings=Settings(accepted=(accepting(key), accepting("gone")))).findings
    assert after.summary.errors == before.summary.errors - 1
    assert (before.summary.accepted, after.summary.accepted) == (0, 1)
    assert [one.key for one in after.findings] == [one.key for one in before.findings]
    assert [one.key for one in after.stale] == ["gone"]


def test_an_acceptance_outlives_rows_that_move() -> None:
    key = next(one.key for one in draft().findings.findings if one.code == "DUE003")
    rows = "| New area | Do a new thing | Head of Quality | 1 June 2026 |\n"
    moved = PLAN.replace("| Case records", rows + "| Case records")
    after = draft(moved, Settings(accepted=(accepting(key),))).findings
    assert [one.subject for one in after.findings if one.accepted] == ["1.3.1"]
