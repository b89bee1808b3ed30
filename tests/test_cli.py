"""The other commands, and what is not understood."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.blocks import Source
from pipeline.cli import main
from pipeline.cli.parser import build, commands
from pipeline.errors import NoPlanError
from pipeline.models import Report
from pipeline.settings import Settings

pytestmark = pytest.mark.usefixtures("small_plans")
Files = Callable[..., Path]
Capture = pytest.CaptureFixture[str]


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
