"""Plans told in sentences and lists below their areas, and documents like them that are none."""

import pytest

from pipeline import Settings, Source, process
from pipeline.errors import NoPlanError
from pipeline.models import Statement
from tests.extract.outlines import outline

TITLE = "Redmere Council\n\nAction plan after the inspection of January 2025\n\n"


def read(text: str) -> Statement:
    return process(Source("plan.txt", text.encode()), Settings()).statement


LIST = """Area 1: Visits are late.

- A rota will be agreed with each team by 30 May 2025. (Head of Assessment)
- Ten visits will be audited each month. (QA Manager)

Area 2: Plans are vague.

- The form will be rewritten by 27 June 2025. (Principal Social Worker)
- Managers will be trained. Mrs Vale, by 31 July 2025.
"""
LABELS = """What the inspectors said: visits are late.
What we shall do:
 * Mrs Vale will lead two meetings on visits by 30 May 2025.
 * The rota will be rewritten to match. Mr Crane, by 27 June 2025.
How we will know: nine in ten visits are on time.

What the inspectors said: plans are vague.
What we shall do:
 * Miss Moor will rewrite the form by 31 July 2025.
"""
SENTENCES = """1. Visits are late.

   The Head of Assessment will agree a rota by 30 May 2025. It was asked for by all teams.
   Attendance will be looked at.

2. Plans are vague.

   The Principal Social Worker will rewrite the form by 27 June 2025.

The Improvement Board monitors this plan every month.
"""
RESPONSES = """Recommendation 1. Visits should be on time.
Response. A rota will be agreed by 30 May 2025. The Head of Assessment is responsible.

Recommendation 2. Plans should be clear.
Response. The Principal Social Worker will rewrite the form by 27 June 2025. The success of this
will be judged by audit.
"""
DONE = """Priority action A
"Leaders should see that visits are on time."

What has already been done
- The Head of Assessment met all teams in March 2025.

What we will do next
- The Head of Assessment will agree a rota by 30 May 2025.

Priority action B
"Leaders should see that plans are clear."

What we will do next
- The Principal Social Worker will rewrite the form by 27 June 2025.
"""
PLANS = [
    (LIST, [
        "= [Area 1] Visits are late.",
        "* A rota will be agreed with each team by 30 May 2025. > Head of Assessment"
        " @ by 30 May 2025",
        "* Ten visits will be audited each month. > QA Manager @ each month",
        "= [Area 2] Plans are vague.",
        "* The form will be rewritten by 27 June 2025. > Principal Social Worker @ by 27 June 2025",
        "* Managers will be trained. > Mrs Vale @ by 31 July 2025"]),
    (LABELS, [
        "= visits are late.",
        "* Mrs Vale will lead two meetings on visits by 30 May 2025. > Mrs Vale @ by 30 May 2025",
        "* The rota will be rewritten to match. > Mr Crane @ by 27 June 2025",
        "= plans are vague.",
        "* Miss Moor will rewrite the form by 31 July 2025. > Miss Moor @ by 31 July 2025"]),
    (SENTENCES, [
        "= [1] Visits are late.",
        "* The Head of Assessment will agree a rota by 30 May 2025. > Head of Assessment"
        " @ by 30 May 2025",
        "* Attendance will be looked at. > - @ -",
        "= [2] Plans are vague.",
        "* The Principal Social Worker will rewrite the form by 27 June 2025."
        " > Principal Social Worker @ by 27 June 2025"]),
    (RESPONSES, [
        "= [Recommendation 1] Visits should be on time.",
        "* A rota will be agreed by 30 May 2025. > Head of Assessment @ by 30 May 2025",
        "= [Recommendation 2] Plans should be clear.",
        "* The Principal Social Worker will rewrite the form by 27 June 2025."
        " > Principal Social Worker @ by 27 June 2025"]),
    (DONE, [
        '= Priority action A "Leaders should see that visits are on time."',
        "* The Head of Assessment will agree a rota by 30 May 2025. > Head of Assessment"
        " @ by 30 May 2025",
        '= Priority action B "Leaders should see that plans are clear."',
        "* The Principal Social Worker will rewrite the form by 27 June 2025."
        " > Principal Social Worker @ by 27 June 2025"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), PLANS)
def test_what_is_told_below_areas(body: str, wanted: list[str]) -> None:
    assert outline(read(TITLE + body))[1:] == wanted


def test_what_else_is_told_stays_with_its_area() -> None:
    areas = [area for one in read(TITLE + SENTENCES).sections for area in one.areas]
    others = [other.text for area in areas for action in area.actions for other in action.other]
    assert "It was asked for by all teams." in others
    measured = [one for section in read(TITLE + LABELS).sections for one in section.areas]
    assert [one.text for one in measured[0].measures] == ["nine in ten visits are on time."]


HEADS = [
    "Redmere Council\n\nMinutes of the Improvement Board, 5 March 2025: action plan\n\n",
    "Dear Ms Vale,\n\nOur improvement plan after your visit\n\n",
    "Report of the Director of Children's Services\n\nOfsted action plan\n\n",
    "Redmere Council\n\nSupervision policy and action plan\n\n",
    "Redmere Council\n\nInspection of services for children, January 2025\n\n",
    "Redmere Council\n\nThis letter says what we found, and asks for an action plan.\n\n",
    "Progress report on the improvement plan\n\n",
    "Redmere improvement plan\n\n",
    "Hello all,\n\nHere is what we said about the inspection\n\nAction plan\n\n",
    "Improvement Board, 5 March 2025\n\nPresent: A Vale, B Crane\n\nOfsted action plan\n\n",
    "Redmere children's strategy\n\nOur Ofsted improvement plan\n\n",
]
VAGUE = """Area 1: Visits are late.

Visits will be on time. We are proud of what our social workers do, and always will be.

Area 2: Plans are vague.

Plans will be clear, and the Head of Assessment agrees.
"""


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("body", [SENTENCES, RESPONSES, DONE])
def test_other_documents_tell_of_deeds_and_days_too(head: str, body: str) -> None:
    with pytest.raises(NoPlanError):
        read(head + body)


@pytest.mark.parametrize("body", [VAGUE, SENTENCES.split("2.")[0], RESPONSES.split("\n\n")[0]])
def test_too_little_is_told(body: str) -> None:
    with pytest.raises(NoPlanError):
        read(TITLE + body)
