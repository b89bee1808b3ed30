"""Labels in prose: where they part paragraphs, and documents whose labels make no plan."""

import pytest

from pipeline import Settings, Source, process
from pipeline.blocks import Prose
from pipeline.errors import NoPlanError
from pipeline.extract.parted import parted
from pipeline.placed import Text

REPORT = """Cabinet report

Report title: Outcome of the inspection
Lead officer: Director of Children's Services
Date of meeting: 4 March 2025

Recommendations
1. That Cabinet notes the outcome.
2. That Cabinet receives a further report in June 2025.

Financial implications
None.

Contact officer: Head of Improvement
"""
MEMBERS = """Improvement Board

Independent Chair – appointed by the council
Lead officer – Director of Children's Services
Lead officer – Chief Nurse

Timescale

The Board meets until 2026.
"""
VACANCY = """Team Manager, Assessment

Responsible to: Head of Assessment
Responsible for: six social workers

Main duties
- Allocate work within one day
- Supervise staff every month

Closing date: 30 June 2025
Contact: HR Adviser
"""
AGENDA = """Agenda

1. Apologies. Lead: Chair. Time: 10.00
2. Improvement plan. Lead: Programme Director. Time: 10.10
3. Any other business. Lead: Chair. Time: 11.00
"""


INSPECTED = """Inspection of services for children in Brayford

Areas for improvement

Managers should make sure that supervision is recorded.
Leaders should reduce the caseloads of social workers.

The service was visited in March.

Lead inspector: one of our own
Team inspectors: three more

Information about the inspection

Owner: Brayford Council
"""


@pytest.mark.parametrize("text", [REPORT, MEMBERS, VACANCY, AGENDA, INSPECTED])
def test_labels_without_a_plan(text: str) -> None:
    with pytest.raises(NoPlanError):
        process(Source("page.txt", text.encode()), Settings())


PARTS = [
    ("Train staff. Lead: Head. By: May 2025.", ["Train staff.", "Lead: Head.", "By: May 2025."]),
    ("Train staff – Lead: Head – By when: May", ["Train staff", "Lead: Head", "By when: May"]),
    ("Lead: Team Managers Deadline: 30 May", ["Lead: Team Managers", "Deadline: 30 May"]),
    ("Lead Officer: Head of Service", ["Lead Officer: Head of Service"]),
    ("Name of the Lead Officer: Head", ["Name of the Lead Officer: Head"]),
    ("Train staff (Lead: Head. By: May)", ["Train staff (Lead: Head. By: May)"]),
    ("Ask every Lead: when will it be done", ["Ask every Lead: when will it be done"]),
    ("1.2 Train staff. Owner: Head Deadline: May 2025 Measure: All trained",
     ["1.2 Train staff.", "Owner: Head", "Deadline: May 2025", "Measure: All trained"]),
    ("Train staff. Lead: Head Measure: -", ["Train staff.", "Lead: Head", "Measure: -"]),
    ("Action: Train staff. Success Measure: All trained. Lead: Head",
     ["Action: Train staff. Success Measure: All trained.", "Lead: Head"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_labels_within_a_paragraph(text: str, parts: list[str]) -> None:
    found = parted(Prose(Text(text)))
    assert [one.text.text for one in found if isinstance(one, Prose)] == parts


def test_a_title_with_a_colon_is_no_label() -> None:
    text = """The Elms children's home

ACTION PLAN: INSPECTION 2 DECEMBER 2025

Requirement: Staff must know each child's risk assessment.
Action: Rewrite every risk assessment on two pages.
Who: Registered Manager
When: 31 January 2026
How we will check: Three members of staff a week
"""
    found = process(Source("plan.txt", text.encode()), Settings())
    (area,) = found.statement.sections[0].areas
    assert [action.text for action in area.actions] == [
        "Rewrite every risk assessment on two pages."
    ]
