"""Large and hostile plans: the checks stay quick, and say something of them."""

from datetime import date
from time import process_time

import pytest

from pipeline.checks import run
from pipeline.models import Statement
from pipeline.settings import Settings
from tests.build import action, area, day, due, plan, post, recurring, report, who

SECONDS = 10.0
DATES = [day(2026, 6, 1 + at % 28) for at in range(1500)]


def many_actions() -> Statement:
    texts = [
        f"Consider matter {at} with officer {at % 7} and report to the Board" for at in range(2500)
    ]
    return plan(area("A", texts, who(post("Head"), day(2026, 6, 30))), area("B", texts))


def many_rows() -> Statement:
    actions = [action(f"Write standard {at}", row=at) for at in range(3000)]
    groups = [
        who(post("Head"), day(2026, 6, 30), actions=[at], basis="row") for at in range(1, 3001)
    ]
    return plan(area("A", actions, *groups))


def many_dates() -> Statement:
    statuses = [due("Completed", "status")] * 500
    return plan(area("A", ["Act"] * 500, who(*DATES, *statuses, recurring("Bi-annual"))))


def odd_texts() -> Statement:
    texts = [
        "(" * 20000,
        "." * 20000 + "x",
        "[insert " * 5000,
        "AB" * 5000,
        "to be " * 5000,
        "implement " + "plan-" * 5000,
        "will who " * 5000,
        "07" * 10000,
        "a@" * 10000,
    ]
    return plan(*(area(text, [text], who(post(text), due(text))) for text in texts))


@pytest.mark.parametrize("build", [many_actions, many_rows, many_dates, odd_texts])
def test_quick_on_large_plans(build: object) -> None:
    statement = build()  # type: ignore[operator]
    start = process_time()
    findings, _ = run(statement, Settings(as_of=date(2026, 7, 1)))
    assert process_time() - start < SECONDS
    assert findings


def test_quick_against_a_long_report() -> None:
    names = [f"Improve matter {at} of the service number {at}" for at in range(80)]
    statement = plan(*(area(name, ["Act"]) for name in reversed(names)))
    start = process_time()
    findings, _ = run(statement, Settings(select=("COV",)), report(*names))
    assert process_time() - start < SECONDS
    assert not findings
