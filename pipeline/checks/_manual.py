"""The manual of each check, from its docstring: explained, listed and run as examples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import getdoc
from typing import Literal

from pipeline.checks._check import Check
from pipeline.checks._registry import CHECKS, find

_EXAMPLE = re.compile(r"^(PASS|FAIL):\n((?:    .*\n?|\n)+)", re.MULTILINE)
_COLUMNS = {
    "area": "Area for improvement",
    "action": "Action",
    "owner": "By whom",
    "due": "By when",
    "who and when": "By whom and when",
    "start": "Start date",
    "measure": "Success measure",
    "status": "Status",
}
_FAMILIES = {
    "OWN": "Owners",
    "DUE": "Deadlines",
    "ACT": "Actions",
    "COV": "Coverage",
    "MON": "Monitoring",
    "DOC": "The document",
    "EXT": "How the source was read",
}
_SEVERITIES = {"error": "blocks sign-off", "warning": "deserves a look", "info": "for information"}
_INTRODUCTION = """\
# The checks

What `soa check` looks for before a plan is signed off. An *error* blocks sign-off, a *warning*
deserves a look, and what is *for information* is hidden unless asked for. What could not be
tested is reported as not run, never as passed. `soa explain OWN001` prints one of these pages.

Each example is a small plan of its own, written out column by column. This page is generated
from the checks.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A small plan of a check's manual, and whether the check speaks of it.

    A line names a column and what stands in it; each "area" begins a row, and a column named
    twice has two lines there. Other lines are prose before the table.
    """

    verdict: Literal["PASS", "FAIL"]
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The plan as plain text with one table, in bars."""
        prose, rows = self._parts()
        columns = [name for name in _COLUMNS if any(name in row for row in rows)]
        table = [[_COLUMNS[name] for name in columns], ["---"] * len(columns)]
        table += [[_cell(row.get(name, [])) for name in columns] for row in rows]
        return "\n".join([*prose, "", *(f"| {' | '.join(cells)} |" for cells in table), ""])

    def _parts(self) -> tuple[list[str], list[dict[str, list[str]]]]:
        prose: list[str] = []
        rows: list[dict[str, list[str]]] = []
        for line in self.lines:
            name, _, value = line.partition(":")
            if name not in _COLUMNS:
                prose.append(line)
                continue
            if name == "area":
                rows.append({})
            rows[-1].setdefault(name, []).append(value.strip())
        return prose, rows


def _cell(lines: list[str]) -> str:
    return "<br>".join(lines)


def examples(check: Check) -> Iterator[Example]:
    """Yield the examples of a check's manual."""
    for match in _EXAMPLE.finditer(_doc(check) + "\n"):
        lines = tuple(line[4:] for line in match[2].splitlines() if line.strip())
        yield Example("PASS" if match[1] == "PASS" else "FAIL", lines)


def explain(name: str) -> str:
    """Return the manual of the check with this code or slug, as plain text.

    Raises `SettingsError` when there is none.
    """
    check = find(name)
    return f"{check.CODE} {check.SLUG} ({check.SEVERITY})\n\n{_doc(check)}\n"


def page() -> str:
    """Return the manual of all checks as one Markdown page."""
    parts = [_INTRODUCTION]
    family = ""
    for check in CHECKS:
        if check.CODE[:3] != family:
            family = check.CODE[:3]
            parts.append(f"## {_FAMILIES[family]}\n")
        parts.append(_entry(check))
    return "\n".join(parts)


def _entry(check: Check) -> str:
    said = _EXAMPLE.sub(_shown, _doc(check) + "\n").strip().replace("\n\n\n", "\n\n")
    return (
        f"### {check.CODE} {check.SLUG}\n\n"
        f"{check.NAME}: {_SEVERITIES[check.SEVERITY]}. About each {check.UNIT}.\n\n{said}\n"
    )


def _shown(match: re.Match[str]) -> str:
    label = "In order" if match[1] == "PASS" else "Raised"
    return f"\n{label}:\n\n{match[2].rstrip()}\n"


def _doc(check: Check) -> str:
    return (getdoc(check) or "").strip()
