"""The findings in plain words, grouped by area, for the terminal."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from pipeline.models import Area, Finding, NotRun, Severity, Statement, Summary
from pipeline.writers.places import where
from pipeline.writers.reading import Reading, Results, counted, shown

_WIDTH = 96
_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}
_WORDS: dict[Severity, str] = {"error": "Error", "warning": "Warning", "info": "Note"}


def render(results: Results) -> str:
    """Return all that was read, one source after the other."""
    return "\n\n".join(
        one_text(reading, colour=results.colour, info=results.info) for reading in results.readings
    )


def one_text(
    reading: Reading, *, colour: bool = False, info: bool = False, help_: bool = True
) -> str:
    """Return what was read and found in a source.

    `info` shows the findings for information too, `help_` what to write instead; `colour`
    adds a terminal's colours.
    """
    areas = {area.id: area for section in reading.statement.sections for area in section.areas}
    order = {area_id: number for number, area_id in enumerate(areas)}
    lines = [_painted(_title(reading), "1", colour), "  " + totals(reading.findings.summary)]
    findings = [(_area_of(one, areas), one) for one in shown(reading.findings, info)]
    findings.sort(key=lambda pair: order.get(pair[0], -1))
    for area_id, group in groupby(findings, key=itemgetter(0)):
        lines += ["", _painted(_heading(areas.get(area_id)), "1", colour)]
        for _, finding in group:
            lines += _lines(finding, reading, colour, help_)
    lines += _ending(reading, info)
    return "\n".join(lines) + "\n"


def totals(total: Summary) -> str:
    """Return the number of errors, warnings and notes in words."""
    if not total.errors + total.warnings + total.infos:
        return "Nothing found."
    return (
        f"{counted(total.errors, 'error')}, {counted(total.warnings, 'warning')}, "
        f"{counted(total.infos, 'note')} for information"
    )


def _title(reading: Reading) -> str:
    total = reading.findings.summary
    title = f"{reading.label}: {counted(total.areas, 'area')}, {counted(total.actions, 'action')}"
    return title + _named(reading.statement)


def _named(statement: Statement) -> str:
    parts = [part for part in (statement.authority, statement.framework) if part]
    return f" ({', '.join(parts)})" if parts else ""


def _area_of(finding: Finding, areas: dict[str, Area]) -> str:
    """Return the id of the area that a finding belongs to; empty for the whole document."""
    subject = finding.subject
    while subject and subject not in areas:
        subject = subject.rpartition(".")[0]
    return subject


def _heading(area: Area | None) -> str:
    if area is None:
        return "The whole plan"
    text = textwrap.shorten(area.text or "(no words)", _WIDTH - 12, placeholder=" …")
    return f"Area {area.id}  {text}"


def _lines(finding: Finding, reading: Reading, colour: bool, help_: bool) -> Iterator[str]:
    word = _painted(f"{_WORDS[finding.severity]}:", _COLOURS[finding.severity], colour)
    yield from _wrapped(f"{_about(finding)}{finding.message}", f"  {word} ", "    ")
    place = where(finding.location, reading.breaks)
    sure = "" if finding.confidence == "high" else f"; {finding.confidence} confidence"
    look = f"Look at {place}. " if place else ""
    yield from _wrapped(f"{look}[{finding.code} {finding.check}{sure}]", "    ", "    ")
    if help_ and finding.help:
        yield from _wrapped(finding.help, "    -> ", "       ")


def _about(finding: Finding) -> str:
    """Return the actions that a finding names, unless it is about an area alone."""
    ids = [one for one in (finding.subject, *finding.also) if one.count(".") > 1]
    if not ids:
        return ""
    return f"{'Action' if len(ids) == 1 else 'Actions'} {', '.join(ids)}. "


def _ending(reading: Reading, info: bool) -> Iterator[str]:
    hidden = 0 if info else reading.findings.summary.infos
    if hidden:
        yield ""
        yield f"{counted(hidden, 'note')} for information not shown (soa check --info)."
    if reading.findings.not_run:
        yield ""
        yield "Not tested:"
        yield from _untested(reading.findings.not_run)


def _untested(checks: Iterable[NotRun]) -> Iterator[str]:
    """Yield one entry a reason, with the checks that it kept from running."""
    reasons: dict[str, list[str]] = {}
    for one in checks:
        reasons.setdefault(one.reason, []).append(one.code)
    for reason, codes in reasons.items():
        yield from _wrapped(f"{', '.join(dict.fromkeys(codes))}: {reason}", "  ", "    ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest)


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
