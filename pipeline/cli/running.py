"""From options to jobs, and from jobs to outcomes: what the reading commands share."""

import os
from argparse import Namespace
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pipeline.blocks import Source
from pipeline.cli.tasks import Job
from pipeline.configuration import Configuration, configure
from pipeline.errors import PipelineError
from pipeline.inputs import Input, find, load
from pipeline.runners import Failure, run
from pipeline.settings import Limits

Outcome = TypeVar("Outcome")
Configured = list[tuple[Input, Configuration]]
_FILES_A_WORKER = 4


def gather(options: Namespace) -> Configured:
    """Return the files to read, each with the settings that hold for it."""
    given = settings_of(options)
    known: dict[Path, Configuration] = {}
    found = []
    for item in find(options.files):
        folder = folder_of(item)
        if folder not in known:
            known[folder] = configure(folder, given)
        found.append((item, known[folder]))
    return found


def settings_of(options: Namespace) -> dict[str, Any]:
    """Return the settings that the command line gives, by dotted name; None where not given."""
    given = vars(options)
    names = ("as_of", "profile", "select", "ignore", "gate")
    return {name: given.get(name) for name in names} | {"limits.seconds": given.get("timeout")}


def folder_of(item: Input) -> Path:
    """Return the folder from which soa.toml is looked for."""
    if item.path is None:
        return Path()
    return item.path if item.path.is_dir() else item.path.parent


def answered(options: Namespace) -> Source | None:
    """Return the inspection report that the plans answer, if one was given."""
    if not options.report:
        return None
    try:
        return load(Input(options.report, Path(options.report)), Limits())
    except PipelineError as error:
        raise type(error)(f"{options.report}: {error.problem}", error.advice) from error


def outcomes(
    work: Callable[[Job], Outcome],
    jobs: Sequence[Job],
    workers: int | None,
    warm: Callable[[], object],
) -> Generator[Outcome | Failure, None, None]:
    """Yield the outcome of every job in order, from as many workers as are worth starting.

    A worker reads files of several folders: the widest of their limits on time and memory hold.
    """
    each = [job.settings.limits for job in jobs]
    limits = Limits(
        seconds=max(one.seconds for one in each),
        memory_bytes=max(one.memory_bytes for one in each),
    )
    worth = max(1, min(os.cpu_count() or 1, len(jobs) // _FILES_A_WORKER))
    return run(work, jobs, limits, workers or worth, warm)
