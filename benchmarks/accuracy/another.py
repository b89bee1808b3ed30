"""Cells, headings, actions and sentences by other writers than the grammars' and lists' own.

The `another_*.txt` files were written by somebody who had not seen those, or before they were
read again. The grammars have been mended against them since, so they now guard against steps
back; the figures of the first measurements stand in the files and in
`docs/statistical-owners.md`. An owner is right when its words and its kind are; where readers
may differ, several kinds are right ("{post|group:Managers}").
"""

import re
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.phrases import Row, dated, leaves, score_deadlines, score_headings
from benchmarks.accuracy.scores import Results, Score, compare, graded

HERE = Path(__file__).parent
_OWNER = re.compile(r"\{([\w|]+):([^{}]*)\}")


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


def actions() -> list[tuple[Row, str, Counter[str]]]:
    """Return each action's deadline as a phrase's row, its words and the owners in them."""
    found = []
    for line in _lines("another_actions.txt"):
        kinds, latest, marked = line.split(" | ", 2)
        text = _OWNER.sub(r"\2", marked)
        day = "" if latest == "-" else latest
        row = {"kinds": kinds, "iso_end_of_period": day, "phrase": text, "n": ""}
        found.append((row, text, _owners(marked)))
    return found


def sentences() -> list[tuple[str, Counter[str], Counter[str]]]:
    """Return each sentence with the themes that it must and those that it may give."""
    lines = (line.split(" | ", 2) for line in _lines("another_themes.txt"))
    return [(text, Counter(must.split()), Counter(may.split())) for must, may, text in lines]


def headings() -> list[tuple[str, str]]:
    """Return each heading with the roles that are right ("area|measure")."""
    lines = (line.partition(" | ") for line in _lines("another_headings.txt"))
    return [(heading, roles) for roles, _, heading in lines]


def measure(results: Results) -> None:
    """Score the grammars on these cells, actions and sentences."""
    try:
        _score_owners(results)
        name, listed = "deadline cells by another writer", deadline_rows()
        score_deadlines(name, listed, leaves("deadline", listed), results)
        score_headings("headings by another writer", headings(), results)
        _score_actions(results)
        _score_themes(results)
    except ImportError as error:
        results.skipped["cells by another writer"] = f"not available yet: {error}"


def _score_owners(results: Results) -> None:
    counts, scores = [], []
    for text, truth in rows():
        given = _given(text, cell=True)
        counts.append((f"{text!r}: read as {given.total()}", given.total() == truth.total()))
        scores.append((text, _compared(truth, given)))
    owners = {"owners": _summed(scores), "owner count": graded(counts)}
    results.add("owner cells by another writer", owners)


def _score_actions(results: Results) -> None:
    from pipeline.deadlines import scan

    listed, name = actions(), "actions by another writer"
    owners = _summed([(text, _compared(truth, _given(text))) for _, text, truth in listed])
    results.add(name, {"action owners": owners})
    deadlines = [row for row, _, _ in listed]
    found = [dated(scan(row["phrase"])) for row in deadlines]
    score_deadlines(name, deadlines, found, results)


def _score_themes(results: Results) -> None:
    from pipeline.tag import tag

    listed, scores = sentences(), []
    for (text, must, may), tags in zip(
        listed, tag((text, "area") for text, _, _ in listed), strict=True
    ):
        given = Counter({theme.id for theme in tags.themes})
        scores.append((text, compare({"": must}, {"": given}, {"": may})[""]))
    results.add("sentences by another writer", {"themes": _summed(scores)})


def _given(text: str, *, cell: bool = False) -> Counter[str]:
    """Return the owners that are read in a text."""
    from pipeline.owners import scan

    return Counter(
        f"{'placeholder' if span.placeholder else span.kind}: {text[span.start : span.end]}"
        for span in scan(text, cell=cell)
    )


def _compared(truth: Counter[str], given: Counter[str]) -> Score:
    return compare({"": Counter(_chosen(one, given) for one in truth.elements())}, {"": given})[""]


def _chosen(owner: str, given: Counter[str]) -> str:
    """Return an owner with the kind that was read, where that is one of the right ones."""
    kinds, _, words = owner.partition(": ")
    options = [f"{kind}: {words}" for kind in kinds.split("|")]
    return next((option for option in options if option in given), options[0])


def _summed(scores: list[tuple[str, Score]]) -> Score:
    right = sum(score.right for _, score in scores)
    wrong = tuple(f"{text!r}: {slip}" for text, score in scores for slip in score.wrong)
    missed = tuple(f"{text!r}: {slip}" for text, score in scores for slip in score.missed)
    return Score(right, wrong, missed)
