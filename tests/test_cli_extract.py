"""soa extract, over a stand-in for the reading of plans."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.writers.folder import folder_name
from tests import stub

pytestmark = pytest.mark.usefixtures("small_plans")
Files = Callable[..., Path]
Capture = pytest.CaptureFixture[str]


def test_extract_writes_three_files_and_a_summary(files: Files, capsys: Capture) -> None:
    folder = files(plan_txt=stub.TEXT)
    assert main(["extract", "plan.txt", "-o", "out"]) == 0
    written = folder / "out" / "plan.txt"
    assert json.loads((written / "statement.json").read_bytes())["authority"] == "Westhaven"
    assert len(json.loads((written / "findings.json").read_bytes())["findings"]) == 4
    table = (written / "actions.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbfsection,area_id")
    out = capsys.readouterr().out
    assert "plan.txt: 2 areas, 3 actions (Westhaven)" in out
    assert "1 error, 2 warnings, 1 note for information" in out
    assert "Area 1.2  Supervision" in out
    assert "Error: Nobody is named." in out
    assert "Look at line 3. [OWN001 missing-owner]" in out
    assert "Action 1.2.1. It only considers." in out
    assert "COV004: The plan has no list of areas." in out


def test_extract_reads_the_good_ones_among_bad_ones(files: Files, capsys: Capture) -> None:
    folder = files(a_txt="clean", b_txt="crash", c_txt="no plan", d_txt="fault", e_txt="clean")
    names = ["a.txt", "b.txt", "c.txt", "missing.txt", "d.txt", "e.txt"]
    assert main(["extract", *names, "-o", "out"]) == 2
    assert sorted(one.name for one in (folder / "out").iterdir()) == ["a.txt", "e.txt"]
    out, err = capsys.readouterr()
    assert "soa: b.txt: The reader stopped unexpectedly:" in err
    assert "soa: c.txt: There is no plan in it. Name the file that holds the plan." in err
    assert "soa: missing.txt: There is no such file." in err
    assert "Traceback" not in err
    assert "2 files read, 4 not read." in out
    assert "c.txt: not read" in out


def test_a_failed_reading_leaves_no_results(files: Files) -> None:
    folder = files(plan_txt="no plan")
    assert main(["extract", "plan.txt", "-o", "out"]) == 2
    assert not (folder / "out" / "plan.txt").exists()


def test_a_folder_means_its_plans(files: Files, capsys: Capture) -> None:
    folder = files(
        plans__b_txt="clean", plans__a_docx="clean", plans__README_md="not a plan",
        plans__notes_json="{}", plans__inner__c_html="clean",
    )  # fmt: skip
    (folder / "plans" / ".hidden.txt").write_text("crash")
    (folder / "plans" / "~$a.docx").write_text("crash")
    (folder / "plans" / ".git").mkdir()
    (folder / "plans" / ".git" / "x.txt").write_text("crash")
    assert main(["extract", "plans", "-o", "out"]) == 0
    assert sorted(one.name for one in (folder / "out").iterdir()) == ["a.docx", "b.txt", "c.html"]
    assert "3 files read, 0 not read." in capsys.readouterr().out


def test_a_folder_without_plans_is_told(files: Files, capsys: Capture) -> None:
    (files() / "empty").mkdir()
    assert main(["check", "empty"]) == 2
    assert "empty: This folder holds no file that may be a plan." in capsys.readouterr().err


def test_a_readme_named_by_the_user_is_read(files: Files) -> None:
    files(README_md="clean")
    assert main(["check", "README.md"]) == 0


def test_one_file_named_twice_is_read_once(files: Files, capsys: Capture) -> None:
    folder = files(plans__a_txt="clean")
    assert main(["extract", "plans", "plans/a.txt", str(folder / "plans"), "-o", "out"]) == 0
    assert "files read" not in capsys.readouterr().out


def test_two_files_of_one_name_keep_apart(files: Files, capsys: Capture) -> None:
    folder = files(a__plan_txt="clean", b__plan_txt="clean", c__PLAN_TXT="clean")
    assert main(["extract", "a", "b", "c", "-o", "out"]) == 0
    err = capsys.readouterr().err
    assert sorted(one.name for one in (folder / "out").iterdir()) == [
        "PLAN (3).TXT", "plan (2).txt", "plan.txt",
    ]  # fmt: skip
    assert f"{Path('b/plan.txt')}: another file is called plan.txt" in err


def test_a_free_name_is_not_taken_from_a_file_that_has_it(files: Files) -> None:
    folder = files(a__plan_txt="clean", b__plan_txt="clean")
    (folder / "a" / "plan (2).txt").write_text("clean")
    assert main(["extract", "a", "b", "-o", "out"]) == 0
    assert sorted(one.name for one in (folder / "out").iterdir()) == [
        "plan (2).txt", "plan (3).txt", "plan.txt",
    ]  # fmt: skip


def test_resume_leaves_out_what_is_up_to_date(files: Files, capsys: Capture) -> None:
    folder = files(a_txt="clean", b_txt="clean too")
    run = ["extract", "a.txt", "b.txt", "-o", "out", "--resume"]
    assert main(run) == 0
    assert "up to date" not in capsys.readouterr().out
    stamps = {one: one.stat().st_mtime_ns for one in (folder / "out").rglob("*")}
    assert main(run) == 0
    out = capsys.readouterr().out
    assert out.count("up to date") == 2
    assert "2 files read, 0 not read." in out
    assert {one: one.stat().st_mtime_ns for one in (folder / "out").rglob("*")} == stamps


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "plan.txt").write_text("clean and new"),
        lambda folder: (folder / "soa.toml").write_text('profile = "sif"'),
        lambda folder: (folder / "out/plan.txt/actions.csv").write_text("touched"),
        lambda folder: (folder / "out/plan.txt/findings.json").unlink(),
        lambda folder: (folder / "report.txt").write_text("another report"),
    ],
    ids=["source", "settings", "result", "missing result", "report"],
)
def test_resume_reads_again_what_changed(
    files: Files, capsys: Capture, change: Callable[[Path], object]
) -> None:
    folder = files(plan_txt="clean", report_txt="a report")
    run = ["extract", "plan.txt", "-o", "out", "--resume", "--report", "report.txt"]
    assert main(run) == 0
    change(folder)
    capsys.readouterr()
    assert main(run) == 0
    assert "up to date" not in capsys.readouterr().out


def test_results_that_cannot_be_written_are_told(files: Files, capsys: Capture) -> None:
    files(plan_txt="clean", out="a file")
    assert main(["extract", "plan.txt", "-o", "out"]) == 2
    err = capsys.readouterr().err
    assert "Its results cannot be written" in err
    assert "There is a file of that name: name a folder with -o." in err


def test_many_workers_keep_the_order(files: Files, capsys: Capture) -> None:
    files(**{f"{letter}_txt": "clean" for letter in "abcdefghij"})
    assert main(["extract", ".", "-o", "out", "--jobs", "3"]) == 0
    out = capsys.readouterr().out
    heads = [line[0] for line in out.splitlines() if ": 2 areas" in line]
    assert heads == list("abcdefghij")


def test_a_file_that_hangs_is_given_up(files: Files, capsys: Capture) -> None:
    files(a_txt="hang", b_txt="clean")
    assert main(["extract", "a.txt", "b.txt", "-o", "out", "--timeout", "0.5"]) == 2
    assert "a.txt: Reading it took longer than 0.5 seconds." in capsys.readouterr().err


def test_the_widest_limits_hold_for_files_of_several_folders(files: Files, capsys: Capture) -> None:
    files(
        a__plan_txt="slow and clean", a__soa_toml="[limits]\nseconds = 0.01",
        b__plan_txt="hang", b__soa_toml="[limits]\nseconds = 1",
    )  # fmt: skip
    assert main(["extract", "a", "b", "-o", "out"]) == 2
    err = capsys.readouterr().err
    assert "a/plan.txt: Reading" not in err.replace("\\", "/")
    assert "longer than 1 second." in err


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("plan.docx", "plan.docx"),
        ("Über plan (2).docx", "Über plan (2).docx"),
        ("a:b.txt", "a_b.txt"),
        ('who? "us" <all>|*.txt', "who_ _us_ _all___.txt"),
        ("tab\tname.txt", "tab_name.txt"),
        ("con.docx", "_con.docx"),
        ("AUX", "_AUX"),
        ("lpt1 .txt", "_lpt1 .txt"),
        ("console.txt", "console.txt"),
        ("plan. .", "plan"),
        ("..", "_"),
    ],
)
def test_folders_have_names_that_windows_takes(name: str, folder: str) -> None:
    assert folder_name(name) == folder


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_name_that_windows_forbids_is_told_of(files: Files, capsys: Capture) -> None:
    folder = files()
    (folder / "a:b.txt").write_text("clean", "utf-8")
    (folder / "a_b.txt").write_text("clean", "utf-8")
    assert main(["extract", "a:b.txt", "a_b.txt"]) == 0
    err = capsys.readouterr().err
    assert f"a:b.txt: Windows takes no such name; written to {Path('out', 'a_b.txt')}" in err
    assert (
        f"a_b.txt: another file is called a_b.txt; written to {Path('out', 'a_b (2).txt')}" in err
    )


def test_a_path_that_is_too_long_is_told(files: Files, capsys: Capture) -> None:
    files(plan_txt="clean")
    assert main(["extract", "plan.txt", "-o", "o" * 300]) == 2
    assert "The path is too long: name a folder nearer to the root" in capsys.readouterr().err
