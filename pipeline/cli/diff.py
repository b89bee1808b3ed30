"""`soa diff`: what changed from one draft of a plan to the next."""

from argparse import Namespace
from functools import partial
from pathlib import Path

from pipeline.cli import drafts, tasks
from pipeline.cli.console import complain, give, say
from pipeline.cli.running import answered, folder_of, outcomes, settings_of
from pipeline.cli.tasks import Job
from pipeline.configuration import configure
from pipeline.inputs import Input
from pipeline.runners import Failure


def diff(options: Namespace) -> int:
    """Print what changed. Returns 2 when a draft was not read, else 0."""
    items = [Input(name, Path(name)) for name in (options.old, options.new)]
    given = settings_of(options)
    jobs = [Job(one, configure(folder_of(one), given).settings) for one in items]
    old, new = outcomes(partial(drafts.read, answered(options)), jobs, options.jobs, tasks.warm)
    for item, outcome in zip(items, (old, new), strict=True):
        if isinstance(outcome, Failure):
            complain(f"{item.label}: {outcome}")
    if isinstance(old, Failure) or isinstance(new, Failure):
        return 2
    from pipeline.changes import compare
    from pipeline.writers import changes, data

    found = compare(old, new)
    if options.format == "json":
        give(data.listed([found], several=False))
    else:
        say(changes.render(found, old, new, options.info))
    return 0
