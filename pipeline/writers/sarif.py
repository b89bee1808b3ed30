"""The findings as SARIF 2.1.0 (OASIS standard), which code hosts and viewers read."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.models import Finding, Severity
from pipeline.writers.places import line_of, where
from pipeline.writers.reading import Reading, Results

Object = dict[str, Any]
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_RANKS = {"high": 90.0, "medium": 50.0, "low": 10.0}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def render(results: Results) -> str:
    """Return one run with the findings of all sources, those for information included."""
    codes = _codes(results)
    driver = {"name": "soa", "version": __version__, "rules": [_rule(code) for code in codes]}
    run: Object = {
        "tool": {"driver": driver},
        "invocations": [_invocation(results)],
        "artifacts": [_artifact(reading) for reading in results.readings],
        "results": [
            _result(reading, index, finding, codes)
            for index, reading in enumerate(results.readings)
            for finding in reading.findings.findings
        ],
        "columnKind": "unicodeCodePoints",
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _codes(results: Results) -> list[str]:
    """Return the codes of the checks that spoke or were not run, in order."""
    found = {one.code for reading in results.readings for one in reading.findings.findings}
    missed = {one.code for reading in results.readings for one in reading.findings.not_run}
    return sorted(found | missed)


def _rule(code: str) -> Object:
    """Return the manual of a check as a reporting descriptor."""
    from pipeline.checks import explain, find

    check = find(code)
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in check.SLUG.split("-")),
        "shortDescription": {"text": f"{check.NAME}."},
        "fullDescription": {"text": explain(code).partition("\n\n")[2].partition("\n\n")[0]},
        "help": {"text": check.HELP or check.NAME},
        "defaultConfiguration": {"level": _LEVELS[check.SEVERITY]},
    }


def _invocation(results: Results) -> Object:
    """Return how the run went: files that were not read, and checks that could not be run."""
    return {
        "executionSuccessful": not results.unread,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": why},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(label)}}}],
            }
            for label, why in results.unread
        ],
        "toolConfigurationNotifications": [
            {
                "level": "note",
                "message": {"text": f"{reading.label}: {one.code} was not run: {one.reason}"},
                "associatedRule": {"id": one.code},
            }
            for reading in results.readings
            for one in reading.findings.not_run
        ],
    }


def _artifact(reading: Reading) -> Object:
    source = reading.statement.source
    return {
        "location": {"uri": _uri(reading.label)},
        "mimeType": source.media_type,
        "hashes": {"sha-256": source.sha256},
    }


def _result(reading: Reading, index: int, finding: Finding, codes: list[str]) -> Object:
    place = where(finding.location, reading.breaks)
    look = f" ({place})" if place else ""
    decided: Object = {"baselineState": finding.baseline} if finding.baseline else {}
    if finding.accepted:
        reason = f"{finding.accepted.reason} ({finding.accepted.by}, {finding.accepted.on})"
        accepted = {"kind": "external", "status": "accepted", "justification": reason}
        decided["suppressions"] = [accepted]
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.subject}: {finding.message}{look} {finding.help}".strip()},
        "locations": [_location(reading, index, finding)],
        "partialFingerprints": {"soaFindingKey/v1": finding.key},
        "rank": _RANKS[finding.confidence],
        "properties": {"confidence": finding.confidence, "also": list(finding.also)},
        **decided,
    }


def _location(reading: Reading, index: int, finding: Finding) -> Object:
    physical: Object = {"artifactLocation": {"uri": _uri(reading.label), "index": index}}
    if region := _region(reading, finding):
        physical["region"] = region
    name = {"fullyQualifiedName": finding.subject, "kind": "element"}
    return {"physicalLocation": physical, "logicalLocations": [name]}


def _region(reading: Reading, finding: Finding) -> Object:
    """Return the lines of a plain text that a finding is about; other kinds have no regions."""
    lines = sorted(_lines(reading, finding))
    return {"startLine": lines[0], "endLine": lines[-1]} if lines else {}


def _lines(reading: Reading, finding: Finding) -> Iterator[int]:
    if reading.breaks:
        for fragment in finding.location.fragments:
            if fragment.start is not None:
                yield line_of(fragment.start, reading.breaks)


def _uri(label: str) -> str:
    """Return a relative name as it is, escaped, and an absolute one as a file URI."""
    path = Path(label)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix().encode("utf-8", "replace"))
