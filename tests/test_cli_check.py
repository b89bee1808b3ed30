"""soa check, over a stand-in for the reading of plans."""

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from tests import stub

pytestmark = pytest.mark.usefixtures("small_plans")
Files = Callable[..., Path]
Capture = pytest.CaptureFixture[str]


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


def test_csv_needs_no_repair(files: Files, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    files(plan_txt=stub.TEXT)
    main(["check", "plan.txt", "--format", "csv"])
    text = capsysbinary.readouterr().out.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["code"] for row in rows] == ["OWN001", "ACT002", "DUE007", "EXT002"]
    assert os.linesep not in rows[0]["message"]
