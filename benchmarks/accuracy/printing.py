"""Scores as a table to read, as JSON to compare with, and as Markdown for the README."""

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.accuracy.evidence import ROOT
from benchmarks.accuracy.scores import Results, Score, total

START, END = "<!-- eval -->", "<!-- /eval -->"
_ASIDE = ("baseline", "findings by code")  # what the README's table leaves out
Scores = Mapping[str, Mapping[str, Score]]
Earlier = Mapping[str, Mapping[str, Any]]


def text(results: Results) -> str:
    """Return the table, every slip under its document, and what was skipped."""
    lines = [f"{'document':36} {'field':24} {'precision':>9} {'recall':>7} {'F1':>6} {'n':>5}"]
    for document, scores in results.scores.items():
        for name, score in scores.items():
            lines.append(_row(document, name, score))
    lines += [_row("all documents", name, score) for name, score in overall(results.scores).items()]
    lines += ["", *_slips(results.scores)]
    lines += results.notes
    lines += [f"skipped: {what}: {why}" for what, why in results.skipped.items()]
    return "\n".join(lines).rstrip()


def _row(document: str, name: str, score: Score) -> str:
    count = score.right + len(score.missed)
    figures = f"{score.precision:9.3f} {score.recall:7.3f} {score.f1:6.3f} {count:5}"
    return f"{document[:36]:36} {name[:24]:24} {figures}"


def overall(scores: Scores) -> dict[str, Score]:
    """Return each field's score over all documents, the baselines left out."""
    ours = [fields for document, fields in scores.items() if not document.startswith("baseline")]
    names = dict.fromkeys(name for fields in ours for name in fields)
    return {name: total(fields[name] for fields in ours if name in fields) for name in names}


def _slips(scores: Scores) -> Iterator[str]:
    for document, fields in scores.items():
        if document.startswith("baseline"):
            continue
        for name, score in fields.items():
            for slip in score.slips:
                yield f"{document}: {name}: {slip}"


def as_json(results: Results) -> dict[str, dict[str, Any]]:
    """Return the scores as JSON data: figures and slips by document and field."""
    return {
        document: {
            name: {"right": score.right, "wrong": score.wrong, "missed": score.missed}
            for name, score in fields.items()
        }
        for document, fields in results.scores.items()
    }


def changes(results: Results, earlier: Earlier) -> str:
    """Return what was gained and lost against earlier scores, slip by slip."""
    gained, lost = [], []
    for document, fields in results.scores.items():
        for name, score in fields.items():
            before = earlier.get(document, {}).get(name)
            if before is None:
                continue
            old = Score(before["right"], tuple(before["wrong"]), tuple(before["missed"]))
            gained += [f"{document}: {name}: {slip}" for slip in _more(old, score)]
            lost += [f"{document}: {name}: {slip}" for slip in _more(score, old)]
    lines = [f"gained {len(gained)}, lost {len(lost)}"]
    return "\n".join([*lines, *(f"gained: {x}" for x in gained), *(f"lost: {x}" for x in lost)])


def _more(one: Score, other: Score) -> list[str]:
    """Return the slips of one score that the other does not have."""
    return sorted(set(one.slips) - set(other.slips))


def markdown(results: Results) -> str:
    """Return the table for the README: a row a kind of source, its fields taken together."""
    groups: dict[str, list[Mapping[str, Score]]] = {}
    for document, fields in results.scores.items():
        if not document.startswith(_ASIDE):
            groups.setdefault(_kind(document), []).append(fields)
    lines = ["| source | facts | F1 | weakest field |", "|---|--:|--:|---|"]
    lines += [_summary(kind, documents) for kind, documents in groups.items()]
    others = [
        f"{document.removeprefix('baseline ')}: {name} {score.f1:.3f}"
        for document, fields in results.scores.items()
        if document.startswith("baseline") and "," not in document
        for name, score in fields.items()
    ]
    notes = [
        *results.notes,
        *([f"General tools on the same phrases: {'; '.join(others)}."] * bool(others)),
    ]
    return "\n".join([*lines, "", *notes]).rstrip()


def _kind(document: str) -> str:
    """Return the row that a document counts in: formats of one plan, samples, reports."""
    if (ROOT / "sources" / document).is_file():
        return "our own samples"
    if document.endswith("-report.pdf") or document[:1].isdigit():
        return "inspection reports"
    if document.startswith("findings"):
        return "findings, by labels of our own"
    stem, dot, _ = document.partition(".")
    return f"{stem}, all formats" if dot else document


def _summary(kind: str, documents: list[Mapping[str, Score]]) -> str:
    whole = total(score for fields in documents for score in fields.values())
    names = dict.fromkeys(name for fields in documents for name in fields)
    by_name = {name: total(f[name] for f in documents if name in f) for name in names}
    worst = min(by_name, key=lambda name: by_name[name].f1)
    weakest = f"{worst} {by_name[worst].f1:.3f}" if by_name[worst].slips else "–"
    return f"| {kind} | {whole.right + len(whole.missed)} | {whole.f1:.3f} | {weakest} |"


def into_readme(page: str, table: str) -> str:
    """Return the page with the table between its markers; raises `ValueError` without them."""
    before, found, rest = page.partition(START)
    _, closed, after = rest.partition(END)
    if not found or not closed:
        raise ValueError(f"The page lacks the markers {START} and {END}.")
    return f"{before}{START}\n{table}\n{END}{after}"
