"""The grammar on real wordings, statements and reports; skipped where they are not at hand."""

import csv
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.deadlines import scan

EVIDENCE = Path(__file__).parents[3] / "shared" / "evidence"
pytestmark = pytest.mark.skipif(not EVIDENCE.is_dir(), reason="the evidence folder is not at hand")


def phrases() -> list[dict[str, str]]:
    with (EVIDENCE / "phrases" / "phrases.tsv").open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [line for line in lines if line["field"] == "deadline"]


def is_right(line: dict[str, str]) -> bool:
    kinds = set(line["kinds"].split("|"))
    found = [span.kind for span in scan(line["phrase"].replace("\\n", "\n"), cell=True)]
    if "several" in kinds:
        return len(found) > 1
    return not found if kinds == {"none"} else bool(found) and set(found) <= kinds


def test_kinds_of_phrases() -> None:
    lines = phrases()
    wrong = [line["phrase"] for line in lines if not is_right(line)]
    assert len(wrong) <= 0.03 * len(lines), wrong


def test_latest_days_of_phrases() -> None:
    lines = [line for line in phrases() if line["iso_end_of_period"]]
    wrong = [
        line["phrase"]
        for line in lines
        if line["iso_end_of_period"]
        not in [str(span.latest) for span in scan(line["phrase"], cell=True)]
    ]
    assert len(wrong) <= 0.03 * len(lines), wrong


def areas() -> Iterator[dict[str, Any]]:
    gold = json.loads((EVIDENCE / "statements" / "hartlepool-2014.gold.json").read_text("utf-8"))
    for section in gold["sections"]:
        yield from section["areas"]


def test_actions_of_the_real_statement() -> None:
    for area in areas():
        for action in area["actions"]:
            text = action["text"]
            found = [text[span.start : span.end] for span in scan(text)]
            kept = [words for words in found if words not in action["deadlines_optional"]]
            assert kept == action["deadlines"], text


def test_cells_of_the_real_statement() -> None:
    for area in areas():
        for assignment in area["assignments"]:
            assert not [owner for owner in assignment["owners"] if scan(owner["name"], cell=True)]
            for deadline in assignment["deadlines"]:
                (span,) = scan(deadline["text"], cell=True)
                assert deadline["text"] == deadline["text"][span.start : span.end]
                assert (span.kind, span.edtf) == (deadline["kind"], deadline["edtf"])
                assert (str(span.latest) if span.latest else None) == deadline["latest"]
                assert span.precision == deadline["precision"]


def reports() -> list[Path]:
    return [*EVIDENCE.glob("reports/*.pdf"), *EVIDENCE.glob("responsible-body/*.pdf")]


@pytest.mark.parametrize("path", reports(), ids=lambda path: path.stem)
def test_a_report_states_next_to_no_deadline(path: Path) -> None:
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(path) as pdf:
        text = "\n".join(page.extract_text() or "" for page in pdf.pages)
    paragraphs = re.split(r"\n(?=[◼▪■•\uf0a7]|\d+\.? [A-Z])|(?<=[.:])\n", text)
    found = [
        paragraph[max(0, span.start - 60) : span.end]
        for paragraph in map(" ".join, (part.split() for part in paragraphs))
        for span in scan(paragraph)
    ]
    assert len(found) <= len(text.split()) / 5000 + 1, found
