"""Isolation: what one source does costs that source alone."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import PipelineError, UnreadableError
from pipeline.runners import Failure, run
from pipeline.runners.failure import explained
from pipeline.runners.worker import READY, limit_memory, outcome, serve
from pipeline.settings import Limits

LIMITS = Limits(seconds=20.0, memory_bytes=512 * 1024**2)


@dataclass(frozen=True)
class Item:
    name: str
    seconds: float = 0.0


def spin() -> None:
    while True:
        pass


def unreadable() -> None:
    raise UnreadableError("It is damaged.", "Send it again.", "page 2")


def noise() -> None:
    os.write(1, b"noise\n")
    print("noise")


TROUBLES: dict[str, Callable[[], object]] = {
    "crash": os.abort,
    "exit": partial(os._exit, 0),
    "hang": partial(time.sleep, 600),
    "spin": spin,
    "memory": lambda: len(bytearray(4 * 1024**3)),
    "deep": lambda: TROUBLES["deep"](),
    "unreadable": unreadable,
    "fault": lambda: dict[str, str]()["no such key"],
    "noise": noise,
}


def work(item: Item) -> Any:
    if item.name in TROUBLES:
        TROUBLES[item.name]()
    time.sleep(item.seconds)
    return threading.Lock() if item.name == "unsendable" else f"read {item.name}"


def pid(item: Item) -> int:
    return os.getpid()


def pid_or_trouble(item: Item) -> int:
    if item.name in TROUBLES:
        TROUBLES[item.name]()
    return os.getpid()


def no_start() -> None:
    raise ImportError("the reader is not installed")


def named(*names: str) -> list[Item]:
    return [Item(name) for name in names]


def test_results_come_in_the_order_of_the_sources() -> None:
    items = [Item("slow", 0.3), Item("fast"), Item("middling", 0.1), Item("last")]
    done = list(run(work, items, LIMITS, jobs=3))
    assert done == [f"read {item.name}" for item in items]


def test_no_sources_need_no_worker() -> None:
    assert list(run(work, [], LIMITS, jobs=4)) == []


def test_workers_live_on_from_file_to_file() -> None:
    assert len(set(run(pid, named(*"abcdef"), LIMITS))) == 1
    assert len(set(run(pid, named(*"abcdef"), LIMITS, jobs=2))) <= 2


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("crash", "stopped unexpectedly"),
        ("exit", "stopped unexpectedly"),
        ("memory", "more than 0.5 GiB of memory"),
        ("deep", "nested too deeply"),
        ("unreadable", "It is damaged. (page 2) Send it again."),
        ("fault", "fault of soa"),
        ("unsendable", "fault of soa"),
    ],
)
def test_trouble_costs_its_own_file_alone(trouble: str, words: str) -> None:
    first, bad, last = run(work, named("a", trouble, "b"), LIMITS)
    assert (first, last) == ("read a", "read b")
    assert isinstance(bad, Failure)
    assert bad.source == trouble
    assert words in str(bad)


@pytest.mark.parametrize("trouble", ["hang", "spin"])
def test_a_file_that_takes_too_long_is_given_up(trouble: str) -> None:
    limits = Limits(seconds=0.5)
    started = time.monotonic()
    first, bad, last = run(work, named("a", trouble, "b"), limits)
    assert time.monotonic() - started < 10
    assert (first, last) == ("read a", "read b")
    assert "longer than 0.5 seconds" in str(bad)


def test_only_the_overdue_worker_is_replaced() -> None:
    items = [Item("hang"), *(Item(str(number), 0.05) for number in range(20))]
    done = list(run(work, items, Limits(seconds=1.0), jobs=2))
    assert isinstance(done[0], Failure)
    assert done[1:] == [f"read {number}" for number in range(20)]


def test_a_worker_that_ran_out_of_memory_is_replaced() -> None:
    before, _, after = run(pid_or_trouble, named("a", "memory", "b"), LIMITS)
    assert before != after


def test_a_failing_start_is_told_once() -> None:
    with pytest.raises(PipelineError, match="could not be started"):
        list(run(work, named("a"), LIMITS, warm=no_start))


def test_a_start_that_hangs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.runners.pool._SECONDS_TO_START", 0.2)
    with pytest.raises(PipelineError, match="did not start in time"):
        list(run(work, named("a"), LIMITS, warm=partial(time.sleep, 600)))


def test_what_a_reader_prints_stays_out_of_the_results(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(run(work, named("noise"), LIMITS)) == ["read noise"]
    assert "noise" not in capfd.readouterr().out


def test_stopping_early_leaves_no_process() -> None:
    outcomes = run(work, [Item("a"), Item("hang"), Item("hang")], LIMITS, jobs=2)
    assert next(outcomes) == "read a"
    outcomes.close()
    assert not multiprocessing.active_children()


def test_spawned_workers_do_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    first, bad = run(work, named("a", "exit"), LIMITS)
    assert first == "read a"
    assert isinstance(bad, Failure)


# The worker's side, in this process.


class Line:
    """A connection that says what is in `items` and remembers what it is sent."""

    def __init__(self, *items: object) -> None:
        self.items = list(items)
        self.sent: list[Any] = []
        self.closed = False

    def close(self) -> None:
        self.closed = True

    def recv(self) -> object:
        if not self.items:
            raise EOFError
        return self.items.pop(0)

    def send(self, value: object) -> None:
        if isinstance(value, dict):
            raise TypeError("cannot be sent")
        if value == "read broken":
            raise BrokenPipeError
        self.sent.append(value)


def test_serve_answers_until_the_supervisor_hangs_up() -> None:
    line = Line(Item("a"), Item("unreadable"))
    serve(line, work, LIMITS)  # type: ignore[arg-type]
    assert line.sent[:2] == [READY, "read a"]
    assert line.sent[2] == Failure("unreadable", "It is damaged.", "Send it again.", "page 2")


def test_serve_ends_when_nobody_listens() -> None:
    line = Line(Item("broken"), Item("a"))
    serve(line, work, LIMITS)  # type: ignore[arg-type]
    assert line.sent == [READY]


def test_serve_says_so_when_a_result_cannot_be_sent() -> None:
    line = Line(Item("a"))
    serve(line, lambda _: {}, LIMITS)  # type: ignore[arg-type]
    assert "fault of soa" in str(line.sent[1])


def test_an_interrupt_is_no_failure() -> None:
    def interrupted(item: Item) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        outcome(interrupted, Item("a"), LIMITS)


def test_a_fault_names_the_place_in_the_code() -> None:
    failure = outcome(work, Item("fault"), LIMITS)
    assert f"KeyError in {__name__}, line" in str(failure)


@pytest.mark.parametrize(
    ("error", "words"),
    [(MemoryError(), "more than 2 GiB of memory"), (RecursionError(), "nested too deeply")],
)
def test_what_an_error_means_to_the_user(error: Exception, words: str) -> None:
    assert words in explained("plan.pdf", error, 2 * 1024**3).problem


def test_an_error_without_a_trace_is_explained() -> None:
    assert explained("plan.pdf", ValueError("x"), 1).place == ""


@pytest.fixture
def limits_set(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    resource = pytest.importorskip("resource")
    calls: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: calls.append(pair))
    return calls


def test_memory_is_limited_on_top_of_what_is_in_use(limits_set: list[tuple[int, int]]) -> None:
    limit_memory(1024**3)
    assert 1024**3 < limits_set[0][0] < 100 * 1024**3


def test_memory_keeps_within_the_system_limit(
    limits_set: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resource.getrlimit", lambda _: (1000, 1000))
    limit_memory(1024**3)
    assert limits_set == [(1000, 1000)]


def test_memory_use_may_be_unknown(
    limits_set: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(*_: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", absent)
    limit_memory(1024**3)
    assert limits_set[0][0] == 1024**3


def test_a_platform_without_limits_reads_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    limit_memory(1024**3)


def test_a_worker_warms_up_before_it_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.runners import worker

    order: list[str] = []
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(gc, "freeze", lambda: order.append("freeze"))
    monkeypatch.setattr(gc, "set_threshold", lambda _: None)
    monkeypatch.setattr(worker, "_be_quiet", lambda: order.append("quiet"))
    monkeypatch.setattr(worker, "limit_memory", lambda _: order.append("limit"))
    line = Line()
    other = Line()
    worker.work_in_process(line, [other], work, LIMITS, lambda: order.append("warm"))  # type: ignore[arg-type, list-item]
    assert other.closed
    assert order == ["warm", "freeze", "quiet", "limit"]
    assert gc.isenabled()
    assert line.sent == [READY]
