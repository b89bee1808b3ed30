"""The worker's side: reads one source after the other until the supervisor hangs up."""

import faulthandler
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.runners.failure import explained

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from pipeline.settings import Limits

Work = Callable[[Any], object]
READY = "ready"
_GRACE = 10.0
_SELDOM = 20_000


def work_in_process(
    connection: "Connection[Any, Any]",
    inherited: "Iterable[Connection[Any, Any]]",
    work: Work,
    limits: "Limits",
    warm: Callable[[], object],
) -> None:
    """Import what the work needs, set the limits and serve. Runs in a process of its own.

    `inherited` are the supervisor's ends of the pipes: only when nobody else holds them does
    a worker hear that the supervisor is gone.
    """
    for one in inherited:
        one.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the supervisor's
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # unwinds, so that files are tidied
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the workers are the parallel part
    _without_collecting(warm)
    _be_quiet()
    limit_memory(limits.memory_bytes)
    serve(connection, work, limits)


def _without_collecting(warm: Callable[[], object]) -> None:
    """Import without looking for garbage, and never look at what was imported again.

    Imports make no garbage, yet a fifth of their time would go to the search for it.
    """
    gc.disable()
    warm()
    gc.freeze()
    gc.set_threshold(_SELDOM)
    gc.enable()


def serve(connection: "Connection[Any, Any]", work: Work, limits: "Limits") -> None:
    """Say that the worker is ready, then answer each item with `work(item)` or a Failure."""
    try:
        connection.send(READY)
        while True:
            item = connection.recv()
            _send(connection, item.name, outcome(work, item, limits), limits)
    except (EOFError, OSError):
        return


def outcome(work: Work, item: Any, limits: "Limits") -> object:
    """Return `work(item)`, or the Failure that its exception means.

    Should the supervisor itself be gone, the process ends some seconds after the limit.
    """
    faulthandler.dump_traceback_later(limits.seconds + _GRACE, exit=True, file=2)
    try:
        return work(item)
    except Exception as error:
        return explained(item.name, error, limits.memory_bytes)
    finally:
        faulthandler.cancel_dump_traceback_later()


def _send(connection: "Connection[Any, Any]", name: str, result: object, limits: "Limits") -> None:
    """Send the result home; one that cannot be sent is itself a failure."""
    try:
        connection.send(result)
    except OSError:
        raise
    except Exception as error:
        connection.send(explained(name, error, limits.memory_bytes))


def _be_quiet() -> None:
    """Keep what libraries print away from the results; problems travel as a Failure."""
    faulthandler.disable()
    silence = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for good
    os.dup2(silence.fileno(), 1)
    os.dup2(silence.fileno(), 2)
    sys.stdout = sys.stderr = silence


def limit_memory(memory_bytes: int) -> None:
    """Allow `memory_bytes` on top of what the imports took, where the platform can."""
    try:
        import resource
    except ImportError:  # Windows cannot
        return
    limit = _address_space() + memory_bytes
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _address_space() -> int:
    """Return the bytes of address space in use; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
