"""Text made ready for the grammar, and the sign without which prose states no time."""

import pytest

from pipeline.deadlines.cues import may_state
from pipeline.deadlines.words import plain

PLAIN = (
    ("By 30 June", "by 30 june"),
    ("May\tto\rJune", "may to\njune"),
    ("the board`s year", "the board's year"),
    ("May – June", "may - june"),
    ("the Board’s year", "the board's year"),
    ("İzmir: 1 May", "İzmir: 1 may"),  # a small letter of two characters stays large
)
SIGNS = (
    ("by 30 june", True),
    ("every ½ term", True),
    ("in late march", True),
    ("reviewed bi-annually", True),
    ("café by december", True),
    ("support the team managers", False),
    ("café – marching on", False),
    ("", False),
)


@pytest.mark.parametrize(("text", "small"), PLAIN)
def test_plain_keeps_every_offset(text: str, small: str) -> None:
    assert plain(text) == small
    assert len(small) == len(text)


@pytest.mark.parametrize(("text", "sign"), SIGNS)
def test_signs_of_a_time(text: str, sign: bool) -> None:
    assert may_state(text) is sign
