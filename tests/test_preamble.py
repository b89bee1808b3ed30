"""What the prose of a plan says of the plan: every row is of our own writing."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.blocks import Cell, Grid, Line, Prose, Row, Table
from pipeline.models import NoteKind
from pipeline.placed import Place, Run, Text, fold, join
from pipeline.preamble import Preamble, body_of, read, unclear
from pipeline.preamble.days import days
from pipeline.preamble.vocabulary import mentions, phrases

EVIDENCE = Path(__file__).parents[1] / "../shared/evidence/statements/hartlepool-2014.txt"


def blocks(text: str) -> list[Prose | Table]:
    """One block a line: "# " opens a heading, "- " an item, "|" a table."""
    found: list[Prose | Table] = []
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        words = line.strip()
        skip = 2 if words[:2] in ("# ", "- ") else 0
        start = at + len(line) - len(line.lstrip()) + skip
        run = Run(words[skip:], Place(paragraph=number), start, start + len(words) - skip)
        if words == "|":
            found.append(Table(1, ()))
        elif words.startswith("# "):
            found.append(Prose(fold([run]), "heading"))
        elif words.startswith("- "):
            found.append(Prose(fold([run]), "item", "-"))
        elif words:
            found.append(Prose(fold([run])))
        at += len(line)
    return found


def lines(text: str) -> list[Prose]:
    return [block for block in blocks(text) if isinstance(block, Prose)]


def preamble(text: str) -> Preamble:
    return read(blocks(text))


def words(value: object) -> str | None:
    return None if value is None else str(getattr(value, "text", value))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Statement of Action", "Statement of Action"),
        ("# Oakshire County Council\n# Post-Ofsted Improvement Plan 2019", None),
        ("Oakshire County Council\nChildren's Services Improvement Plan", None),
        ("# Our response\n# Background", "Our response"),
        ("Contents\n3. Action plan ........ 4\n# Ofsted action plan", "Ofsted action plan"),
        (
            "# Foreword by the Leader\n# Oakshire Ofsted action tracker",
            "Oakshire Ofsted action tracker",
        ),
        ("This plan sets out what we will do after the inspection.", "-"),
        ("# 1. Introduction\n# Executive summary", "-"),
        ("Priority Action Plan (Area SEND)\nMarlford Local Area Partnership", None),
        ("", "-"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    expected = {None: None, "-": None}.get(title, title)
    if title is None:
        expected = next(line.removeprefix("# ") for line in text.splitlines() if "Plan" in line)
    assert words(preamble(text).title) == expected


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        (
            "The inspection took place in Marlford between 4 March 2014 and 2 April 2014.",
            "Marlford",
        ),
        ("# Oakshire County Council\n# Statement of Action", "Oakshire County Council"),
        ("# MARLFORD BOROUGH COUNCIL\n# ACTION PLAN", "MARLFORD BOROUGH COUNCIL"),
        ("# London Borough of Westbrook\n# Action plan", "London Borough of Westbrook"),
        ("# Royal Borough of Ashby and Thorne: action plan", "Royal Borough of Ashby and Thorne"),
        ("# The London Borough of Westbrook", "London Borough of Westbrook"),
        ("# Stoke-under-Lyme City Council SEND Plan", "Stoke-under-Lyme City Council"),
        ("# Ashby and Thorne Metropolitan Borough Council", None),
        ("# Action plan\nLocal authority: Marlford", "Marlford"),
        ("# Oakshire Written Statement of Action", "Oakshire"),
        ("# Oakshire's Joint Action Plan", "Oakshire"),
        ("# SEND Action Plan", "-"),
        ("# SINGLE INSPECTION FRAMEWORK STATEMENT OF ACTION", "-"),
        ("# Written Statement of Action", "-"),
        ("# Action plan\nThe Children in Care Council and the Youth Council were asked.", "-"),
        ("# Action plan\nThe Council will act.", "-"),
        ("# Plan\nOfsted's inspection of Marlford's services was in May 2019.", "Marlford"),
        (
            "# Area SEND inspection of Marlford and Thorne Local Area Partnership",
            "Marlford and Thorne",
        ),
        (
            "# Plan\nThe London Borough of Westbrook and South Marl Integrated Care Board agree.",
            "London Borough of Westbrook",
        ),
        ("# Plan\nThe Inspection of Services for children was in May.", "-"),
        ("# Plan\nThe Marlford Safeguarding Children Board met.", "Marlford"),
        (
            "# Plan\nThere was a JTAI in Marlford. Their letter of the inspection in Marlford.",
            "Marlford",
        ),
        ("# Plan\nThe inspection took place in St. Oswin from 3 to 14 June 2019.", "St. Oswin"),
        ("# Plan\nMarlford LSCB", "Marlford"),
        ("# Plan\nMarlford children's services", "Marlford"),
        ("# Plan\nInspection of Marlford: safeguarding is good.", "Marlford"),
        ("# Plan\nChildren and Families Directorate, Marlford Council", "Marlford Council"),
        ("# Marlford CLAS action plan", "Marlford"),
        ("# Marlford Bay Area SEND Partnership\n# Action plan", "Marlford Bay"),
        ("# Marlford local area\n# Written statement of action", "Marlford"),
        ("# Marlford and Thorne Youth Justice Service", "Marlford and Thorne"),
        ("# Area SEND partnership", "-"),
        ("# Rapid Improvement Plan", "-"),
        ("# Marlford Infant School - Action Plan", "-"),
        ("# Marlford Fostering - Action Plan", "-"),
        ("# Marlford Community College - Action Plan", "-"),
        (
            "# Plan\nThe inspection took place in Marlford from 3 to 14 June 2019."
            "\nOakshire County Council is our improvement partner.",
            "Marlford",
        ),
        (
            "# Plan\nThe inspection took place in Marlford from 3 to 14 June 2019."
            "\nOakshire County Council helps Marlford Borough Council.",
            "Marlford Borough Council",
        ),
        (
            "# Plan\nThe inspection of Marlford Borough Council ended in June."
            "\nOakshire County Council is our improvement partner.",
            "Marlford Borough Council",
        ),
    ],
)
def test_authority(text: str, authority: str | None) -> None:
    if authority is None:
        authority = text.removeprefix("# ")
    assert words(preamble(text).authority) == (None if authority == "-" else authority)


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("# Single Inspection Framework Statement of Action", "sif"),
        (
            "# Action plan\nThe inspection of services for children in need of help, protection.",
            "sif",
        ),
        ("# ILACS improvement plan", "ilacs"),
        ("# Plan\nInspection of local authority children’s services, May 2022", "ilacs"),
        ("# Joint targeted area inspection: response", "jtai"),
        ("# Action plan\nThe JTAI of May 2023 looked at special educational needs.", "jtai"),
        ("# Priority Action Plan (Area SEND)", "send"),
        ("# Written Statement of Action\nChildren with special educational needs wait.", "send"),
        ("# Marlford: SEND written statement of action", "send"),
        ("# Action plan\nWe will send the plan to Ofsted.", None),
        ("# Youth Justice Service improvement plan", "yot"),
        ("# Oakshire Youth Justice Partnership plan", "yot"),
        ("# School improvement plan", "school"),
        ("# Post-inspection plan\nThe governing body and the headteacher agreed it.", "school"),
        ("# Action plan\nWe will act.", None),
    ],
)
def test_framework(text: str, framework: str | None) -> None:
    assert preamble(text).framework == framework


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Date: 23 May 2014", date(2014, 5, 23), date(2014, 5, 23)),
        ("# Action plan 23rd May 2014", date(2014, 5, 23), date(2014, 5, 23)),
        ("# Action plan\nMay 2014", date(2014, 5, 1), date(2014, 5, 31)),
        ("Version 2, 23 May 2014", date(2014, 5, 23), date(2014, 5, 23)),
        ("Version 1.2, 23/05/14", date(2014, 5, 23), date(2014, 5, 23)),
        ("# Post-inspection action plan, 23 May 2014", date(2014, 5, 23), date(2014, 5, 23)),
        ("Approved by Cabinet: 23 May 2014", date(2014, 5, 23), date(2014, 5, 23)),
        ("Last updated: 1.6.2014", date(2014, 6, 1), date(2014, 6, 1)),
        ("Review date of this document: 2 May 2014", date(2014, 5, 2), date(2014, 5, 2)),
        ("Refreshed May 2014 after the inspection", date(2014, 5, 1), date(2014, 5, 31)),
        (
            "Status of this paper: for decision by Cabinet, 2 May 2014",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        ("As submitted to Ofsted on 2 May 2014", date(2014, 5, 2), date(2014, 5, 2)),
        ("RAP reviewed by: School Board - 2nd May 2014", date(2014, 5, 2), date(2014, 5, 2)),
        (
            "Prepared for the Secretary of State for Education and for His Majesty's Chief "
            "Inspector at Ofsted, 2 May 2014",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        ("Inspection: 19 November 2013\nDated 2 May 2014", date(2014, 5, 2), date(2014, 5, 2)),
        (
            "Inspection: 3 to 7 March 2014. Draft v0.4 - 2 May 2014",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "Report published 2 March 2014 | Last reviewed: 2 May 2014",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        ("Adopted at the meeting of 2 May 2014 (minute 14/6)", date(2014, 5, 2), date(2014, 5, 2)),
        ("Plan approved by the Corporation on 2 May 2014.", date(2014, 5, 2), date(2014, 5, 2)),
        ("Completed by the Registered Manager on 2 May 2014", date(2014, 5, 2), date(2014, 5, 2)),
        (
            "The inspectors came from 3 to 7 March 2014 and wrote to us. Action plan published 2 May 2014.",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Plan\nFinal – approved by the Chief Executive on 2 May 2014",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "Visit: 3 March 2014\nLetter published: 2 April 2014\nVersion 2 (2 May 2014)",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Plan\nThe Cabinet Member presented these commitments to Full Council on 2 May 2014.",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        ("# Rapid plan – written 2.5.14", date(2014, 5, 2), date(2014, 5, 2)),
        (
            "# School action plan (governance), prepared by the head of the trust, 2 May 2014",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Ash School\nInspection 7 May 2013 - Plan approved by governors 2 May 2014, to be met",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Peer challenge plan - as at 2 May 2014\nReported to Scrutiny every six months",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Getting to good\nOur plan for children, approved by Cabinet on 2 May 2014 and by all.",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Plan\nSign-off: Cabinet Member for Education, 2 May 2014.",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Plan\nReport published 3 March 2014. This plan: 2 May 2014.",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Plan\nOwner: Director. Status: approved by Cabinet, 2 May 2014.",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        ("# Tracker\nPosition at 2 May 2014", date(2014, 5, 2), date(2014, 5, 2)),
        (
            "# Plan\nAnswer to the inspection, published 3 March 2014.\nRevised 2 May 2014",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Plan\nInspected 3 to 7 March 2014; plan submitted to Ofsted 2 May 2014",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        ("# Plan\nThis is version 2 (2 May 2014).", date(2014, 5, 2), date(2014, 5, 2)),
        ("# Plan\nCabinet report, 2 May 2014, Appendix A", date(2014, 5, 2), date(2014, 5, 2)),
        (
            "# Plan\nOfsted came on 3 March 2014. Cabinet adopted it on 2 May 2014.",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        (
            "# Plan\nCompleted by the Registered Manager on 2 May 2014 and checked by the "
            "Responsible Individual, who will check again on 13 June and on 10 July 2014.",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
        ("# Plan\nReport to the Scrutiny Board, 2 May 2014", date(2014, 5, 2), date(2014, 5, 2)),
        ("# Plan\nFirst submission 2 May 2014", date(2014, 5, 2), date(2014, 5, 2)),
        (
            "# Plan\nSubmitted under the Education and Inspections Act 2006 on 2 May 2014.",
            date(2014, 5, 2),
            date(2014, 5, 2),
        ),
    ],
)
def test_own_date(text: str, first: date, last: date) -> None:
    found = preamble(text).date
    assert found is not None
    assert (found.first, found.last) == (first, last)


def test_a_date_on_a_line_of_its_own_below_a_long_title() -> None:
    long = "Written statement of action after the joint inspection of what all agencies do for"
    parts = ("Oakshire Safeguarding Partnership", f"{long} exploited children", "May 2014")
    text = " ".join(parts)
    starts = [text.index(part) for part in parts]
    runs = [Run(part, Place(), at, at + len(part)) for part, at in zip(parts, starts, strict=True)]
    assert read([Prose(join([fold([run]) for run in runs]))]).date is not None


@pytest.mark.parametrize(
    "text",
    [
        "# Statement of action\nThe inspection took place between 3 and 14 June 2019.",
        "Inspection dates: 3 to 14 June 2019",
        "# Improvement plan: key issues from Ofsted (May 2019)",
        "Report published: 2 August 2019",
        "Next review: 3 May 2020",
        "Board dates: 3 May 2020 and 4 June 2020",
        "Reviewed at trustees' meetings in March and June 2020",
        "Draft for consultation – please send comments to the team by 27 March 2020",
        "Revised inspection report of 3 May 2020",
        "# Action plan, 9 to 13 December 2024",
        "# Action plan, May to July 2024",
        "# Action plan after the inspection of 3 June 2019",
        "# Inspection June 2019: action plan",
        "# Improvement plan - Autumn (Ofsted June 2019)",
        "Letter from HM Chief Inspector, 2 March 2015",
        "Action to be completed by 30 May 2020",
        "Date: 31 June 2019",
        "The local authority will publish a refreshed plan in June 2025.",
        "Ofsted's report is welcome. It was published on 16 January 2023 after an inspection.",
        "We began this work on 4 May 2019 with a meeting of all of our partners and the people we "
        "serve in every part of the county.",
    ],
)
def test_undated(text: str) -> None:
    assert preamble(text).date is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "It was inspected between 19 November 2013 and 11 December 2013.",
            (2013, 11, 19),
            (2013, 12, 11),
        ),
        ("Inspection dates: 26 to 30 June 2023", (2023, 6, 26), (2023, 6, 30)),
        ("The inspection ran from 28 May to 8 June 2018.", (2018, 5, 28), (2018, 6, 8)),
        ("Inspected from Monday 3 June until Friday 14 June 2019", (2019, 6, 3), (2019, 6, 14)),
        ("Inspection date: 19 November 2013 – 11 December 2013", (2013, 11, 19), (2013, 12, 11)),
        ("Our services were inspected on 5 March 2018.", (2018, 3, 5), (2018, 3, 5)),
        ("Ofsted visited us from 3 to 7 June 2019.", (2019, 6, 3), (2019, 6, 7)),
        ("The revisit took place from 3 to 7 June 2019.", (2019, 6, 3), (2019, 6, 7)),
        ("Date of review: 3rd June 2019 - 7th June 2019", (2019, 6, 3), (2019, 6, 7)),
        (
            "The previous inspection was from 1 to 5 May 2015. This inspection: 3-7 June 2019.",
            (2019, 6, 3),
            (2019, 6, 7),
        ),
    ],
)
def test_inspection(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    found = preamble(text).inspection
    assert found is not None
    assert (found.first, found.last) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    [
        "The inspection took place in May 2019.",
        "The previous inspection was from 1 to 5 May 2015.",
        "The plan runs from 1 May 2019 to 30 April 2020.",
        "The inspection report was published on 2 August 2019.",
        "Under the Education and Inspections Act this answers the report of 2 August 2019.",
        "This answers the inspection report of 2 August 2019.",
        "Inspection: weeks of 15 and 22 January 2024.",
        "The inspection began in the week of 15 January 2024.",
        "The inspection informs our plan for 1 April 2019 to 31 March 2020.",
    ],
)
def test_no_inspection(text: str) -> None:
    assert preamble(text).inspection is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The inspection report was published on 2 August 2019.", date(2019, 8, 2)),
        (
            "Ofsted inspected us on 3 June 2019 and issued its report on 2 August 2019.",
            date(2019, 8, 2),
        ),
        ("Report published: 02/08/2019", date(2019, 8, 2)),
        ("Our inspection: Ofsted, 10-21 June 2019 (report: 2 August 2019)", date(2019, 8, 2)),
        ("This plan answers the letter of 2 August 2019.", date(2019, 8, 2)),
        ("We have read the report. It was published on 2 August 2019.", date(2019, 8, 2)),
        ("We have read the plan. It was published on 2 August 2019.", None),
        ("Ofsted inspected us in May and reported on 2 August 2019.", date(2019, 8, 2)),
        ("The fit for purpose letter was received on 2 August 2019.", None),
        ("The previous inspection report was published on 2 August 2012.", None),
        ("Our annual review is of 2 August 2019.", None),
        ("The report was published in August 2019.", None),
    ],
)
def test_report_date(text: str, day: date | None) -> None:
    found = preamble(text).report_date
    assert (found and found.first) == day


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("# Action plan v2.1", "2.1"),
        ("Version: 3", "3"),
        ("# Action plan\nDraft 3", "Draft 3"),
        ("# Action plan\nDRAFT 0.3 for DMT", "DRAFT 0.3"),
        ("# Action plan\nDraft for comment", None),
        ("# Final action plan", None),
        ("# Action plan (final)", "final"),
        ("# Action plan\nRevision 4", "4"),
        ("# Action plan\nRev. C 2 May 2014", "C"),
        ("# Action plan\nDate of this version: 24 March 2014", None),
        ("# Action plan\nDate of this version: 24th March 2014", None),
        ("# Action plan\nVersion: 24/03/2014", None),
        ("# Action plan\nVersion 2, 24 March 2014", "2"),
        ("# Action plan\nv1.0 June 2025", "1.0"),
        ("# Action plan\nFINAL – approved by Cabinet on 2 June 2025", "FINAL"),
        (
            "# Action plan\nWe will move to version 10 of the case system, and train staff.",
            None,
        ),
    ],
)
def test_version(text: str, version: str | None) -> None:
    assert words(preamble(text).version) == version


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The overall judgement is that children's services are inadequate. The judgement for "
            "the effectiveness of the LSCB is requires improvement; it is not yet good.",
            [("children's services", "inadequate"), ("LSCB", "requires improvement")],
        ),
        ("Inspectors rated leadership as good.", [("leadership", "good")]),
        (
            "Ofsted judged that the school requires improvement to be good.",
            [("school", "requires improvement to be good")],
        ),
        ("Adoption performance: Good", [("Adoption performance", "Good")]),
        (
            "2.2 Experiences and progress of care leavers Requires improvement",
            [("Experiences and progress of care leavers", "Requires improvement")],
        ),
        ("Services were judged to be ‘inadequate’.", [("Services", "inadequate")]),
        ("The overall judgement is good.", [("overall judgement", "good")]),
        ("Overall effectiveness is inadequate", [("Overall effectiveness", "inadequate")]),
        ("There is good practice in many teams and adequate staffing.", []),
        ("We are good at listening.", []),
        ("Outcomes are good for most.", []),
        ("Practice was judged to be good at times.", []),
        ("Ofsted rated us as 'requires improvement to be good' overall.", []),
        (
            "The school was inspected on 12 March 2019 and was judged to require improvement.",
            [("school", "require improvement")],
        ),
        (
            "The impact of leaders on social work practice with children and families: Requires "
            "improvement to be good",
            [
                (
                    "impact of leaders on social work practice with children and families",
                    "Requires improvement to be good",
                )
            ],
        ),
    ],
)
def test_judgements(text: str, pairs: list[tuple[str, str]]) -> None:
    found = preamble(text).judgements
    assert [(one.subject.text, one.grade.text) for one in found] == pairs


LIST = """
# Statement of Action
Ofsted identified the following areas for improvement:
- Record each visit within five days.
- Supervision must be regular, and recorded (in the
child's file) every month.
- Reduce caseloads
Our work goes on.
- Not of the list.
"""


def table(*rows: str, header: str = "") -> Grid:
    """A grid with a text a cell, cells parted by bars."""

    def texts(row: str) -> list[Text]:
        return [fold([Run(one.strip(), Place(), 0, len(one.strip()))]) for one in row.split("|")]

    lines = (
        Row(tuple(Cell(at, 1, (Line(text),)) for text in texts(row)), 1, at)
        for at, row in enumerate(rows, 1)
    )
    return Grid(1, tuple(texts(header)) if header else (None, None), tuple(lines))


@pytest.mark.parametrize("table", ["grades", "list_opening", "title", "inspected"])
def test_the_quick_look_overlooks_no_phrase(table: str) -> None:
    for phrase in phrases(table):
        assert mentions(table, f"Words, {phrase.upper()}.")
    assert not mentions(table, "Nothing of that kind.")


def test_judgements_of_a_table() -> None:
    grid = table("Overall effectiveness|Good", "Care leavers|Requires improvement", "Owner|Ann",
        header="Judgement|Grade")  # fmt: skip
    headed = table("2.1|Adoption|Good", "|Good", header="Leaders|Inadequate")
    found = read([headed, grid, table("a|b|c|Good")]).judgements
    assert [(one.subject.text, one.grade.text) for one in found] == [
        ("Leaders", "Inadequate"),
        ("2.1 Adoption", "Good"),
        ("Overall effectiveness", "Good"),
        ("Care leavers", "Requires improvement"),
    ]


@pytest.mark.parametrize(
    ("grid", "version", "day"),
    [
        (table("Owner | Ann", "Version | 2", "Agreed by | Cabinet, 2 May 2014"), "2", 2),
        (table("Version | 3 | Issue date | 2 May 2014"), "3", 2),
        (
            table("0.1|1 May 2014|first", "1.0|3 May 2014|last", header="Version|Date|Change"),
            "1.0",
            3,
        ),
        (table("Draft|Date issued", "2|3 May 2014", "1|1 May 2014"), "Draft 2", 3),
        (table("Next review | 2 May 2014", "Status of the draft plan | Red"), None, None),
        (table("1.0 | -", header="Version | Date"), None, None),
        (table("Approval date | 2 May 2014", "Owner | Ann"), None, 2),
        (table("Version | 2 | Date | 2 May 2014 | more"), None, 2),
        (table("Act | Head | 2 May 2014", header="Action | Owner | Date"), None, None),
    ],
)
def test_tables_of_document_control(grid: Grid, version: str | None, day: int | None) -> None:
    found = read([grid])
    assert words(found.version) == version
    assert (found.date and found.date.first) == (day and date(2014, 5, day))


def test_document_control_may_say_who_watches() -> None:
    grid = table("Version | 2", "Review | Quarterly at the Leadership Team", "Review date | 2 May")
    assert words(read([grid]).monitoring[0]) == "Review Quarterly at the Leadership Team"


def test_list_of_areas() -> None:
    found = preamble(LIST)
    assert [text.text for text in found.recommendations] == [
        "Record each visit within five days.",
        "Supervision must be regular, and recorded (in the child's file) every month.",
        "Reduce caseloads",
    ]
    places = found.recommendations[1].location().fragments
    assert [LIST[place.start : place.end] for place in places] == [
        "Supervision must be regular, and recorded (in the",
        "child's file) every month.",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("# Areas for improvement\n1. Record visits.\n2) Reduce caseloads.", 2),
        ("# What does the local authority need to improve?\n- Record visits.", 1),
        ("The inspectors made these recommendations:\n- Record visits.\n- Write.", 2),
        ("Areas of significant weakness are:\n- Waiting times.\n|\n- A note.", 1),
        ("# Areas for improvement\n|\n- A note.", 0),
        ("# Strengths\n- Early help is good.", 0),
        ("# Priority areas\n- Early help.", 0),
        ("Ofsted found four priority areas:\n- Early help.", 1),
        ("We have four priority areas:\n- Early help.", 0),
        ("We accept the recommendations in full.\n- Early help.", 0),
        ("We thank inspectors for the areas for improvement that they found.\n- A note.", 0),
        ("# Recommendations\nWe accept them all.\n- A note.", 0),
        ("# Areas for improvement\n- Record visits\n# Areas for priority action\n- Reduce", 2),
    ],
)
def test_what_opens_and_closes_a_list(text: str, count: int) -> None:
    assert len(preamble(text).recommendations) == count


def test_items_inside_an_item() -> None:
    heading, *items = lines("# Areas for improvement\n- Improve plans by:\n- writing them\n- Act.")
    items[1] = replace(items[1], level=1)
    found = read([heading, *items]).recommendations
    assert [text.text for text in found] == ["Improve plans by: - writing them", "Act."]


@pytest.mark.parametrize(
    "text",
    [
        "The implementation of this plan will be monitored by the Improvement Board.",
        "Progress against the plan is reviewed monthly by the Director.",
        "The Review Group monitors progress at each of its meetings.",
        "The Board meets monthly and receives a highlight report on every action below.",
        "The Lead Member holds the Director to account for delivery of this plan.",
        "To be reviewed at every committee.",
        "Oversight is through the Corporate Parenting Panel every quarter.",
        "The Regional Manager checks progress at each monthly visit.",
        "The Improvement Board will oversee delivery of the plan.",
        "Our aims are high. All actions will be regularly tracked by the programme office.",
        "# Monitoring arrangements\nThe Board meets each month and has an independent chair.",
        "The Board will receive progress reports at every meeting.",
        "# How we will monitor progress\nA board with a chair from outside meets each month.",
        "# Governance\n- The Cabinet Member chairs a scrutiny group every six weeks.",
        "Monitoring: Improvement Board (monthly)",
        "Programme governance: Improvement Committee, fortnightly.",
        "Reviewed monthly by the Quality and Standards Committee.",
        "The Clerk will report progress to each meeting of the Council.",
        "The Director chairs a monthly board which tracks each action.",
        "The manager will look at this plan every Friday.",
        "A progress review by the peer team will take place in autumn 2023.",
        "The Executive meets every four weeks. It hears from each lead and questions any slippage.",
        "Cabinet is sent a scorecard each quarter.",
        "Twice a term the trustees walk through the milestones with the head teacher.",
        "DfE advisers visit every two months to test delivery.",
        "Part of our plan: it is brought to each meeting of the Panel.",
        "Our plan is a standing item on the agenda of the governing body.",
        "Red items are escalated to the chair between meetings.",
        "Plan reviewed by: School Board, 1 March 2018",
        "Reporting cycle: monthly - Leadership Team; quarterly - Cabinet",
        "# Assurance\n- Chief Officer Group: monthly",
        "Our governance is simple: one board, one plan. It meets in public four times a year.",
        "SLT revisit it fortnightly and governors see it half-termly.",
        "The Executive Group keeps the plan under review.",
        "Weekly touchpoint: SRO. Monthly: programme board signs off progress.",
        "The Programme Manager collects updates by the tenth of each month.",
        "Reg 44 visitor to check evidence each month.",
        "It falls to the Panel to satisfy itself that each action has been delivered.",
        "Every half term the Board publishes a sheet that says how we are doing.",
        "The Board, led by the Director, receives a report on it in April, July and October.",
        "Oversight. Head of Corporate Parenting (weekly), Assistant Director (monthly).",
        "Delivery of the priorities set out below is overseen by a multi-agency improvement board with an independent chair.",
        "The Assistant Director chairs a fortnightly task and finish group that keeps actions on track.",
        "We report to Cabinet on our progress every six months.",
        "Plan agreed 12 May 2026. Trust Standards Committee: 9 June, 18 July and 6 November 2026.",
        "Governors will hold the headteacher to account for each milestone at their termly meetings.",
        "The action plan will be a standing agenda item at the Safeguarding Committee.",
        "An update on each recommendation will be provided to the Audit Committee in March.",
        "The Partnership's Quality Assurance sub-group owns the plan and will sign off completed actions.",
        "Regular updates will be given to the Lead Member and the Chief Executive.",
        "Monthly highlight reports are prepared for the Corporate Leadership Team.",
        "The plan will be reviewed on a quarterly basis.",
        "The Trust Board gets assurance through a monthly return from the principal.",
        "The Director of Children's Services is the senior responsible officer and chairs the monthly delivery board.",
        "Actions will be RAG rated by the lead and moderated by the Performance Board.",
        "The YJS Management Board will maintain oversight of this plan.",
        "Impact will be tested through audit and reported into the quality assurance board.",
        "Who checks? The school's Ethos Committee, twice a term.",
        "Each lead must send evidence to the improvement officer by the 20th of the month.",
        "Any slippage is reported to the Chief Officers' Group without delay.",
        "The Improvement Adviser appointed by the Department will visit monthly and write to the Minister.",
        "HMI will carry out monitoring visits each quarter.",
        "The independent scrutineer will give a view of progress to partners at six and twelve months.",
        "Responsibility for tracking completion lies with the SEND Programme Office.",
        "This is a working document, updated weekly and shared with the DfE lead.",
        "Progress will be celebrated and challenged at half-termly Raising Achievement meetings.",
        "Ownership: Director of Education. Accountable to: Children and Families Overview and Scrutiny Panel (bi-monthly).",
        "To be monitored via monthly one to ones between the Director and Heads of Service.",
        "The Executive Headteacher and the LA link officer will meet each fortnight to evaluate impact.",
        "Performance clinics, held every fourth Thursday, look at the numbers behind each action.",
        "The Children and Young People's Board will keep a close eye on delivery.",
        "Scrutiny members have set up a task group which will return to this plan in the autumn.",
        "An operational group of managers meets weekly to drive the work and unblock problems, reporting up to the DCS.",
        "Parents will be told how we are getting on in a newsletter each term; governors will see the full tracker.",
        "# Tracking and reporting\nA dashboard is produced on the first of the month.",
        "# Review of the plan\nThe Board meets in January, April, July and October.",
        "# How will we keep ourselves on course?\nSenior leaders meet every Monday to go through each line.",
        "# Reporting and review\n- LSCB Executive: six weekly",
        "# Next steps\nThe plan goes to Full Council in July and will come back each year.",
        "Quarterly performance reports will be scrutinised by elected members.",
        "Review dates: 3 March, 2 June, 8 September 2023, by the full governing body.",
        "Reported to: Overview and Scrutiny, 2 May 2014",
        "Strategic Leadership Team (monthly), Partnership Board (bi-monthly), Cabinet.",
        "Programme Board: first Wednesday of the month. Escalation: any slip of four weeks.",
        "Action plan | Version: final | Owner: DCS | Reporting to: Children's Committee",
        "Both the Corporate Parenting Board and the LSCB will follow progress.",
        "The plan is owned by the Director and is a standing item at Corporate Management Team.",
        "Plan agreed by the Leadership Team on 5 March 2026; next looked at on 2 April 2026.",
        "Position at 2 May 2026; next reported to the Combined Authority on 4 June 2026.",
        "Oakshire Children's Board looks at all three priorities at each sitting.",
        "Scrutiny Panel (cross-party) will question the owners.",
        "All the actions will be driven by the Improvement Partnership.",
        "Accountability sits with the Chief Executive, who chairs the Improvement Board.",
        "Highlights and exceptions go to the Quality Sub-Group.",
        "Local Governing Committee – standing item.",
        "Reporting line: Practice Group > Leadership Team > Cabinet Member.",
        "Checked by the Responsible Individual, who will re-check on 13 March and 10 April.",
        "Reviewed at trustees' meetings in March, June and September 2026",
        "Members scrutinise the plan twice a year.",
        "Board dates: 14 April, 16 June and 15 September 2026.",
        "The Improvement Adviser validates every green rating.",
        "Report to the Performance and Scrutiny Board, 9 March 2026",
        "The person named will be asked about it at the monthly Performance Clinic.",
    ],
)
def test_monitoring(text: str) -> None:
    assert len(preamble(text).monitoring) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The action plan below summarises the priorities for action.",
        "Inspectors reviewed case files and spoke to children.",
        "The report identified strengths.",
        "# Areas for improvement\n- Progress of plans will be monitored by managers.",
        "# Monitoring\n|",
        "How the plan is monitored",
        "# Monitoring\nOwner and date",
        "# Monitoring\n- Owner and date",
        "Inspectors found that the board receives a report on progress each month.",
        "Leaders have not challenged slow progress, though the board meets every month.",
        "The Board was sent a dashboard each month before the inspection.",
        "Each school has a head teacher.",
        "Young Advisers Group (12 members) meets monthly",
        "Section 137 obliges us to prepare a statement of the action that we will take.",
        "Social workers see children every month and check progress with the school.",
        "IROs monitor the progress of children each term.",
        "Oversight by the Board is weak and progress is too slow.",
        "# Leadership, management and governance\nThe service has twelve teams and a duty desk.",
        "The plan was reviewed by teams.",
        "The council accepts the findings of the inspection and is determined to improve.",
        "Inspectors recognised that the new Director has brought pace.",
        "We have invested £2.4 million in frontline services each year since 2019.",
        "Children told us that they want the same social worker.",
        "The plan is organised under six themes, each led by a head of service.",
        "The Board would like to thank all who took part in the inspection.",
        "This plan should be read alongside the Corporate Plan and the Early Help Strategy.",
        "Every school in the borough has a designated teacher.",
        "Our vision is that every child will grow up safe, healthy and happy.",
        "Councillor, Lead Member for Children's Services and Chair of the Corporate Parenting Board",
        "Actions shaded grey have been completed.",
        "The inspection report was considered by Cabinet on 4 March 2019.",
        "The plan replaces that of 2017.",
        "Key: red - not on track; amber - some delay; green - on track; blue - complete.",
        "The Safeguarding Board has three independent lay members.",
        "We consulted the Youth Council and the parent carer forum on the draft.",
        "Area for improvement 1: managers should monitor the progress of plans.",
        "The school is a member of the Northern Lights Trust, which runs twelve academies.",
        "Staff will receive training each term.",
        "The letter from the lead inspector is at appendix 2.",
        "Progress since the last inspection has been too slow.",
        "For more information contact the Improvement Team.",
        "The local partnership includes the council, the ICB and schools.",
        "The table below sets out the action that we propose to take.",
        "The panel reviews all placements every week.",
        "The Multi-Agency Panel checks every referral about exploitation.",
        "School leaders receive training in safeguarding every term.",
    ],
)
def test_no_monitoring(text: str) -> None:
    assert preamble(text).monitoring == ()


@pytest.mark.xfail(strict=True, reason="they do not say that it is the plan that is watched")
@pytest.mark.parametrize(
    "text",
    [
        "The DfE adviser attends the board and reports to the Minister.",
    ],
)
def test_monitoring_not_understood_yet(text: str) -> None:
    assert preamble(text).monitoring


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("WHAT DOES THE LOCAL AUTHORITY NEED TO IMPROVE?", "local authority"),
        ("WHAT DOES THE LSCB NEED TO IMPROVE", "LSCB"),
        ("Marlford Local Safeguarding Children’s Board", "LSCB"),
        ("What does the area partnership need to do better?", "partnership"),
        ("Areas for improvement: police", "police"),
        ("NHS Oakshire Integrated Care Board", "health"),
        ("Oakshire ICB", "ICB"),
        ("What does the school need to do to improve further?", "school"),
        ("The governing body should:", "governing body"),
        ("Recommendations for the youth justice service", "youth justice service"),
        ("The local authority and the ICB", "local authority"),
        ("Areas for improvement", None),
        ("", None),
    ],
)
def test_body_of(heading: str, body: str | None) -> None:
    assert body_of(heading) == body


def test_what_is_placed_is_not_in_the_rest() -> None:
    found = preamble(LIST + "The plan will be monitored by the Board.\n")
    assert [block.text.text for block in found.rest] == [
        "Ofsted identified the following areas for improvement:",
        "Our work goes on.",
        "Not of the list.",
    ]


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("Position at 27 February 2026; next meeting in May.", "unclear-date", "27 February 2026"),
        ("Reviewed: 06/03/26", "unclear-date", "06/03/26"),
        ("Sent to Ofsted on 3rd March, 2026", "unclear-date", "3rd March, 2026"),
        ("Ofsted inspected us on 3 March 2026.", "unclear-date", None),
        ("It came out. The letter of 3 March 2026 says more.", "unclear-date", None),
        ("In March 2026 we began.", "unclear-date", None),
        (
            "We began. The Overview Panel looks at all of it (in public).",
            "unclear-monitoring",
            "The Overview Panel looks at all of it",
        ),
        ("Approved by the Management Board", "unclear-monitoring", None),
        ("For the Westhaven Safeguarding Children Board", "unclear-monitoring", None),
        ("Families will see: 60% in time.", "unclear-measure", "Families will see: 60% in time"),
        ("Inspectors found that 60% were late.", "unclear-measure", None),
    ],
)
def test_words_that_may_say_something_of_the_plan(
    line: str, kind: NoteKind, words: str | None
) -> None:
    text = Text(line, ((0, Run(line, Place(paragraph=1), 0, len(line))),))
    found = dict(unclear([text], kind))
    assert (found[kind].text if found else None) == words


def test_running_heads_name_the_document() -> None:
    plan = "# Areas\nThe inspection took place in Marlford between 3 and 14 June 2019."
    heads = [block.text for block in lines("Improvement Plan\nVersion 2.1, 3 May 2020")] * 2
    found = read(blocks(plan), heads)
    assert words(found.title) == "Improvement Plan"
    assert words(found.version) == "2.1"
    assert found.date is not None
    assert found.date.first == date(2020, 5, 3)
    assert words(found.authority) == "Marlford"


def test_nothing_from_nothing() -> None:
    assert read([]) == Preamble()


@given(
    st.lists(st.tuples(st.sampled_from(["heading", "paragraph", "item"]), st.text()), max_size=8)
)
def test_any_prose_is_read_and_every_value_is_of_the_source(
    lines: list[tuple[str, str]],
) -> None:
    prose = [
        Prose(fold([Run(text, Place(paragraph=number), 0, len(text))]), kind)  # type: ignore[arg-type]
        for number, (kind, text) in enumerate(lines)
    ]
    found = read(prose)
    whole = " ".join(block.text.text for block in prose)
    for value in (found.title, found.authority, found.version, *found.monitoring):
        assert value is None or value.text in whole
    assert len(found.recommendations) <= len(prose)


@given(st.text(alphabet="0123456789 junemaytofr./-,", max_size=60))
def test_stretches_run_forward_and_lie_in_the_text(text: str) -> None:
    for one in days(text):
        assert one.first <= one.last
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.skipif(not EVIDENCE.exists(), reason="../shared/evidence is not here")
def test_the_real_statement() -> None:
    source = EVIDENCE.read_text(encoding="utf-8")
    prose = re.sub(r"(?m)^.*(?:\t|<p>|<ul).*$", "|", source)
    head = "SINGLE INSPECTION FRAMEWORK STATEMENT OF ACTION"
    first, _, others = prose.partition(head)
    found = preamble(first + head + others.replace(head, ""))
    assert words(found.title) == head
    assert words(found.authority) == "Hartlepool"
    assert found.framework == "sif"
    assert found.inspection is not None
    assert (found.inspection.first, found.inspection.last) == (
        date(2013, 11, 19),
        date(2013, 12, 11),
    )
    assert [(one.subject.text, one.grade.text) for one in found.judgements] == [
        ("services for children", "good"),
        ("Local Safeguarding Children Board", "requires improvement"),
    ]
    assert len(found.recommendations) == 11
    assert all(text.text.endswith(".") for text in found.recommendations)
    assert len(found.monitoring) == 2
    assert (found.date, found.version, found.report_date) == (None, None, None)


def test_a_long_name_is_told_in_linear_time() -> None:
    line = "Board " + "A'" * 100_000 + " looks on"
    text = Text(line, ((0, Run(line, Place(paragraph=1), 0, len(line))),))
    assert dict(unclear([text], "unclear-monitoring"))
