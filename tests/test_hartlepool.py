"""The real statement, in every format, against its gold; skipped where the evidence is absent."""

import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline import Result, Settings, Source, process
from pipeline.models import Area, Deadline, Owner
from tests.walking import kept, slices, valued, words

EVIDENCE = Path(__file__).parents[2] / "shared" / "evidence"
FOLDER = EVIDENCE / "statements"
FORMATS = ("txt", "html", "portrait.pdf", "landscape.pdf", "portrait.docx", "landscape.docx")

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the evidence folder (../shared/evidence) is not here"
)

# The last column of the checks page, errors and warnings; with the report, as of 23 May 2014.
FINDINGS = """
1.8 DUE001, 1.11 DUE001, 2.3 DUE011, 2.4 DUE011,
2.1 OWN004, 2.2 OWN004, 2.5 OWN004, 2.2.2 OWN008, 2.5.4 OWN008,
1.4 OWN010, 1.5 OWN010, 1.6 OWN010, 1.10 OWN010, 2.1 OWN010, 2.2 OWN010,
1.4 DUE002, 2.5 DUE005, 2.6 DUE005, 2.6 DUE006, 2.1 DUE007, 2.3 DUE013, 2.2.1 DUE018,
1.9.2 ACT002, 1.9.3 ACT002, 1.3.1 ACT003, 1.3.2 ACT003, 1.3.3 ACT003, 2.2.1 ACT003,
1.1.1 ACT004, 1.1.2 ACT004, 2.1 COV003, document MON001, document DOC001
"""


@cache
def result(kind: str) -> Result:
    path = FOLDER / f"hartlepool-2014.{kind}"
    report = EVIDENCE / "reports" / "hartlepool-2014-report.pdf"
    return process(
        Source(path.name, path.read_bytes()),
        Settings(as_of=date(2014, 5, 23)),
        Source(report.name, report.read_bytes()),
    )


def areas(kind: str) -> list[Area]:
    return [area for section in result(kind).statement.sections for area in section.areas]


@cache
def gold() -> Any:
    return json.loads((FOLDER / "hartlepool-2014.gold.json").read_text("utf-8"))


def gold_areas() -> list[Any]:
    return [area for section in gold()["sections"] for area in section["areas"]]


def _same(text: str | None) -> str:
    return " ".join((text or "").split()).replace("’", "'")


def _owner(owner: Owner) -> tuple[str, str]:
    return _same(owner.text), owner.kind


def _deadline(one: Deadline) -> tuple[str, str, str | None, str | None, str | None]:
    latest = str(one.latest) if one.latest else None
    return _same(one.text), one.kind, one.edtf, latest, one.precision


@pytest.mark.parametrize("kind", FORMATS)
def test_areas_and_actions(kind: str) -> None:
    read = [(_same(area.text), [_same(a.text) for a in area.actions]) for area in areas(kind)]
    wanted = [(_same(a["text"]), [_same(x["text"]) for x in a["actions"]]) for a in gold_areas()]
    assert read == wanted


@pytest.mark.parametrize("kind", FORMATS)
def test_owners_and_deadlines_of_the_cells(kind: str) -> None:
    for area, wanted in zip(areas(kind), gold_areas(), strict=True):
        assert [
            ([_owner(o) for o in group.owners], [_deadline(d) for d in group.deadlines])
            for group in area.assignments
        ] == [
            (
                [(o["name"], o["kind"]) for o in group["owners"]],
                [
                    (d["text"], d["kind"], d["edtf"], d["latest"], d["precision"])
                    for d in group["deadlines"]
                ],
            )
            for group in wanted["assignments"]
        ]


@pytest.mark.parametrize("kind", FORMATS)
def test_owners_and_deadlines_of_the_actions_own_words(kind: str) -> None:
    for area, wanted in zip(areas(kind), gold_areas(), strict=True):
        for action, truth in zip(area.actions, wanted["actions"], strict=True):
            assert [_same(owner.text) for owner in action.owners] == truth["owners"]
            found = [_same(one.text) for one in action.deadlines]
            assert [one for one in found if one not in truth["deadlines_optional"]] == truth[
                "deadlines"
            ]


@pytest.mark.parametrize("kind", FORMATS)
def test_links_only_where_dates_and_actions_are_in_step(kind: str) -> None:
    for area, wanted in zip(areas(kind), gold_areas(), strict=True):
        linked = any(one.actions for group in area.assignments for one in group.deadlines)
        assert linked == wanted["deadlines_in_step_with_actions"]


@pytest.mark.parametrize("kind", FORMATS)
def test_themes_of_the_areas(kind: str) -> None:
    for area, wanted in zip(areas(kind), gold_areas(), strict=True):
        found = {theme.id for theme in area.themes}
        assert set(wanted["themes"]) <= found <= {*wanted["themes"], *wanted["themes_allowed"]}


@pytest.mark.parametrize("kind", FORMATS)
def test_findings(kind: str) -> None:
    raised = [f for f in result(kind).findings.findings if f.severity != "info"]
    wanted = [" ".join(one.split()) for one in FINDINGS.split(",")]
    assert sorted(f"{f.subject} {f.code}" for f in raised) == sorted(wanted)


@pytest.mark.parametrize("kind", FORMATS)
def test_the_preamble(kind: str) -> None:
    statement = result(kind).statement
    assert statement.authority == gold()["authority"]
    assert statement.inspection is not None
    assert str(statement.inspection.start) == gold()["inspection"]["start"]
    assert str(statement.inspection.end) == gold()["inspection"]["end"]
    found = [{"subject": j.subject, "grade": j.grade} for j in statement.judgements]
    assert found == gold()["judgements"]
    linked = [one.area for one in statement.recommendations]
    assert linked == [f"1.{number}" for number in range(1, gold()["recommendations"] + 1)]
    assert not statement.unplaced


def test_joined_rows_keep_both_pieces() -> None:
    joined = result("txt").statement.extraction.joined
    assert [(one.id, len(one.pieces)) for one in joined] == [("1.4", 2), ("1.10", 2)]


@pytest.mark.parametrize("kind", ["txt", "html"])
def test_every_value_stands_where_it_says(kind: str) -> None:
    source = (FOLDER / f"hartlepool-2014.{kind}").read_bytes().decode("utf-8")
    for text, place in valued(result(kind).statement):
        assert slices(source, place) == text


def test_no_word_of_the_table_is_lost() -> None:
    lines = (FOLDER / "hartlepool-2014.txt").read_text("utf-8").splitlines()
    cells = "\n".join(line for line in lines if "\t" in line)
    import re

    wanted = Counter(words(re.sub(r"<[^<>]*>", " ", cells)))
    assert not wanted - kept(result("txt").statement)
