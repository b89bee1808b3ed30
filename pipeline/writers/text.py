"""The findings in plain words, grouped by area, for the terminal."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.models import Finding, Severity
from pipeline.writers import words
from pipeline.writers.lines import WIDTH, wrapped
from pipeline.writers.readiness import readiness
from pipeline.writers.reading import Reading, Results

_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}


def render(results: Results) -> str:
    """Return all that was read, one source after the other."""
    view = View(
        colour=results.colour,
        info=results.info,
        findings=not results.summary,
        keys=results.keys,
    )
    return "\n\n".join(one_text(reading, view) for reading in results.readings)


@dataclass(frozen=True, slots=True)
class View:
    """How to show a reading: with a terminal's colours, with the findings, with those for
    information, with what to write instead, with the findings' keys.
    """

    colour: bool = False
    findings: bool = True
    info: bool = False
    advice: bool = True
    keys: bool = False


def one_text(reading: Reading, view: View) -> str:
    """Return what was read and found in a source."""
    lines = [_painted(words.title(reading), "1", view)]
    lines += [f"  {words.totals(reading.findings.summary)}"]
    lines += [f"  {share}" for share in readiness(reading)]
    for area, findings in words.by_area(reading, view.info) if view.findings else ():
        lines += ["", _painted(words.heading(area, view.keys, WIDTH - 12), "1", view)]
        lines += [line for finding in findings for line in _lines(finding, reading, view)]
    for heading, entries in words.endings(reading, hidden=view.findings and not view.info):
        lines += ["", heading]
        lines += [line for entry in entries for line in wrapped(entry, "  ", "    ")]
    return "\n".join(lines) + "\n"


def _lines(finding: Finding, reading: Reading, view: View) -> Iterator[str]:
    name = _painted(f"{words.name_of(finding)}:", _COLOURS[finding.severity], view)
    yield from wrapped(words.message(finding), f"  {name} ", "    ")
    yield from wrapped(words.look(finding, reading, view.keys), "    ", "    ")
    said = words.advice(finding)
    if finding.accepted:
        yield from wrapped(said, "    ", "    ")
    elif view.advice and said:
        yield from wrapped(said, "    -> ", "       ")


def _painted(text: str, code: str, view: View) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if view.colour else text
