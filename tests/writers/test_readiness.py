"""The shares that an officer reads before sign-off."""

from dataclasses import replace

import pytest

from pipeline.models import Action, Area, Responsibility
from pipeline.writers import text
from pipeline.writers.readiness import Share, readiness
from pipeline.writers.reading import Reading, Results
from tests import stub
from tests.build import action, area, day, due, passage, plan, post, recurring


def shares(*areas: Area, report_areas: int | None = None) -> dict[str, tuple[int, int, str]]:
    reading = Reading("p", plan(*areas), stub.findings(), report_areas=report_areas)
    return {one.name: (one.done, one.total, one.note) for one in readiness(reading)}


def one(*own: object, **answer: object) -> Action:
    made = action("Write", *own)  # type: ignore[arg-type]
    return made.model_copy(update={"responsibility": Responsibility.model_validate(answer)})


@pytest.mark.parametrize(
    ("made", "owned", "dated"),
    [
        (one(), 0, 0),
        (one(owners=(post("Head"),)), 1, 0),
        (one(post("Head")), 1, 0),
        (one(owners=(post("TBC", placeholder=True),)), 0, 0),
        (one(deadline=day(2026, 6, 30)), 0, 1),
        (one(day(2026, 6, 30)), 0, 1),
        (one(deadline=due("ongoing")), 0, 0),
        (one(deadline=recurring()), 0, 0),
        (one(due("from May", role="start", latest=day(2026, 6, 30).latest)), 0, 0),
    ],
)
def test_an_action_is_owned_and_dated_by_what_fixes_it(
    made: Action, owned: int, dated: int
) -> None:
    found = shares(area("Records", [made]))
    assert (found["Owned"][:2], found["Dated"][:2]) == ((owned, 1), (dated, 1))


def test_what_stands_beside_several_is_counted_apart() -> None:
    open_ = one(candidates=("1.1.a", "1.1.b"))
    own = one(post("Head"), candidates=("1.1.a", "1.1.b"))
    found = shares(area("Records", [open_, own]))
    assert found["Owned"] == (1, 2, "for 1 more it is open which of several is theirs")
    assert found["Dated"] == (0, 2, "for 2 more it is open which of several is theirs")


def test_an_area_is_measurable_by_its_own_or_an_actions_measure() -> None:
    by_action = action("Write", measures=(passage("Audit"),))
    found = shares(
        area("A", ["x"], measures=(passage("m"),)), area("B", [by_action]), area("C", [])
    )
    assert found["Measurable"] == (2, 3, "")


def test_coverage_is_said_only_of_a_report() -> None:
    assert "Covered" not in shares(area("A", []))
    assert shares(area("A", []), report_areas=5)["Covered"] == (5, 5, "")


def test_areas_of_the_report_that_are_missing_are_not_covered() -> None:
    found = stub.findings()
    missing = found.findings[0].model_copy(update={"code": "COV001"})
    reading = Reading("p", stub.statement(), found.model_copy(update={"findings": (missing,)}))
    covered = list(readiness(replace(reading, report_areas=4)))[-1]
    assert str(covered) == "Covered     3 of 4 areas of the report (75%)"


def test_the_summary_alone_leaves_the_findings_out() -> None:
    reading = Reading("plan.txt", stub.statement(), stub.findings())
    shown = text.render(Results((reading,), summary=True))
    assert "Owned       0 of 3 actions (0%)" in shown
    assert "COV004" in shown
    assert "OWN001" not in shown
    assert "not shown" not in shown


@pytest.mark.parametrize(
    ("done", "total", "shown"),
    [(2, 3, "(67%)"), (1, 300, "(0%)"), (299, 300, "(99%)"), (300, 300, "(100%)")],
)
def test_shares_are_rounded_but_never_to_all(done: int, total: int, shown: str) -> None:
    assert str(Share("Owned", done, total, "action")).endswith(shown)


def test_a_plan_without_actions_has_no_shares_to_divide() -> None:
    reading = Reading("plan.txt", plan(), stub.findings())
    assert "Owned       0 of 0 actions\n" in text.render(Results((reading,)))
