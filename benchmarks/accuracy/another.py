"""Cells and headings by another writer than the grammars' and word lists' own.

The `another_*.txt` files were written by somebody who had not seen those. The grammars have
been mended against them since, so they now guard against steps back; the figures of the
first measurement stand in `docs/statistical-owners.md`. An owner is right when its words and
its kind are.
"""

import re
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.phrases import Row, leaves, score_deadlines, score_headings
from benchmarks.accuracy.scores import Results, Score, compare, graded

HERE = Path(__file__).parent
_OWNER = re.compile(r"\{(\w+):([^{}]*)\}")


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def rows() -> list[tuple[str, Counter[str]]]:
    """Return each owner cell's words and its owners ("post: Head of Service")."""
    cells = [line.replace("\\n", "\n") for line in _lines("another_owners.txt")]
    return [(_OWNER.sub(r"\2", cell), _owners(cell)) for cell in cells]


def _owners(cell: str) -> Counter[str]:
    return Counter(f"{kind}: {words}" for kind, words in _OWNER.findall(cell))


def deadline_rows() -> list[Row]:
    """Return the deadline cells in the form of the evidence's phrases."""
    found = []
    for line in _lines("another_deadlines.txt"):
        kinds, latest, phrase = line.split(" | ", 2)
        day = "" if latest == "-" else latest
        found.append({"kinds": kinds, "iso_end_of_period": day, "phrase": phrase, "n": ""})
    return found


def headings() -> list[tuple[str, str]]:
    """Return each heading with the roles that are right ("area|measure")."""
    lines = (line.partition(" | ") for line in _lines("another_headings.txt"))
    return [(heading, roles) for roles, _, heading in lines]


def measure(results: Results) -> None:
    """Score the grammars on these cells."""
    try:
        _score_owners(results)
        name, listed = "deadline cells by another writer", deadline_rows()
        score_deadlines(name, listed, leaves("deadline", listed), results)
        score_headings("headings by another writer", headings(), results)
    except ImportError as error:
        results.skipped["cells by another writer"] = f"not available yet: {error}"


def _score_owners(results: Results) -> None:
    from pipeline.owners import scan

    counts, scores = [], []
    for text, truth in rows():
        given = Counter(
            f"{'placeholder' if span.placeholder else span.kind}: {text[span.start : span.end]}"
            for span in scan(text, cell=True)
        )
        counts.append((f"{text!r}: read as {given.total()}", given.total() == truth.total()))
        scores.append((text, compare({"": truth}, {"": given})[""]))
    right = sum(score.right for _, score in scores)
    wrong = tuple(f"{text!r}: {slip}" for text, score in scores for slip in score.wrong)
    missed = tuple(f"{text!r}: {slip}" for text, score in scores for slip in score.missed)
    owners = {"owners": Score(right, wrong, missed), "owner count": graded(counts)}
    results.add("owner cells by another writer", owners)
