"""The commands as a user runs them, over a stand-in for the reading of plans."""

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.blocks import Source
from pipeline.cli import main
from pipeline.cli.parser import build, commands
from pipeline.errors import NoPlanError
from pipeline.models import Report
from pipeline.settings import Settings
from tests import stub

Files = Callable[..., Path]


@pytest.fixture(autouse=True)
def _stubbed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pipeline.processing", stub.module())
    monkeypatch.setattr("pipeline.cli.tasks.warm", stub.nothing)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    def write(**contents: str) -> Path:
        for name, content in contents.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        return tmp_path

    return write


Capture = pytest.CaptureFixture[str]


# extract


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
    assert "soa: b.txt: The reader stopped unexpectedly on this file." in err
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
    assert "Its results cannot be written" in capsys.readouterr().err


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


# check


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1), (["--gate", "error"], 1), (["--gate", "info"], 1), (["--gate", "never"], 0),
    ],
)  # fmt: skip
def test_the_gate_decides_the_exit_code(files: Files, options: list[str], code: int) -> None:
    files(plan_txt=stub.TEXT, clean_txt="clean")
    assert main(["check", "plan.txt", *options]) == code
    assert main(["check", "clean.txt", *options]) == 0


def test_a_file_that_was_not_read_goes_before_findings(files: Files) -> None:
    files(plan_txt=stub.TEXT)
    assert main(["check", "plan.txt", "missing.txt"]) == 2


def test_json_of_one_file_is_what_findings_json_holds(
    files: Files, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    folder = files(plan_txt=stub.TEXT)
    assert main(["check", "plan.txt", "--format", "json"]) == 1
    printed = capsysbinary.readouterr().out
    main(["extract", "plan.txt", "-o", "out"])
    assert printed == (folder / "out/plan.txt/findings.json").read_bytes()


def test_json_of_several_files_is_a_list(files: Files, capsys: Capture) -> None:
    files(a_txt=stub.TEXT, b_txt="clean")
    main(["check", "a.txt", "b.txt", "--format", "json"])
    assert [one["source"] for one in json.loads(capsys.readouterr().out)] == ["a.txt", "b.txt"]
    main(["check", "a.txt", "missing.txt", "--format", "json"])
    assert [one["source"] for one in json.loads(capsys.readouterr().out)] == ["a.txt"]


def test_what_is_piped_in_is_read(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(stub.TEXT.encode()))
    monkeypatch.setattr(sys, "stdin", pipe)
    assert main(["check", "-", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["source"] == "stdin"


def test_information_is_shown_when_asked_for(files: Files, capsys: Capture) -> None:
    files(plan_txt=stub.TEXT)
    main(["check", "plan.txt"])
    quiet = capsys.readouterr().out
    assert "DUE007" not in quiet
    assert "1 note for information not shown" in quiet
    main(["check", "plan.txt", "--info"])
    full = capsys.readouterr().out
    assert "Note: It is wide." in full
    assert "[DUE007 vague-period; low confidence]" in full
    assert "not shown" not in full


def test_a_clean_plan_says_so(files: Files, capsys: Capture) -> None:
    files(plan_txt="clean")
    assert main(["check", "plan.txt"]) == 0
    assert "Nothing found." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "junit", "csv"])
def test_every_format_can_be_written_to_a_file(files: Files, capsys: Capture, name: str) -> None:
    folder = files(plan_txt=stub.TEXT)
    assert main(["check", "plan.txt", "--format", name, "--output", "found"]) == 1
    assert capsys.readouterr().out == ""
    assert "OWN001" in (folder / "found").read_text("utf-8")


def test_an_output_that_cannot_be_written_is_told(files: Files, capsys: Capture) -> None:
    files(plan_txt="clean")
    assert main(["check", "plan.txt", "--output", "no/such/folder"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_report_goes_along(files: Files, capsys: Capture) -> None:
    files(plan_txt=stub.TEXT, ofsted_txt="report")
    main(["check", "plan.txt", "--report", "ofsted.txt", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["not_run"][0]["reason"] == "ofsted.txt"


def test_a_missing_report_stops_the_run(files: Files, capsys: Capture) -> None:
    files(plan_txt=stub.TEXT)
    assert main(["check", "plan.txt", "--report", "ofsted.pdf"]) == 2
    assert capsys.readouterr().err == (
        "soa: ofsted.pdf: There is no such file. Check the name and the folder.\n"
    )


def test_a_near_name_is_offered(files: Files, capsys: Capture) -> None:
    files(action_plan_docx="x")
    assert main(["check", "action.plan.doc"]) == 2
    assert "Did you mean action.plan.docx?" in capsys.readouterr().err


def test_an_unknown_check_is_an_error_with_near_names(files: Files, capsys: Capture) -> None:
    files(plan_txt="clean")
    assert main(["check", "plan.txt", "--select", "OWN0001"]) == 2
    assert 'There is no check "OWN0001".' in capsys.readouterr().err
    assert main(["check", "plan.txt", "--profile", "cif"]) == 2
    assert "sif" in capsys.readouterr().err


def test_an_interrupt_ends_quietly(
    files: Files, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    files(plan_txt="clean")
    monkeypatch.setattr("pipeline.runners.pool.wait", interrupted)
    assert main(["check", "plan.txt"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_closed_pipe_ends_quietly(
    files: Files, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_: str) -> None:
        raise BrokenPipeError

    files(plan_txt="clean")
    monkeypatch.setattr("pipeline.cli.check.say", closed)
    monkeypatch.setattr("pipeline.cli.hush", lambda: None)
    assert main(["check", "plan.txt"]) == 141
    assert capfd.readouterr().err == ""


# the commands that read no plan


def test_reports_are_printed_as_json(
    files: Files, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(source: Source, _: Settings) -> Report:
        if source.data == b"plan":
            raise NoPlanError("It is not an inspection report.")
        return Report(source=source.name)

    files(a_txt="report", b_txt="report", c_txt="plan")
    monkeypatch.setattr("pipeline.report.read_report", read)
    assert main(["report", "a.txt"]) == 0
    assert json.loads(capsys.readouterr().out)["source"] == "a.txt"
    assert main(["report", "a.txt", "b.txt"]) == 0
    assert [one["source"] for one in json.loads(capsys.readouterr().out)] == ["a.txt", "b.txt"]
    assert main(["report", "a.txt", "c.txt"]) == 2
    out, err = capsys.readouterr()
    assert [one["source"] for one in json.loads(out)] == ["a.txt"]
    assert err == "soa: c.txt: It is not an inspection report.\n"
    assert main(["report", "c.txt"]) == 2
    assert capsys.readouterr().out == ""


def test_explain_prints_the_manual(capsys: Capture) -> None:
    assert main(["explain", "own001"]) == 0
    assert "OWN001 missing-owner (error)" in capsys.readouterr().out
    assert main(["explain", "OWN0001"]) == 2
    assert "OWN001" in capsys.readouterr().err


def test_checks_are_listed(capsys: Capture) -> None:
    assert main(["checks"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("OWN001  missing-owner") and "error" in line for line in lines)


@pytest.mark.parametrize("name", ["statement", "findings", "report"])
def test_schemas_are_printed(capsys: Capture, name: str) -> None:
    assert main(["schema", name]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["additionalProperties"] is False


def test_config_says_where_each_value_comes_from(files: Files, capsys: Capture) -> None:
    folder = files(soa_toml='profile = "sif"\nignore = ["ACT"]\n[limits]\npages = 9\n')
    assert main(["config", "--as-of", "2026-05-23", "--ignore", "OWN001,DUE"]) == 0
    lines = {line.split(" ")[0]: line for line in capsys.readouterr().out.splitlines()}
    assert lines["as_of"].split("=")[1].split() == ['"2026-05-23"', "command", "line"]
    assert '["OWN001", "DUE"]' in lines["ignore"]
    assert lines["ignore"].endswith("command line")
    assert lines["profile"].endswith(str(folder / "soa.toml"))
    assert lines["limits.pages"].endswith(str(folder / "soa.toml"))
    assert lines["limits.seconds"].endswith("built in")


def test_config_of_several_folders(files: Files, capsys: Capture) -> None:
    files(a__soa_toml='gate = "error"', b__plan_txt="")
    assert main(["config", "a", "b/plan.txt"]) == 0
    out = capsys.readouterr().out
    assert "# a\n" in out
    assert out.count("gate") == 2


def test_the_version_is_printed(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("soa ")


def test_no_command_prints_the_help(capsys: Capture) -> None:
    assert main([]) == 2
    assert "usage: soa" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "p.txt", "--as-of", "23/05/2026"], "such as 2026-05-23"),
        (["check", "p.txt", "--jobs", "0"], "no number of 1 or more"),
        (["check", "p.txt", "--timeout", "soon"], "no number of seconds"),
        (["check", "p.txt", "--timeout", "0"], "no number of seconds"),
        (["check"], "required"),
        (["chek", "p.txt"], "invalid choice"),
    ],
)
def test_what_is_not_understood_is_told(capsys: Capture, arguments: list[str], words: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert words in capsys.readouterr().err


def test_every_command_has_help(capsys: Capture) -> None:
    for name, parser in commands(build()).items():
        with pytest.raises(SystemExit) as stopped:
            main([name, "--help"])
        assert stopped.value.code == 0
        assert capsys.readouterr().out == parser.format_help()
        assert all(len(line) <= 90 for line in parser.format_help().splitlines())


def test_csv_needs_no_repair(files: Files, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    files(plan_txt=stub.TEXT)
    main(["check", "plan.txt", "--format", "csv"])
    text = capsysbinary.readouterr().out.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["code"] for row in rows] == ["OWN001", "ACT002", "DUE007", "EXT002"]
    assert os.linesep not in rows[0]["message"]
