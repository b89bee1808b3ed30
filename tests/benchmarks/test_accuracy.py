"""The measurements themselves: a wrong yardstick would hide every fault."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import (
    __main__,
    another,
    baselines,
    evidence,
    facts,
    gold,
    phrases,
    printing,
    prose,
    reports,
    statements,
)
from benchmarks.accuracy.scores import Results, Score, compare, graded, total
from pipeline.tag.theme_file import read_themes

# The contract's kinds of deadline, and what a list says instead of one.
KINDS = {"date", "period", "recurring", "relative", "event", "status", "reference", "placeholder"}
KINDS |= {"vague", "several", "none"}


def test_score_of_bags() -> None:
    truth = {"owners": Counter(["a", "a", "b"])}
    given = {"owners": Counter(["a", "c", "d"])}
    score = compare(truth, given, {"owners": Counter(["d"])})["owners"]
    assert (score.right, score.wrong, score.missed) == (1, ("c",), ("a", "b"))
    assert score.precision == 0.5
    assert score.recall == pytest.approx(1 / 3)
    assert score.f1 == pytest.approx(0.4)


def test_score_of_nothing() -> None:
    assert Score().f1 == 1.0
    assert Score(0, (), ("a",)).f1 == 0.0
    assert Score(0, ("a",), ("b",)).f1 == 0.0


def test_rows_right_or_not() -> None:
    score = graded([("one", True), ("two", False), ("three", True)])
    assert score.f1 == pytest.approx(2 / 3)
    assert score.slips == ("wrong: two",)
    assert total([score, score]).right == 4


@pytest.mark.parametrize(
    ("allowed", "kinds", "loose", "strict"),
    [
        ("date|period", ["date"], True, True),
        ("date", ["date", "vague"], True, False),
        ("none", [], True, True),
        ("none", ["date"], False, False),
        ("several", ["date"], False, False),
        ("several", ["date", "date"], True, True),
        ("date", [], False, False),
    ],
)
def test_kind_fits(allowed: str, kinds: list[str], loose: bool, strict: bool) -> None:
    assert phrases.kind_fits(allowed, kinds) is loose
    assert phrases.kind_fits(allowed, kinds, strict=True) is strict


def test_words_are_compared_without_quotes_and_bullets() -> None:
    assert evidence.plain("▪ a child’s\n “view” – now") == 'a child\'s "view" - now'
    assert evidence.loose("Quarterly;") == "quarterly"


def deadline(text: str, **values: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "kind": "date",
        "edtf": None,
        "latest": None,
        "basis": None,
        "actions": [],
    }
    return {"text": text, **empty, **values}


STATEMENT: dict[str, Any] = {
    "title": "Plan",
    "authority": "Fenmoor",
    "inspection": {"start": "2019-01-07", "end": "2019-01-18"},
    "judgements": [{"subject": "Services", "grade": "Good"}],
    "recommendations": [{"area": "1.1"}],
    "sections": [
        {
            "areas": [
                {
                    "text": "Records are late.",
                    "themes": [{"id": "recording"}, {"id": "data"}],
                    "actions": [
                        {
                            "id": "1.1.1",
                            "text": "Team Managers to write a standard by May.",
                            "owners": [{"text": "Team Managers"}],
                            "deadlines": [deadline("by May")],
                        },
                        {"id": "1.1.2", "text": "Audit.", "owners": [], "deadlines": []},
                    ],
                    "assignments": [
                        {
                            "owners": [{"text": "Head of Service", "kind": "post"}],
                            "deadlines": [
                                deadline("1 May 2019", basis="in-step", actions=["1.1.1"]),
                                deadline("2 May 2019", basis="in-step", actions=["1.1.2"]),
                            ],
                        }
                    ],
                }
            ]
        }
    ],
}

GOLD: dict[str, Any] = {
    "title": "PLAN",
    "authority": "Fenmoor",
    "inspection": {"start": "2019-01-07", "end": "2019-01-18"},
    "judgements": [{"subject": "services", "grade": "good"}],
    "recommendations": 1,
    "sections": [
        {
            "areas": [
                {
                    "text": "Records are late.",
                    "themes": ["recording"],
                    "themes_allowed": ["data"],
                    "deadlines_in_step_with_actions": True,
                    "actions": [
                        {
                            "text": "Team Managers to write a standard by May.",
                            "owners": ["Team Managers"],
                            "deadlines": [],
                            "deadlines_optional": ["by May"],
                        },
                        {"text": "Audit.", "owners": [], "deadlines": []}
                        | {"deadlines_optional": []},
                    ],
                    "assignments": [
                        {
                            "owners": [{"name": "Head of Service", "kind": "post"}],
                            "deadlines": [deadline("1 May 2019"), deadline("2 May 2019")],
                        }
                    ],
                }
            ]
        }
    ],
}


def scored(statement: dict[str, Any]) -> dict[str, Score]:
    given = facts.of_statement(statement, facts.places(GOLD))
    head = gold.head_of_statement(statement)
    return compare(gold.truth(GOLD), {**given, **head}, gold.optional(GOLD))


def test_a_right_statement_scores_one_in_every_field() -> None:
    scores = scored(STATEMENT)
    assert {name for name, score in scores.items() if score.slips} == set()
    assert scores["links"].right == 2


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("assignments", 0, "owners", 0, "kind"), "group", "owner kinds"),
        (("assignments", 0, "owners", 0, "text"), "Head", "owners"),
        (("assignments", 0, "deadlines", 0, "latest"), "2019-05-01", "latest day"),
        (("assignments", 0, "deadlines", 0, "actions"), ["1.1.2"], "links"),
        (("themes", 0, "id"), "cse", "themes"),
        (("actions", 1, "text"), "Audits", "actions"),
        (("actions", 1, "owners"), [{"text": "Board"}], "action owners"),
        (("text",), "Records are too late.", "areas"),
    ],
)
def test_every_slip_is_seen(path: tuple[Any, ...], value: Any, field: str) -> None:
    changed = json.loads(json.dumps(STATEMENT))
    spot = changed["sections"][0]["areas"][0]
    for key in path[:-1]:
        spot = spot[key]
    spot[path[-1]] = value
    assert scored(changed)[field].slips


def test_nothing_read_misses_everything() -> None:
    given = facts.of_statement(statements.EMPTY, facts.places(GOLD))
    assert compare(gold.truth(GOLD), given)["actions"].recall == 0


def test_plan_holds_each_wording_in_its_own_row() -> None:
    page = phrases.plan("deadline", ["by <May>", "June\nJuly"])
    assert page.count("<tr>") == 3
    assert "<td>by &lt;May&gt;</td>" in page
    assert "<td>June<br>July</td>" in page
    assert "<td>TBC</td><td>31 March 2020</td>" in phrases.plan("owner", ["TBC"])


def test_table_changes_and_markdown() -> None:
    results = Results({}, {"x.pdf": "not there"})
    results.add("a.txt", {"owners": Score(3, ("w",), ("m",)), "areas": Score(2)})
    results.add("baseline b", {"owners": Score(0, (), ("n",))})
    text = printing.text(results)
    assert "a.txt: owners: missed: m" in text
    assert "baseline b: owners" not in text
    assert "skipped: x.pdf: not there" in text
    assert "all documents" in text
    earlier = json.loads(json.dumps(printing.as_json(results)))
    assert printing.changes(results, earlier) == "gained 0, lost 0"
    results.add("a.txt", {"owners": Score(4, ("v",))})
    changes = printing.changes(results, earlier)
    assert "gained: a.txt: owners: missed: m" in changes
    assert "lost: a.txt: owners: wrong: v" in changes
    page = printing.markdown(results)
    assert "| a, all formats | 6 | 0.923 | owners 0.889 |" in page
    assert "General tools on the same phrases: b: owners 0.000." in page
    results.add("northmere-2016.txt", {"areas": Score(4)})
    results.add("1_council.pdf", {"report areas": Score(1, (), ("x",))})
    page = printing.markdown(results)
    assert "| our own samples | 4 | 1.000 | – |" in page
    assert "| inspection reports | 2 | 0.667 | report areas 0.667 |" in page


def test_markdown_goes_between_the_markers() -> None:
    page = f"before\n{printing.START}\nold\n{printing.END}\nafter\n"
    assert printing.into_readme(page, "new") == page.replace("old", "new")
    with pytest.raises(ValueError, match="markers"):
        printing.into_readme("no markers", "new")


def test_command_without_evidence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(evidence, "EVIDENCE", tmp_path / "none")
    monkeypatch.setattr(statements, "GOLDEN", tmp_path / "none")
    scores, readme = tmp_path / "scores.json", tmp_path / "README.md"
    readme.write_text(f"{printing.START}{printing.END}", encoding="utf-8")
    assert __main__.main(["--json", str(scores), "--readme", str(readme)]) == 0
    assert __main__.main(["--against", str(scores)]) == 0
    output = capsysbinary.readouterr().out.decode()
    for part in ("real statements", "inspection reports", "phrases", "own samples"):
        assert f"skipped: {part}: no " in output
    assert "gained 0, lost 0" in output
    measured = json.loads(scores.read_text(encoding="utf-8"))
    assert {
        "owner cells by another writer",
        "deadline cells by another writer",
        "baseline edtf, another writer",
    } < set(measured)


def test_general_tools() -> None:
    assert baselines.by_dateparser("30 September 2014") == "2014-09-30"
    assert baselines.by_edtf("summer in the office, maybe") is None
    assert baselines.by_edtf("May 2014") == "2014-05-31"
    assert baselines.by_role_list("Assistant Director / Team Managers").kinds == ("post", "post")


def test_pages_and_bodies_of_report_areas() -> None:
    from pipeline.models import Fragment, Location, ReportArea

    place = Location(fragments=(Fragment(page=7), Fragment(page=6)))
    area = ReportArea(id="1", owner="ICB", kind="priority", text="Act.", location=place)
    given = reports._given([area])
    assert given["report pages"] == Counter(["act | 6,7"])
    assert given["responsible bodies"] == Counter(["act | icb"])
    assert reports._body("The Safeguarding Children Board") == "LSCB"


def test_wordings_in_a_plan_are_read_back_row_by_row() -> None:
    rows = [{"phrase": phrase} for phrase in ("31 May 2019", "TBC", "June 2019\\nJuly 2019")]
    found = phrases._in_a_plan("deadline", rows)
    assert [each.kinds for each in found] == [("date",), ("placeholder",), ("period", "period")]
    assert [each.latest for each in found] == ["2019-05-31", None, "2019-07-31"]
    owners = phrases._in_a_plan("owner", [{"phrase": "Head of Audit / Housing Manager"}])
    assert owners[0].kinds == ("post", "post")


def test_unreadable_file_counts_as_missed(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.4 broken")
    results = Results()
    assert statements._tried(tmp_path / "plan.pdf", results) is statements.EMPTY
    assert "counts as missed" in results.skipped["plan.pdf"]


def test_prose_is_read_by_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("<p>Inspectors came.</p><p>They left.</p>", encoding="utf-8")
    assert list(prose.paragraphs(path)) == ["Inspectors came.", "They left."]


def test_another_writers_cells_are_marked_up_well() -> None:
    cells = another.rows()
    assert len(cells) > 100
    kinds = {kind for _, owners in cells for one in owners for kind in one.split(":")[0].split("|")}
    known = {"post", "group", "organisation", "person", "initials", "placeholder", "unknown"}
    assert kinds == known
    assert not [text for text, _ in cells if "{" in text or "}" in text]
    assert {row["kinds"].split("|")[0] for row in another.deadline_rows()} >= {"date", "vague"}
    rows = [row for row, _, _ in another.actions()]
    assert {row["kinds"].split("|")[0] for row in (*rows, *another.deadline_rows())} <= KINDS
    assert not [text for _, text, _ in another.actions() if "{" in text or "}" in text]


def test_another_writers_themes_are_known() -> None:
    known = read_themes().themes.keys()
    for text, must, may in another.sentences():
        assert {*must, *may} <= known, text
        assert not must & may, text


def test_a_kind_that_readers_may_differ_on_is_right_when_it_is_read() -> None:
    given = another._given("Managers", cell=True)
    assert another._compared(Counter({"post|group: Managers": 1}), given).f1 == 1
    assert another._compared(Counter({"person: Managers": 1}), given).f1 == 0
