"""`soa accept`: findings that somebody decides to live with, written down beside the plan."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from functools import partial

from pipeline.cli import tasks
from pipeline.cli.console import complain, say
from pipeline.cli.running import answered, folder_of, gather, outcomes
from pipeline.cli.tasks import Job
from pipeline.decisions import accept as write
from pipeline.errors import SettingsError
from pipeline.models import Acceptance, Finding
from pipeline.runners import Failure


def accept(options: Namespace) -> int:
    """Add findings of a plan to `soa-accepted.toml`. Returns 2 when it was not read, else 0."""
    found = gather(options)
    if len(found) != 1:
        raise SettingsError(f"{options.files[0]} holds {len(found)} files.", "Name one plan.")
    item, configuration = found[0]
    jobs = [Job(item, configuration.settings)]
    (reading,) = outcomes(partial(tasks.check, answered(options)), jobs, 1, tasks.warm)
    if isinstance(reading, Failure):
        complain(f"{item.label}: {reading}")
        return 2
    chosen = _chosen(reading.findings.findings, options)
    entries = tuple(_entry(one, options) for one in chosen if one.accepted is None)
    path = write(folder_of(item), entries)
    for one in chosen:
        done = f"Already accepted by {one.accepted.by}" if one.accepted else "Accepted"
        say(f"{done}: {one.code} {_words(one)}")
    say(f"Written to {path}" if entries else f"Nothing to add to {path}")
    return 0


def _chosen(findings: Iterable[Finding], options: Namespace) -> list[Finding]:
    """Return the findings of the keys that were named; one that does not exist is an error."""
    known = {one.key: one for one in findings}
    for key in options.keys:
        if key not in known:
            advice = f'"soa check {options.files[0]} --keys --info" shows the keys.'
            raise SettingsError(f'No finding of {options.files[0]} has the key "{key}".', advice)
    return [known[key] for key in dict.fromkeys(options.keys)]


def _entry(finding: Finding, options: Namespace) -> Acceptance:
    return Acceptance(
        key=finding.key,
        code=finding.code,
        words=_words(finding),
        reason=options.reason,
        by=options.by,
        on=options.as_of or date.today(),
    )


def _words(finding: Finding) -> str:
    return f"{finding.subject}: {finding.message}"
