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
measure: How will we know?; Success Measure; What will success look like; What difference will it make; What will tell us it has worked?
status: Progress this period; Last month; RAG; Status; Progress; RAG (red, amber or green); Progress to date; Completed
reference: No.; Ref; Ref No; Reference number; Item no; #1 Ref
comment: Comments; Notes
other: Resources; Cost; Budget implications; Risk
action: What we said we would do
status: Actual end; Key milestones achieved
measure: What pupils will gain; What will families experience?
other: Monitoring activity and by whom
area: What did the inspectors find?; What the letter says; You said (Ofsted); We need to...; Why?
area: Required improvement (from the report); How the regulation was not being met; Obj.
area: Where do we need to get better?; Line of enquiry; What needs to change; Focus for improvement
action: What are we doing to put it right?; How will we get there?; So we will...; Corrective steps
action: Response Action Taken/Planned; Actions to accelerate progress; Milestone / action; Actn
action: Please describe the action you are going to take; Action proposed by the authority
owner: Who is making sure it happens?; Whose job is it?; Action holder; Corrective action owner
owner: Joint leads (health / LA); Responsible service & manager; Lead partner agency; Named individual
owner: This will be led by...; Workstream lead; Resp. Off.; Task lead; Officer in charge
deadline: How soon?; What date will it be done?; Date actions will be completed; T/scale; Comp. date
deadline: Delivered by (date); It will be done by...; Task deadline; Corrective action due date
owner-and-deadline: Accountable officer / completion; Who/By when; Person(s) accountable, and date
owner-and-deadline: Lead (and date); Timeframe and lead; When will it be done and who by?
start: Start month; Commence; Begin
measure: What will children notice?; What evidence will we have?; So what for families?; Proof; So that:
measure: How are you going to ensure that the improvements are sustained?; We will know because...
measure: Where do we want to be?; Evidence of completion; Measured by; Measure(s) & monitoring
status: How far have we got?; What have we done so far?; Where are we now?; Open/closed; State of play
status: How confident are we?; Red / Amber / Green; Date done; Actions taken; Closed (date)
reference: #; Regulation no.; Ofsted para; Action plan reference
comment: Comments from the Board
other: Monitored by; Date raised; Frequency of review; Money; What is getting in the way?; Sign-off
other: Who will check?; Assurance committee; How much?
other: Link to strategy; Link to other action plans; Link; Board monitoring
area: HMI comment; Wording of the inspection letter; Identified need; Pledge; AFI; What must we do better?
area: Area for development
action: What must happen; What we're planning to do; Work required; Countermeasures; Tasks to be completed
owner: SLT link; Link governor; Manager delivering; Contributors; Director
deadline: To be completed by; Completion target; Term
start: When will we start?; When does it begin
status: Days overdue; Completion (actual); On track?; Percentage completed; Direction of travel
reference: Line
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
    assert plain("Action(s) taken¹") == "action taken"
    assert plain("BY\nWHOM[i]*  and When†") == "by whom and when"


@pytest.mark.parametrize(
    "text",
    [
        "Work has begun",
        "Staff are trained",
        "Head of Human Resources",
        "used to find the people and places that put children at risk of exploitation.",
        "Report themes from return interviews to the Missing and Exploitation Group quarterly",
        "Rewrite the referral form with partners, and share it with every school and clinic",
    ],
)
def test_cells_are_no_headings(text: str) -> None:
    assert by_heading(text) is None


def test_what_is_wholly_known_is_sure() -> None:
    sure = {text: by_heading(text) for text in ("Agreed key actions", "Action by the team leaders")}
    assert [guess.confidence for guess in sure.values() if guess] == ["high", "medium"]


def test_a_header_row_names_several_roles() -> None:
    assert header_score(["Action", "Lead", "By when"]) == 3
    assert header_score(["Review the action plan for leads and dates " * 4, "Lead", "x"]) == 0
    assert header_score(["Head of Service", "Assistant Director"]) == 0
