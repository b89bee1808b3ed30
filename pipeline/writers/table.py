"""The findings as CSV: a row a finding."""

from collections.abc import Iterator

from pipeline.models import Finding
from pipeline.writers.places import where
from pipeline.writers.reading import Reading, Results
from pipeline.writers.sheet import sheet

HEADER = (
    *("file", "severity", "code", "check", "subject", "also", "place"),
    *("message", "help", "confidence", "key", "accepted", "baseline"),
)


def render(results: Results) -> str:
    """Return all findings, those for information included, as CSV."""
    return sheet(HEADER, _rows(results))


def _rows(results: Results) -> Iterator[tuple[str, ...]]:
    for reading in results.readings:
        for finding in reading.findings.findings:
            yield _row(reading, finding)


def _row(reading: Reading, finding: Finding) -> tuple[str, ...]:
    return (
        *(reading.label, finding.severity, finding.code, finding.check, finding.subject),
        *(" ".join(finding.also), where(finding.location, reading.breaks)),
        *(finding.message, finding.help, finding.confidence, finding.key),
        *(finding.accepted.reason if finding.accepted else "", finding.baseline or ""),
    )
