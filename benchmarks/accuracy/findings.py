"""The errors and warnings of many plans against what a careful officer says of each.

`benchmarks/precision/labels.tsv` holds a row a finding: plan (a pattern, where formats of one
plan are alike), subject, code, whether the officer agrees, and why. `expected.tsv` holds the
findings that were expected from reading the invented plans before the checks were run; a row
with a second thought does not count. A finding without a label, and a label or expectation of
what does not occur, is listed.
"""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from benchmarks.accuracy.evidence import ROOT
from benchmarks.accuracy.scores import Results, Score

HERE = ROOT / "benchmarks" / "precision"
SEVERITIES = {"error": "errors agreed with", "warning": "warnings agreed with"}


@dataclass(frozen=True, slots=True)
class Raised:
    """An error or warning that the checks raised."""

    plan: str
    subject: str
    code: str
    severity: str

    def __str__(self) -> str:
        return f"{self.plan} {self.subject} {self.code}"


def measure(results: Results) -> None:
    """Score the findings of every case, by severity and by code."""
    labels, used, raised = rows("labels.tsv"), set(), []
    for case in tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["case"]:
        found = list(_findings(case, results))
        raised += found
        if not found:
            continue
        verdicts = [(one, _label(one, labels)) for one in found]
        used |= {labels.index(label) for _, label in verdicts if label}
        _score(case["name"], verdicts, results)
    _by_code([(one, _label(one, labels)) for one in raised], results)
    _expected({str(one) for one in raised}, results)
    plans = {one.plan for one in raised}
    for at, label in enumerate(labels):
        if at not in used and any(fnmatchcase(plan, label["plan"]) for plan in plans):
            name = f"label {label['plan']} {label['subject']} {label['code']}"
            results.skipped[name] = "no longer occurs"


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of this benchmark."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _findings(case: dict[str, Any], results: Results) -> Iterator[Raised]:
    from pipeline import Settings, process
    from pipeline.errors import PipelineError

    folder, given = ROOT / case["folder"], case.get("report")
    paths = sorted({path for pattern in case["plans"] for path in folder.glob(pattern)})
    if not paths:
        results.skipped[case["name"]] = f"no plans in {case['folder']}"
    for path in paths:
        report = _source(ROOT / given) if given else None
        try:
            result = process(_source(path), Settings(as_of=case.get("as_of")), report)
        except PipelineError as error:
            results.skipped[f"{path.name}, findings"] = f"not read: {error}"
            continue
        for one in result.findings.findings:
            if one.severity in SEVERITIES:
                yield Raised(path.name, one.subject, one.code, one.severity)


def _source(path: Path) -> Any:
    from pipeline import Source

    return Source(path.name, path.read_bytes())


def _label(one: Raised, labels: list[dict[str, str]]) -> dict[str, str] | None:
    for label in labels:
        same = label["subject"] == one.subject and label["code"] == one.code
        if same and fnmatchcase(one.plan, label["plan"]):
            return label
    return None


Verdicts = list[tuple[Raised, dict[str, str] | None]]


def _score(name: str, verdicts: Verdicts, results: Results) -> None:
    scores = {}
    for severity, field in SEVERITIES.items():
        of_it = [pair for pair in verdicts if pair[0].severity == severity]
        scores[field] = _agreed(of_it)
    results.add(name, scores)
    for one, label in verdicts:
        if label is None:
            results.skipped[f"finding {one}"] = "no label says whether an officer agrees"


def _agreed(verdicts: Verdicts) -> Score:
    """Return how many labelled findings the officer agrees with."""
    known = [(one, label) for one, label in verdicts if label]
    wrong = [f"{one}: {label['why']}" for one, label in known if label["agree"] != "yes"]
    return Score(len(known) - len(wrong), tuple(sorted(wrong)))


def _by_code(verdicts: Verdicts, results: Results) -> None:
    codes = sorted({one.code for one, _ in verdicts})
    scores = {code: _agreed([pair for pair in verdicts if pair[0].code == code]) for code in codes}
    results.add("findings by code", scores)


def _expected(raised: set[str], results: Results) -> None:
    """Score how many of the expected findings were raised."""
    wanted = Counter(
        f"{row['plan']} {row['subject']} {row['code']}"
        for row in rows("expected.tsv")
        if not row["second_thought"]
    )
    missed = tuple(sorted(row for row in wanted if row not in raised))
    results.add("findings expected", {"raised": Score(len(wanted) - len(missed), (), missed)})
