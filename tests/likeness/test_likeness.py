"""What compares wordings: assignment, likeness, differences."""

from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.likeness import (
    ALIKE,
    assign,
    assignment,
    difference,
    likeness,
    pairs,
    whole_words,
    words,
    written_words,
)

SCORES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0.0, 0.1, 0.4, 0.5, 0.9, 1.0]), min_size=width, max_size=width),
        min_size=1,
        max_size=4,
    )
)


def best(scores: list[list[float]]) -> float:
    """Return the greatest sum by trying every assignment."""
    rows, columns = len(scores), len(scores[0])
    if rows > columns:
        return best([list(column) for column in zip(*scores, strict=True)])
    return max(
        sum(scores[row][column] for row, column in enumerate(chosen))
        for chosen in permutations(range(columns), rows)
    )


@given(SCORES)
def test_the_assignment_is_the_best(scores: list[list[float]]) -> None:
    chosen = list(assign(scores))
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    assert sum(scores[row][column] for row, column in chosen) == pytest.approx(best(scores))


def test_many_areas_are_assigned_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignment, "MOST_EXACT", 1)
    assert dict(assign([[0.9, 0.2], [0.8, 0.1], [0.0, 0.0]])) == {0: 0, 1: 1}
    assert list(assign([])) == list(assign([[]])) == []


WORDS = st.lists(st.sampled_from("write a policy for all staff and train them".split()), max_size=9)


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=8, unique_by=tuple))
def test_no_alike_pair_is_missed(texts: list[list[str]]) -> None:
    groups = [str(at) for at in range(len(texts))]
    found = {(first, second) for first, second, _ in pairs(texts, groups)}
    for first, second in product(range(len(texts)), repeat=2):
        one, other = texts[first], texts[second]
        if first < second and min(len(one), len(other)) > 2:
            shared = 2 * len({*one} & {*other}) / (len({*one}) + len({*other}))
            alike = shared >= ALIKE and likeness(one, other) >= ALIKE
            assert ((first, second) in found) == alike


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_difference_is_shown_where_there_is_one(theirs: str, mine: str) -> None:
    found = difference(theirs, mine)
    if found.lost or found.added or found.slight:
        assert "[-" in found.marked or "{+" in found.marked
    same = difference(theirs, theirs)
    assert (same.lost, same.added, same.slight) == ((), (), ())


@pytest.mark.parametrize(
    ("theirs", "mine", "slight"),
    [
        ("quality assures practice", "quality assure practice", True),
        ("a multi-agency team", "a multi agency team", None),
        ("the organisation of work", "the organization of work", True),
        ("an effective plan", "a plan", False),
        ("health & care", "Health and care", None),
        ("within 20 days", "within 30 days", False),
        ("must improve", "must not improve", False),
        ("children", "adults", False),
        ("assess the risk", "assess risk", True),
        ("effective plans", "defective plans", False),
        ("leaders, and that no child waits", "leaders, and no child waits", True),
        ("the quality of EHC plans", "the quality of Education, Health and Care plans", True),
        ("the role of the LA", "the role of the local authority", True),
        ("reviewing officers meet", "reviewing officers (ROs) meet", True),
        ("the role of the LA", "the role of the police", False),
        ("improve the plans", "The youth service should improve the plans", True),
        ("the quality of plans", "Partners need to improve the quality of plans", True),
        ("the quality of plans", "Monitor the quality of plans", False),
        ("the local authority's response", "the LA's response", True),
        ("improve the plans", "The youth service wants to improve the plans", False),
        ("the board must act", "the board must not act", False),
        ("every ten working days", "every 10 working days", None),
        ("every ten working days", "every 20 working days", False),
        ("Ensure that visits take place", "Visits should take place", True),
        ("Ensure that visits take place", "Ensure that visits end", False),
        ("copies of their health histories", "copies of their health history", True),
        ("Ensure that it meets", "Ensure that the Board meets", True),
        ("Leaders across the partnership should reduce waits", "Reduce waits", True),
        ("Leaders should reduce waits", "Weigh waits", False),
        ("The police must reduce waits", "Reduce waits", False),
    ],
)
def test_difference(theirs: str, mine: str, slight: bool | None) -> None:
    found = difference(theirs, mine)
    assert bool(found.slight) == bool(slight)
    assert bool(found.lost or found.added) == (slight is False)


def test_an_article_that_follows_its_word_is_not_lost() -> None:
    assert difference("an effective plan", "a plan").lost == ("effective",)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Multi-agency audits, by the IROs' panel.", "multi-agency audits by the iros panel"),
        ("'Was not brought' -- a policy", "was not brought a policy"),
        ("Carers’ views – the child’s too", "carers views the child's too"),
        ("café_menu co-\u00a0op 3.2", "café menu co op 3 2"),
        ("", ""),
    ],
)
def test_words_with_their_hyphens(text: str, whole: str) -> None:
    assert whole_words(text) == whole.split()
    assert words(text) == whole.replace("-", " ").split()


@given(st.text("aZé9_-'’ .–", max_size=12))
def test_plain_letters_are_parted_as_others_are(text: str) -> None:
    """An accent elsewhere in a text has it parted by the pattern instead of the table."""
    assert [*whole_words(text), "é"] == whole_words(f"{text} é")


def test_words_as_they_are_written() -> None:
    assert written_words("The IROs' multi-agency panel", 1, 3) == ["IROs", "multi-agency"]
