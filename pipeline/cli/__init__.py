"""The command line. The only part of the package that prints.

Nothing heavy is imported before a command needs it: `soa --help` answers at once.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from pipeline.cli.console import complain, hush, prepare, say
from pipeline.cli.parser import build
from pipeline.errors import PipelineError

_INTERRUPTED, _CLOSED_PIPE = 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; see `soa --help`."""
    prepare()
    parser = build()
    options = parser.parse_args(arguments)
    if options.version:
        return _version()
    if options.command is None:
        parser.print_help(sys.stderr)
        return 2
    return _quietly(options)


def _quietly(options: Namespace) -> int:
    """Run the command; what the user can mend is one sentence, never a traceback."""
    try:
        return _command(options.command)(options)
    except PipelineError as error:
        complain(str(error))
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        hush()
        return _CLOSED_PIPE


def _version() -> int:
    from pipeline import __version__

    say(f"soa {__version__}")
    return 0


def _command(name: str) -> Callable[[Namespace], int]:
    """Return the function of a command, importing what it needs and no more."""
    if name == "extract":
        from pipeline.cli.extract import extract

        return extract
    if name == "check":
        from pipeline.cli.check import check

        return check
    if name == "accept":
        from pipeline.cli.accept import accept

        return accept
    if name == "diff":
        from pipeline.cli.diff import diff

        return diff
    from pipeline.cli import manual

    found: Callable[[Namespace], int] = getattr(manual, name)
    return found
