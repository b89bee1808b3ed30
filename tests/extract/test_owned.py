"""Owners on several lines of a page: a name that wraps, and names one below the other."""

import pytest

from pipeline.extract.owned import parted
from pipeline.placed import Place, Run, Text


def shown(*lines: str, edges: bool = True) -> Text:
    """Return a text whose lines stand below each other on a page."""
    runs, at = [], 0
    for number, line in enumerate(lines):
        boxes = [0.0, 1.0] * len(line) if edges else ()
        runs.append((at, Run(line, Place(1, line=number), edges=boxes)))
        at += len(line) + 1
    return Text(" ".join(lines), tuple(runs))


@pytest.mark.parametrize(
    "lines",
    [
        ("Participation Officer", "Performance Manager"),
        ("Head of Virtual School", "Duty Team Manager"),
        ("Head of Safeguarding", "Fostering Manager"),
        ("Head of Human Resources", "Director of Children's Services"),
        ("Quality Assurance Lead", "Court Progression Officer", "Service Manager"),
    ],
)
def test_posts_one_below_the_other(lines: tuple[str, ...]) -> None:
    assert [text.text for text in parted(shown(*lines))] == list(lines)
    assert [text.runs[0][1].place.line for text in parted(shown(*lines))] == [*range(len(lines))]
    assert [text.text for text in parted(shown(*lines, edges=False))] == [" ".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Principal Social", "Worker"),
        ("Head of Human", "Resources Manager"),
        ("Head of Housing", "Options and", "Advice Manager"),
        ("Head of Children's", "Services Manager"),
        ("Head of", "Commissioning and Practice Lead"),
        ("Service Manager", "Fostering"),
        ("Practice Lead,", "Leaving Care"),
        ("Deputy", "Director of Education"),
        ("Improvement", "Board"),
        ("Designated Clinical", "Officer"),
    ],
)
def test_one_post_that_wraps(lines: tuple[str, ...]) -> None:
    assert [text.text for text in parted(shown(*lines))] == [" ".join(lines)]
