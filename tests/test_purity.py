"""`process` is a pure function, and no command needs a network."""

import builtins
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from pipeline import Settings, Source, process
from tests.mutations import SOURCES, samples

ROOT = Path(__file__).parents[1]


def refuse(*_: Any, **__: Any) -> NoReturn:
    raise AssertionError("process asked for what it may not have")


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what takes clock, environment, files and network away."""

    def seal() -> None:
        for name in ("time", "time_ns", "localtime", "gmtime"):
            monkeypatch.setattr(time, name, refuse)
        monkeypatch.setattr(type(os.environ), "__getitem__", refuse)
        monkeypatch.setattr(builtins, "open", refuse)
        monkeypatch.setattr(Path, "open", refuse)
        monkeypatch.setattr(os, "urandom", refuse)
        monkeypatch.setattr(socket, "socket", refuse)
        monkeypatch.setattr(subprocess, "Popen", refuse)

    return seal


@pytest.mark.parametrize("source", samples(), ids=lambda source: source.name)
def test_the_same_bytes_give_the_same_result_from_nothing_else(
    source: Source, sealed: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first time imports what is needed and reads the vocabulary, which is cached."""
    first = process(source, Settings())
    sealed()
    second = process(source, Settings())
    monkeypatch.undo()
    assert first.statement.model_dump_json() == second.statement.model_dump_json()
    assert first.findings.model_dump_json() == second.findings.model_dump_json()


# A hook sees what C libraries ask of Python's socket module, too, and workers inherit it.
GUARDED = """
import sys
FORBIDDEN = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo",
             "socket.gethostbyname", "urllib.Request", "subprocess.Popen")
def guard(event, arguments):
    if event in FORBIDDEN:
        raise RuntimeError(f"the network was asked for: {event}")
sys.addaudithook(guard)
from pipeline.cli import main
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("command", ["extract", "check", "report"])
def test_the_commands_ask_for_no_network(command: str, tmp_path: Path) -> None:
    guarded = tmp_path / "guarded.py"
    guarded.write_text(GUARDED, "utf-8")
    out = ["-o", str(tmp_path / "out")] if command == "extract" else []
    done = subprocess.run(
        [sys.executable, str(guarded), command, str(SOURCES), *out, "--jobs", "2"],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8",
        timeout=120, check=False,
    )  # fmt: skip
    assert "network" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == {"extract": 0, "check": 1, "report": 2}[command]
