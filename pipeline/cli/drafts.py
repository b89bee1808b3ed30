"""Older drafts: read anew from the plan, or from what `soa extract` wrote for it."""

from dataclasses import replace
from pathlib import Path

from pipeline.blocks import Source
from pipeline.cli import tasks
from pipeline.cli.tasks import Job
from pipeline.errors import PipelineError, UnreadableError
from pipeline.inputs import Input
from pipeline.writers.reading import Reading

_STATEMENT, _FINDINGS = "statement.json", "findings.json"


def read(report: Source | None, job: Job) -> Reading:
    """Return a draft: a plan, or a folder that `soa extract` wrote.

    Raises PipelineError where it is neither.
    """
    folder = job.item.path
    if folder is not None and (folder / _STATEMENT).is_file():
        return _kept(folder, job.item.label)
    return tasks.check(report, job)


def check(report: Source | None, baseline: str, job: Job) -> Reading:
    """Return a plan's reading, its findings marked as new or known from an older draft.

    `baseline` names the older draft, or a folder that holds one of the plan's name. Raises
    PipelineError where either cannot be read.
    """
    from pipeline.changes import against

    new = tasks.check(report, job)
    path = Path(baseline)
    inside = path / job.item.name
    if not (path / _STATEMENT).is_file() and inside.exists():
        path = inside
    try:
        old = read(report, Job(Input(str(path), path), job.settings))
    except PipelineError as error:
        problem = f"The older draft {path} cannot be used: {error.problem}"
        raise type(error)(problem, error.advice, error.place) from error
    return replace(new, findings=against(old, new))


def _kept(folder: Path, label: str) -> Reading:
    """Return a draft as it was written down. Raises UnreadableError where that is damaged."""
    from pydantic import ValidationError

    from pipeline.models import Findings, Statement

    try:
        statement = Statement.model_validate_json((folder / _STATEMENT).read_bytes())
        findings = Findings.model_validate_json((folder / _FINDINGS).read_bytes())
    except (OSError, ValidationError) as error:
        problem = f"{folder} does not hold the results of this version of soa."
        raise UnreadableError(problem, "Run soa extract again, or name the plan itself.") from error
    return Reading(label, statement, findings)
