"""The grammar against real wordings, which stay outside the project."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.owners import scan

EVIDENCE = Path(__file__).parents[3] / "shared" / "evidence"
pytestmark = pytest.mark.skipif(
    not EVIDENCE.is_dir(), reason="../shared/evidence is not there: real wordings not tested"
)


def _phrases() -> list[dict[str, str]]:
    path = EVIDENCE / "phrases" / "phrases.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["field"] == "owner"]


def _right(row: dict[str, str]) -> bool:
    found = scan(row["phrase"], cell=True)
    kinds = row["kinds"].split("|")
    fits = all(one.kind in kinds or (one.placeholder and "placeholder" in kinds) for one in found)
    return fits and str(len(found)) in row["n"].split("|")


def test_phrases() -> None:
    table = _phrases()
    wrong = [row["phrase"] for row in table if not _right(row)]
    assert len(wrong) <= len(table) * 0.05, wrong


def _areas() -> list[dict[str, Any]]:
    path = EVIDENCE / "statements" / "hartlepool-2014.gold.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    return [area for section in gold["sections"] for area in section["areas"]]


def test_every_owner_of_the_real_statement_in_its_cell() -> None:
    for area in _areas():
        for assignment in area["assignments"]:
            text = " / ".join(owner["name"] for owner in assignment["owners"])
            found = [(text[one.start : one.end], one.kind) for one in scan(text, cell=True)]
            assert found == [(owner["name"], owner["kind"]) for owner in assignment["owners"]]


def test_every_owner_in_the_actions_of_the_real_statement() -> None:
    for area in _areas():
        for action in area["actions"]:
            text = action["text"]
            assert [text[one.start : one.end] for one in scan(text)] == action["owners"]
