"""Owners and dates that stand level with their actions, on pages that the tests draw."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline import Settings, Source, process
from pipeline.models import Area
from tests.readers.test_pdf import drawn, grid, write

Cells = tuple[tuple[float, tuple[str, ...]], ...]
Lines = tuple[tuple[float, str], ...]

XS, YS = [40.0, 140.0, 340.0, 460.0, 555.0], [40.0, 60.0, 240.0]
ACTIONS = (
    (75, ("• Write a guide to recording that says", "what every visit must cover", "and how")),
    (123, ("• Train all social workers in it", "and their managers")),
    (159, ("• Audit twelve files every month",)),
)


def area(who: Lines, when: Lines, actions: Cells = ACTIONS) -> Area:
    """Return the area of a plan of one row; lines stand at the baselines given."""

    def page(canvas: Canvas) -> None:
        grid(canvas, XS, YS)
        for x, heading in zip(XS, ("Area", "Action", "Lead", "By when"), strict=False):
            write(canvas, x + 4, 54, heading)
        write(canvas, 44, 75, "Case records must", "show what children", "say.")
        for y, lines in actions:
            write(canvas, 144, y, *lines)
        for x, column in ((344, who), (464, when)):
            for y, line in column:
                write(canvas, x, y, line)

    source = Source("plan.pdf", drawn(page))
    (found,) = process(source, Settings()).statement.sections[0].areas
    assert len(found.actions) == len(actions)
    return found


def told(found: Area) -> list[tuple[list[str], str | None, str | None, str | None]]:
    return [
        (
            [owner.text for owner in one.owners],
            one.owners_basis,
            one.deadline.text if one.deadline else None,
            one.deadline_basis,
        )
        for one in (action.responsibility for action in found.actions)
    ]


WHO = ((75, "Head of Service"), (87, "Team Manager"), (123, "Training Manager"), (159, "Head of Quality"))  # fmt: skip
WHEN = ((75, "30 June 2026"),)


def test_owners_moved_down_to_their_actions_belong_to_them() -> None:
    found = area(WHO, WHEN)
    assert told(found) == [
        (["Head of Service", "Team Manager"], "aligned", "30 June 2026", "area"),
        (["Training Manager"], "aligned", "30 June 2026", "area"),
        (["Head of Quality"], "aligned", "30 June 2026", "area"),
    ]
    assert [one.basis for one in found.assignments] == ["aligned", "aligned", "aligned", "area"]
    assert [one.actions for one in found.assignments[:3]] == [("1.1.1",), ("1.1.2",), ("1.1.3",)]


def test_dates_level_with_their_actions_are_linked_with_the_owners() -> None:
    when = ((75, "May 2026"), (87, "(first draft)"), (123, "June 2026"), (159, "July 2026"))
    found = area(WHO, when)
    assert [(one[2], one[3]) for one in told(found)] == [
        ("May 2026", "aligned"),
        ("June 2026", "aligned"),
        ("July 2026", "aligned"),
    ]


@pytest.mark.parametrize(
    "who",
    [
        pytest.param(((75, "Head of Service"), (87, "Team Manager"), (99, "Head of Quality")), id="filled from the top"),
        pytest.param(((75, "Head of Service"), (123, "Team Manager")), id="fewer than the actions"),
        pytest.param(((75, "Head of Service"), (135, "Team Manager"), (171, "Head of Quality")), id="between the actions"),
        pytest.param(((75, "Head of Service"), (123, "(see minutes)"), (159, "Head of Quality")), id="a block that names nobody"),
    ],
)  # fmt: skip
def test_heights_that_do_not_say_link_nothing(who: Lines) -> None:
    assert "aligned" not in {one[1] for one in told(area(who, WHEN))}


def test_lines_as_far_apart_as_an_empty_line_are_an_accident() -> None:
    actions = ((75, ("• Write a guide",)), (97, ("• Train all staff",)), (119, ("• Audit files",)))
    who = ((75, "Head of Service"), (97, "Training Manager"), (119, "Head of Quality"))
    assert "aligned" not in {one[1] for one in told(area(who, WHEN, actions))}
