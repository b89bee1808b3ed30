"""Damaged PDFs: whatever the bytes, a document or a sentence, and nothing else."""

import random

import pytest

from pipeline.errors import PipelineError
from pipeline.readers import pdf
from pipeline.settings import Settings
from tests.readers.test_pdf import drawn, plan, words

_DATA = drawn(plan, words, pageCompression=0)


@pytest.mark.parametrize("seed", range(150))
def test_changed_bytes_never_break_the_reader(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(_DATA)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data))
        change = chance.randrange(3)
        if change == 0:
            data[at] = chance.randrange(256)
        elif change == 1:
            del data[at : at + chance.randrange(60)]
        else:
            data[at:at] = data[chance.randrange(len(data)) :][: chance.randrange(200)]
    try:
        document = pdf.read(bytes(data), Settings())
    except PipelineError as error:
        trouble = error
    else:
        assert document.pages
        return
    assert trouble.problem.endswith(".")
