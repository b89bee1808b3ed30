"""The pages that are generated and committed: `python -m tests.published` writes them anew.

`tests/test_published.py` compares each with what is committed, so none can go stale.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from pipeline.schemas import SCHEMAS, schema_text

ROOT = Path(__file__).parents[1]

_COMMANDS = """\
# The commands

What each command of `soa` takes, as its `--help` prints it. This page is generated.

```text
{}```
"""


def commands() -> str:
    """Return the help of every command as a Markdown page."""
    from pipeline.cli import parser

    whole = parser.build()
    parts = [_COMMANDS.format(whole.format_help())]
    for name, command in parser.commands(whole).items():
        parts.append(f"## soa {name}\n\n```text\n{command.format_help()}```\n")
    return "\n".join(parts)


def checks() -> str:
    """Return the manual of the checks."""
    from pipeline.checks import page

    return page()


def deadlines() -> str:
    """Return the table of what the grammar of deadlines reads."""
    from tests.deadlines.page import page

    return page()


def owners() -> str:
    """Return the table of what the grammar of owners reads."""
    from tests.owners.page import page

    return page()


def themes() -> str:
    """Return the list of themes."""
    from tests.tag.theme_page import page

    return page()


def pages() -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the path of each generated file and what makes it."""
    for name in SCHEMAS:
        yield f"schemas/{name}.json", partial(schema_text, name)
    yield "docs/commands.md", commands
    yield "docs/checks.md", checks
    yield "docs/deadlines.md", deadlines
    yield "docs/owners.md", owners
    yield "docs/themes.md", themes


def write() -> None:
    """Write every generated file."""
    for name, make in pages():
        path = ROOT / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(make(), "utf-8", newline="\n")
        print(name)


if __name__ == "__main__":
    write()
