"""Wordings of whole plans on which the checks should be quiet, beside those where they speak."""

import pytest

from pipeline import Settings, Source, process
from pipeline.models import Finding

HEAD = "Plan of 1 June 2023. The Board monitors progress.\n\n"


def codes(header: str, *rows: str, head: str = HEAD, title: str = "Action plan") -> list[str]:
    """Return "subject code" of every error and warning on a Markdown table."""
    return [f"{one.subject} {one.code}" for one in raised(header, *rows, head=head, title=title)]


def raised(header: str, *rows: str, head: str = HEAD, title: str = "Action plan") -> list[Finding]:
    """Return every error and warning on a Markdown table."""
    marks = "|".join("---" for _ in header.split("|"))
    text = f"# {title}\n\n{head}|{header}|\n|{marks}|\n" + "".join(f"|{row}|\n" for row in rows)
    found = process(Source("plan.md", text.encode()), Settings()).findings.findings
    return [one for one in found if one.severity != "info"]


PLAIN = "Action|Lead|When|Measure"
ROWS = [
    ("Team Managers to sign off all plans|Head of Service|July 2023|9 in 10", []),
    ("All managers to be trained|Training Manager|July 2023|100%", []),
    ("Children in Care Council to set priorities|Participation Worker|July 2023|Two", []),
    ("Independent Chair to write to all|Head of Service|July 2023|Sent", ["1.1.1 OWN008"]),
    ("Review the case files weekly|Head of Service|From July 2023|Nine in ten", []),
    ("Audit with families: ring one of them for every audit|Manager|From May 2023|All", []),
    ("Run inductions|Manager|After the May elections|All", ["1.1.1 DUE010"]),
    ("Train staff|Manager|31 May 2023 ✔|All", []),
    ("Employ two more until April 2024|Manager|July 2023|Two", []),
    ("Employ two more|Manager|1 July 2023 - one started, the other starts 17 October|Two", []),
    ("Report transfers to the Board|Manager|Every month until all are transferred|All", []),
    (
        "Report transfers to the Board|Manager|Every month until further notice|All",
        ["1.1.1 DUE005"],
    ),
    ("Team teaching|Manager|Two mornings a week from July 2023|All", []),
    ("Introduce coaching for managers|Head of Service|From July 2023|All", []),
    ("From 1 July 2023 no plan will be signed without the child's words|Manager||All", []),
    ("Write to each family|Head of Service|1 May 2023|All written to. DONE", []),
    ("Write to each family|Head of Service|1 May 2023|DONE 28 April", []),
    ("Write to each family|Head of Service|1 May 2023|All, when DONE well", ["1.1 DUE011"]),
    ("Write to each family|Head of Service|From July 2023|All", ["1.1.1 DUE003"]),
    ("Senior leaders to visit|Strategic Leadership Team|July 2023|12", ["1.1.1 OWN004"]),
    ("Policy is on the website|Head of Service|Complete|Seen", ["1.1.1 DUE013"]),
    ("A policy is in force. All staff will be trained in it.|Head of Service|July 2023|All", []),
    ("Legal action considered for absence|Head of Service|July 2023|92%", ["1.1.1 ACT002"]),
    ("Senior carers to repeat training and have it signed off|Manager|July 2023|All", []),
    ("Was Not Brought policy adopted|Manager|July 2023|All", []),
    ("Minutes to be typed and checked by|Clerk|July 2023|All", ["1.1.1 ACT007"]),
    ("Train staff|Head of Service|April FGB|All", ["1.1.1 DUE001"]),
    ("Train staff|Head of Service|n/a|All", ["1.1.1 DUE001"]),
    ("Parents to be met after three absences|Head of Service|From 4 July 2023|All", []),
    ("Report where data is late|Chair of the Board|Since April 2023|All", []),
    ("Attendance Officer to visit homes|Attendance Lead|July 2023|All", []),
    ("Case Progression Manager to track families|Head of Courts|July 2023|All", []),
    ("Team Manager to record each visit|Service Manager, Courts|July 2023|All", []),
    ("Foster care: consider a handbook|Manager|July 2023|All", ["1.1.1 ACT002"]),
    ("Foster care: write a handbook|Manager|July 2023|All", []),
    ("Look at ten files a month|Manager|July 2023|All", []),
    ("Look at all options|Manager|July 2023|All", ["1.1.1 ACT002"]),
    ("A review will be undertaken|TBC|July 2023|All", ["1.1.1 OWN006"]),
    ("A review will be undertaken||July 2023|All", ["1.1.1 ACT008", "1.1.1 OWN001"]),
    ("Scope the options|Manager|July 2023|All", ["1.1.1 ACT002"]),
    ("Board members to shadow one case each|Board members|July 2023|All", []),
    ("Board members to shadow cases|Board members|July 2023|All", ["1.1.1 OWN004"]),
    ("Buddying is being tried|Manager|July 2023|All", []),
    ("Buddying is being tried|Manager|TBC|All", ["1.1.1 ACT003", "1.1.1 DUE004"]),
    ("Annual report to be considered by the Board|Manager|July 2023|All", []),
    ("Form done before every move|Manager|With immediate effect from 9 May 2023|All", []),
    ("Open a breakfast club|Manager|2 May 2023 - opened|All", []),
    ("Threshold document under review|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("Lay members will have a greater role|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("Train staff|AP Lead|July 2023|All", []),
    ("Train staff|Manager|In place since 29 January|All", []),
    ("Explore a new system, with an options appraisal to Cabinet|Manager|July 2023|All", []),
    ("Offer to be discussed with districts|Manager|July 2023|All", ["1.1.1 ACT002"]),
    ("Annual report under preparation|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("It is recognised that records are late|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("Train staff|Manager|31 May 2023 and monthly thereafter|All", []),
    ("Meet the trust to discuss transition|Manager|July 2023|All", ["1.1.1 ACT002"]),
    ("Meet the trust monthly to discuss delays|Manager|July 2023|All", []),
    ("Meet the trust to discuss and agree a protocol|Manager|July 2023|All", []),
    ("Standards describe what good looks like|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("The plan reflects what children say|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("Early Help Strategy was reviewed|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("Team managers demonstrate the tool to all|Manager|July 2023|All", []),
    ("Audit ten files a month|Manager|July to December 2023|All", []),
    ("Write a standard|Manager|July to December 2023|All", ["1.1.1 DUE007"]),
    ("Write a standard|Recruitment|July 2023|All", ["1.1.1 OWN004"]),
    ("Recording form is simplified|Manager|July 2023|All", []),
    ("Families are told every month how long they will wait|Manager|July 2023|All", []),
    ("Families are told how long they will wait|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("Plans will be in place for all children|Manager|July 2023|All", []),
    ("Managers will have oversight of all plans|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("Managers will have a monthly meeting|Manager|July 2023|All", []),
    ("Staff should be aware of the routes|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("Scope the options and choose one|Manager|July 2023|All", []),
    ("Train staff|Manager|TBC – linked to the strategy|All", ["1.1.1 DUE004"]),
    ("Fostering Manager to write to all|Adoption Manager|July 2023|All", ["1.1.1 OWN008"]),
    ("Heads to sign each plan|Head of Service|July 2023|All", []),
    ("Workers record consent or why it was set aside|Manager|July 2023|All", []),
    ("Audit programme continues|Manager|July 2023|All", ["1.1.1 ACT002"]),
    ("Train staff|L and D lead|July 2023|All", []),
    ("Train staff|VP|July 2023|All", []),
    ("Nurse to visit each school|Designated Nurse for Children|July 2023|All", []),
    ("Link governor to visit each school|Chair of Governors|July 2023|All", []),
    ("Train the clerk; the Chair to sign minutes|Panel Adviser|July 2023|All", []),
    ("Discuss each plan in supervision|Manager|July 2023|All", []),
    ("Seek the agreement of the Board|Manager|July 2023|All", []),
    ("Staff to be clear what they are responsible for|Manager|July 2023|All", []),
    ("Tell families what services they have access to|Manager|July 2023|All", []),
    ("Look into the role and|Manager|July 2023|All", ["1.1.1 ACT002", "1.1.1 ACT007"]),
    ("Audit files for|Manager|July 2023|All", ["1.1.1 ACT007"]),
    ("Write the policy,|Manager|July 2023|All", []),
    ("Train staff|SM Safeguarding|July 2023|All", []),
    ("Train staff|Safeguarding Team|July 2023|All", ["1.1.1 OWN004"]),
    ("Keep the same worker until 21|Manager|From July 2023|All", []),
    ("Reviewers check that it is there|Manager|From July 2023|All", []),
    ("Agree the rota with staff|Registered Manager|July 2023|Rota", []),
    ("Hold clinics for all teams|Manager|August to November 2023|All", []),
    ("Hold clinics for all teams|Manager|June 2023 to May 2024|All", ["1.1.1 DUE007"]),
    ("Run the scheme|Manager|2023/24|All", ["1.1.1 DUE007"]),
    ("Panel to approve every step-down|Manager|From 3 July 2023|All", []),
    ("Train every teacher|Manager|From 3 July 2023|All", ["1.1.1 DUE003"]),
    ("End the lease|Manager|When the contract ends (30 September 2023)|Ended", []),
    ("End the lease|Manager|When the contract ends|Ended", ["1.1.1 DUE010"]),
    ("Hold the fair|Manager|1 July 2023, subject to funding|Held", ["1.1.1 DUE010"]),
    ("Plan for parents|Manager|As 1|Held", []),
    ("Plan for parents|Manager|As 7|Held", ["1.1.1 DUE016"]),
    ("Panel in place|Local authority|Done May 2023|Seen", []),
    ("Lead appointed|Head of Service|Appointed 5 May 2023|In post", []),
    ("Lead appointed|Head of Service|5 May 2023|In post", ["1.1 DUE011"]),
    ("Carers who have had training will be invited to help|Manager|July 2023|All", []),
    ("Plans are not clear – managers to return them|Manager|July 2023|All", []),
    ("Plans are not clear – a known problem|Manager|July 2023|All", ["1.1.1 ACT003"]),
    ("Look again at fees|Manager|July 2023|All", ["1.1.1 ACT002"]),
    ("Head of mathematics to write plans|Deputy Headteacher|July 2023|All", []),
    ("Invite families to the forum on 12 September 2023|Manager|July 2023|All", []),
    ("Write the guide before the launch on 12 September 2023|Manager|July 2023|All", []),
    ("Hold the forum on 12 September 2023|Manager|July 2023|All", ["1.1.1 DUE018"]),
    ("Train all before the start of the autumn term 2023|Manager|July 2023|All", []),
    ("Hold the forum on 5 March|Manager|31 December 2023|All", []),
    ("Hold the forum on 5 March|Manager|6 March 2024|All", []),
    ("Hold the forum on 5 March|Manager|4 March 2024|All", ["1.1.1 DUE018"]),
    ("Hold the forum|Manager|November|All", []),
    ("Ensure that|Manager|July 2023|All", ["1.1.1 ACT007"]),
    ("Ask schools who does that|Manager|July 2023|All", []),
    ("Discussions to be held with schools|Manager|July 2023|All", ["1.1.1 ACT002"]),
]


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_rows(row: str, expected: list[str]) -> None:
    other = "Publish the standard|Head of Early Help|31 July 2023|Published"
    assert [code for code in codes(PLAIN, row, other) if not code.startswith("1.1.2")] == expected


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("Evaluated by (how and when)", "Two lesson visits", []),
        ("Cost", "£200", ["document MON001"]),
    ],
)
def test_a_column_by_which_success_may_be_measured(
    column: str, cell: str, expected: list[str]
) -> None:
    row = f"Write the standard|Head of Early Help|31 July 2023|{cell}"
    assert codes(f"Action|Lead|When|{column}", row) == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("Check (by governors)", []),
        ("Checked by", []),
        ("Oversight", []),
        ("Note", ["document MON002"]),
    ],
)
def test_a_column_that_says_who_watches(column: str, expected: list[str]) -> None:
    row = "Write the standard|Head of Early Help|31 July 2023|All|Minutes"
    assert codes(f"{PLAIN}|{column}", row, head="Plan of 1 June 2023.\n\n") == expected


def test_columns_that_were_taken_for_something_else_are_asked_about() -> None:
    rows = [
        "Slow plans|New template|Head of SEND|May 2024|All",
        "Slow reviews|New panel|Head of SEND|June 2024|All",
    ]
    header = "Finding|{}|Who|When|Measure"
    assert codes(header.format("Milestone risk"), *rows) == ["document ACT001"]
    found = raised(header.format("Milestone risk"), *rows)
    assert [(one.code, one.severity) for one in found] == [("ACT001", "warning")]
    assert "Milestone risk" in found[0].message


def test_a_column_of_owners_that_was_not_read_is_asked_about() -> None:
    rows = (f"Write part {part} of it|2 July 2023|Somebody else|Seen" for part in "abcd")
    found = raised("Action|When|By when|Measure", *rows)
    assert [(one.code, one.severity, one.subject) for one in found] == [
        ("OWN001", "warning", "document")
    ]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("Six posts advertised – 4 July 2023", []),
        ("Six posts advertised (July 23)", []),
        ("Answer the report of 4 May 2023", ["1.1.1 DUE001"]),
    ],
)
def test_a_date_behind_an_action_is_its_own(action: str, expected: list[str]) -> None:
    other = "Publish the standard|Head of Early Help|31 July 2023|Published"
    assert codes(PLAIN, f"{action}|Manager||All", other) == expected


def test_a_start_column_gives_what_recurs_and_what_is_counted_a_beginning() -> None:
    header = "Action|Lead|Start|End|Measure"
    rows = (
        "Audit thirty plans|Manager|January 2023|Termly|70%",
        "Open a pathway|Manager|January 2023|Within 6 months|60%",
        "Let the contract|Manager|August 2023|March 2023|Let",
    )
    assert codes(header, *rows) == ["1.1.3 DUE014"]


def test_a_day_in_the_column_of_progress_is_enough() -> None:
    header = "Action|Lead|Target date|Date achieved|Measure"
    rows = (
        "Mend the window|Landlord|Immediate|20 September 2022|Mended",
        "Mend the door|Landlord|Straight away|yes|Mended",
        "Set a marker|Housing Manager|Complete|1 February 2023: live|Live",
    )
    assert codes(header, *rows) == []


def test_a_recommendation_that_is_only_noted_has_no_action() -> None:
    header = "Recommendation|Action|Lead|When|Measure"
    rows = (
        "Be clear|Write it|Head of Service|July 2023|Clear",
        "Use small groups|The School notes this recommendation. Groups are small.|n/a|n/a|n/a",
        "Celebrate|No further action|-|-|-",
    )
    assert codes(header, *rows) == ["1.2 ACT001", "1.3 ACT001"]


def test_an_action_may_point_to_another() -> None:
    header = "Area|Action|Lead|When|Measure"
    rows = ("Visits|Write it|Manager|July 2023|All", "Plans|See action 1.1|||")
    assert codes(header, *rows) == []


def test_initials_of_a_post_in_the_plan_are_known() -> None:
    rows = ("Train staff|Registered Manager|July 2023|All", "Write it|RM|July 2023|Yes")
    assert codes(PLAIN, *rows) == []
    assert codes(
        PLAIN, "Train staff|Head of Service|July 2023|All", "Write it|RM|July 2023|Yes"
    ) == ["document OWN007"]


def test_initials_of_a_post_beside_the_plan_are_known() -> None:
    head = "Plan of 1 June 2023. The Registered Manager monitors progress on the plan monthly.\n\n"
    assert codes(PLAIN, "Train staff|RM|July 2023|All", head=head) == []


def test_green_may_mean_done_where_nothing_is_marked_so() -> None:
    header = "Action|Lead|When|RAG|Measure"
    late, other = "Write it|Manager|May 2023|{}|All", "Train staff|Manager|July 2023|{}|All"
    assert codes(header, late.format("Green"), other.format("Amber")) == []
    assert codes(header, late.format("A"), other.format("Green")) == ["1.1 DUE011"]
    assert codes(header, late.format("Green"), other.format("Complete")) == ["1.1 DUE011"]


def test_measures_may_stand_beside_the_plan() -> None:
    header, row = "Action|Lead|When", "Write it|Manager|July 2023"
    assert codes(header, row) == ["document MON001"]
    scorecard = HEAD.replace("progress", "progress on a scorecard of 20 measures")
    assert codes(header, row, head=scorecard) == []
    gain = codes(f"Area|{header}|Gain for pupils", f"Reading is weak|{row}|All read at home daily")
    assert gain == []


def test_words_that_fix_nothing_beside_a_date_make_no_second_date() -> None:
    header = "Area|Action|Lead|When|Measure"
    rows = ("Records|Write it; train staff; audit files|Manager|ongoing - review July 2023|All",)
    assert not [code for code in codes(header, *rows) if "OWN010" in code]


def test_a_season_in_the_title_dates_a_plan() -> None:
    header, row = "Action|Lead|When|Measure", "Write it|Manager|July 2023|All"
    head = "The Board monitors progress.\n\n"
    assert codes(header, row, head=head) == ["document DOC001"]
    assert codes(header, row, head=head, title="Action plan, Spring 2023") == []


def test_a_note_of_what_is_over_with_its_day_clears_a_date() -> None:
    header = "Action|Lead|When|Progress|Measure"
    notes = ("Sent 28 April", "Published on 28/4/23", "Drafted 28 April", "Letters sent")
    rows = (
        f"Write to {at} partners|Manager|April 2023|{note}|All" for at, note in enumerate(notes)
    )
    (one,) = codes(header, *rows)
    assert one == "1.1 DUE011"


CLOSED = [
    "BAU",
    "Embedded",
    "Implemented",
    "100% complete",
    "Superseded",
    "No longer required",
    "C",
    "Y - 28/04/2023",
    "Live since 26 April",
    "Tracker in use from 22 April",
    "Delayed to 1 September 2023",
    "Appointed; started 26 April",
    "All staff trained by 3 May",
    "Policy adopted 3 May",
    "Protocol signed on 12 Apr",
    "Both officers in post",
    "Report went to Cabinet on 4 April",
    "Workshop held on 4 May; 60 attended",
    "Strategy approved by Cabinet 10 May",
    "Yes - 4 May",
    "Rolled out to all stations by 12 May",
    "Trained all 9 of 9 on 2 May",
    "Letters went out on 20 April",
    "Campaign ran; referrals up from 3 to 9.",
]


@pytest.mark.parametrize("status", CLOSED)
def test_words_for_what_is_closed(status: str) -> None:
    header = "Action|Lead|When|Status|Measure"
    assert codes(header, f"Write it|Manager|May 2023|{status}|All") == []


@pytest.mark.parametrize(
    "status",
    [
        "Survey closed, analysis under way",
        "4 done",
        "Two of three done",
        "Interviews held on 4 May",
        "First meeting held 2 May",
        "Draft policy issued for comment 2 May",
        "Due to be signed on 4 May",
        "One lay member in post; one vacancy",
        "Started 2 May",
        "Recruitment opened 2 May",
        "Training booked for 20 June",
        "Guidance live; six of eight briefings held, the last two on 1 July",
        "Trained 12 of 20 by 12 May",
        "First letters went out on 20 April",
        "Two workshops ran in April",
        "Appointed; induction awaited in May",
        "28 of 31",
        "Open since March",
        "80% complete",
        "Being embedded",
        "Not met",
        "On track",
        "Overdue",
    ],
)
def test_words_for_what_is_open(status: str) -> None:
    header = "Action|Lead|When|Status|Measure"
    assert codes(header, f"Write it|Manager|May 2023|{status}|All") == ["1.1 DUE011"]


@pytest.mark.parametrize("same", ["As above", "ditto", '"', "Same as above"])
def test_what_stands_above_holds_where_a_cell_says_so(same: str) -> None:
    header = "Area|Action|Lead|When|Measure"
    first = "Records|Write it|Head of Service|July 2023|All"
    assert codes(header, first, f"|Train staff|{same}|July 2023|All") == []
    assert codes(header, first, f"|Train staff|Manager|{same}|All") == []


def test_a_plan_without_the_column_is_named_once() -> None:
    rows = ("Write it|{}|All", "Train staff|{}|All")
    owners = codes("Action|When|Measure", *(row.format("July 2023") for row in rows))
    assert owners == ["document OWN001"]
    dates = codes("Action|Lead|Measure", *(row.format("Manager") for row in rows))
    assert dates == ["document DUE001"]


def test_short_actions_may_well_stand_twice() -> None:
    header = "Area|Action|Lead|When|Measure"
    end = "Manager|July 2023|All"
    assert codes(header, f"A|Report to Board|{end}", f"B|Report to Board|{end}") == []
    long = "Train all staff in the new policy"
    assert codes(header, f"A|{long}|{end}", f"B|{long}|{end}") == ["1.1.1 ACT004"]


LISTED = """Plan of 1 June 2023. The Board monitors progress.

The inspectors identified the following areas for improvement:
- Improve the recording of visits to children
- Improve the supervision of social workers
- Reduce drift in care planning

"""


def test_areas_in_other_words_than_the_list_are_no_mismatch() -> None:
    header, end = "Area|Action|Lead|When|Measure", "Write it|Manager|July 2023|All"
    areas = [
        "Recording of visits",
        "Improve the supervision of social workers",
        "Care planning drift",
    ]
    assert codes(header, *(f"{area}|{end}" for area in areas), head=LISTED) == []
    lost = codes(header, *(f"{area}|{end}" for area in areas[:2]), head=LISTED)
    assert lost == ["1 COV004"]
    others = ["Improve the supervision of social workers", "Housing", "Health"]
    assert codes(header, *(f"{area}|{end}" for area in others), head=LISTED) == []


def test_the_last_of_several_dates_of_one_action_counts() -> None:
    header = "Action|Lead|Original date|Revised date|Measure"
    assert codes(header, "Appoint an officer|Manager|1 May 2023|1 August 2023|In post") == []
    late = codes(header, "Appoint an officer|Manager|1 April 2023|1 May 2023|In post")
    assert late == ["1.1 DUE011"]


def test_a_plan_in_the_present_tense_has_a_style() -> None:
    end = "Head of Service|31 July 2023|All"
    rows = (f"Each file is checked twice|{end}", f"All plans are signed|{end}", f"Write it|{end}")
    assert codes(PLAIN, *rows) == []
    orders = (f"{verb} the standard with {who}|{end}" for verb, who in ORDERS)
    assert codes(PLAIN, *rows[:2], *orders) == ["1.1.1 ACT003", "1.1.2 ACT003"]


def test_a_plan_that_names_results_has_a_style() -> None:
    end = "Head of Service|31 July 2023|All"
    state = f"Neglect panel in place|{end}"
    results = (f"{what}|{end}" for what in ("New tool kit", "Termly forum", "Files on one system"))
    assert codes(PLAIN, state, *results) == []
    orders = (f"{verb} the standard with {who}|{end}" for verb, who in ORDERS)
    assert codes(PLAIN, state, *orders) == ["1.1.1 ACT003"]
    assert codes(PLAIN, f"Pilot under way|{end}", f"New tool kit|{end}") == ["1.1.1 ACT003"]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("Neglect panel chaired by the Head of Courts", []),
        ("Neglect panel led by the Head of Courts", ["1.1.1 OWN008"]),
    ],
)
def test_who_chairs_is_not_who_sets_up(action: str, expected: list[str]) -> None:
    assert codes(PLAIN, f"{action}|Head of Early Help|July 2023|All") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Action plan: tracker for the Children's Board", []),
        ("Action plan: report to Cabinet members", ["document MON002"]),
        ("Action plan", ["document MON002"]),
    ],
)
def test_a_title_may_say_before_whom_the_plan_is_laid(title: str, expected: list[str]) -> None:
    row = "Write the standard|Head of Service|July 2023|All"
    assert codes(PLAIN, row, head="Plan of 1 June 2023\n\n", title=title) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Target: nine visits in ten are on time by July.",
        "The Board monitors the plan monthly. Targets: 95% of visits on time.",
        "Targets: 95 visits a month.",
        "What success looks like: nine visits in ten are on time.",
    ],
)
def test_a_target_may_stand_in_the_text(said: str) -> None:
    head = f"Plan of 1 June 2023. The Board monitors progress.\n\n{said}\n\n"
    row = "Write the standard|Head of Service|July 2023"
    assert codes("Action|Lead|When", row, head=head) == []
    assert codes("Action|Lead|When", row) == ["document MON001"]


def test_a_list_behind_things_that_need_to_get_better_is_held_against_the_table() -> None:
    head = f"{HEAD}Two things need to get better:\n\n- The timing of visits\n- Housing advice\n\n"
    row = "The timing of visits|Write a rota|Manager|July 2023|All"
    assert codes("Area|Action|Lead|When|Measure", row, head=head) == ["1 COV004"]


ORDERS = [
    ("Write", "schools"),
    ("Publish", "parents"),
    ("Launch", "the police"),
    ("Test", "carers"),
    ("Translate", "interpreters"),
]
GUESSED = [
    ("Lead", "What the letter said|What is being put right|Lead|When|Measure", 0),
    ("prose", "One thing|Other thing|Lead|When|Measure", 1),
    ("blank", "Area|Action||When|Measure", 1),
]


@pytest.mark.parametrize(("name", "header", "number"), GUESSED)
def test_a_guess_that_the_contents_bear_out_is_information(
    name: str, header: str, number: int
) -> None:
    said = "Standards of practice for all teams" if name == "prose" else "Write the standard again"
    row = f"Records are thin in many files|{said}|Head of Service|July 2023|All"
    found = codes(header, row, row.replace("thin", "late").replace("again", "for teams"))
    assert len([code for code in found if "EXT003" in code]) == number


def test_the_same_guess_in_several_tables_is_one_finding() -> None:
    table = "|Action|Lead|Zeit|\n|---|---|---|\n|Write it|Head of Service|July 2023|\n\n"
    text = f"# Action plan\n\n{HEAD}## One\n\n{table}## Two\n\n{table}"
    found = process(Source("plan.md", text.encode()), Settings()).findings.findings
    (one,) = [item for item in found if item.code == "EXT003"]
    assert (one.subject, one.also) == ("table 1", ("table 2",))
