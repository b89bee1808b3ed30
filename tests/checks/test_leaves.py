"""The helpers of the checks: working days, names, statuses, words for messages, profiles."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import profiles
from pipeline.checks._days import bank_holidays, is_working_day, may_be_holiday, working_days_after
from pipeline.checks._owners import head, name
from pipeline.checks._status import is_done
from pipeline.checks._words import count, listed, quoted
from pipeline.checks.too_far import months_after
from pipeline.errors import SettingsError
from pipeline.settings import Settings
from tests.build import area, plan, section


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
