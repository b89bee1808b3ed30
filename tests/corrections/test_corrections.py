"""What people put right holds in the statement, is marked, and makes findings go."""

from datetime import date
from typing import Any

import pytest

from pipeline.corrections import correct
from pipeline.errors import SettingsError
from pipeline.models import Action, Area, Assignment, Correction, Deadline, Statement
from pipeline.settings import Settings
from tests.build import action, area, day, due, month, owner, plan, post, recurring, who
from tests.drafts import PLAN, TOGETHER, actions, areas, codes, draft

DAY = date(2026, 5, 1)


def correction(**more: Any) -> Correction:
    return Correction.model_validate({"reason": "Agreed", "by": "A. Officer", "on": DAY, **more})


def of(text: str, **more: Any) -> Correction:
    """Return a correction of the action with these words."""
    key = next(one.key for one in actions(draft(text).statement).values() if one.id == more["id"])
    return correction(**{name: value for name, value in more.items() if name != "id"}, key=key)


def owners(one: Action | Assignment) -> list[str]:
    held = one.responsibility if isinstance(one, Action) else one
    return [owner.text for owner in held.owners]


# A row an action


def test_an_owner_and_a_deadline_are_pinned() -> None:
    one = of(PLAN, id="1.2.1", owners=["Head of Learning"], deadline="30 June 2026")
    result = draft(settings=Settings(corrections=(one,)))
    found = actions(result.statement)["1.2.1"].responsibility
    assert [(item.text, item.kind) for item in found.owners] == [("Head of Learning", "post")]
    assert (found.owners_basis, found.deadline_basis) == ("corrected", "corrected")
    assert found.deadline is not None
    assert (found.deadline.edtf, found.deadline.latest) == ("2026-06-30", date(2026, 6, 30))
    assert found.deadline.location.fragments == found.owners[0].location.fragments == ()
    assert result.statement.extraction.corrections == (one,)
    assert result.statement.extraction.stale == ()


def test_what_was_corrected_is_no_longer_found() -> None:
    before = codes(draft().findings)
    assert {("DUE003", "1.2.1"), ("OWN006", "1.2.1")} <= set(before)
    one = of(PLAN, id="1.2.1", owners="Head of Learning".split("|"), deadline="30 June 2026")
    after = codes(draft(settings=Settings(corrections=(one,))).findings)
    assert set(before) - set(after) == {("DUE003", "1.2.1"), ("OWN006", "1.2.1")}
    assert set(after) <= set(before)


def test_the_checks_look_at_what_was_corrected() -> None:
    one = of(PLAN, id="1.2.1", deadline="30 June 2020")
    after = draft(settings=Settings(corrections=(one,), as_of=DAY)).findings
    assert ("DUE011", "1.2") in codes(after) or ("DUE011", "1.2.1") in codes(after)


def test_other_actions_keep_what_the_table_says() -> None:
    one = of(PLAN, id="1.2.1", owners=["Head of Learning"], deadline="30 June 2026")
    before = actions(draft().statement)
    after = actions(draft(settings=Settings(corrections=(one,))).statement)
    assert {name for name in before if before[name] != after[name]} == {"1.2.1"}


def test_the_words_of_the_table_stay() -> None:
    one = of(PLAN, id="1.2.1", owners=["Head of Learning"], deadline="30 June 2026")
    found = areas(draft(settings=Settings(corrections=(one,))).statement)[1].assignments[0]
    assert found.text == "TBC ASAP"
    assert (owners(found), [item.text for item in found.deadlines]) == (
        ["Head of Learning"],
        ["30 June 2026"],
    )


def test_a_correction_outlives_rows_that_move() -> None:
    one = of(PLAN, id="1.2.1", owners=["Head of Learning"])
    row = "| New area | Do a new thing | Head of Quality | 1 June 2026 |\n"
    moved = PLAN.replace("| Case records", row + "| Case records")
    found = actions(draft(moved, Settings(corrections=(one,))).statement)
    assert owners(found["1.3.1"]) == ["Head of Learning"]


@pytest.mark.parametrize("missing", ["owners", "deadline"])
def test_what_a_correction_does_not_name_stays(missing: str) -> None:
    given = {"owners": ["Head of Learning"], "deadline": "30 June 2026"}
    del given[missing]
    one = of(PLAN, id="1.1.1", **given)
    held = actions(draft(settings=Settings(corrections=(one,))).statement)["1.1.1"].responsibility
    assert held.deadline is not None
    if missing == "owners":
        assert (owners(actions(draft().statement)["1.1.1"]), held.owners_basis) == (
            ["Principal Social Worker"],
            "row",
        )
    else:
        assert (held.deadline.text, held.deadline_basis) == ("30 June 2026", "row")


def test_the_later_correction_counts() -> None:
    first = of(PLAN, id="1.1.1", owners=["Head of Learning"])
    second = of(PLAN, id="1.1.1", owners=["Head of Practice"])
    found = actions(draft(settings=Settings(corrections=(first, second))).statement)
    assert owners(found["1.1.1"]) == ["Head of Practice"]


def test_one_name_is_one_owner_whatever_is_in_it() -> None:
    made = plan(area("Records", ["Write"], who(post("Head"), actions=[1], basis="row")))
    one = correction(key="key of Write in Records", owners=["Head of A and Head of B", "Zzyx"])
    found = actions(correct(made, [one]))["1.1.1"]
    assert owners(found) == ["Head of A and Head of B", "Zzyx"]


# Several actions beside owners and dates


def test_a_row_nobody_could_match_is_settled_for_one_action() -> None:
    one = of(TOGETHER, id="1.1.2", owners=["Missing Coordinator"], deadline="1 July 2026")
    before = actions(draft(TOGETHER, name="plan.html").statement)
    assert before["1.1.2"].responsibility.candidates
    after = draft(TOGETHER, Settings(corrections=(one,)), "plan.html").statement
    assert owners(actions(after)["1.1.2"]) == ["Missing Coordinator"]
    assert actions(after)["1.1.2"].responsibility.candidates == ()
    assert actions(after)["1.1.1"] == before["1.1.1"]
    assert (
        areas(after)[0].assignments
        == areas(draft(TOGETHER, name="plan.html").statement)[0].assignments
    )


def test_owners_and_dates_beside_an_action_are_linked_to_it() -> None:
    stated = areas(draft(TOGETHER, name="plan.html").statement)[0].assignments
    keys = [stated[1].owners[0].key, stated[1].deadlines[0].key]
    one = of(TOGETHER, id="1.1.2", links=keys)
    after = draft(TOGETHER, Settings(corrections=(one,)), "plan.html").statement
    held = actions(after)["1.1.2"].responsibility
    assert owners(actions(after)["1.1.2"]) == [stated[1].owners[0].text]
    assert held.deadline is not None
    assert (held.deadline.text, held.deadline_basis) == (stated[1].deadlines[0].text, "corrected")
    assert held.deadline.location == stated[1].deadlines[0].location
    linked = areas(after)[0].assignments[1]
    assert (linked.actions, linked.basis) == (("1.1.2",), "corrected")
    assert linked.deadlines[0].actions == ("1.1.2",)
    assert areas(after)[0].assignments[0] == stated[0]
    assert "1.1/2" not in actions(after)["1.1.1"].responsibility.candidates


def test_a_link_to_what_is_gone_is_stale_as_a_whole() -> None:
    stated = areas(draft(TOGETHER, name="plan.html").statement)[0].assignments
    one = of(TOGETHER, id="1.1.2", links=[stated[0].owners[0].key, "gone"], deadline="1 May 2026")
    after = draft(TOGETHER, Settings(corrections=(one,)), "plan.html").statement
    assert after.extraction.stale == (one,)
    assert areas(after) == areas(draft(TOGETHER, name="plan.html").statement)


def test_a_date_linked_to_one_action_gives_way() -> None:
    first, second = month(2026, 5, actions=["1"], basis="in-step"), recurring()
    made = plan(
        area("Records", ["Write", "Report"],
             who(post("Head"), first, second, actions=[1, 2], basis="in-step"))
    )  # fmt: skip
    one = correction(key="key of Write in Records", deadline="30 June 2026")
    group = areas(correct(made, [one]))[0].assignments[0]
    assert [item.text for item in group.deadlines] == ["30 June 2026", "Quarterly"]
    assert (group.deadlines[0].actions, group.deadlines[0].basis) == (("1.1.1",), "corrected")
    assert owners(group) == ["Head"]


# An area


@pytest.mark.parametrize("given", ["owners", "deadline", "both"])
def test_an_area_is_corrected_for_all_its_actions(given: str) -> None:
    made = plan(
        area("Records", ["Write", "Report"], who(post("Head"), due("ASAP")), who(post("Nurse")))
    )
    values: dict[str, Any] = {"owners": ["Director of Care"], "deadline": "30 June 2026"}
    one = correction(
        key="key of Records", **{k: v for k, v in values.items() if given in (k, "both")}
    )
    found = areas(correct(made, [one]))[0]
    (group,) = found.assignments
    assert owners(group) == (["Head", "Nurse"] if given == "deadline" else ["Director of Care"])
    assert [d.text for d in group.deadlines] == ["ASAP" if given == "owners" else "30 June 2026"]
    assert (group.basis, group.actions, group.text) == (
        "corrected",
        ("1.1.1", "1.1.2"),
        "Head ASAP Nurse",
    )
    bases = {
        (a.responsibility.owners_basis, a.responsibility.deadline_basis) for a in found.actions
    }
    assert bases == {
        (
            None if given == "deadline" else "corrected",
            None if given == "owners" else "corrected",
        )
    }


def test_an_area_with_blank_cells_gets_an_assignment() -> None:
    made = plan(area("Records", ["Write"]))
    one = correction(key="key of Records", owners=["Director of Care"])
    (group,) = areas(correct(made, [one]))[0].assignments
    assert (group.id, group.text, owners(group)) == ("1.1/1", "", ["Director of Care"])


def test_rows_of_an_action_become_one() -> None:
    made = plan(
        area("Records", ["Write", "Report"],
             who(post("Head"), day(2026, 1, 1), actions=[1], basis="row"),
             who(post("Nurse"), actions=[1], basis="row"),
             who(post("Board"), actions=[2], basis="row"))
    )  # fmt: skip
    one = correction(key="key of Write in Records", owners=["Director of Care"])
    found = areas(correct(made, [one]))[0].assignments
    assert [(group.id, owners(group)) for group in found] == [
        ("1.1/1", ["Director of Care"]),
        ("1.1/3", ["Board"]),
    ]
    assert [item.text for item in found[0].deadlines] == ["1 January 2026"]


# Themes


def test_themes_are_pinned_and_keep_the_words_found_for_them() -> None:
    before = actions(draft().statement)["1.2.1"].themes
    assert [theme.id for theme in before][:1] == ["supervision"]
    one = of(PLAN, id="1.2.1", themes=["supervision", "eet"])
    after = actions(draft(settings=Settings(corrections=(one,))).statement)["1.2.1"].themes
    assert after[0] == before[0]
    assert [(theme.id, theme.text) for theme in after[1:]] == [("eet", "")]


def test_a_theme_of_the_users_own_is_known() -> None:
    own = '[[themes]]\nid = "music"\nlabel = "music"\n'
    one = of(PLAN, id="1.1.1", themes=["music"])
    found = draft(settings=Settings(corrections=(one,), themes=(own,))).statement
    assert [theme.id for theme in actions(found)["1.1.1"].themes] == ["music"]


def test_an_areas_themes_are_pinned() -> None:
    made = plan(area("Records", ["Write"]))
    found = areas(correct(made, [correction(key="key of Records", themes=["send"])]))[0]
    assert [theme.id for theme in found.themes] == ["send"]
    assert found.actions == areas(made)[0].actions


# Columns


@pytest.mark.parametrize("where", [{"header": "By who?"}, {"header": " BY WHO "}, {"column": 4}])
def test_a_column_takes_the_role_that_it_was_given(where: dict[str, Any]) -> None:
    text = PLAN.replace("Lead officer | Deadline |", "Sponsor | By who? |").replace("TBC", "Nurse")
    text = text.replace("| 30 June 2026 |", "| Head of A |").replace("| ASAP |", "| Head of B |")
    one = correction(table=1, role="owner", **where)
    other = correction(table=1, header="sponsor", role="comment")
    found = draft(text, Settings(corrections=(one, other))).statement
    assert owners(actions(found)["1.1.1"]) == ["Head of A"]
    assert [(column.role, column.basis) for column in found.extraction.columns][2:] == [
        ("comment", "corrected"),
        ("owner", "corrected"),
    ]
    assert found.extraction.corrections == (one, other)


def test_a_column_that_is_not_there_is_stale() -> None:
    found = [
        correction(table=9, header="Deadline", role="owner"),
        correction(table=1, header="Sponsor", role="owner"),
        correction(table=1, column=9, role="owner"),
    ]
    after = draft(settings=Settings(corrections=tuple(found))).statement
    assert after.extraction.stale == tuple(found)
    assert areas(after) == areas(draft().statement)


# What cannot be applied


def test_a_key_that_is_gone_is_stale() -> None:
    one = correction(key="gone", owners=["Head of Learning"])
    after = draft(settings=Settings(corrections=(one,))).statement
    assert (after.extraction.stale, after.extraction.corrections) == ((one,), ())


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"deadline": "soonish"}, 'the deadline "soonish" of'),
        ({"deadline": "from 1 May 2026"}, "cannot be read as one"),
        ({"themes": ["csi"]}, '"csi" is no theme. Did you mean cse?'),
        ({"themes": ["ŋŋŋŋ"]}, '"ŋŋŋŋ" is no theme.'),
    ],
)
def test_what_means_nothing_is_told(given: dict[str, Any], words: str) -> None:
    with pytest.raises(SettingsError) as raised:
        draft(settings=Settings(corrections=(of(PLAN, id="1.1.1", **given),)))
    assert words in str(raised.value)
    assert "soa-corrections.toml" in str(raised.value)


def test_a_day_without_a_year_takes_the_plans() -> None:
    made: Statement = plan(area("Records", ["Write"]), date=date(2026, 3, 1))
    one = correction(key="key of Write in Records", deadline="30 June")
    deadline: Deadline | None = actions(correct(made, [one]))["1.1.1"].responsibility.deadline
    assert deadline is not None
    assert (deadline.latest, bool(deadline.inferred)) == (date(2026, 6, 30), True)


def test_without_corrections_the_statement_is_the_same() -> None:
    made = plan(area("Records", [action("Write", owner("Head"))]))
    assert correct(made, ()) is made
    found: list[Area] = areas(made)
    assert found
