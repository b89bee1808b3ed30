"""Two drafts side by side: everything that changed is named once, and nothing else is."""

from dataclasses import dataclass
from datetime import date
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.changes import against, compare, matching
from pipeline.changes.matching import match
from pipeline.changes.models import Change, Changes
from pipeline.checks import run
from pipeline.models import Findings, Responsibility, Statement, Summary
from pipeline.settings import Settings
from tests.build import action, area, day, due, group, plan, post, who


@dataclass(frozen=True)
class Draft:
    statement: Statement
    findings: Findings


def draft(*areas: Any, name: str = "plan.docx", settings: Settings | None = None) -> Draft:
    """Return a plan with what the checks say of it."""
    made = plan(*areas)
    source = made.source.model_copy(update={"name": name})
    made = made.model_copy(update={"source": source})
    found, not_run = run(made, settings or Settings(select=("OWN", "DUE", "ACT")))
    summary = Summary(areas=0, actions=0, errors=0, warnings=0, infos=0)
    return Draft(made, Findings(source=name, findings=found, not_run=not_run, summary=summary))


def answered(text: str, *parts: Any, **more: Any) -> Any:
    """Return an action that somebody answers for by some day."""
    owners = tuple(part for part in parts if part.__class__.__name__ == "Owner")
    deadline = next((part for part in parts if part not in owners), None)
    held = Responsibility(
        owners=owners, owners_basis="row", deadline=deadline, deadline_basis="row"
    )
    return action(text, responsibility=held, **more)


def changes(old: Any, new: Any) -> list[Change]:
    return list(compare(draft(*old), draft(*new)).changes)


def brief(old: Any, new: Any) -> list[tuple[str, str, str | None, str | None]]:
    return [(one.unit, one.kind, one.old, one.new) for one in changes(old, new)]


WRITE = "Write a recording standard for all case files"
AUDIT = "Audit twenty files each month and report the results"
TRAIN = "Train every team manager in reflective supervision"
RECORDS = "Case records do not show how decisions were reached"
LEAVERS = "Care leavers wait too long for a pathway plan"


def test_a_plan_is_as_it_was() -> None:
    one = [area(RECORDS, [WRITE, AUDIT]), area(LEAVERS, [TRAIN])]
    found = compare(draft(*one), draft(*one))
    assert found.changes == ()
    assert found.findings.new == found.findings.fixed == ()
    assert len(found.findings.still) == len(draft(*one).findings.findings) > 0


def test_added_and_removed_actions_are_named() -> None:
    old, new = [area(RECORDS, [WRITE, AUDIT])], [area(RECORDS, [TRAIN, WRITE])]
    assert brief(old, new) == [
        ("action", "added", None, "1.1.1"),
        ("action", "removed", "1.1.2", None),
    ]
    assert [(one.area, one.text) for one in changes(old, new)] == [("1.1", TRAIN), ("1.1", AUDIT)]


def test_added_and_removed_areas_bring_their_actions() -> None:
    old, new = [area(RECORDS, [WRITE])], [area(LEAVERS, [TRAIN])]
    assert brief(old, new) == [
        ("area", "added", None, "1.1"),
        ("action", "added", None, "1.1.1"),
        ("area", "removed", "1.1", None),
        ("action", "removed", "1.1.1", None),
    ]


def test_words_that_changed_are_marked() -> None:
    (one,) = changes(
        [area(RECORDS, [WRITE])], [area(RECORDS, [WRITE.replace("all case", "every")])]
    )
    assert (one.unit, one.kind, one.moved) == ("action", "changed", False)
    assert one.rewording is not None
    assert one.rewording.marked == "Write a recording standard for [-all case-] {+every+} files"
    assert (one.rewording.lost, one.rewording.added) == (("all case",), ("every",))


@pytest.mark.parametrize(
    "text", [f"{WRITE}.", WRITE.upper(), WRITE.replace(" for ", "  for "), f"“{WRITE}”"]
)
def test_case_and_punctuation_do_not_count(text: str) -> None:
    assert changes([area(RECORDS, [WRITE])], [area(RECORDS, [text])]) == []


def test_endings_and_small_words_are_slight() -> None:
    (one,) = changes([area(RECORDS, [WRITE])], [area(RECORDS, [WRITE.replace("files", "file")])])
    assert one.rewording is not None
    assert (one.rewording.lost, len(one.rewording.slight)) == ((), 1)


def test_a_reworded_area_keeps_its_actions() -> None:
    old, new = [area(RECORDS, [WRITE, AUDIT])], [area(RECORDS + " or why", [WRITE, AUDIT])]
    (one,) = changes(old, new)
    assert (one.unit, one.kind) == ("area", "changed")
    assert one.rewording is not None
    assert one.rewording.added == ("or why",)


def test_an_area_in_other_words_is_known_by_its_actions() -> None:
    old, new = [area(RECORDS, [WRITE, AUDIT])], [area("Recording", [WRITE, AUDIT])]
    assert brief(old, new) == [("area", "changed", "1.1", "1.1")]


def test_an_area_without_words_is_known_by_its_actions() -> None:
    assert brief([area(None, [WRITE])], [area(None, [WRITE, AUDIT])]) == [
        ("action", "added", None, "1.1.2")
    ]


def test_areas_that_change_places_have_not_changed() -> None:
    first, second = area(RECORDS, [WRITE, AUDIT]), area(LEAVERS, [TRAIN])
    assert changes([first, second], [second, first]) == []


def test_an_action_under_another_area_has_moved() -> None:
    old = [area(RECORDS, [WRITE, AUDIT]), area(LEAVERS, [TRAIN])]
    new = [area(RECORDS, [WRITE]), area(LEAVERS, [TRAIN, AUDIT + " quarterly"])]
    (one,) = changes(old, new)
    assert (one.old, one.new, one.area, one.moved) == ("1.1.2", "1.2.2", "1.2", True)
    assert one.rewording is not None


def test_two_of_the_same_words_are_matched_one_to_one() -> None:
    old, new = [area(RECORDS, [WRITE, WRITE])], [area(RECORDS, [WRITE])]
    assert brief(old, new) == [("action", "removed", "1.1.2", None)]


def test_other_owners_are_named() -> None:
    old = [area(RECORDS, [answered(WRITE, post("Head of Quality"), post("Nurse"))])]
    new = [area(RECORDS, [answered(WRITE, post("Director"))])]
    (one,) = changes(old, new)
    assert one.owners is not None
    assert (one.owners.old, one.owners.new) == (("Head of Quality", "Nurse"), ("Director",))


def test_order_and_spelling_of_owners_do_not_count() -> None:
    old = [area(RECORDS, [answered(WRITE, post("Head of Quality"), post("Nurse"))])]
    new = [area(RECORDS, [answered(WRITE, post("NURSE"), post("Head of  quality"))])]
    assert changes(old, new) == []


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        (day(2026, 6, 30), day(2026, 9, 30), 92),
        (day(2026, 6, 30), day(2026, 6, 29), -1),
        (day(2026, 6, 30), due("ASAP"), None),
        (due("ASAP"), due("In due course"), None),
        (day(2026, 6, 30), None, None),
    ],
)
def test_another_deadline_is_named_with_the_days(before: Any, after: Any, days: int | None) -> None:
    parts = (after,) if after else ()
    old = [area(RECORDS, [answered(WRITE, before)])]
    (one,) = changes(old, [area(RECORDS, [answered(WRITE, *parts)])])
    assert one.deadline is not None
    assert (one.deadline.old, one.deadline.new) == (before.text, after.text if after else None)
    assert one.deadline.days == days


def test_the_same_day_in_other_words_is_no_change() -> None:
    old = [area(RECORDS, [answered(WRITE, day(2026, 6, 30))])]
    new = [area(RECORDS, [answered(WRITE, day(2026, 6, 30, "30/06/26"))])]
    assert changes(old, new) == []


def test_what_changed_alike_for_all_actions_is_the_areas() -> None:
    old = [area(RECORDS, [answered(WRITE, post("Nurse")), answered(AUDIT, post("Nurse"))])]
    new = [area(RECORDS, [answered(WRITE, post("Head")), answered(AUDIT + " soon", post("Head"))])]
    first, second = changes(old, new)
    assert (first.unit, first.owners and first.owners.new) == ("area", ("Head",))
    assert (second.new, second.owners, bool(second.rewording)) == ("1.1.2", None, True)


def test_what_changed_for_one_of_two_actions_is_its_own() -> None:
    old = [area(RECORDS, [answered(WRITE, post("Nurse")), answered(AUDIT, post("Nurse"))])]
    new = [area(RECORDS, [answered(WRITE, post("Head")), answered(AUDIT, post("Nurse"))])]
    (one,) = changes(old, new)
    assert (one.unit, one.new) == ("action", "1.1.1")


def test_groups_that_no_action_owns_are_compared_for_the_area() -> None:
    old = [area(RECORDS, [WRITE, AUDIT], who(post("Head"), due("ASAP")), who(group("Board")))]
    new = [area(RECORDS, [WRITE, AUDIT], who(post("Head"), day(2026, 6, 30)), who(group("Team")))]
    (one,) = changes(old, new)
    assert one.unit == "area"
    assert one.owners is not None
    assert one.deadline is not None
    assert (one.owners.new, one.deadline.new) == (("Head", "Team"), "30 June 2026")


def test_very_long_words_are_compared_as_a_whole() -> None:
    long = " ".join(f"word{number}" for number in range(4000))
    (one,) = changes([area(RECORDS, [long])], [area(RECORDS, [long + " more"])])
    assert one.rewording is not None
    assert one.rewording.lost == (long,)


# Findings


def test_findings_come_and_go() -> None:
    old = draft(area(RECORDS, [WRITE], who(post("Head"), due("ASAP"))), area(LEAVERS, []))
    new = draft(area(RECORDS, [WRITE], who(day(2026, 6, 30))), area(LEAVERS, []), name="new.docx")
    found = compare(old, new)
    assert (found.old, found.new) == ("plan.docx", "new.docx")
    assert {one.code for one in found.findings.new} == {"OWN001"}
    assert {one.code for one in found.findings.fixed} == {"DUE003"}
    assert "ACT001" in {one.code for one in found.findings.still}


def test_a_finding_of_a_reworded_area_is_still_there() -> None:
    old = draft(area(RECORDS, [WRITE], who(day(2026, 6, 30))))
    new = draft(
        area(LEAVERS, [TRAIN], who(post("Head"), day(2026, 6, 30))),
        area(RECORDS + " or why", [WRITE], who(day(2026, 6, 30))),
    )
    assert [one.subject for one in old.findings.findings] == ["1.1"]
    found = compare(old, new).findings
    assert ([one.subject for one in found.still], found.new, found.fixed) == (["1.2"], (), ())


def test_a_finding_of_a_removed_area_is_fixed() -> None:
    old = draft(area(RECORDS, [WRITE], who(post("Head"), day(2026, 6, 30))), area(LEAVERS, []))
    new = draft(area(RECORDS, [WRITE], who(post("Head"), day(2026, 6, 30))))
    assert {one.subject for one in compare(old, new).findings.fixed} == {"1.2"}


def test_a_baseline_tells_new_findings_from_known_ones() -> None:
    old = draft(area(RECORDS, [WRITE], who(post("Head"), due("ASAP"))))
    new = draft(area(RECORDS, [WRITE], who(due("ASAP"))))
    found = against(old, new)
    assert {(one.code, one.baseline) for one in found.findings} == {
        ("OWN001", "new"),
        ("DUE003", "unchanged"),
    }
    assert found.not_run == new.findings.not_run


# Properties

TEXTS = st.lists(
    st.sampled_from([WRITE, AUDIT, TRAIN, AUDIT + " soon", "Write a policy", "Do it"]), max_size=4
)
PLANS = st.lists(
    st.tuples(st.sampled_from([RECORDS, LEAVERS, RECORDS + " or why", None]), TEXTS),
    min_size=1,
    max_size=4,
)


def drafted(parts: list[tuple[str | None, list[str]]]) -> Draft:
    return draft(
        *(area(text, actions) for text, actions in parts), settings=Settings(select=("ACT001",))
    )


@settings(deadline=None)
@given(PLANS, PLANS)
def test_nothing_is_matched_twice_and_nothing_is_forgotten(
    before: list[tuple[str | None, list[str]]], after: list[tuple[str | None, list[str]]]
) -> None:
    old, new = drafted(before), drafted(after)
    pairs = match(old.statement, new.statement)
    for found in (pairs.areas, pairs.actions):
        assert len(set(found.values())) == len(found)
    told = compare(old, new)
    for unit, count in (("area", len), ("action", lambda parts: sum(len(a) for _, a in parts))):
        added, removed = counted(told, unit, "added"), counted(told, unit, "removed")
        assert count(before) - removed == count(after) - added
    findings = told.findings
    assert len(findings.new) + len(findings.still) == len(new.findings.findings)
    assert len(findings.fixed) + len(findings.still) == len(old.findings.findings)


def counted(found: Changes, unit: str, kind: str) -> int:
    return sum((one.unit, one.kind) == (unit, kind) for one in found.changes)


@settings(deadline=None)
@given(PLANS)
def test_a_draft_beside_itself_has_not_changed(parts: list[tuple[str | None, list[str]]]) -> None:
    one = drafted(parts)
    assert compare(one, one).changes == ()


def test_a_finding_of_the_document_is_still_there() -> None:
    wanted = Settings(select=("DOC001", "MON001"))
    old = draft(area(RECORDS, [WRITE]), settings=wanted)
    new = draft(area(LEAVERS, [TRAIN]), settings=wanted)
    assert [one.code for one in compare(old, new).findings.still] == ["DOC001", "MON001"]


@pytest.mark.parametrize("most", [100, 10])
def test_many_reworded_areas_find_each_other(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_MANY", most)
    many = 5
    texts = [f"{RECORDS} in team {number} of {number * 7} teams" for number in range(many)]
    old = [area(text, []) for text in texts]
    new = [area(f"{text} again", []) for text in reversed(texts)]
    pairs = match(plan(*old), plan(*new)).areas
    assert pairs == {f"1.{n + 1}": f"1.{many - n}" for n in range(many)}


def test_large_drafts_are_compared_in_good_time() -> None:
    many = [
        area(f"Area {n} of the plan", [f"Do thing {n} {m} well" for m in range(8)])
        for n in range(60)
    ]
    other = [
        area(f"Point {n} of it", [f"See to matter {m} {n} now" for m in range(8)])
        for n in range(60)
    ]
    settings_ = Settings(select=("ACT001",), as_of=date(2026, 1, 1))
    old, new = draft(*many, settings=settings_), draft(*other, settings=settings_)
    began = process_time()
    compare(old, new)
    assert process_time() - began < 10
