"""`soa check`: what to mend before sign-off, in the format that was asked for."""

import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from pipeline.cli import drafts, tasks
from pipeline.cli.console import complain, give, is_colourful, progress, say
from pipeline.cli.running import answered, gather, outcomes
from pipeline.cli.tasks import Job
from pipeline.errors import PipelineError
from pipeline.runners import Failure
from pipeline.whole_file import write_whole
from pipeline.writers.reading import Reading, Results, stopping


def check(options: Namespace) -> int:
    """Print the findings. Returns 0, 1 (at or above the gate) or 2 (a file was not read)."""
    found = gather(options)
    jobs = [Job(item, configuration.settings) for item, configuration in found]
    report = answered(options)
    work = partial(tasks.check, report)
    if options.baseline:
        work = partial(drafts.check, report, options.baseline)
    with progress(outcomes(work, jobs, options.jobs, tasks.warm), len(jobs)) as found_out:
        done = list(found_out)
    unread = [
        (job.item.label, str(outcome))
        for job, outcome in zip(jobs, done, strict=True)
        if isinstance(outcome, Failure)
    ]
    for label, why in unread:
        complain(f"{label}: {why}")
    readings = [outcome for outcome in done if isinstance(outcome, Reading)]
    results = Results(
        tuple(readings),
        tuple(unread),
        several=len(jobs) > 1,
        info=options.info,
        summary=options.summary,
        keys=options.keys,
    )
    _print(results, options)
    gates = [configuration.gate for _, configuration in found]
    return 2 if unread else int(any(map(stopping, (one.findings for one in readings), gates)))


def _print(results: Results, options: Namespace) -> None:
    from dataclasses import replace

    from pipeline.writers.formats import FORMATS

    render = FORMATS[options.format]
    if options.output:
        _write(Path(options.output), render(results))
    elif options.format == "text":
        say(render(replace(results, colour=is_colourful(sys.stdout))))
    else:
        give(render(results))


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode("utf-8", "replace"))
    except OSError as error:
        problem = f"{path} cannot be written: {error.strerror or error}."
        raise PipelineError(problem, "Close it if it is open in another program.") from error
