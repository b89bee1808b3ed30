"""The helpers of the checks: assignment, working days, likeness, differences, profiles."""

from datetime import date, timedelta
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import profiles
from pipeline.checks import _matching
from pipeline.checks._alike import ALIKE, likeness, pairs
from pipeline.checks._days import bank_holidays, is_working_day, may_be_holiday, working_days_after
from pipeline.checks._difference import difference
from pipeline.checks._matching import assign
from pipeline.checks._owners import head, name
from pipeline.checks._times import is_done
from pipeline.checks._words import count, listed, quoted
from pipeline.checks.too_far import months_after
from pipeline.errors import SettingsError
from pipeline.settings import Settings
from tests.build import area, plan, section

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
    monkeypatch.setattr(_matching, "MOST_EXACT", 1)
    assert dict(assign([[0.9, 0.2], [0.8, 0.1], [0.0, 0.0]])) == {0: 0, 1: 1}
    assert list(assign([])) == list(assign([[]])) == []


@pytest.mark.parametrize("year", range(2000, 2031))
def test_every_bank_holiday_is_looked_for(year: int) -> None:
    weekdays = {day for day in bank_holidays(year) if day.weekday() < 5}
    assert len(weekdays) >= 7
    assert all(may_be_holiday(day) for day in weekdays)


def test_working_days() -> None:
    assert working_days_after(date(2014, 2, 11), 70) == date(2014, 5, 23)
    assert working_days_after(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert working_days_after(date(2026, 6, 1), 0) == date(2026, 6, 1)
    assert not is_working_day(date(2026, 4, 3))


@given(st.dates(date(2005, 1, 1), date(2029, 1, 1)), st.integers(1, 30))
def test_one_working_day_after_another(start: date, number: int) -> None:
    day = start
    for _ in range(number):
        day = working_days_after(day, 1)
    assert day == working_days_after(start, number)
    assert is_working_day(day)


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
    ("text", "expected"),
    [
        ("Completed", True),
        ("Complete - green", True),
        ("Done", True),
        ("Not completed", False),
        ("Partially complete", False),
        ("Incomplete", False),
        ("To be completed", False),
        ("In progress", False),
        ("80% complete", False),
        ("", False),
        (None, False),
    ],
)
def test_is_done(text: str | None, expected: bool) -> None:
    assert is_done(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heads of Service", "head"),
        ("Head of Access, Planning", "head"),
        ("LSCB Quality Sub-Group", "subgroup"),
        ("Quality sub group", "subgroup"),
        ("Service Manager: Edge of Care", "manager"),
        ("...", ""),
    ],
)
def test_head(text: str, expected: str) -> None:
    assert head(text) == expected


def test_name_ignores_plural_and_small_words() -> None:
    assert name("The Heads of Service") == name("head of service") == {"head", "service"}


def test_months_after_keeps_the_day() -> None:
    assert months_after(date(2026, 8, 31), 18) == date(2028, 2, 29)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 1, 15), 12) == date(2027, 1, 15)
    assert months_after(date(2026, 12, 31), 4) == date(2027, 4, 30)


def test_words_for_messages() -> None:
    assert quoted("word " * 40).endswith('word ..."')
    assert len(quoted("word " * 40)) < 90
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert (count(1, "owner"), count(2, "owner")) == ("one owner", "2 owners")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Single Inspection Framework: statement of action", "sif"),
        ("Action plan after the inspection of local authority children’s services", "ilacs"),
        ("Joint targeted area inspection: written statement", "jtai"),
        ("Area SEND inspection: priority action plan", "send"),
        ("School improvement plan of the governing body", "school"),
        ("Plan for the new library", "custom"),
        (None, "custom"),
    ],
)
def test_profile_is_detected(title: str | None, expected: str) -> None:
    assert profiles.detect(plan(area("A", ["Act"]), title=title)) == expected


def test_profile_of_the_reader_or_the_user_goes_first() -> None:
    statement = plan(section(area("A", ["Act"]), title="Area SEND"), framework="jtai")
    assert profiles.detect(statement) == "jtai"
    assert profiles.profile_of(statement, Settings(profile="sif")).working_days == 70
    odd = statement.model_copy(update={"framework": "yot"})
    assert profiles.detect(odd) == "send"


@pytest.mark.parametrize("known", profiles.NAMES)
def test_profiles_load(known: str) -> None:
    profile = profiles.load(known)
    assert profile.title
    assert all(phrase == phrase.lower() for phrase in profile.phrases)


def test_unknown_profile_and_entry() -> None:
    with pytest.raises(SettingsError, match="ilacs"):
        profiles.load("ilac")
    with pytest.raises(SettingsError, match="colour"):
        profiles.parse("own", 'title = "x"\ncolour = "red"')


def test_a_long_way_ahead_stays_in_the_calendar() -> None:
    assert working_days_after(date(2026, 1, 1), 5) - date(2026, 1, 1) < timedelta(days=10)
