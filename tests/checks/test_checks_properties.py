"""What holds of every finding, whatever the plan."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.checks import CHECKS, run
from pipeline.models import Assignment, Deadline, Owner, Statement
from pipeline.settings import Settings
from tests import build
from tests.build import day, due, group, month, owner, post, recurring, report, who

OWNERS = (
    post("Head of Service"),
    post("Team Managers"),
    post("Chair", lead=True),
    group("Improvement Board"),
    owner("MW", "initials"),
    owner("TBC", "unknown", placeholder=True),
)
DEADLINES = (
    day(2026, 6, 30),
    day(2026, 5, 4, "04/05/2026"),
    month(2026, 5),
    recurring("Bi-annual"),
    due("Completed", "status"),
    due("Ongoing"),
    due("TBC", "placeholder"),
    due("After the review", "event"),
    due("Within 3 months", "relative"),
    due("See 1.1", "reference"),
    due("31 June", "date"),
    due("from 1 May", "date", role="start", earliest=date(2026, 5, 1)),
)
TEXTS = (
    "Write a standard",
    "Consider a standard and",
    "A standard is in place. It will be reviewed.",
    "Increase the number of QXB places where needed",
    "Implement the early help strategy",
    "Panel to be established [insert date]",
    "",
    "•",
    "Write to jo@gmail.com",
)

parts = st.lists(st.sampled_from(OWNERS) | st.sampled_from(DEADLINES), max_size=4)


@st.composite
def groups(draw: st.DrawFn, actions: int) -> Assignment:
    """Return a group that may be linked to some of the actions."""
    said: list[Owner | Deadline] = draw(parts)
    numbers = draw(st.sets(st.integers(1, actions), max_size=actions)) if actions else set()
    basis = draw(st.sampled_from(["row", "area", "in-step", None])) if numbers else None
    return who(*said, actions=sorted(numbers), basis=basis)  # type: ignore[arg-type]


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Return a small plan of any shape."""
    areas = []
    for _ in range(draw(st.integers(0, 4))):
        texts = draw(st.lists(st.sampled_from(TEXTS), max_size=3))
        stated = draw(st.lists(groups(len(texts)), max_size=2))
        own = draw(parts)
        actions = [build.action(text, *own, row=at) for at, text in enumerate(texts)]
        areas.append(build.area(draw(st.sampled_from(TEXTS)), actions, *stated))
    joined = build.joined(*(["1.1"] if bool(areas) and draw(st.booleans()) else []))
    return build.plan(*areas, extraction=joined, date=draw(st.none() | st.just(date(2026, 7, 1))))


@settings(max_examples=150, deadline=None)
@given(statements())
def test_every_finding_is_whole(statement: Statement) -> None:
    findings, not_run = run(statement, Settings(), report("Write a standard for all", "Act"))
    ids = {"document"} | {f"report {number}" for number in (1, 2)}
    for section in statement.sections:
        ids |= {section.id}
        for area in section.areas:
            ids |= {area.id, *(action.id for action in area.actions)}
    for item in findings:
        assert {item.subject, *item.also} <= ids
        assert item.message.strip().endswith((".", "+}", "-]", "..."))
        assert "\n" not in item.message
        assert item.help.endswith(".")
    keys = [item.key for item in findings]
    assert len(set(keys)) == len(keys)
    assert {item.code for item in not_run} <= {check.CODE for check in CHECKS}
    assert (findings, not_run) == run(
        statement, Settings(), report("Write a standard for all", "Act")
    )


@settings(max_examples=50, deadline=None)
@given(statements(), st.sampled_from([check.CODE for check in CHECKS]))
def test_one_check_alone_says_what_it_says_among_all(statement: Statement, code: str) -> None:
    alone, _ = run(statement, Settings(select=(code,)))
    among, _ = run(statement, Settings())
    assert list(alone) == [item for item in among if item.code == code]
