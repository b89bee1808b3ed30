"""Accepting, correcting and comparing as a user does it, over the real reading of plans."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from pipeline.cli import drafts, main
from pipeline.cli.tasks import Job, warm
from pipeline.errors import PipelineError
from pipeline.inputs import Input
from pipeline.schemas import schema
from pipeline.settings import Settings
from tests.drafts import PLAN

Capture = pytest.CaptureFixture[str]
Run = Callable[..., tuple[int, str, str]]

NEXT = PLAN.replace("30 June 2026", "30 September 2026").replace(
    "| Name an adviser for each | Head of Leaving Care |", "| Name an adviser for everyone |  |"
)


@pytest.fixture(scope="module", autouse=True)
def _warmed() -> None:
    warm()  # the workers inherit it


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Run:
    """Return a function that runs a command in a folder with two drafts of a plan."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.md").write_text(PLAN, "utf-8")
    (tmp_path / "next draft.md").write_text(NEXT, "utf-8")

    def command(*words: str) -> tuple[int, str, str]:
        code = main(words)
        return code, *capsys.readouterr()

    return command


def keys_of(text: str) -> dict[str, str]:
    """Return the key of each finding by its code, as the terminal shows them."""
    return dict(re.findall(r"\[(\w+) [^\]]*?key\s+(\w+)\]", text))


# soa accept


def test_accepted_findings_stay_in_the_report_but_let_the_plan_pass(run: Run) -> None:
    code, out, _ = run("check", "plan.md", "--keys", "--gate", "error")
    keys = keys_of(out)
    assert code == 1
    assert "[key " in out
    code, out, _ = run(
        *("accept", "plan.md", keys["DUE003"], keys["OWN006"], "--as-of", "2026-05-01"),
        *("--reason", 'Vacant; "soon"', "--by", "A. Officer"),
    )
    assert code == 0
    assert "Accepted: DUE003 1.2.1: " in out
    assert "Written to soa-accepted.toml" in out
    code, out, _ = run("check", "plan.md", "--gate", "error")
    assert code == 0
    assert "0 errors" in out
    assert "2 more accepted" in out
    assert 'Accepted by A. Officer, 2026-05-01: Vacant; "soon"' in out
    findings = json.loads(run("check", "plan.md", "--format", "json")[1])
    jsonschema.validate(findings, schema("findings"))
    accepted = [one for one in findings["findings"] if one["accepted"]]
    assert [one["code"] for one in accepted] == ["DUE003", "OWN006"]
    assert accepted[0]["accepted"]["words"] == f"1.2.1: {accepted[0]['message']}"
    assert findings["summary"]["accepted"] == 2


def test_what_is_accepted_and_gone_is_told(run: Run, tmp_path: Path) -> None:
    keys = keys_of(run("check", "plan.md", "--keys")[1])
    run("accept", "plan.md", keys["DUE003"], "--reason", "Vacant", "--by", "A. Officer")
    (tmp_path / "plan.md").write_text(PLAN.replace("ASAP", "1 May 2026"), "utf-8")
    out = run("check", "plan.md")[1]
    assert "Accepted, but not in this plan" in out
    assert f"DUE003 {keys['DUE003']}: 1.2.1: " in " ".join(out.split())
    assert "not in this plan" not in run("check", "plan.md", "--select", "OWN")[1]


def test_accepting_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    keys = keys_of(run("check", "plan.md", "--keys")[1])
    words = ("accept", "plan.md", keys["DUE003"], keys["DUE003"], "--reason", "x", "--by", "y")
    run(*words)
    before = (tmp_path / "soa-accepted.toml").read_bytes()
    assert before.count(b"[[accepted]]") == 1
    assert f"on = {date.today()}".encode() in before
    code, out, _ = run(*words)
    assert code == 0
    assert "Already accepted by y: DUE003" in out
    assert (tmp_path / "soa-accepted.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plan.md", "nothing"), 'No finding of plan.md has the key "nothing".'),
        (("lost.md", "x"), "lost.md: There is no such file."),
        ((".", "x"), ". holds 2 files. Name one plan."),
    ],
)
def test_what_cannot_be_accepted_is_told(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    code, _, err = run("accept", *words, "--reason", "x", "--by", "y")
    assert code == 2
    assert said in err
    assert not (tmp_path / "soa-accepted.toml").exists()


@pytest.mark.parametrize("words", [("--reason", " ", "--by", "y"), ("--reason", "x")])
def test_who_and_why_must_be_said(run: Run, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as raised:
        run("accept", "plan.md", "x", *words)
    assert raised.value.code == 2


# Corrections


def test_a_correction_holds_in_what_is_written(run: Run, tmp_path: Path) -> None:
    run("extract", "plan.md")
    rows = (tmp_path / "out/plan.md/actions.csv").read_text("utf-8-sig").splitlines()
    key = rows[2].rpartition(",")[2]
    text = (
        f'[[correction]]\nkey = "{key}"\nowners = ["Head of Learning"]\ndeadline = "30 June 2026"\n'
        'reason = "Minutes"\nby = "A. Analyst"\non = 2026-05-01\n'
        '[[correction]]\nkey = "gone"\nowners = ["Nurse"]\n'
        'reason = "Minutes"\nby = "A. Analyst"\non = 2026-05-01\n'
    )
    (tmp_path / "soa-corrections.toml").write_bytes(text.replace("\n", "\r\n").encode())
    out = run("extract", "plan.md", "--resume")[1]
    assert "Corrected, but not in this plan" in out
    assert "gone: Minutes (A. Analyst, 2026-05-01)" in out
    row = (tmp_path / "out/plan.md/actions.csv").read_text("utf-8-sig").splitlines()[2]
    assert "Head of Learning,corrected,30 June 2026,2026-06-30" in row
    written = json.loads((tmp_path / "out/plan.md/statement.json").read_bytes())
    jsonschema.validate(written, schema("statement"))
    assert written["extraction"]["corrections"][0]["by"] == "A. Analyst"
    assert run("check", "plan.md", "--gate", "error")[0] == 0


def test_a_slip_in_the_file_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "soa-corrections.toml").write_text('[[correction]]\nkey = "a"\nby = "b"\n', "utf-8")
    code, out, err = run("check", "plan.md")
    assert (code, out) == (2, "")
    assert err.startswith("soa: soa-corrections.toml, entry 1: reason is missing.")
    assert err.count("\n") == 1


# soa diff


def test_what_changed_is_said_area_by_area(run: Run) -> None:
    code, out, _ = run("diff", "plan.md", "next draft.md")
    assert code == 0
    assert "plan.md -> next draft.md" in out
    assert "Actions   1 reworded, 1 with other owners, 1 with another deadline" in out
    assert "Deadline: 30 June 2026 -> 30 September 2026 (92 days later)" in out
    assert "Reworded: Name an adviser for [-each-] {+everyone+}" in out
    assert "Owner: Head of Leaving Care -> nobody" in out
    assert re.search(r"\nNew findings\n  Error 1\.3\.1: .*\[OWN001\]\n", out)
    assert "Findings  1 new, 0 fixed" in out


def test_what_was_added_and_removed_is_said(run: Run, tmp_path: Path) -> None:
    shorter = "\n".join(line for line in PLAN.splitlines() if "Care leavers" not in line)
    (tmp_path / "a.md").write_text(shorter, "utf-8")
    out = run("diff", "plan.md", "a.md")[1]
    assert "Removed area 1.3  Care leavers wait for a plan" in out
    assert "Removed 1.3.1 of the older draft: Name an adviser for each" in out
    out = run("diff", "a.md", "plan.md")[1]
    assert "Area 1.3  Care leavers wait for a plan\n  This area is new.\n  Added 1.3.1: Name" in out


def test_a_plan_beside_itself_is_as_before(run: Run) -> None:
    out = run("diff", "plan.md", "plan.md")[1]
    assert "Areas     as before\n  Actions   as before" in out
    assert "\n\n" not in out


def test_changes_are_data_too(run: Run) -> None:
    code, out, _ = run("diff", "plan.md", "next draft.md", "--format", "json")
    assert code == 0
    found = json.loads(out)
    jsonschema.validate(found, schema("changes"))
    assert [one["new"] for one in found["changes"]] == ["1.1.1", "1.3.1"]
    assert found["changes"][0]["deadline"]["days"] == 92
    assert [one["code"] for one in found["findings"]["new"]] == ["OWN001"]


def test_drafts_that_were_extracted_need_no_plan(run: Run, tmp_path: Path) -> None:
    run("extract", "plan.md")
    (tmp_path / "plan.md").unlink()
    assert "92 days later" in run("diff", "out/plan.md", "next draft.md")[1]


@pytest.mark.parametrize("words", [("lost.md", "plan.md"), ("plan.md", "lost.md")])
def test_a_draft_that_cannot_be_read_is_told(run: Run, words: tuple[str, str]) -> None:
    code, out, err = run("diff", *words)
    assert (code, out) == (2, "")
    assert "soa: lost.md: There is no such file." in err


# soa check --baseline


def test_only_new_findings_stop_sign_off(run: Run) -> None:
    assert run("check", "plan.md", "--gate", "error")[0] == 1
    code, out, _ = run("check", "plan.md", "--baseline", "plan.md")
    assert code == 0
    assert "Error (as before): Action 1.2.1." in out
    code, out, _ = run("check", "next draft.md", "--baseline", "plan.md", "--gate", "error")
    assert code == 1
    assert "Error: Action 1.3.1. " in out
    assert "Error (as before): Action 1.2.1." in out


def test_a_baseline_is_in_the_other_formats(run: Run) -> None:
    out = run("check", "next draft.md", "--baseline", "plan.md", "--format", "sarif")[1]
    states = {one["ruleId"]: one["baselineState"] for one in json.loads(out)["runs"][0]["results"]}
    assert (states["OWN001"], states["DUE003"]) == ("new", "unchanged")
    out = run("check", "next draft.md", "--baseline", "plan.md", "--format", "json")[1]
    found = {one["code"]: one["baseline"] for one in json.loads(out)["findings"]}
    assert (found["OWN001"], found["DUE003"]) == ("new", "unchanged")
    assert {
        one["baseline"]
        for one in json.loads(run("check", "plan.md", "--format", "json")[1])["findings"]
    } == {None}


@pytest.mark.parametrize("baseline", ["out", "out/plan.md", "old", "old/plan.md"])
def test_a_baseline_is_a_plan_or_what_was_extracted(
    run: Run, tmp_path: Path, baseline: str
) -> None:
    run("extract", "plan.md")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "plan.md").write_text(PLAN, "utf-8")
    assert run("check", "plan.md", "--baseline", baseline)[0] == 0


def test_a_baseline_that_cannot_be_read_is_told(run: Run) -> None:
    code, _, err = run("check", "plan.md", "--baseline", "lost.md")
    assert code == 2
    assert "plan.md: The older draft lost.md cannot be used: There is no such file." in err


def test_results_of_another_version_are_refused(tmp_path: Path) -> None:
    (tmp_path / "statement.json").write_text('{"schema_version": "0.1"}', "utf-8")
    job = Job(Input("old", tmp_path), Settings())
    with pytest.raises(PipelineError, match="does not hold the results of this version"):
        drafts.read(None, job)


def test_drafts_are_read_in_the_worker(run: Run, tmp_path: Path) -> None:
    run("extract", "plan.md")
    job = Job(Input("next draft.md", Path("next draft.md")), Settings())
    for baseline in ("plan.md", "out"):
        if baseline == "out":
            (tmp_path / "out" / "plan.md").rename(tmp_path / "out" / "next draft.md")
        reading = drafts.check(None, baseline, job)
        states = {one.code: one.baseline for one in reading.findings.findings}
        assert (states["OWN001"], states["DUE003"]) == ("new", "unchanged")
    with pytest.raises(PipelineError, match=r"The older draft x\.md cannot be used"):
        drafts.check(None, "x.md", job)
