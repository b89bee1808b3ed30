"""The samples: their results as committed, and as read by eye."""

from pathlib import Path

import pytest

from tests import goldens
from tests.walking import is_as_checked, slices, valued


@pytest.mark.parametrize("sample", goldens.SAMPLES, ids=lambda path: path.name)
def test_results_are_as_committed(sample: Path) -> None:
    for path, text in goldens.texts(sample).items():
        assert path.read_text("utf-8") == text, f"{path.name}: look, then python -m tests.goldens"


@pytest.mark.parametrize("sample", goldens.SAMPLES, ids=lambda path: path.name)
def test_results_are_as_read_by_eye(sample: Path) -> None:
    wanted, found = goldens.expected()[sample.name], goldens.result(sample)
    assert found.findings.summary.areas == wanted["areas"]
    assert found.findings.summary.actions == wanted["actions"]
    for severity in ("error", "warning"):
        raised = [f for f in found.findings.findings if f.severity == severity]
        assert sorted(f"{f.subject} {f.code}" for f in raised) == sorted(wanted[f"{severity}s"])
    assert not found.statement.unplaced


@pytest.mark.parametrize("sample", goldens.SAMPLES, ids=lambda path: path.name)
def test_what_is_made_unchecked_is_as_checked(sample: Path) -> None:
    found = goldens.result(sample)
    assert is_as_checked(found.statement)
    assert is_as_checked(found.findings)


@pytest.mark.parametrize(
    "sample",
    [path for path in goldens.SAMPLES if path.suffix in (".txt", ".html", ".md")],
    ids=lambda path: path.name,
)
def test_every_value_stands_where_it_says(sample: Path) -> None:
    source = sample.read_bytes().decode("utf-8")
    for text, place in valued(goldens.result(sample).statement):
        assert slices(source, place) == text


def test_no_sample_is_without_an_expectation() -> None:
    assert {path.name for path in goldens.SAMPLES} == set(goldens.expected())
