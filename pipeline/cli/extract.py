"""`soa extract`: each plan's results on disk, and a summary on the terminal."""

import sys
from argparse import Namespace
from collections.abc import Generator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from pipeline.cli import tasks
from pipeline.cli.console import complain, is_colourful, progress, say
from pipeline.cli.running import Configured, answered, gather, outcomes
from pipeline.cli.tasks import Job, Written
from pipeline.runners import Failure
from pipeline.writers.folder import folder_name, tidy
from pipeline.writers.reading import counted

Row = tuple[Job, Written | Failure]
Outcomes = Generator[Written | Failure, None, None]


def extract(options: Namespace) -> int:
    """Read the files and write their results. Returns 2 when any could not be read, else 0."""
    found = gather(options)
    jobs = [
        Job(item, configuration.settings, folder)
        for (item, configuration), folder in zip(found, _folders(found, options.out), strict=True)
    ]
    work = partial(tasks.extract, answered(options), is_colourful(sys.stdout), options.resume)
    rows = _written(outcomes(work, jobs, options.jobs, tasks.warm), jobs)
    if len(rows) > 1:
        say(_table(rows))
    return 2 if any(isinstance(outcome, Failure) for _, outcome in rows) else 0


def _written(results: Outcomes, jobs: list[Job]) -> list[Row]:
    """Tell of each result as it comes. When all workers are gone, leave nothing half done."""
    rows = []
    try:
        with closing(results), progress(results, len(jobs)) as shown:
            for job, outcome in zip(jobs, shown, strict=True):
                rows.append((job, outcome))
                _tell(job, outcome)
    finally:
        for job in jobs:
            with suppress(OSError):  # the next run tidies what this one may not
                tidy(job.folder)
    return rows


def _folders(found: Configured, out: str) -> list[Path]:
    """Return a folder of its own for each file, named like the file.

    The second file of a name gets a number, as file managers do it. Whoever is given another
    folder than the file's name is told about it.
    """
    own = [folder_name(item.path.name if item.path else item.name) for item, _ in found]
    every = {name.casefold() for name in own}
    taken: set[str] = set()
    folders = []
    for (item, _), name in zip(found, own, strict=True):
        free = _free(name, taken, every)
        if free != name:
            complain(f"{item.label}: another file is called {name}; written to {Path(out, free)}")
        elif item.path and item.path.exists() and name != item.path.name:
            complain(f"{item.label}: Windows takes no such name; written to {Path(out, free)}")
        taken.add(free.casefold())
        folders.append(Path(out, free))
    return folders


def _free(name: str, taken: set[str], own: set[str]) -> str:
    if name.casefold() not in taken:
        return name
    stem, suffix, number = Path(name).stem, Path(name).suffix, 2
    while (free := f"{stem} ({number}){suffix}").casefold() in taken | own:
        number += 1
    return free


def _tell(job: Job, outcome: Written | Failure) -> None:
    if isinstance(outcome, Failure):
        complain(f"{job.item.label}: {outcome}")
    elif outcome.text:
        say(f"{outcome.text}\nWritten to {job.folder}\n\n")
    else:
        say(f"{job.item.label}: up to date in {job.folder}\n")


def _table(rows: list[Row]) -> str:
    """Return a line a file: what was read and found, or that it could not be read."""
    lines = [("areas", "actions", "errors", "warnings", "")]
    for job, outcome in rows:
        if isinstance(outcome, Failure):
            lines.append(("-", "-", "-", "-", f"{job.item.label}: not read"))
        else:
            total = outcome.summary
            numbers = (total.areas, total.actions, total.errors, total.warnings)
            lines.append((*map(str, numbers), job.item.label))  # type: ignore[arg-type]
    text = "\n".join("".join(f"{cell:>9}" for cell in line[:4]) + f"  {line[4]}" for line in lines)
    unread = sum(isinstance(outcome, Failure) for _, outcome in rows)
    return f"{text}\n{counted(len(rows) - unread, 'file')} read, {unread} not read."
