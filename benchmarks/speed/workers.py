"""Two warm workers on many documents, beside what two bare processor loops gain."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.speed.figures import EVIDENCE, Figure
from benchmarks.speed.spinning import spin
from pipeline import Settings, Source, process, runners

_DOCUMENTS, _LOOPS, _TURNS = 200, 2_000_000, 24
_SAMPLE = Path("sources/northmere-2016.txt")


def figures(rounds: int) -> Iterator[Figure]:
    """Yield the gain of two workers over one, as a part of the gain of two bare loops."""
    if (os.cpu_count() or 1) < 2:
        yield Figure("two workers (skipped: one core)", None, "")
        return
    path = EVIDENCE / "statements/hartlepool-2014.txt"
    data = (path if path.exists() else _SAMPLE).read_bytes()
    sources = [Source(f"{number}.txt", data) for number in range(_DOCUMENTS)]
    gains = [(_gain(partial(_work, sources)), _gain(_loop)) for _ in range(max(rounds - 2, 1))]
    ours, bare = (sorted(gain)[len(gain) // 2] for gain in zip(*gains, strict=True))
    yield Figure("two bare loops over one", bare, "x")
    name = f"two workers over one, {_DOCUMENTS} documents"
    yield Figure(name, ours, "x", f"{ours / bare:.2f} of bare loops", "≥ 0.9")


def _gain(seconds: Callable[[int], float]) -> float:
    return seconds(1) / seconds(2)


def _work(sources: list[Source], jobs: int) -> float:
    """Return the seconds that warm workers take over the sources."""
    limits = replace(Settings().limits)
    results = runners.run(one, sources, limits, jobs, warm)
    for _ in range(jobs):
        next(results)
    start = time.perf_counter()
    done = sum(1 for _ in results)
    return (time.perf_counter() - start) / done


def one(source: Source) -> int:
    """Read a source and return how many findings it has."""
    return len(process(source, Settings()).findings.findings)


def warm() -> None:
    """Do everything once that only the first document pays for."""
    process(Source("warm.txt", _SAMPLE.read_bytes()), Settings())


def _loop(jobs: int) -> float:
    """Return the seconds that a bare loop takes when so many processes are at it."""
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        pool.map(spin, [1_000] * jobs, chunksize=1)
        start = time.perf_counter()
        pool.map(spin, [_LOOPS] * _TURNS, chunksize=1)
        return (time.perf_counter() - start) / _TURNS
