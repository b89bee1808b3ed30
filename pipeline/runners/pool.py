"""The supervisor's side: hands items out, gathers outcomes, and replaces what breaks."""

import multiprocessing
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from math import inf
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pipeline.errors import PipelineError
from pipeline.runners.failure import Failure, too_much_memory
from pipeline.runners.worker import READY, work_in_process

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from pipeline.settings import Limits

_SECONDS_TO_START = 120.0


class Named(Protocol):
    """Anything with a file name."""

    @property
    def name(self) -> str:
        """The name that a failure carries."""
        ...


Item = TypeVar("Item", bound=Named)
Outcome = TypeVar("Outcome")
Done = Iterator[tuple[int, Any]]


@dataclass(slots=True)
class _Worker:
    """A worker process, the number of the item in its hands, and when it is due."""

    process: "BaseProcess"
    connection: "Connection[Any, Any]"
    due: float
    ready: bool = False
    index: int | None = None


@dataclass(slots=True)
class _Crew:
    """The workers and the items that wait for them."""

    work: Callable[[Any], object]
    items: list[Any]
    limits: "Limits"
    warm: Callable[[], object]
    queue: deque[int]
    workers: list[_Worker] = field(default_factory=list)


def nothing() -> None:
    """Warm up nothing."""


def run(
    work: Callable[[Item], Outcome],
    items: Iterable[Item],
    limits: "Limits",
    jobs: int = 1,
    warm: Callable[[], object] = nothing,
) -> Generator[Outcome | Failure, None, None]:
    """Yield `work(item)` or a Failure for every item, in the order of the items.

    Each of the `jobs` worker processes lives as long as it behaves: one that crashes, takes
    longer than `limits.seconds` over an item or outgrows `limits.memory_bytes` costs that
    item alone and is replaced. `work` and `warm` (called once a worker, to import what the
    work needs) are functions of a module, so that they can be sent to a process.

    Raises PipelineError when no worker can be started.
    """
    todo = list(items)
    crew = _Crew(work, todo, limits, warm, deque(range(len(todo))))
    done: dict[int, Outcome | Failure] = {}
    try:
        for index in range(len(todo)):
            while index not in done:
                _staff(crew, jobs)
                done.update(_turn(crew))
            yield done.pop(index)
    finally:
        _dismiss(crew.workers)


def _staff(crew: _Crew, jobs: int) -> None:
    """Start workers until there are `jobs`, or as many as there are items left."""
    free = sum(worker.index is None for worker in crew.workers)
    for _ in range(min(max(jobs, 1) - len(crew.workers), len(crew.queue) - free)):
        crew.workers.append(_start(crew))


def _turn(crew: _Crew) -> Done:
    """Wait until a worker speaks, dies or is overdue, and see to it."""
    soonest = min(worker.due for worker in crew.workers)
    patience = None if soonest == inf else max(0.0, soonest - time.monotonic())
    speaking = wait([worker.connection for worker in crew.workers], patience)
    for worker in list(crew.workers):
        if worker.connection in speaking:
            yield from _hear(crew, worker)
        elif time.monotonic() >= worker.due:
            yield from _give_up(crew, worker)


def _hear(crew: _Crew, worker: _Worker) -> Done:
    """Take what the worker says and hand it the next item; one that hung up has crashed.

    One that ran out of memory may not get it back, so it is replaced.
    """
    try:
        message = worker.connection.recv()
    except (EOFError, OSError):
        yield from _bury(crew, worker)
        return
    if worker.ready and worker.index is not None:
        yield worker.index, message
        if message == too_much_memory(crew.items[worker.index].name, crew.limits.memory_bytes):
            _lay_off(crew, worker)
            return
    worker.ready = worker.ready or message == READY
    _hand_out(crew, worker)


def _hand_out(crew: _Crew, worker: _Worker) -> None:
    """Give an idle worker the next item, or send it home when there is none."""
    if not crew.queue:
        _lay_off(crew, worker)
        return
    worker.index = crew.queue.popleft()
    worker.due = time.monotonic() + crew.limits.seconds
    try:
        worker.connection.send(crew.items[worker.index])
    except OSError:  # it died just now: the next turn hears of it
        return


def _bury(crew: _Crew, worker: _Worker) -> Done:
    _lay_off(crew, worker)
    if worker.index is None:
        raise PipelineError("The process that reads the files could not be started.")
    advice = "Open it, save it anew and try again."
    problem = "The reader stopped unexpectedly: it is damaged, or needs too much memory."
    yield worker.index, Failure(crew.items[worker.index].name, problem, advice)


def _give_up(crew: _Crew, worker: _Worker) -> Done:
    _lay_off(crew, worker)
    if worker.index is None:
        raise PipelineError("The process that reads the files did not start in time.")
    seconds = crew.limits.seconds
    problem = f"Reading it took longer than {seconds:g} second{'' if seconds == 1 else 's'}."
    advice = "Allow more with --timeout, or save the file anew: it may be damaged."
    yield worker.index, Failure(crew.items[worker.index].name, problem, advice)


def _start(crew: _Crew) -> _Worker:
    """Start a process: forked on Linux from one without threads, where that is safe."""
    forks = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forks else "spawn")
    ours, theirs = context.Pipe()
    inherited = [ours, *(worker.connection for worker in crew.workers)] if forks else []
    process = context.Process(  # type: ignore[attr-defined]
        target=work_in_process,
        args=(theirs, inherited, crew.work, crew.limits, crew.warm),
        daemon=True,
    )
    process.start()
    theirs.close()
    return _Worker(process, ours, time.monotonic() + _SECONDS_TO_START)


def _dismiss(workers: list[_Worker]) -> None:
    """Stop all workers; those at work are first asked to tidy up."""
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.join(0.5)
        _stop(worker)


def _lay_off(crew: _Crew, worker: _Worker) -> None:
    crew.workers.remove(worker)
    _stop(worker)


def _stop(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.connection.close()
