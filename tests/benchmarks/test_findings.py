"""The yardstick of the findings: labels fit, and what is not labelled is listed."""

from pathlib import Path

import pytest

from benchmarks.accuracy import findings
from benchmarks.accuracy.scores import Results

PLAN = "# P\n\n| Action | Lead | When |\n|---|---|---|\n| Write it | TBC | Ongoing |\n"
CASE = '[[case]]\nname = "plans"\nfolder = "{}"\nplans = ["*.md"]\n'
LABELS = (
    "plan\tsubject\tcode\tagree\twhy\n"
    "a.*\t1.1.1\tOWN006\tyes\texpected\n"
    "a.*\t1.1.1\tDUE003\tno\tno reason\n"
    "a.*\t1.1.2\tDUE003\tyes\tgone\n"
    "other.md\t1.1.1\tDUE003\tyes\tof a plan that is absent\n"
)
EXPECTED = (
    "plan\tsubject\tcode\tsecond_thought\n"
    "a.md\t1.1.1\tOWN006\t\n"
    "a.md\t1.1.1\tDUE009\t\n"
    "a.md\t1.1.1\tDUE010\tmisread\n"
)


def measured(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Results:
    (folder / "a.md").write_text(PLAN, "utf-8")
    (folder / "cases.toml").write_text(CASE.format(folder.as_posix()), "utf-8")
    (folder / "labels.tsv").write_text(LABELS, "utf-8")
    (folder / "expected.tsv").write_text(EXPECTED, "utf-8")
    monkeypatch.setattr(findings, "HERE", folder)
    results = Results()
    findings.measure(results)
    return results


def test_agreement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    results = measured(tmp_path, monkeypatch)
    score = results.scores["plans"]["errors agreed with"]
    assert (score.right, score.wrong) == (1, ("a.md 1.1.1 DUE003: no reason",))
    assert results.scores["findings by code"]["OWN006"].precision == 1
    assert results.scores["findings expected"]["raised"].missed == ("a.md 1.1.1 DUE009",)


def test_what_has_no_label_or_no_finding_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    skipped = measured(tmp_path, monkeypatch).skipped
    assert skipped["label a.* 1.1.2 DUE003"] == "no longer occurs"
    assert "finding a.md document MON002" in skipped
    assert not any("other.md" in name for name in skipped)


def test_unreadable_and_absent_plans_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = measured(tmp_path, monkeypatch)
    (tmp_path / "b.md").write_text("Nothing here.\n", "utf-8")
    findings.measure(results)
    assert results.skipped["b.md, findings"].startswith("not read")
    (tmp_path / "cases.toml").write_text(CASE.format((tmp_path / "none").as_posix()), "utf-8")
    findings.measure(results)
    assert results.skipped["plans"].startswith("no plans")


def test_every_label_is_whole() -> None:
    for row in findings.rows("labels.tsv"):
        assert None not in row
        assert row["agree"] in {"yes", "no"}
        assert row["why"]
