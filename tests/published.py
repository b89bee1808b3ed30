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

_SETTINGS = """\
# The settings

What holds for a plan: what is built in, then the profile, then `soa.toml`, then the command
line; the later word counts. `soa.toml` is looked for in the plan's folder and upwards; the
nearest one counts alone. `soa config plan.docx` prints what holds and where it comes from.
This page is generated.

```toml
as_of = 2026-05-23
profile = "ilacs"
ignore = ["OWN003", "DUE020"]
gate = "error"

[severity]
OWN004 = "info"

[limits]
seconds = 300
```

| key | holds | built in |
|---|---|---|
{}

Time and memory (`seconds`, `memory_bytes`) are limits on reading one file; a file that needs
more is reported and the others are read. Windows and macOS cannot limit the memory of a
process so, and there only the time is limited.
"""


def settings() -> str:
    """Return the keys of soa.toml as a Markdown page."""
    from pipeline.configuration import _KINDS, _built_in

    values = {key: one.value for key, one in _built_in().items()}
    rows = [
        f"| `{key}{'CODE' if key.endswith('.') else ''}` | {holds} | {_shown(values, key)} |"
        for key, (holds, _) in _KINDS.items()
    ]
    return _SETTINGS.format("\n".join(rows))


def _shown(values: dict[str, object], key: str) -> str:
    if key == "severity.":
        return "as the check or the profile has it"
    return str(values[key]) if values[key] else "none"


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
    yield "docs/settings.md", settings
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
