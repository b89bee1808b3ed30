"""Whatever is corrected, no word is lost, every id is one that exists, and the rest stays."""

from collections import Counter
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.corrections import correct
from pipeline.models import Assignment, Basis, Correction, Deadline, Owner, Statement
from tests.build import area, day, due, group, month, plan, post, recurring, who
from tests.drafts import actions, areas

PARTS: st.SearchStrategy[Owner | Deadline] = st.sampled_from(
    [
        post("Head"),
        post("Nurse"),
        group("Board"),
        day(2026, 1, 5),
        month(2026, 3),
        due("ASAP"),
        recurring(),
    ]
)
BASES: list[Basis | None] = [None, "row", "area", "in-step"]


@st.composite
def assignments(draw: st.DrawFn) -> Assignment:
    parts = draw(st.lists(PARTS, min_size=1, max_size=3))
    linked = draw(st.sets(st.integers(1, 3)))
    basis = draw(st.sampled_from(BASES[1:])) if linked else None
    return who(*parts, actions=sorted(linked), basis=basis)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    made = [
        area(name, ["Write", "Train", "Audit"], *draw(st.lists(assignments(), max_size=3)))
        for name in ("Records", "Leavers")
    ]
    return plan(*made, date=date(2026, 1, 1))


KEYS = st.sampled_from(
    [f"key of {text}in Records" for text in ("Write ", "Train ")] + ["key of Records", "gone"]
)
PINS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"key": KEYS},
    optional={
        "owners": st.lists(st.sampled_from(["Head of A", "TBC", "Zyx"]), min_size=1, max_size=2),
        "deadline": st.sampled_from(["1 May 2026", "30 June, then quarterly", "ASAP"]),
        "themes": st.just(["eet"]),
        "links": st.lists(
            st.sampled_from(["head", "nurse", "asap", "5 january 2026", "gone"]), max_size=2
        ),
    },
)


def correction(given_: dict[str, Any]) -> Correction:
    return Correction.model_validate({**given_, "reason": "r", "by": "b", "on": date(2026, 1, 1)})


def words(statement: Statement) -> Counter[str]:
    return Counter(
        passage.text
        for one in areas(statement)
        for held in one.assignments
        for passage in held.passages
    )


@settings(deadline=None)
@given(statements(), st.lists(PINS, max_size=3))
def test_nothing_is_lost_and_every_reference_holds(
    made: Statement, given_: list[dict[str, Any]]
) -> None:
    found = correct(made, [correction(one) for one in given_])
    assert words(found) == words(made)
    assert areas(found)[1] == areas(made)[1]
    assert Statement.model_validate_json(found.model_dump_json()) == found
    done = found.extraction
    assert len(done.corrections) + len(done.stale) == len(given_)
    one = areas(found)[0]
    ids = [held.id for held in one.assignments]
    assert len(set(ids)) == len(ids)
    for action in one.actions:
        assert set(action.responsibility.candidates) <= set(ids)
    for held in one.assignments:
        assert set(held.actions) <= set(actions(found))


@settings(deadline=None)
@given(statements(), PINS)
def test_what_was_pinned_answers(made: Statement, given_: dict[str, Any]) -> None:
    one = correction(given_)
    found = correct(made, [one])
    for action in areas(found)[0].actions:
        if one in found.extraction.corrections and one.key in (action.key, "key of Records"):
            held = action.responsibility
            if one.owners:
                assert [owner.text for owner in held.owners] == list(one.owners)
                assert held.owners_basis == "corrected"
            if one.deadline:
                assert held.deadline_basis == "corrected"
        elif one.key != "key of Records":
            assert action == actions(made)[action.id]


def test_a_pinned_owner_is_as_good_as_a_read_one() -> None:
    made = plan(area("Records", ["Write"], who(post("Nurse"), actions=[1], basis="row")))
    one = correction({"key": "key of Write in Records", "owners": ["Head of Service"]})
    (owner,) = actions(correct(made, [one]))["1.1.1"].responsibility.owners
    assert isinstance(owner, Owner)
    assert (owner.kind, owner.post) == ("post", "Head of Service")
