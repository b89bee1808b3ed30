"""The examples of each manual, through the whole line from a source to its findings."""

from datetime import date

import pytest

from pipeline.blocks import Source
from pipeline.checks import CHECKS, Check, page
from pipeline.checks._manual import Example, examples
from pipeline.processing import process
from pipeline.settings import Settings

EXAMPLES = [(check, example) for check in CHECKS for example in examples(check)]
WITHOUT = {  # their examples would need a report, a broken page or a scan
    "COV001",
    "COV002",
    "COV003",
    "DOC002",
    "EXT001",
    "EXT002",
    "EXT003",
    "EXT004",
    "EXT005",
    "EXT006",
    "EXT007",
}


@pytest.mark.parametrize(
    ("check", "example"),
    EXAMPLES,
    ids=[f"{check.CODE}-{example.verdict}" for check, example in EXAMPLES],
)
def test_example(check: Check, example: Example) -> None:
    source = Source("example.txt", example.text.encode())
    settings = Settings(as_of=date(2026, 5, 23), select=(check.CODE,))
    codes = {item.code for item in process(source, settings).findings.findings}
    assert codes == ({check.CODE} if example.verdict == "FAIL" else set())


def test_every_check_has_examples_of_both_kinds() -> None:
    for check in CHECKS:
        verdicts = {example.verdict for example in examples(check)}
        assert verdicts == {"PASS", "FAIL"} or check.CODE in WITHOUT, check.CODE


def test_the_page_has_every_check() -> None:
    text = page()
    assert all(f"### {check.CODE} {check.SLUG}" in text for check in CHECKS)
    assert "PASS:" not in text
