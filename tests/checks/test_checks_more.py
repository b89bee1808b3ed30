"""The other checks: in which plans each fires, in which it is silent, when it is not run."""

from datetime import date

import pytest

from pipeline.models import (
    Column,
    Deadline,
    Extraction,
    Fragment,
    Location,
    Note,
    NoteKind,
    Other,
    Period,
    Recommendation,
    ReportInfo,
    Statement,
)
from tests.build import (
    acronym,
    action,
    area,
    day,
    due,
    group,
    month,
    owner,
    passage,
    place,
    plan,
    post,
    recurring,
    report,
    section,
    span,
    who,
)
from tests.checks.support import TODAY, found, reasons, subjects

HEAD, CHAIR = post("Head of Service"), post("Chair")
JUNE, JULY = day(2026, 6, 30), day(2026, 7, 31)
TBC = owner("TBC", "unknown", placeholder=True)
INSPECTED = {"inspection": Period(start=date(2026, 3, 3), end=date(2026, 3, 14))}
DOC = ["document"]


def says(*texts: str) -> Statement:
    """Return a plan of one area with these actions."""
    return plan(area("Records", texts, who(HEAD, JUNE)))


def held(*parts: object, **more: object) -> Statement:
    """Return a plan of one area with one group."""
    return plan(area("Records", ["Write a standard"], who(*parts)), **more)  # type: ignore[arg-type]


def many(*parts: tuple[object, ...]) -> Statement:
    """Return a plan with an area for each group."""
    areas = [area(f"Area {at}", ["Act"], who(*part)) for at, part in enumerate(parts)]  # type: ignore[arg-type]
    return plan(*areas)


def own(text: str, *said: object, stated: tuple[object, ...] = (HEAD, JUNE)) -> Statement:
    """Return a plan of one action with owners and dates of its own words."""
    return plan(area("Records", [action(text, *said)], who(*stated)))  # type: ignore[arg-type]


START = due("1 July 2026", "date", role="start", earliest=date(2026, 7, 1))
ROWS: list[tuple[str, Statement, list[str]]] = [
    ("OWN003", held(HEAD, CHAIR, JUNE), ["1.1"]),
    ("OWN003", held(HEAD, post("Chair", lead=True), JUNE), []),
    ("OWN003", held(HEAD, JUNE), []),
    ("OWN005", held(post("Team Managers")), ["1.1"]),
    ("OWN005", held(post("Heads of Service"), post("IRO's")), ["1.1"]),
    ("OWN005", held(post("Head of Children's Services")), []),
    ("OWN005", held(post("Team Managers"), HEAD), []),
    ("OWN005", held(group("Partners")), []),
    ("OWN006", held(TBC), ["1.1"]),
    ("OWN006", held(HEAD), []),
    ("OWN007", held(owner("MW", "initials")), DOC),
    ("OWN007", held(owner("MW", "initials", expansion="Mary Ward")), []),
    ("OWN007", held(owner("MW", "initials"), acronyms=(acronym("MW", "Mo Wax"),)), []),
    ("OWN007", held(HEAD), []),
    ("OWN008", own("Chair to act", CHAIR), ["1.1.1"]),
    ("OWN008", own("Head to act", post("Heads of Service")), []),
    ("OWN008", own("Act"), []),
    ("OWN008", own("Chair to act", CHAIR, stated=(JUNE,)), []),
    ("OWN008", own("Board", group("ALB"), stated=(group("ALB Quality sub-group"),)), ["1.1.1"]),
    (
        "OWN008",
        own(
            "Quality sub group", group("Quality sub group"), stated=(group("ALB Quality subgroup"),)
        ),
        [],
    ),
    (
        "OWN008",
        own(
            "IROs",
            post("IROs", expansion="Independent Reviewing Officers"),
            stated=(post("Independent Reviewing Officers"),),
        ),
        [],
    ),
    ("OWN009", many((post("Team Manager"),), (post("Team Managers"),)), DOC),
    ("OWN009", many((group("Quality sub-group"),), (group("Quality Subgroup"),)), DOC),
    ("OWN009", many((post("Team Manager"),), (post("team manager"),)), []),
    ("OWN011", held(post("Team Managers")), DOC),
    ("OWN011", held(post("Team Manager, Care Leavers")), []),
    ("OWN012", many((HEAD,), (HEAD,), (HEAD,), (CHAIR,)), DOC),
    ("OWN012", many((HEAD,), (HEAD,), (HEAD, CHAIR), (CHAIR,)), []),
    ("OWN012", many((HEAD,), (HEAD,), (HEAD,)), []),
    ("DUE008", held(HEAD, month(2026, 9)), ["1.1"]),
    ("DUE008", held(HEAD, JUNE), []),
    ("DUE009", held(HEAD, due("Within 3 months", "relative")), ["1.1"]),
    (
        "DUE009",
        held(HEAD, due("Within 3 months of approval", "relative", anchor="approval")),
        ["1.1"],
    ),
    ("DUE009", held(HEAD, due("Within 3 months", "relative", latest=date(2026, 9, 1))), []),
    ("DUE010", held(HEAD, due("After the review", "event")), ["1.1"]),
    ("DUE010", held(HEAD, day(2026, 6, 30, condition="website permitting")), ["1.1"]),
    ("DUE010", held(HEAD, due("Cabinet on 3 June", "event", latest=date(2026, 6, 3))), []),
    ("DUE010", held(HEAD, JUNE), []),
    ("DUE012", held(HEAD, due("31 June 2026", "date")), ["1.1"]),
    ("DUE012", held(HEAD, day(2026, 6, 30, "Monday 30 June 2026")), ["1.1"]),
    ("DUE012", held(HEAD, day(2026, 6, 30, "Tuesday 30 June 2026")), []),
    ("DUE012", held(HEAD, day(2026, 6, 30, "by Weds 30 June 2026")), ["1.1"]),
    ("DUE012", held(HEAD, day(2026, 6, 30, "the last day of the month of June")), []),
    ("DUE012", held(HEAD, due("14 August", "date", edtf="XXXX-08-14")), []),
    ("DUE012", own("Act by 30 Feb", due("30 Feb 2026", "date")), ["1.1.1"]),
    ("DUE014", held(HEAD, START, JUNE), ["1.1"]),
    ("DUE014", held(HEAD, START, JULY), []),
    ("DUE014", plan(area("A", ["Act"], who(HEAD, JUNE), starts=(START,))), ["1.1"]),
    (
        "DUE014",
        plan(
            area(
                "A",
                [action("Act", starts=(START,))],
                who(HEAD, JUNE, actions=[1], basis="row"),
            )
        ),
        ["1.1.1"],
    ),
    ("DUE015", held(HEAD, day(2027, 9, 15), **INSPECTED), ["1.1"]),
    ("DUE015", held(HEAD, day(2027, 9, 14), **INSPECTED), []),
    ("DUE015", held(HEAD, day(2030, 1, 1), report=ReportInfo(date=date(2026, 5, 1))), ["1.1"]),
    ("DUE016", held(HEAD, due("As 7.4 above", "reference")), ["1.1"]),
    ("DUE016", held(HEAD, due("See 1.1", "reference")), ["1.1"]),
    ("DUE016", many((HEAD, JUNE), (HEAD, due("As 1.1 above", "reference"))), []),
    (
        "DUE016",
        plan(
            area("A", ["Act"], who(HEAD, JUNE), ref="3a)"),
            area("B", ["Act"], who(HEAD, due("as 3A", "reference"))),
        ),
        [],
    ),
    ("DUE016", held(HEAD, due("As the strategy", "reference", latest=date(2026, 7, 1))), []),
    ("DUE017", held(HEAD, day(2026, 6, 5, "05/06/2026")), ["1.1"]),
    ("DUE017", held(HEAD, day(2026, 6, 5, "5.6.26")), ["1.1"]),
    ("DUE017", held(HEAD, day(2026, 6, 30, "30/06/2026")), []),
    ("DUE017", held(HEAD, day(2026, 6, 6, "06/06/2026")), []),
    ("DUE017", held(HEAD, day(2026, 6, 5, "2026-06-05")), []),
    ("DUE017", own("Act from 01/05/26", due("from 01/05/26", "date", role="start")), ["1.1.1"]),
    ("DUE018", own("Act by July", JULY), ["1.1.1"]),
    ("DUE018", own("Act in May", month(2026, 5)), []),
    ("DUE018", own("Report quarterly", recurring()), []),
    ("DUE018", own("Act by July", JULY, stated=(HEAD,)), []),
    (
        "DUE018",
        plan(
            area(
                "A",
                [action("Act by July", JULY), "Write"],
                who(
                    HEAD,
                    day(2026, 6, 30, actions=("1",), basis="in-step"),
                    day(2026, 9, 30, actions=("2",), basis="in-step"),
                ),
            )
        ),
        ["1.1.1"],
    ),
    ("DUE019", many((JUNE,), (JUNE,), (JUNE,), (JULY,)), DOC),
    ("DUE019", many((JUNE,), (JUNE,), (JULY,), (JULY,)), []),
    ("DUE019", many((JUNE,), (JUNE,), (JUNE,)), []),
    ("DUE020", held(HEAD, day(2026, 12, 25)), ["1.1"]),
    ("DUE020", held(HEAD, day(2026, 6, 28)), ["1.1"]),
    ("DUE020", held(HEAD, day(2026, 5, 4)), ["1.1"]),
    ("DUE020", held(HEAD, day(2026, 5, 11)), []),
    ("DUE020", held(HEAD, day(2026, 5, 31, "end of May 2026")), []),
    ("DUE020", held(HEAD, month(2026, 5)), []),
    ("ACT001", plan(area("A", [])), ["1.1"]),
    ("ACT001", plan(area("A", ["N/A"])), ["1.1"]),
    ("ACT001", plan(area("A", ["No further action required."])), ["1.1"]),
    ("ACT001", plan(area("A", ["None of the files to be closed without a summary"])), []),
    ("ACT005", says("Increase the number of advocates"), ["1.1.1"]),
    ("ACT005", says("Reduce average waiting times"), ["1.1.1"]),
    ("ACT005", says("Work with schools to increase take-up of the offer"), ["1.1.1"]),
    ("ACT005", says("Increase the number of advocates from 12 to 20"), []),
    ("ACT005", says("Increase attendance by half"), []),
    ("ACT005", says("Increase children's participation in meetings"), []),
    ("ACT005", says("Increase awareness among the growing number of staff"), []),
    ("ACT005", own("Increase the number by 30 June 2026", JUNE), ["1.1.1"]),
    (
        "ACT005",
        plan(area("A", ["Increase attendance"], measures=(passage("Attendance is 90 %"),))),
        [],
    ),
    ("ACT006", says("Write a policy and train all managers"), ["1.1.1"]),
    ("ACT006", says("Write a policy. Train all managers."), ["1.1.1"]),
    ("ACT006", says("Write and publish a policy"), []),
    ("ACT006", says("Hold meetings to share intelligence and ensure support"), []),
    ("ACT006", says("Write a policy on neglect"), []),
    ("ACT006", says("Ensure views are central and inform planning"), []),
    ("ACT006", says("Access for families"), []),
    ("ACT006", says("Complete delivery of the Safeguarding and Review Service Plan"), []),
    ("ACT007", says("Write a policy for the"), ["1.1.1"]),
    ("ACT007", says("and which is agreed by partners"), ["1.1.1"]),
    ("ACT007", says("Write a policy (agreed by partners"), ["1.1.1"]),
    ("ACT007", says("Write a policy and"), ["1.1.1"]),
    ("ACT007", says("Write a multi-"), ["1.1.1"]),
    ("ACT007", says("Write a policy, and", "Train staff"), []),
    ("ACT007", says("Children feel safe and listened to"), []),
    ("ACT007", says("write a policy", "Of all plans, audit ten"), []),
    ("ACT008", plan(area("A", ["Panel to be established"], who(JUNE))), ["1.1.1"]),
    ("ACT008", plan(area("A", ["A panel will be held"], who(TBC, JUNE))), []),
    ("ACT008", says("Panel to be established"), []),
    ("ACT008", plan(area("A", ["Establish a panel"], who(JUNE))), []),
    ("ACT008", plan(area("A", [""], who(JUNE))), []),
    ("ACT008", plan(area("A", [action("Panel to be run by Chair", CHAIR)], who(JUNE))), []),
    ("ACT009", says("Write a policy xx"), ["1.1.1"]),
    ("ACT009", says("Insert text here"), ["1.1.1"]),
    ("ACT009", says("See Error! Reference source not found."), ["1.1.1"]),
    ("ACT009", says("Report to [insert name of board]"), ["1.1.1"]),
    ("ACT009", says("Report to ____ monthly"), ["1.1.1"]),
    ("ACT009", says("Write a policy", "•"), ["1.1.2"]),
    ("ACT009", plan(area("Area [name]", ["Act"])), ["1.1"]),
    ("ACT009", says("Brief Exxon staff on section [3] of the plan"), []),
    ("ACT009", plan(area("A", ["-"])), []),
    ("ACT010", says("Implement the participation strategy"), ["1.1.1"]),
    ("ACT010", says("Delivery of the Early Help Plan 2026/27 through team meetings."), ["1.1.1"]),
    ("ACT010", says("Implement the strategy for care leavers"), []),
    ("ACT010", says("Implement the participation strategy with a focus on reviews"), []),
    ("ACT010", says("Develop a participation strategy"), []),
    ("ACT011", says("Offer support where needed"), ["1.1.1"]),
    ("ACT011", says("Recruit two workers, subject to funding"), ["1.1.1"]),
    ("ACT011", says("Review children subject to plans"), []),
    ("MON002", says("Act"), DOC),
    ("MON002", plan(area("A", ["Act"]), monitoring=(passage("The Board monitors it."),)), []),
    (
        "MON002",
        plan(area("A", ["Act"], other=(Other(header="Monitored by", text="B", location=place()),))),
        [],
    ),
    ("MON002", plan(), []),
    ("MON003", says("Write a standard"), DOC),
    ("MON003", says("Ask every child for feedback"), []),
    ("MON003", plan(area("A", ["Act"]), monitoring=(passage("Parents' views count."),)), []),
    ("MON003", says("Send children to school. Consult the Board."), DOC),
    ("DOC001", says("Act"), DOC),
    ("DOC001", plan(area("A", ["Act"]), version="2"), []),
    ("DOC001", plan(area("A", ["Act"]), date=TODAY), []),
    ("DOC003", says("Report to QXB"), DOC),
    ("DOC003", says("Report to QXBs", "Ask the Quality and eXcellence Board"), DOC),
    ("DOC003", says("Report to QEB", "Ask the Quality and Excellence Board"), []),
    ("DOC003", says("Tell the NHS and the GP of SEND"), []),
    ("DOC003", says("REPORT TO ALL TEAMS"), []),
    (
        "DOC003",
        plan(area("A", ["Report to QXB's"]), acronyms=(acronym("QXB", "Quality Box"),)),
        [],
    ),
    ("DOC003", held(group("QXB")), DOC),
    ("DOC003", held(owner("QXB", "initials")), []),
    ("DOC004", says("Visit the child (DOB 3/2/2015)"), DOC),
    ("DOC004", says("Review case no. 1234567"), DOC),
    ("DOC004", says("Write to jo.bloggs@gmail.com"), DOC),
    ("DOC004", plan(area("A", [], who(post("Head of Service 07700 900123")))), DOC),
    ("DOC004", plan(unplaced=(passage("QQ 12 34 56 C"),)), DOC),
    ("DOC004", says("Write to office@council.example on 30 September 2026"), []),
    ("DOC004", says("Review 120 cases by 30/06/2026, number of files 12345"), []),
]


@pytest.mark.parametrize(("code", "statement", "expected"), ROWS)
def test_rows(code: str, statement: Statement, expected: list[str]) -> None:
    assert subjects(code, statement) == expected


def test_a_placeholder_beside_an_owner_is_a_warning() -> None:
    assert found("OWN006", held(TBC))[0].severity == "error"
    assert found("OWN006", held(TBC, HEAD))[0].severity == "warning"


def test_private_data_is_not_repeated() -> None:
    (finding,) = found("DOC004", says("Visit the child (DOB 3/2/2015)"))
    assert "2015" not in finding.message
    assert "date of birth" in finding.message
    assert finding.also == ("1.1.1",)


# Dates that have passed.

MAY = day(2026, 5, 1)
DONE = due("Completed", "status")
PAST: list[tuple[Statement, list[str]]] = [
    (held(HEAD, MAY), ["1.1"]),
    (held(HEAD, JUNE), []),
    (held(HEAD, day(2026, 6, 1)), []),
    (held(HEAD, MAY, DONE), []),
    (held(HEAD, MAY, due("Not completed", "status")), ["1.1"]),
    (held(HEAD, due("from 1 May 2026", "date", role="start", earliest=date(2026, 5, 1))), []),
    (plan(area("A", ["Act"], who(HEAD, MAY), status="Complete")), []),
    (plan(area("A", ["Act"], who(HEAD, MAY), status="Not yet complete")), ["1.1"]),
    (plan(area("A", [action("Act", MAY)], who(HEAD, JUNE))), ["1.1"]),
    (
        plan(area("A", [action("Act", status="Done")], who(HEAD, MAY, actions=[1], basis="row"))),
        [],
    ),
    (
        plan(
            area(
                "A",
                ["Act", "Write"],
                who(
                    HEAD,
                    due("Completed", "status", actions=("1",), basis="in-step"),
                    day(2026, 5, 1, actions=("2",), basis="in-step"),
                ),
            )
        ),
        ["1.1"],
    ),
    (plan(area("A", ["Act", "Write"], who(HEAD, MAY, day(2026, 4, 1), DONE))), ["1.1"]),
    (
        plan(
            area(
                "A",
                ["Act", "Write"],
                who(HEAD, MAY, actions=[1], basis="row"),
                who(HEAD, JUNE, actions=[2], basis="row"),
            )
        ),
        ["1.1"],
    ),
]


@pytest.mark.parametrize(("statement", "expected"), PAST)
def test_already_past(statement: Statement, expected: list[str]) -> None:
    assert subjects("DUE011", statement, as_of=TODAY) == expected


def test_already_past_takes_the_documents_own_day() -> None:
    assert subjects("DUE011", held(HEAD, MAY, date=TODAY)) == ["1.1"]
    assert reasons("DUE011", held(HEAD, MAY))


def test_already_past_lists_the_actions() -> None:
    linked = day(2026, 5, 1, actions=("2",), basis="in-step")
    statement = plan(area("A", ["Act", "Write"], who(HEAD, JUNE, linked)))
    (finding,) = found("DUE011", statement, as_of=TODAY)
    assert finding.also == ("1.1.2",)
    assert '"1 May 2026"' in finding.message


# Coverage.

NAMES = (
    "Improve the recording of children's wishes in case files",
    "Increase the attendance of police officers at strategy meetings",
    "Reduce the caseloads of newly qualified social workers",
)


def plan_of(*texts: str) -> Statement:
    return plan(*(area(text, ["Act"]) for text in texts))


def test_coverage_needs_a_report() -> None:
    for code in ("COV001", "COV002", "COV003"):
        assert reasons(code, plan_of(*NAMES)) == ["No inspection report was given (--report FILE)."]
        assert reasons(code, plan_of(*NAMES), report())
        assert not reasons(code, plan_of(*NAMES), report(*NAMES))


def test_an_area_of_the_report_is_missing() -> None:
    given = report(*NAMES)
    assert subjects("COV001", plan_of(*NAMES), given) == []
    assert subjects("COV001", plan_of(*reversed(NAMES)), given) == []
    assert subjects("COV001", plan_of(*NAMES[:2]), given) == ["report 3"]
    assert subjects("COV001", plan_of("Police attendance at strategy meetings"), given) == [
        "report 1",
        "report 3",
    ]
    both = plan_of(f"{NAMES[0]}. {NAMES[1]}", NAMES[2])
    assert subjects("COV001", both, given) == []


def test_areas_put_together_or_split_are_compared_as_a_whole() -> None:
    given = report(
        "Cut the wait for speech therapy.", "Tell parents and carers what each school can offer."
    )
    for mine in (
        plan_of(
            "Cut the wait for speech therapy; and tell parents and carers what each school can offer."
        ),
        plan_of(
            "Cut the wait for speech therapy",
            "Tell parents and carers",
            "what each school can offer.",
        ),
    ):
        assert not subjects("COV001", mine, given) + subjects("COV002", mine, given)
        assert {item.severity for item in found("COV003", mine, given)} <= {"info"}


@pytest.mark.parametrize(
    "mine",
    [
        "Reduce persistent absence by working with families",
        "A few pupils are absent; governors working with their families",
        "Absence of pupils is to be what governors are working on",
    ],
)
def test_an_area_in_very_different_words_is_reworded(mine: str) -> None:
    given = report(
        "A small number of pupils are persistently absent. Governors need to work with families "
        "so that these pupils attend.",
        "The curriculum does not say what is taught in art.",
    )
    plan = plan_of(mine, "The curriculum does not say what is taught in art.")
    assert subjects("COV001", plan, given) == subjects("COV002", plan, given) == []
    assert subjects("COV003", plan, given) == ["1.1"]


def test_an_area_of_the_plans_own() -> None:
    mine = plan_of("Move the archive to the new building", *NAMES)
    assert subjects("COV002", mine, report(*NAMES)) == ["1.1"]
    assert subjects("COV002", plan_of(*NAMES), report(*NAMES)) == []


@pytest.mark.parametrize(
    ("mine", "severity", "shown"),
    [
        (NAMES[0], None, ""),
        (NAMES[0].upper() + ".", None, ""),
        (NAMES[0].replace("'", "’"), None, ""),
        (NAMES[0].replace("wishes", "wish"), "info", '"wish" for "wishes"'),
        (NAMES[0].replace("Improve the", "Improve"), "info", '"the"'),
        (NAMES[0].replace("case files", "casefiles"), "info", '"casefiles" for "case files"'),
        (NAMES[0].replace(" children's wishes in", ""), "warning", "[-children's wishes in-]"),
        (NAMES[0] + " and meetings", "warning", "{+and meetings+}"),
        (NAMES[0].replace("Improve", "Maintain"), "warning", "[-Improve-] {+Maintain+}"),
    ],
)
def test_an_area_is_reworded(mine: str, severity: str | None, shown: str) -> None:
    findings = found("COV003", plan_of(mine, *NAMES[1:]), report(*NAMES))
    assert [item.severity for item in findings] == ([severity] if severity else [])
    assert all(shown in item.message for item in findings)


def listed(*areas: str | None) -> tuple[Recommendation, ...]:
    return tuple(
        Recommendation(id=f"R{at}", text=f"Point {at}", area=item, location=place())
        for at, item in enumerate(areas, 1)
    )


def test_the_list_and_the_table_disagree() -> None:
    two = plan_of(*NAMES[:2])
    assert reasons("COV004", two)
    assert reasons("COV004", two.model_copy(update={"recommendations": listed(None, None)}))
    whole = two.model_copy(update={"recommendations": listed("1.1", "1.2")})
    assert subjects("COV004", whole) == []
    lost = two.model_copy(update={"recommendations": listed("1.1", None, "1.2")})
    assert '"Point 2"' in found("COV004", lost)[0].message
    short = two.model_copy(update={"recommendations": listed("1.2")})
    (finding,) = found("COV004", short)
    assert (finding.subject, finding.also) == ("1", ("1.1",))


def test_a_section_without_a_list_is_not_run() -> None:
    parts = [section(area(text, ["Act"])) for text in NAMES[:2]]
    statement = plan(*parts, recommendations=listed("1.1"))
    assert reasons("COV004", statement) == [
        "Section 2 has no list of its own areas before its table."
    ]


# Monitoring, document, extraction.


def test_measures() -> None:
    bare, full = area("A", ["Act"]), area("B", ["Act"], measures=(passage("9 of 10"),))
    column = Column(table=1, header="Measure", role="measure", basis="heading", confidence="high")
    assert subjects("MON001", plan(bare, bare)) == DOC
    assert subjects("MON001", plan(bare, full)) == ["1.1"]
    assert subjects("MON001", plan(full)) == []
    assert subjects("MON001", plan()) == []
    with_column = plan(bare, bare, extraction=Extraction(columns=(column,)))
    assert subjects("MON001", with_column) == ["1.1", "1.2"]


REPORTED = {"report": ReportInfo(date=date(2014, 2, 11)), "framework": "sif"}


@pytest.mark.parametrize(
    ("own", "expected"),
    [(date(2014, 5, 23), []), (date(2014, 5, 24), DOC), (date(2015, 1, 1), DOC)],
)
def test_late_statement(own: date, expected: list[str]) -> None:
    statement = plan(area("A", ["Act"]), date=own, **REPORTED)
    findings = found("DOC002", statement)
    assert [item.subject for item in findings] == expected
    assert all("23 May 2014" in item.message for item in findings)


LATE = {"date": date(2014, 6, 2), **REPORTED}
FIRST = [
    ({"version": "1.0"}, DOC),
    ({"version": "Draft"}, DOC),
    ({"version": "2"}, []),
    ({"version": "1.2"}, []),
    ({"title": "Action plan after the focused visit"}, []),
    ({"date": date(2014, 5, 31)}, []),  # it may be all of May
    ({"date": date(2014, 6, 30)}, DOC),
]


@pytest.mark.parametrize(("more", "expected"), FIRST)
def test_only_a_first_statement_is_late(more: dict[str, object], expected: list[str]) -> None:
    assert subjects("DOC002", plan(area("A", ["Act"]), **(LATE | more))) == expected


def test_a_statement_that_reports_is_no_first_one() -> None:
    assert subjects("DOC002", plan(area("A", [action("Act", status="Done")]), **LATE)) == []


def test_late_statement_takes_the_reports_own_date() -> None:
    statement = plan(area("A", ["Act"]), date=date(2014, 5, 24), framework="sif")
    assert subjects("DOC002", statement, report("A", date=date(2014, 2, 11))) == DOC


def test_late_statement_is_not_run() -> None:
    assert "limit" in reasons("DOC002", plan(date=TODAY, report=REPORTED["report"]))[0]
    assert "no date" in reasons("DOC002", plan(**REPORTED))[0]
    assert "report" in reasons("DOC002", plan(date=TODAY, framework="sif"))[0]
    assert (
        "focused" in reasons("DOC002", plan(title="Focused visit plan", date=TODAY, **REPORTED))[0]
    )


def test_the_horizon_needs_an_inspection() -> None:
    assert reasons("DUE015", held(HEAD, JUNE))
    assert not reasons("DUE015", held(HEAD, JUNE, **INSPECTED))


def test_guessed_columns() -> None:
    columns = (
        Column(table=2, header="Who?", role="owner", basis="contents", confidence="low"),
        Column(table=2, header=None, role="deadline", basis="contents", confidence="low"),
        Column(table=3, header="By whom", role="owner", basis="carried", confidence="high"),
    )
    (finding,) = found("EXT003", plan(extraction=Extraction(columns=columns)))
    assert finding.subject == "table 2"
    assert '"Who?" was taken for owners' in finding.message
    assert "without a heading" in finding.message
    assert not found("EXT003", plan())


def test_a_plan_of_lists_is_named_as_information() -> None:
    column = Column(table=0, header=None, role="action", basis="list", confidence="medium")
    (finding,) = found("EXT003", plan(extraction=Extraction(columns=(column,))))
    assert (finding.subject, finding.severity) == ("document", "info")
    assert "behind the actions" in finding.message


def test_guessed_rows() -> None:
    note = Note(kind="guessed-columns", text="Nothing parts the rows.", location=Location())
    (finding,) = found("EXT003", plan(extraction=Extraction(notes=(note,))))
    assert finding.message == "Nothing parts the rows."
    assert finding.severity == "warning"


def test_areas_behind_their_actions_are_doubtful() -> None:
    action = Column(table=1, header="Action", role="action", basis="heading", confidence="high")
    area_ = Column(table=1, header="Zweck", role="area", basis="contents", confidence="low")
    held_ = area("A", ["Write a standard"], who(HEAD, JUNE))
    for columns, severity in (((action, area_), "warning"), ((area_, action), "info")):
        (one,) = found("EXT003", plan(held_, extraction=Extraction(columns=columns)))
        assert one.severity == severity


def test_a_plan_without_areas_is_named() -> None:
    column = Column(table=1, header="Links", role="other", basis="heading", confidence="high")
    held_ = area("", ["Write a standard", "Audit visits", "Train staff"], who(HEAD, JUNE))
    for columns, severity in (((column,), "warning"), ((), "info")):
        (one,) = found("EXT003", plan(held_, extraction=Extraction(columns=columns)))
        assert (one.subject, one.severity) == ("document", severity)
        assert ('"Links"' in one.message) == bool(columns)
    assert not found("EXT003", plan(area("", ["Write a standard"], who(HEAD, JUNE))))


def test_pictures_and_limits() -> None:
    page = Location(fragments=(Fragment(page=4),))
    notes = (
        Note(kind="picture-page", text="a picture", location=page),
        Note(kind="picture-page", text="a picture", location=Location()),
        Note(kind="limit", text="only the first 2000 pages", location=Location()),
        Note(kind="hidden", text="A row is hidden.", location=Location()),
        Note(kind="undecodable", text="A page could not be read.", location=page),
    )
    statement = plan(extraction=Extraction(notes=notes))
    assert subjects("EXT004", statement) == ["page 4", "document"]
    assert subjects("EXT005", statement) == DOC
    assert subjects("EXT004", plan()) == subjects("EXT005", plan()) == []
    assert subjects("EXT006", plan()) == subjects("EXT007", plan()) == []
    assert subjects("EXT006", statement) == subjects("EXT007", statement) == DOC


def test_repeated_actions() -> None:
    said = "Write a recording standard for social workers and publish it on the intranet"
    near = "Write a recording standard for social workers and publish it"
    first = area("A", [said], who(HEAD, JUNE))

    def repeats(*areas: object) -> list[tuple[str, tuple[str, ...], str]]:
        findings = found("ACT004", plan(*areas))  # type: ignore[arg-type]
        return [(item.subject, item.also, item.severity) for item in findings]

    again = area("B", [said], who(CHAIR, JULY))
    assert repeats(first, again) == [("1.1.1", ("1.2.1",), "warning")]
    assert repeats(first, again, again) == [("1.1.1", ("1.2.1", "1.3.1"), "warning")]
    assert repeats(first, area("B", [near])) == [("1.1.1", ("1.2.1",), "info")]
    assert repeats(area("A", [said, said])) == []
    assert repeats(first, area("B", ["Train all staff in the use of chronologies"])) == []
    assert "other owners and dates" in found("ACT004", plan(first, again))[0].message
    same = area("B", [said], who(HEAD, JUNE))
    assert "other" not in found("ACT004", plan(first, same))[0].message
    dated = area("B", [said], who(HEAD, JULY))
    assert "other dates" in found("ACT004", plan(first, dated))[0].message


def test_rows_of_one_slip_are_listed() -> None:
    groups = [who(HEAD, recurring("Bi-annual"), actions=[at], basis="row") for at in (1, 2)]
    (finding,) = found("DUE006", plan(area("A", ["Act", "Write"], *groups)))
    assert (finding.subject, finding.also) == ("1.1", ("1.1.1", "1.1.2"))
    months = [who(HEAD, month(2026, 9), actions=[at], basis="row") for at in (1, 2)]
    (finding,) = found("DUE008", plan(area("A", ["Act", "Write"], *months)))
    assert (finding.subject, finding.also) == ("1.1", ("1.1.1", "1.1.2"))


def test_span_over_a_year_in_the_actions_words() -> None:
    year = span("during 2026/27", date(2026, 4, 1), date(2027, 3, 31))
    assert subjects("DUE018", own("Act during 2026/27", year)) == ["1.1.1"]
    assert subjects("DUE007", own("Act during 2026/27", year)) == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("DOC001", "unclear-date"),
        ("MON001", "unclear-measure"),
        ("MON002", "unclear-monitoring"),
    ],
)
def test_what_unclear_words_may_say_is_for_information(code: str, kind: NoteKind) -> None:
    (found_,) = found(code, held(HEAD, JUNE))
    assert (found_.subject, found_.severity) == ("document", "warning")
    note = Note(kind=kind, text="9 March 2026", location=Location())
    (found_,) = found(code, held(HEAD, JUNE, extraction=Extraction(notes=(note,))))
    assert (found_.subject, found_.severity) == ("document", "info")


@pytest.mark.parametrize(
    ("code", "deadline", "advised"),
    [
        ("DUE007", span("next 6 months", date(2016, 3, 1), date(2016, 8, 31)), '"31 August 2016"'),
        ("DUE007", due("mid-2016", "vague"), '"31 August 2026"'),
        ("DUE017", day(2016, 6, 5, "5.6.16"), '"5 June 2016"'),
    ],
)
def test_advice_takes_its_example_from_the_plan(
    code: str, deadline: Deadline, advised: str
) -> None:
    (finding,) = found(code, held(HEAD, deadline))
    assert advised in finding.help


def test_a_day_without_its_year_is_told_so() -> None:
    (finding,) = found(
        "DUE007", held(HEAD, due("14 August", "date", edtf="XXXX-08-14", precision="day"))
    )
    assert '"14 August" has no year.' in finding.message
    assert "year" in finding.help
