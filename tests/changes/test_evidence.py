"""One plan in five formats is one plan; what is changed in it is found, and nothing else."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from pipeline.blocks import Source
from pipeline.changes import compare
from pipeline.processing import Result, process
from pipeline.settings import Settings

FOLDER = Path(__file__).parents[3] / "shared" / "evidence" / "statements"
TEXT = FOLDER / "hartlepool-2014.txt"
OTHERS = ("html", "portrait.docx", "landscape.docx", "portrait.pdf", "landscape.pdf")

pytestmark = pytest.mark.skipif(not TEXT.exists(), reason="the evidence folder is not there")


@cache
def read(data: bytes, name: str) -> Result:
    return process(Source(name, data), Settings(as_of=date(2014, 5, 23)))


def original() -> Result:
    return read(TEXT.read_bytes(), TEXT.name)


@pytest.mark.parametrize("suffix", OTHERS)
def test_another_format_changes_nothing(suffix: str) -> None:
    path = FOLDER / f"hartlepool-2014.{suffix}"
    found = compare(original(), read(path.read_bytes(), path.name))
    assert found.changes == ()
    grave = [one for one in (*found.findings.new, *found.findings.fixed) if one.severity != "info"]
    assert grave == []


def test_a_day_that_is_put_off_is_the_only_change() -> None:
    text = TEXT.read_text("utf-8")
    first = original().statement.sections[0].areas[0]
    stated = [one for group in first.assignments for one in group.deadlines if one.latest]
    place = stated[0].location.fragments[0]
    assert place.start is not None
    assert place.end is not None
    later = f"{text[: place.start]}1 December 2019{text[place.end :]}"
    found = compare(original(), read(later.encode(), TEXT.name))
    shifted = [one.deadline.new or "" for one in found.changes if one.deadline]
    assert any("1 December 2019" in now for now in shifted)
    assert all(one.rewording is None and one.owners is None for one in found.changes)
    assert all((one.area or one.new) == first.id for one in found.changes)


def test_a_word_that_is_changed_is_the_only_change() -> None:
    text = TEXT.read_text("utf-8")
    action = original().statement.sections[0].areas[1].actions[0]
    end = action.location.fragments[-1].end
    assert end is not None
    found = compare(original(), read(f"{text[:end]} marmalade{text[end:]}".encode(), TEXT.name))
    (one,) = found.changes
    assert (one.new, one.kind) == (action.id, "changed")
    assert one.rewording is not None
    assert one.rewording.added == ("marmalade",)
