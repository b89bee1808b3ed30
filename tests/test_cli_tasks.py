"""What a worker does with one file, in this process; and the terminal's small print."""

import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.blocks import Source
from pipeline.cli import console, tasks
from pipeline.cli.tasks import Job
from pipeline.errors import NoPlanError, PipelineError
from pipeline.inputs import Input
from pipeline.models import Report
from pipeline.settings import Settings
from pipeline.writers.folder import is_current, save
from tests import stub
from tests.build import report


@pytest.fixture(autouse=True)
def _stubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pipeline.processing", stub.module())


def job(folder: Path, content: str = stub.TEXT, name: str = "plan.txt") -> Job:
    path = folder / name
    path.write_text(content, "utf-8")
    return Job(Input(name, path), Settings(), folder / "out" / name)


def test_check_returns_the_reading_with_its_lines(tmp_path: Path) -> None:
    reading = tasks.check(None, job(tmp_path))
    assert reading.label == "plan.txt"
    assert len(reading.findings.findings) == 4
    assert reading.breaks[:2] == (0, stub.TEXT.index("\n") + 1)
    assert reading.report_areas is None


def test_a_kind_without_lines_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = stub.statement()
    info = made.source.model_copy(update={"media_type": "text/html"})
    page = made.model_copy(update={"source": info})
    monkeypatch.setattr(stub, "statement", lambda *_: page)
    assert tasks.check(None, job(tmp_path)).breaks == ()


def test_the_reports_areas_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = stub.Result(stub.statement(), stub.findings(), report("a", "b"))
    stubbed: Any = sys.modules["pipeline.processing"]
    monkeypatch.setattr(stubbed, "process", lambda *_: result)
    assert tasks.check(Source("r.pdf", b""), job(tmp_path)).report_areas == 2


def test_extract_writes_and_then_leaves_what_is_up_to_date(tmp_path: Path) -> None:
    todo = job(tmp_path)
    first = tasks.extract(None, False, True, todo)
    assert "2 areas, 3 actions" in first.text
    assert "Write it plainly." not in first.text
    second = tasks.extract(None, False, True, todo)
    assert second.text == ""
    assert second.summary == first.summary
    assert tasks.extract(Source("r.pdf", b"x"), False, True, todo).text
    assert tasks.extract(None, False, False, todo).text


def test_trouble_goes_up(tmp_path: Path) -> None:
    with pytest.raises(NoPlanError):
        tasks.extract(None, False, False, job(tmp_path, "no plan"))
    assert not (tmp_path / "out").exists()


def test_a_report_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(source: Source, _: Settings) -> Report:
        return Report(source=source.name)

    monkeypatch.setattr("pipeline.report.read_report", read)
    assert tasks.report(job(tmp_path)).source == "plan.txt"


def test_warming_up_builds_what_is_needed() -> None:
    tasks.warm()
    tasks.warm_report()
    assert {"pipeline.report", "pipeline.tag"} <= set(sys.modules)


# the folder


def test_an_unfinished_file_of_an_earlier_run_is_tidied(tmp_path: Path) -> None:
    (tmp_path / ".soa-unfinished-x").write_text("half")
    save(tmp_path, {"a.json": b"1"}, "key")
    assert sorted(one.name for one in tmp_path.iterdir()) == [".soa-stamp", "a.json"]


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    save(tmp_path, {"a.json": b"old"}, "key")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(PipelineError, match="No space left on device"):
        save(tmp_path, {"a.json": b"new"}, "other")
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"old"
    assert not is_current(tmp_path, ("a.json",), "key")


def test_results_may_be_read_like_any_new_file(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_text("x")
    save(tmp_path, {"a.json": b"1"}, "key")
    assert (tmp_path / "a.json").stat().st_mode == ordinary.stat().st_mode


def test_a_stamp_that_is_no_text_is_no_stamp(tmp_path: Path) -> None:
    save(tmp_path, {"a.json": b"1"}, "key")
    assert is_current(tmp_path, ("a.json",), "key")
    (tmp_path / ".soa-stamp").write_bytes(b"\xff")
    assert not is_current(tmp_path, ("a.json",), "key")


# the terminal


class Terminal:
    """A stream that says it is a terminal."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written.append(text)

    def flush(self) -> None:
        return


@pytest.mark.parametrize(
    ("environment", "colourful"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colourful: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console.is_colourful(Terminal()) is colourful  # type: ignore[arg-type]
    assert console.is_colourful(sys.__stdin__ or sys.stdin) is False or sys.stdin.isatty()


def test_a_bar_is_shown_on_a_terminal_for_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with console.progress(iter("abc"), 3) as items:
        assert list(items) == ["a", "b", "c"]
    shown = "".join(terminal.written)
    assert all(f"{done}/3" in shown for done in (0, 1, 2, 3))


def test_one_file_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with console.progress(iter("a"), 1) as items:
        assert list(items) == ["a"]
    assert terminal.written == []


def test_nobody_hears_of_a_closed_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    duplicated: list[int] = []
    monkeypatch.setattr("os.dup2", lambda _, to: duplicated.append(to))
    console.hush()
    assert duplicated == [sys.stdout.fileno()]


def test_a_stream_that_cannot_be_set_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(sys, "stderr", None)
    console.prepare()


def test_windows_consoles_are_asked_for_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes

    class Kernel:
        answer = 1

        def GetStdHandle(self, _: int) -> int:  # noqa: N802 - Windows' own name
            return 7

        def GetConsoleMode(self, *_: object) -> int:  # noqa: N802
            return self.answer

        def SetConsoleMode(self, _: int, mode: int) -> int:  # noqa: N802
            return mode & 4

    class Library:
        kernel32 = Kernel()

    monkeypatch.setattr(ctypes, "windll", Library, raising=False)
    assert console._windows_colours() is True
    monkeypatch.setattr(Kernel, "answer", 0)
    assert console._windows_colours() is False
