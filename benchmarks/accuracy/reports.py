"""Inspection reports: the areas read from them against those that a reader copied out."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.accuracy import evidence
from benchmarks.accuracy.evidence import loose, plain
from benchmarks.accuracy.scores import Facts, Results, compare

if TYPE_CHECKING:
    from pipeline.models import Report, ReportArea

Row = dict[str, str]


def read(path: Path) -> "Report":
    """Return what the project reads from a report."""
    from pipeline.blocks import Source
    from pipeline.report import read_report
    from pipeline.settings import Settings

    return read_report(Source(path.name, path.read_bytes()), Settings())


def measure(results: Results) -> None:
    """Score the reports with tables of responsible bodies, then those with plain lists."""
    tables = evidence.EVIDENCE / "responsible-body" / "truth.tsv"
    if not tables.is_file():
        results.skipped["inspection reports"] = "no evidence in ../shared/evidence"
        return
    rows = evidence.table(tables)
    for name in dict.fromkeys(row["file"] for row in rows):
        _score(tables.parent / name, _table_truth([r for r in rows if r["file"] == name]), results)
    for listed in sorted((evidence.EVIDENCE / "reports").glob("*.areas.tsv")):
        source = listed.with_name(listed.name.removesuffix(".areas.tsv") + ".pdf")
        _score(source, _list_truth(evidence.table(listed)), results)


def _score(path: Path, truth: Facts, results: Results) -> None:
    from pipeline.errors import PipelineError

    try:
        given = _given(read(path).areas)
    except ImportError as error:
        results.skipped[path.name] = f"not available yet: {error}"
        return
    except PipelineError as error:
        results.skipped[path.name] = f"not read, so all of it counts as missed: {error}"
        given = {}
    results.add(path.name, compare(truth, given))


def _table_truth(rows: Sequence[Row]) -> Facts:
    kinds = {"priority_action": "priority", "improvement": "improvement"}
    return {
        "report areas": Counter(f"{kinds[r['section']]} | {plain(r['text'])}" for r in rows),
        "responsible bodies": Counter(
            f"{_begin(r['text'])} | {loose(r['responsible_body'])}" for r in rows
        ),
        "report pages": Counter(f"{_begin(r['text'])} | {r['pages']}" for r in rows),
    }


def _list_truth(rows: Sequence[Row]) -> Facts:
    return {
        "report areas": Counter(f"improvement | {plain(row['text'])}" for row in rows),
        "bodies": Counter(f"{_begin(row['text'])} | {_body(row['body'])}" for row in rows),
    }


def _given(areas: Sequence["ReportArea"]) -> Facts:
    return {
        "report areas": Counter(f"{area.kind} | {plain(area.text)}" for area in areas),
        "responsible bodies": Counter(
            f"{_begin(area.text)} | {loose(area.owner)}" for area in areas
        ),
        "report pages": Counter(f"{_begin(area.text)} | {_pages(area)}" for area in areas),
        "bodies": Counter(f"{_begin(area.text)} | {_body(area.body)}" for area in areas),
    }


def _begin(text: str) -> str:
    return loose(text)[:60]


def _body(name: str | None) -> str:
    """Return whose area it is: a safeguarding board is named in many ways."""
    words = loose(name)
    return "LSCB" if "lscb" in words or "safeguarding" in words else words


def _pages(area: "ReportArea") -> str:
    found = {fragment.page for fragment in area.location.fragments}
    return ",".join(str(page) for page in sorted(page for page in found if page))
