"""The commands of soa and their options."""

import argparse
from argparse import ArgumentParser
from datetime import date
from functools import partial
from typing import Any

FORMATS = ("text", "html", "json", "sarif", "github", "junit", "csv")
GATES = ("error", "warning", "info", "never")
SCHEMAS = ("statement", "findings", "report", "changes")

_DESCRIPTION = """\
Read councils' statements of action (Word, PDF, Excel, HTML, text) and say, before
sign-off, which actions nobody owns and which deadlines nobody can be held to.
Nothing is sent anywhere: everything runs on this computer."""
_EXAMPLES = """\
examples:
  soa extract plan.docx -o out        the plan as data and as a table for Excel
  soa check plan.docx                 what to mend before sign-off
  soa check plan.pdf --report ofsted.pdf --as-of 2026-05-23
  soa explain OWN001                  what a check means and what to write instead

exit codes:
  0  done, nothing at or above the gate
  1  there are findings at or above the gate (soa check)
  2  a file could not be read, or the command was not understood"""
_FILES = 'files or folders; "-" reads what is piped in'
_Formatter: Any = partial(argparse.RawDescriptionHelpFormatter, width=88, max_help_position=28)


def build() -> ArgumentParser:
    """Return the parser of the whole command line. `command` names what was asked for."""
    parser = ArgumentParser(
        "soa", description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=_Formatter
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for add in (_extract, _check, _accept, _diff, _report, _explain, _checks, _schema, _config):
        add(commands)
    return parser


def commands(parser: ArgumentParser) -> dict[str, ArgumentParser]:
    """Return the parser of each command by name."""
    actions = parser._actions
    found = next(one for one in actions if isinstance(one, argparse._SubParsersAction))
    return dict(found.choices)


def _command(commands: Any, name: str, help_: str, description: str = "") -> ArgumentParser:
    parser: ArgumentParser = commands.add_parser(
        name, help=help_, description=description or help_, formatter_class=_Formatter
    )
    return parser


def _extract(commands: Any) -> None:
    parser = _command(
        commands,
        "extract",
        "write each plan as data: statement.json, findings.json, actions.csv",
        "Write OUT/<file name>/statement.json, findings.json and actions.csv (for Excel) for\n"
        "each plan, and a summary on the terminal.",
    )
    _files(parser)
    parser.add_argument(
        "-o", "--out", default="out", metavar="OUT", help="folder for the results (default: out)"
    )
    _reading(parser)
    _running(parser)
    parser.add_argument(
        "--resume", action="store_true", help="leave out plans whose results are up to date"
    )


def _check(commands: Any) -> None:
    parser = _command(
        commands,
        "check",
        "name what to mend in a plan before sign-off",
        "Name what to mend in each plan before sign-off, with the place and what to write\n"
        "instead. Exit code 1 when there is anything at or above the gate.",
    )
    _files(parser)
    _reading(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="how to print it (default: text)"
    )
    parser.add_argument("--gate", choices=GATES, help="what stops sign-off (default: warning)")
    parser.add_argument(
        "--summary", action="store_true", help="only how ready each plan is, without findings"
    )
    parser.add_argument(
        "--baseline", metavar="OLD", help="an older draft: what it had does not stop sign-off"
    )
    parser.add_argument("--info", action="store_true", help="show what is for information, too")
    parser.add_argument("--keys", action="store_true", help="show the keys of findings and areas")
    parser.add_argument("--output", metavar="FILE", help="write to a file instead of the terminal")
    _running(parser)


def _accept(commands: Any) -> None:
    parser = _command(
        commands,
        "accept",
        "accept findings of a plan: they stay in the report but do not stop sign-off",
        "Write findings that are accepted, with who, when and why, to soa-accepted.toml beside\n"
        "the plan. They stay in the report but do not stop sign-off.",
    )
    parser.add_argument("files", nargs=1, metavar="FILE", help="the plan")
    parser.add_argument(
        "keys", nargs="+", metavar="KEY", help='findings, as "soa check FILE --keys" names them'
    )
    parser.add_argument("--reason", required=True, type=_words, metavar="WORDS", help="why")
    parser.add_argument("--by", required=True, type=_words, metavar="NAME", help="who decides it")
    _reading(parser)
    parser.set_defaults(jobs=1)


def _diff(commands: Any) -> None:
    parser = _command(
        commands,
        "diff",
        "say what changed from one draft of a plan to the next",
        "Say what was added, removed, reworded, given to others or put off from one draft of a\n"
        "plan to the next, and which findings are new, fixed or still there. A draft is a file,\n"
        'or the folder that "soa extract" wrote for it.',
    )
    parser.add_argument("old", metavar="OLD", help="the older draft")
    parser.add_argument("new", metavar="NEW", help="the newer draft")
    _reading(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to print it (default: text)"
    )
    parser.add_argument("--info", action="store_true", help="show what is for information, too")
    _running(parser)


def _report(commands: Any) -> None:
    parser = _command(
        commands,
        "report",
        "print the areas for improvement of inspection reports as JSON",
        "Print the areas for improvement and priority action that inspection reports name,\n"
        "as JSON: an object for one file, a list for several.",
    )
    _files(parser)
    _running(parser)


def _explain(commands: Any) -> None:
    parser = _command(commands, "explain", "print what a check means and what to write instead")
    parser.add_argument("check", metavar="CODE", help='a check, such as "OWN001"')


def _checks(commands: Any) -> None:
    _command(commands, "checks", "list the checks")


def _schema(commands: Any) -> None:
    parser = _command(commands, "schema", "print the JSON Schema of the results")
    parser.add_argument(
        "name", nargs="?", choices=SCHEMAS, default="statement", help="default: statement"
    )


def _config(commands: Any) -> None:
    parser = _command(
        commands,
        "config",
        "print the settings that hold and where each comes from",
        "Print the settings that hold for a file or folder and where each comes from: built\n"
        "in, the profile, soa.toml (found upwards from the file) or the command line.",
    )
    parser.add_argument("files", nargs="*", default=["."], metavar="FILE", help="default: here")
    _settings(parser)


def _files(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help=_FILES)


def _reading(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--report", metavar="FILE", help="the inspection report that the plan answers"
    )
    _settings(parser)


def _settings(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--as-of", type=_day, metavar="DATE", help="today, for checks about time: 2026-05-23"
    )
    parser.add_argument(
        "--profile", metavar="NAME", help="the framework, if not the one that the plan names"
    )
    parser.add_argument(
        "--select", type=_names, metavar="CHECKS", help="only these: OWN001,DUE,missing-owner"
    )
    parser.add_argument("--ignore", type=_names, metavar="CHECKS", help="all but these")


def _running(parser: ArgumentParser) -> None:
    parser.add_argument("--jobs", type=_count, metavar="N", help="how many files to read at once")
    parser.add_argument(
        "--timeout", type=_seconds, metavar="S", help="seconds allowed for a file (default: 120)"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f'"{text}" is no day; write year, month and day, such as 2026-05-23'
        raise argparse.ArgumentTypeError(message) from None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _words(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("say it in words")
    return text.strip()


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is no number of 1 or more')
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e9:
        raise argparse.ArgumentTypeError(f'"{text}" is no number of seconds')
    return seconds
