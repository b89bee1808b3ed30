"""Damaged plans of every kind: a result, or an error that says what is wrong; nothing else."""

import random

import pytest

from pipeline import Source
from tests.mutations import attempt, damaged, samples

ROUNDS = 12


@pytest.mark.parametrize("seed", range(ROUNDS))
@pytest.mark.parametrize("name", [source.name for source in samples()])
def test_damage_gives_a_result_or_a_sentence(name: str, seed: int) -> None:
    """The longer search is `python -m tests.mutations SECONDS`."""
    made, ended = attempt(_sample(name), seed)
    assert made.data != _sample(name).data
    assert ended.endswith(("areas", ".", "!"))


def _sample(name: str) -> Source:
    return next(source for source in samples() if source.name == name)


def test_damage_is_the_same_each_time() -> None:
    data = samples()[0].data
    assert damaged(data, random.Random(3)) == damaged(data, random.Random(3))  # noqa: S311
