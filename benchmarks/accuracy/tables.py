"""The test tables of owners and deadlines, known gaps among them, for us and general tools.

The tables hold what the grammars are built to read, so their score is no measure of
accuracy; what the general tools make of the same rows is the point.
"""

import re
from collections.abc import Iterator

from benchmarks.accuracy import baselines
from benchmarks.accuracy.scores import Results, graded

_LATEST = re.compile(r"\.\.(\d{4}-\d\d-\d\d)")


def measure(results: Results) -> None:
    """Score the tables in `tests/`, where they are."""
    try:
        _measure_deadlines(results)
        _measure_owners(results)
    except ImportError as error:
        results.skipped["test tables"] = f"not available: {error}"


def _measure_deadlines(results: Results) -> None:
    from tests.deadlines.rows import reading, rows

    listed = [*rows(), *rows("gaps.tsv")]
    ours = graded(
        (f"{row.text} | read as {reading(row)}", reading(row) == row.reading) for row in listed
    )
    results.add("test table of deadlines", {"reading": ours})
    dated = [
        (row.text, days[0]) for row in listed if len(days := _LATEST.findall(row.reading)) == 1
    ]
    for name, read in baselines.TOOLS:
        try:
            pairs = [(text, day, read(text)) for text, day in dated]
        except ImportError as error:
            results.skipped[f"baseline {name}, test table"] = f"not installed: {error}"
            continue
        score = graded((f"{text} | read as {found}", found == day) for text, day, found in pairs)
        results.add(f"baseline {name}, test table", {"latest day": score})


def _measure_owners(results: Results) -> None:
    from pipeline.owners import scan
    from tests.owners.rows import rendered, rows

    cells = [(row.text, row.owners) for row in rows("cells")]
    read = [(text, owners, rendered(text, scan(text, cell=True))) for text, owners in cells]
    ours = graded((f"{text!r} | read as {found}", found == owners) for text, owners, found in read)
    results.add("test table of owners", {"reading": ours})
    results.add("baseline role list, test table", {"owner count": graded(_listed(cells))})


def _listed(cells: list[tuple[str, str]]) -> Iterator[tuple[str, bool]]:
    for text, owners in cells:
        count = 0 if owners == "nothing" else owners.count(" + ") + 1
        found = len(baselines.by_role_list(text).kinds)
        yield f"{text!r} | read as {found}", found == count
