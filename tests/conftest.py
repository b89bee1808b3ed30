"""What several tests of the command line need."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests import stub

# The same examples in every run: a failure is the change's own, on every machine.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")
# A shell starts what runs in the background with Ctrl-C ignored, and its children would too.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def small_plans(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Read small plans by the stand-in, in a folder of the test's own."""
    monkeypatch.setitem(sys.modules, "pipeline.processing", stub.module())
    monkeypatch.setattr("pipeline.cli.tasks.warm", stub.nothing)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes files by keyword: `a__plan_txt="…"` is a/plan.txt."""

    def write(**contents: str) -> Path:
        for name, content in contents.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        return tmp_path

    return write
