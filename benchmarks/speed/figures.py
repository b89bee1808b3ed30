"""What a measure returns, and how several things are timed side by side."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

EVIDENCE = Path("../shared/evidence")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: `target` says what it must reach, empty where nothing."""

    name: str
    value: float | None
    unit: str
    ratio: str = ""
    target: str = ""


def _nothing() -> None:
    """Prepare nothing."""


def side_by_side(
    works: Mapping[str, Callable[[], object]],
    rounds: int,
    before: Callable[[], None] = _nothing,
) -> dict[str, float]:
    """Return the least processor seconds that each work took in a few rounds of all in turn.

    The first round warms up and does not count; nor does what is done `before` each work.
    """
    best = dict.fromkeys(works, float("inf"))
    for number in range(rounds + 1):
        for name, work in works.items():
            before()
            gc.collect()
            start = time.process_time()
            work()
            taken = time.process_time() - start
            if number:
                best[name] = min(best[name], taken)
    return best
