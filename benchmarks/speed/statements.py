"""Statements a second, warm, on one core."""

from collections.abc import Iterator

from benchmarks.speed.figures import EVIDENCE, Figure, side_by_side
from pipeline import Settings, Source, process

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
        best = side_by_side({name: lambda source=source: process(source, Settings())}, 3 * rounds)  # type: ignore[misc]
        kind = path.suffix.removeprefix(".")
        yield Figure(f"statements from {kind} to findings", 1 / best[name], "1/s", "", target)
