"""The command as a process: signals, pipes, consoles and the time to answer."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import stub

ROOT = Path(__file__).parents[1]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("slow and clean")
    return tmp_path


def start(folder: Path, *arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.stub", *arguments]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.Popen(
        command, cwd=folder, env=settings, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def until(found: Path) -> None:
    limit = time.monotonic() + 20
    while not found.exists():
        assert time.monotonic() < limit, f"{found} did not come"
        time.sleep(0.01)


def alive(group: int) -> bool:
    """Return whether any process of the group still runs, waiting a little for the last."""
    limit = time.monotonic() + 10
    while time.monotonic() < limit:
        if not running(group):
            return False
        time.sleep(0.05)
    return True


def running(group: int) -> bool:
    """Return whether a process of the group runs; the dead that nobody buried do not."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, found = stat.read_text("utf-8", "replace").rpartition(")")[2].split()[:3]
        except OSError:  # it ended meanwhile
            continue
        if found == str(group) and state != "Z":
            return True
    return False


def leftovers(out: Path) -> Iterator[Path]:
    return (one for one in out.rglob("*") if one.name.startswith(".soa-unfinished"))


@LINUX
def test_ctrl_c_ends_quietly_and_leaves_nothing_half_done(plans: Path) -> None:
    (plans / "6.txt").write_text("hang")
    process = start(plans, "extract", ".", "-o", "out", "--jobs", "2")
    until(plans / "out" / "5.txt" / "actions.csv")
    (plans / "out" / "5.txt" / ".soa-unfinished-x").write_text("of a worker that was killed")
    os.killpg(process.pid, signal.SIGINT)
    _, complaint = process.communicate(timeout=20)
    assert process.returncode == 130
    assert complaint == b""
    assert not alive(process.pid)
    assert not list(leftovers(plans / "out"))
    assert not (plans / "out" / "6.txt").exists()


@LINUX
def test_a_run_that_was_killed_goes_on_where_it_stopped(plans: Path) -> None:
    process = start(plans, "extract", ".", "-o", "out", "--jobs", "2")
    until(plans / "out" / "1.txt" / ".soa-stamp")
    process.kill()
    process.communicate(timeout=20)
    assert not alive(process.pid)
    for folder in (plans / "out").iterdir():
        if (folder / "statement.json").exists():
            assert (folder / "statement.json").read_text("utf-8").endswith("}\n")
    again = start(plans, "extract", ".", "-o", "out", "--resume")
    printed, _ = again.communicate(timeout=60)
    assert again.returncode == 0
    assert b"0.txt: up to date" in printed
    assert b"6 files read, 0 not read." in printed
    assert not list(leftovers(plans / "out"))


@LINUX
def test_a_reader_of_the_pipe_may_leave(plans: Path) -> None:
    process = start(plans, "check", ".", "--format", "json")
    assert process.stdout
    process.stdout.close()
    process.wait(timeout=20)
    assert process.returncode == 141
    assert process.stderr
    assert process.stderr.read() == b""


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_an_old_console_shows_what_it_can(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "plan → “x”.txt").write_text(stub.TEXT, "utf-8")
    process = start(tmp_path, "check", ".", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    printed, complaint = process.communicate(timeout=20)
    assert process.returncode == 1
    assert complaint == b""
    assert "2 areas, 3 actions" in printed.decode(encoding)


def test_data_is_utf_8_whatever_the_console(tmp_path: Path) -> None:
    (tmp_path / "plán →.txt").write_text(stub.TEXT, "utf-8")
    process = start(tmp_path, "check", ".", "--format", "json", PYTHONIOENCODING="cp1252")
    printed, _ = process.communicate(timeout=20)
    assert "plán →.txt" in printed.decode("utf-8")
    assert b"\r" not in printed


def test_the_help_comes_at_once() -> None:
    """Measured as what is imported, which does not change with the load of the machine."""
    code = "import sys, pipeline.cli.parser as p; p.build(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pydantic", "spacy", "numpy", "multiprocessing", "tqdm"} & set(done.stdout.split())


def test_the_package_is_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("soa ")
