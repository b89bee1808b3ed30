"""The commands that read no plan: explain, checks, schema, config; and report."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.console import complain, give, say

if TYPE_CHECKING:
    from pipeline.models import Report


def explain(options: Namespace) -> int:
    """Print what a check means."""
    from pipeline.checks import explain as manual

    say(manual(options.check))
    return 0


def checks(options: Namespace) -> int:  # noqa: ARG001 - every command takes the options
    """List the checks."""
    from pipeline.checks import CHECKS

    width = max(len(check.SLUG) for check in CHECKS)
    for check in CHECKS:
        say(f"{check.CODE}  {check.SLUG:{width}}  {check.SEVERITY:7}  {check.NAME}")
    return 0


def schema(options: Namespace) -> int:
    """Print a JSON Schema."""
    from pipeline.schemas import schema_text

    give(schema_text(options.name))
    return 0


def report(options: Namespace) -> int:
    """Print the areas of inspection reports. Returns 2 when a file was not read, else 0."""
    from pipeline.cli import tasks
    from pipeline.cli.running import gather, outcomes
    from pipeline.cli.tasks import Job
    from pipeline.runners import Failure
    from pipeline.writers.data import listed

    jobs = [Job(item, configuration.settings) for item, configuration in gather(options)]
    reports: list[Report] = []
    for job, outcome in zip(
        jobs, outcomes(tasks.report, jobs, options.jobs, tasks.warm_report), strict=True
    ):
        if isinstance(outcome, Failure):
            complain(f"{job.item.label}: {outcome}")
        else:
            reports.append(outcome)
    give(listed(reports, several=len(jobs) > 1))
    return 0 if len(reports) == len(jobs) else 2


def config(options: Namespace) -> int:
    """Print the settings of each file or folder named, with where each comes from."""
    from pipeline.cli.running import settings_of
    from pipeline.configuration import configure

    for name in options.files:
        path = Path(name)
        values = configure(path if path.is_dir() else path.parent, settings_of(options)).values
        if len(options.files) > 1:
            say(f"# {name}")
        width = max(map(len, values))
        for key, value in values.items():
            say(f"{key:{width}} = {_plain(value.value):24} {value.origin}")
    return 0


def _plain(value: object) -> str:
    """Return a value as soa.toml writes it."""
    if value is None:
        return "(not set)"
    return json.dumps(value, default=str, ensure_ascii=False)
