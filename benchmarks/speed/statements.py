"""Statements a second, warm, on one core, and what tagging and checking one of them take.

A process remembers words, headings and short owner cells that it has read. The same statement
again and again meets them all, so it is also timed with nothing remembered: a batch of plans
lies between the two.
"""

import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper, partial

from benchmarks.speed.figures import EVIDENCE, Figure, side_by_side
from pipeline import Settings, Source, checks, process
from pipeline.models import Statement
from pipeline.tag import tag
from pipeline.tag.components import Mode

_BATCH = 20
_KINDS = {
    "hartlepool-2014.txt": "≥ 50/s, aim 100",
    "hartlepool-2014.html": "",
    "hartlepool-2014.portrait.docx": "",
    "hartlepool-2014.portrait.pdf": "",
}


def figures(rounds: int) -> Iterator[Figure]:
    """Yield how many statements of the real one's size a second go from bytes to findings."""
    for name, target in _KINDS.items():
        path = EVIDENCE / "statements" / name
        if not path.exists():
            yield Figure(f"{path.suffix} to findings (skipped: no evidence folder)", None, "")
            continue
        source = Source(name, path.read_bytes())
        batch = partial(_batch, source)
        best = side_by_side({"batch": batch}, rounds)
        kind = path.suffix.removeprefix(".")
        rate = _BATCH / best["batch"]
        yield Figure(f"statements from {kind} to findings", rate, "1/s", "", target)
        if target:
            work = partial(process, source, Settings())
            best = side_by_side({"new": work}, 3 * rounds, before=_forget)
            yield Figure("the same, nothing in them seen before", 1 / best["new"], "1/s")
            yield from _stages(process(source, Settings()).statement, 3 * rounds)


def _batch(source: Source) -> None:
    """Read and check a statement some times, one after the other as in a long run."""
    for _ in range(_BATCH):
        process(source, Settings())


def _forget() -> None:
    """Forget the words of documents; the vocabularies, of which nothing is bounded, stay."""
    modules = [module for name, module in sys.modules.items() if name.startswith("pipeline.")]
    for module in modules:
        for one in vars(module).values():
            if isinstance(one, _lru_cache_wrapper) and one.cache_parameters()["maxsize"]:
                one.cache_clear()


def _stages(statement: Statement, rounds: int) -> Iterator[Figure]:
    """Yield what tagging the words of a statement takes, and all checks of it."""
    words = list(_words(statement))
    short = {one.short: one.long for one in statement.acronyms}
    best = side_by_side(
        {
            "tagging": lambda: tag(words, acronyms=short),
            "checks": lambda: checks.run(statement, Settings()),
        },
        rounds,
    )
    yield Figure("tagging one of them", 1000 * best["tagging"], "ms", "", "≤ 8 ms")
    yield Figure("checking one of them", 1000 * best["checks"], "ms", "", "≤ 3 ms")


def _words(statement: Statement) -> Iterator[tuple[str, Mode]]:
    """Yield every text that is tagged, and how it is read."""
    for section in statement.sections:
        for area in section.areas:
            yield area.text or "", "area"
            yield from ((action.text, "action") for action in area.actions)
            for stated in area.assignments:
                yield from ((line.text, "owner-and-deadline") for line in stated.passages)
