"""The whole line from a source to its findings: a pure function, and nothing else."""

from collections import Counter
from dataclasses import dataclass

from pipeline import checks, readers
from pipeline.blocks import Source
from pipeline.extract import extract
from pipeline.models import Finding, Findings, NotRun, Statement, Summary
from pipeline.publish import publish
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Result:
    """What one source gives: the statement, and what is weak in it."""

    statement: Statement
    findings: Findings


def process(source: Source, settings: Settings, report: Source | None = None) -> Result:
    """Read a statement of action and check it, against `report` where one is given.

    Pure: bytes in, values out. Raises PipelineError where the source, or the report, cannot
    be read.
    """
    document = readers.read(source, settings)
    statement = publish(source, document, extract(document))
    inspected = None
    if report is not None:
        from pipeline.report import read_report

        inspected = read_report(report, settings)
    findings, not_run = checks.run(statement, settings, inspected)
    return Result(statement, _summed(statement, findings, not_run))


def _summed(
    statement: Statement, findings: tuple[Finding, ...], not_run: tuple[NotRun, ...]
) -> Findings:
    areas = [area for section in statement.sections for area in section.areas]
    counts = Counter(finding.severity for finding in findings)
    return Findings(
        source=statement.source.name,
        findings=findings,
        not_run=not_run,
        summary=Summary(
            areas=len(areas),
            actions=sum(len(area.actions) for area in areas),
            errors=counts["error"],
            warnings=counts["warning"],
            infos=counts["info"],
        ),
    )
