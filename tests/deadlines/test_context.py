"""What the document lends, dates in prose, and dates that cannot be."""

from datetime import date

import pytest

from pipeline.deadlines import Context, impossible, read_dates, scan

INSPECTED = Context(reference=date(2013, 12, 11), basis="the end of the inspection")


def one(text: str, context: Context) -> tuple[str | None, str | None, tuple[str, ...]]:
    (span,) = scan(text, cell=True, context=context)
    return span.edtf, span.latest.isoformat() if span.latest else None, span.inferred


@pytest.mark.parametrize(
    ("text", "edtf", "latest"),
    [
        ("June", "2014-06", "2014-06-30"),
        ("14 Aug", "2014-08-14", "2014-08-14"),
        ("15 December", "2013-12-15", "2013-12-15"),
        ("December", "2013-12", "2013-12-31"),
        ("1 December", "2014-12-01", "2014-12-01"),
        ("by end of March", "2014-03-31", "2014-03-31"),
        ("Summer", "2014-22", "2014-08-31"),
        ("Spring term", "2014-01-01/2014-04-15", "2014-04-15"),
        ("Nov - Feb", "2013-11/2014-02", "2014-02-28"),
        ("w/c 3 March", "2014-03-03/2014-03-09", "2014-03-09"),
        ("Easter", "2014-04-18/2014-04-20", "2014-04-20"),
        ("29 February", "2016-02-29", "2016-02-29"),
        ("by the end of the financial year", "2014-03-31", "2014-03-31"),
        ("by the end of the next financial year", "2015-03-31", "2015-03-31"),
        ("in the new financial year", "2014-04/2015-03", "2015-03-31"),
        ("by the end of the academic year", "2014-07-31", "2014-07-31"),
    ],
)
def test_missing_year_is_lent_and_said(text: str, edtf: str, latest: str) -> None:
    found = one(text, INSPECTED)
    assert found[:2] == (edtf, latest)
    assert found[2][0].endswith("from the end of the inspection")


SCHOOL = Context(reference=date(2026, 2, 24), school=True, school_year=2025)


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("End of autumn term", "2025-12-31"),
        ("Summer", "2026-07-31"),
        ("Autumn 2026", "2026-12-31"),
        ("June", "2026-06-30"),
    ],
)
def test_a_term_is_of_the_school_year_that_the_plan_is_for(text: str, latest: str) -> None:
    assert one(text, SCHOOL)[1] == latest


@pytest.mark.parametrize("text", ["30 June 2014", "Summer 2014", "2014/15", "Quarterly", "TBC"])
def test_nothing_is_lent_to_words_that_lack_nothing(text: str) -> None:
    (span,) = scan(text, cell=True, context=INSPECTED)
    assert span.inferred == ()


@pytest.mark.parametrize("text", ["31 June", "half term", "Year end", "Term 3"])
def test_no_year_helps_where_no_day_is_fixed(text: str) -> None:
    assert one(text, INSPECTED)[1:] == (None, ())


def test_recurrence_with_a_lent_start() -> None:
    (span,) = scan("Monthly from January", cell=True, context=INSPECTED)
    assert (span.kind, span.earliest) == ("recurring", date(2014, 1, 1))
    assert span.inferred == ("the year 2014, from the end of the inspection",)


KNOWN = Context(basis="the plan", anchors=(("approval", date(2014, 1, 31)), ("", date(2014, 3, 1))))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("within 3 months of approval", "2014-01-31", "2014-04-30"),
        ("2 weeks after approval by Cabinet", "2014-01-31", "2014-02-14"),
        ("within a fortnight of approval", "2014-01-31", "2014-02-14"),
        ("10 days before approval", "2014-01-21", "2014-01-21"),
        ("one year from approval", "2014-01-31", "2015-01-31"),
        ("6-12 months", "2014-03-01", "2015-03-01"),
    ],
)
def test_relative_time_from_a_known_day(text: str, earliest: str, latest: str) -> None:
    (span,) = scan(text, cell=True, context=KNOWN)
    assert span.kind == "relative"
    assert span.earliest == date.fromisoformat(earliest)
    assert span.latest == date.fromisoformat(latest)
    assert span.inferred[0].endswith("from the plan")


@pytest.mark.parametrize(
    "text",
    [
        "within 3 months of the audit",
        "within 20 working days of approval",
        "48 hours from approval",
    ],
)
def test_relative_time_from_an_unknown_day_has_none(text: str) -> None:
    (span,) = scan(text, cell=True, context=KNOWN)
    assert (span.kind, span.latest, span.inferred) == ("relative", None, ())


def test_a_range_that_ends_before_it_begins_keeps_both_days() -> None:
    (span,) = scan("9 July 2015 to 1 June 2014", cell=True)
    assert (span.edtf, span.earliest, span.latest) == (None, date(2015, 7, 9), date(2014, 6, 1))


def test_a_school_counts_in_terms() -> None:
    (span,) = scan("Autumn 2014", cell=True, context=Context(school=True))
    assert (span.precision, span.latest) == ("term", date(2014, 12, 31))
    (span,) = scan("June 2014", cell=True, context=Context(school=True))
    assert (span.precision, span.latest) == ("month", date(2014, 6, 30))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("between 19 November 2013 and 11 December 2013", "2013-11-19", "2013-12-11"),
        ("19 November 2013 to 11 December 2013", "2013-11-19", "2013-12-11"),
        ("Inspection dates: 9 to 13 December 2024", "2024-12-09", "2024-12-13"),
        ("on Monday 5 September 2022.", "2022-09-05", "2022-09-05"),
        ("Version 2, May 2014", "2014-05-01", "2014-05-31"),
        ("Dated 27/02/2014", "2014-02-27", "2014-02-27"),
    ],
)
def test_dates_in_prose(text: str, first: str, last: str) -> None:
    ((start, end, *days),) = read_dates(text)
    assert days == [date.fromisoformat(first), date.fromisoformat(last)]
    assert text[start:end].strip(" .") == text[start:end]


@pytest.mark.parametrize(
    "text", ["", "in 2014", "14 May", "section 3.2", "1,165 children", "31 June 2014"]
)
def test_no_dates_in_prose(text: str) -> None:
    assert read_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31 June 2014", "June has 30 days"),
        ("by 31st September", "September has 30 days"),
        ("32 May 2014", "May has 31 days"),
        ("30/02/2015", "February 2015 has no such day"),
        ("29 February 2015", "February 2015 has no such day"),
        ("30 February", "February has 29 days at most"),
        ("Tuesday 5 September 2022", "5 September 2022 is a Monday, not a Tuesday"),
        ("9 May to 31 June 2014", "June has 30 days"),
        ("30 June 2014", None),
        ("Monday 5 September 2022", None),
        ("29 February 2016", None),
        ("Ongoing", None),
    ],
)
def test_impossible(text: str, reason: str | None) -> None:
    assert impossible(text) == reason
