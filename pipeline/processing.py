"""The whole line from a source to its findings: a pure function, and nothing else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline import acceptance, checks, readers
from pipeline.blocks import Source
from pipeline.corrections import correct, pins
from pipeline.errors import PipelineError
from pipeline.extract import extract
from pipeline.models import Finding, Findings, Report, Statement, Summary
from pipeline.profiles import profile_of
from pipeline.publish import publish
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Result:
    """What one source gives: the statement, what is weak in it, and the report it answers."""

    statement: Statement
    findings: Findings
    report: Report | None = None


def process(source: Source, settings: Settings, report: Source | None = None) -> Result:
    """Read a statement of action and check it, against `report` where one is given.

    Pure: bytes in, values out. Raises PipelineError where the source, or the report, cannot
    be read.
    """
    settings = settings.concerning(source.name)
    statement = _statement(source, settings)
    inspected = _inspected(report, settings)
    return Result(statement, _findings(statement, settings, inspected), inspected)


def _statement(source: Source, settings: Settings) -> Statement:
    """Return the plan; what was read of the source on the way is given up."""
    document = readers.read(source, settings)
    raw = extract(document, pins(settings.corrections))
    read = publish(source, document, raw, settings.themes)
    return correct(read, settings.corrections, settings.themes)


def _inspected(report: Source | None, settings: Settings) -> Report | None:
    """Return the areas of the report; an error says that it is the report's, not the plan's."""
    if report is None:
        return None
    from pipeline.report import read_report

    try:
        return read_report(report, settings)
    except PipelineError as error:
        problem = f"The report {report.name} cannot be used: {error.problem}"
        raise type(error)(problem, error.advice, error.place) from error


def _findings(statement: Statement, settings: Settings, report: Report | None) -> Findings:
    found, not_run = checks.run(statement, settings, report)
    findings, stale = acceptance.mark(found, not_run, settings)
    return Findings(
        source=statement.source.name,
        profile=profile_of(statement, settings).name,
        findings=findings,
        not_run=not_run,
        stale=stale,
        summary=_summed(statement, findings),
    )


def _summed(statement: Statement, findings: Iterable[Finding]) -> Summary:
    areas = [area for section in statement.sections for area in section.areas]
    counts = Counter("accepted" if one.accepted else one.severity for one in findings)
    return Summary(
        areas=len(areas),
        actions=sum(len(area.actions) for area in areas),
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
        accepted=counts["accepted"],
    )
