"""Header wordings to roles: wordings of plans, trackers and reports of our own collecting."""

import pytest

from pipeline.columns import by_heading, header_score, plain

ROLES = """
area: Areas for Improvement; Area requiring improvement (from the report); Recommendation[i]; Issue;
area: Priority; Key priority 1; What Ofsted said; Inspection finding; Area of concern; Objective
area: Must do's; Finding; Area of weakness*; Item to be rectified; What needs to improve?
action: Action; Actions required; What will we do?; Priority and Immediate Action; Key tasks; How
action: Agreed action; Proposed response; Steps to be taken; Activity; What we will do
owner: By whom; Lead; Lead officer(s); Responsible Person; Who (lead in red); Accountable officer
owner: Lead Officer / Agency; Responsibility; Owner; Responsible lead/ group; Person responsible
deadline: By when; Timescale; Target date; Date; Deadline; Completion date; Timeframe; WHEN
deadline: Planned Completion Date; Due date; Year to Action; To be completed by; Timetable[iv]
owner-and-deadline: By Whom and When; Lead and timescale; Who / by when; Responsibility & Timescale
owner-and-deadline: Those involved with dates for completion; Timescale and lead officer
start: Start date; Date started; Commencement date
measure: Success criteria; Outcome; Desired outcome; Impact; Evidence; KPI; Evaluation and evidence
measure: How will we know?; Success Measure; What will success look like; What difference will it make
status: RAG; Status; Progress; RAG (red, amber or green); Progress to date; Completed
reference: No.; Ref; Ref No; Reference number; Item no; #1 Ref
comment: Comments; Notes; Link to other action plans
other: Resources; Cost; Budget implications; Risk
"""


def rows() -> list[tuple[str, str]]:
    lines = (line.split(":", 1) for line in ROLES.strip().splitlines())
    return [
        (header.strip(), role)
        for role, rest in lines
        for header in rest.split(";")
        if header.strip()
    ]


@pytest.mark.parametrize(("header", "role"), rows())
def test_headings(header: str, role: str) -> None:
    guess = by_heading(header)
    assert guess is not None
    assert guess.role == role


@pytest.mark.parametrize("header", ["", "   ", "Wotsit", "x" * 9, "word " * 40])
def test_unknown_headings_are_not_guessed(header: str) -> None:
    assert by_heading(header) is None


def test_capitals_line_breaks_and_footnote_marks_do_not_matter() -> None:
    assert plain("BY\nWHOM[i]*  and When†") == "by whom and when"


def test_a_header_row_names_several_roles() -> None:
    assert header_score(["Action", "Lead", "By when"]) == 3
    assert header_score(["Review the action plan for leads and dates " * 4, "Lead", "x"]) == 0
    assert header_score(["Head of Service", "Assistant Director"]) == 0
