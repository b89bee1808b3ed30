"""The README shows what really happens: its row, its record, its findings, its Python."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline import Settings, Source, process
from pipeline.cli import main

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")
ROW = "\n".join(line for line in TEXT.split("## ")[1].splitlines() if line.startswith("|"))


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, flags=re.DOTALL)


def _holds(shown: Any, real: Any, at: str = "") -> None:
    """Assert that all that is shown is so; "…" stands for what was left out."""
    if isinstance(shown, dict):
        for name in shown.keys() - {"…"}:
            _holds(shown[name], real[name], f"{at}/{name}")
    elif isinstance(shown, list):
        kept = [one for one in shown if one != "…"]
        assert len(real) == len(kept) or len(kept) < len(shown), at
        for number, one in enumerate(kept):
            _holds(one, real[number], f"{at}/{number}")
    elif shown != "…":
        assert real == shown, at


def test_the_record_is_the_one_that_the_row_becomes() -> None:
    result = process(Source("plan.md", ROW.encode()), Settings())
    shown = json.loads(_blocks("json")[0])
    area = result.statement.sections[0].areas[0].model_dump(mode="json")
    _holds(shown, area)


def test_the_findings_are_the_ones_that_an_officer_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text(ROW, encoding="utf-8")
    main(["check", str(plan)])
    shown = next(block for block in _blocks("text") if block.startswith("Area"))
    assert shown in capsys.readouterr().out


def test_the_python_runs(tmp_path: Path) -> None:
    sample = next((README.parent / "sources").glob("*.docx"))
    (tmp_path / "plan.docx").write_bytes(sample.read_bytes())
    (block,) = _blocks("python")
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("['")
