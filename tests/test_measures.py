"""What tells by what a plan's success is told: every row is of our own writing."""

import pytest

from pipeline.measures import any_measures, measures


@pytest.mark.parametrize(
    "text",
    [
        "How we'll know that it works: fewer than one child in ten has three social workers.",
        "How it will be judged: 80% of audits good",
        "What good will look like: no child waits more than 45 days.",
        "Expected impact: reduced drift.",
        "We will know it has worked if all children have a plan.",
        "KPIs by March 2027: 85% of assessments in time",
        "Measures (from annex B): as in the scorecard",
        "We measure success through 14 figures, reported each month.",
        "The measures for each priority are set out in Appendix B.",
        "A full list of performance indicators is at annex B.",
        "Evidence of impact will be drawn from audits and what families say.",
        "Baseline 62%; target 85% by December 2026.",
        "We want re-referrals to fall from 28% to 20%.",
        "By the end of the plan: 95% of visits in time.",
    ],
)
def test_measures(text: str) -> None:
    assert measures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Overall effectiveness: good",
        "Impact of leaders: requires improvement",
        "Target audience: all staff",
        "Measures to improve: see below",
        "How we wrote this plan: in four workshops",
        "How we will review it: quarterly",
        "How we will know:",
        "Performance against national indicators was below that of similar authorities.",
        "Inspectors judged that re-referrals had risen from 20% to 28%.",
        "The inspection took place from 3 to 14 June 2019.",
        "We will know every child who is missing.",
        "The Board will monitor progress each quarter.",
    ],
)
def test_no_measures(text: str) -> None:
    assert not measures(text)


def test_one_of_several_paragraphs() -> None:
    assert any_measures(["Head of Service", "Target: 85% of visits in time"])
    assert any_measures(["Head of Service", "Progress is held against the scorecard."])
    assert not any_measures(["Head of Service", "30 June 2026"])
    assert not any_measures([])
