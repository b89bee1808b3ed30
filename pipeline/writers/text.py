"""The findings in plain words, grouped by area, for the terminal."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pipeline.models import Area, Correction, Finding, NotRun, Severity, Summary
from pipeline.writers.lines import WIDTH, wrapped
from pipeline.writers.places import where
from pipeline.writers.readiness import readiness
from pipeline.writers.reading import Reading, Results, counted, shown

_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}
_WORDS: dict[Severity, str] = {"error": "Error", "warning": "Warning", "info": "Note"}


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
    lines = [_painted(_title(reading), "1", view), "  " + totals(reading.findings.summary)]
    lines += [f"  {share}" for share in readiness(reading)]
    lines += _by_area(reading, view) if view.findings else ()
    lines += _ending(reading, view)
    return "\n".join(lines) + "\n"


def _by_area(reading: Reading, view: View) -> Iterator[str]:
    areas = {area.id: area for section in reading.statement.sections for area in section.areas}
    order = {area_id: number for number, area_id in enumerate(areas)}
    findings = [(_area_of(one, areas), one) for one in shown(reading.findings, view.info)]
    findings.sort(key=lambda pair: order.get(pair[0], -1))
    for area_id, group in groupby(findings, key=itemgetter(0)):
        yield ""
        yield _painted(_heading(areas.get(area_id), view), "1", view)
        for _, finding in group:
            yield from _lines(finding, reading, view)


def totals(total: Summary) -> str:
    """Return the number of errors, warnings and notes in words."""
    if not total.errors + total.warnings + total.infos + total.accepted:
        return "Nothing found."
    parts = [counted(total.errors, "error"), counted(total.warnings, "warning")]
    parts.append(f"{counted(total.infos, 'note')} for information")
    parts += [f"{total.accepted:,} more accepted"] if total.accepted else []
    return ", ".join(parts)


def _title(reading: Reading) -> str:
    total = reading.findings.summary
    title = f"{reading.label}: {counted(total.areas, 'area')}, {counted(total.actions, 'action')}"
    profile = f"profile {reading.findings.profile}" if reading.findings.profile else None
    parts = [part for part in (reading.statement.authority, profile) if part]
    return title + (f" ({', '.join(parts)})" if parts else "")


def _area_of(finding: Finding, areas: dict[str, Area]) -> str:
    """Return the id of the area that a finding belongs to; empty for the whole document."""
    subject = finding.subject
    while subject and subject not in areas:
        subject = subject.rpartition(".")[0]
    return subject


def _heading(area: Area | None, view: View) -> str:
    if area is None:
        return "The whole plan"
    text = textwrap.shorten(area.text or "(no words)", WIDTH - 12, placeholder=" …")
    return f"Area {area.id}  {text}" + (f" [key {area.key}]" if view.keys else "")


def _lines(finding: Finding, reading: Reading, view: View) -> Iterator[str]:
    word = _painted(f"{_word(finding)}:", _COLOURS[finding.severity], view)
    yield from wrapped(f"{_about(finding)}{finding.message}", f"  {word} ", "    ")
    place = where(finding.location, reading.breaks)
    sure = "" if finding.confidence == "high" else f"; {finding.confidence} confidence"
    look = f"Look at {place}. " if place else ""
    key = f"; key {finding.key}" if view.keys else ""
    yield from wrapped(f"{look}[{finding.code} {finding.check}{sure}{key}]", "    ", "    ")
    if finding.accepted:
        decided = finding.accepted
        yield from wrapped(
            f"Accepted by {decided.by}, {decided.on}: {decided.reason}", "    ", "    "
        )
    elif view.advice and finding.help:
        yield from wrapped(finding.help, "    -> ", "       ")


def _word(finding: Finding) -> str:
    """Return what a finding is; of one that the older draft had too, that it is not new."""
    word = _WORDS[finding.severity]
    known = " (as before)" if finding.baseline == "unchanged" else ""
    return f"{'Accepted' if finding.accepted else word}{known}"


def _about(finding: Finding) -> str:
    """Return the actions that a finding names, unless it is about an area alone."""
    ids = [one for one in (finding.subject, *finding.also) if one.count(".") > 1]
    if not ids:
        return ""
    return f"{'Action' if len(ids) == 1 else 'Actions'} {', '.join(ids)}. "


def _ending(reading: Reading, view: View) -> Iterator[str]:
    """Yield what the findings do not say: how many are hidden, what was not tested."""
    hidden = 0 if view.info or not view.findings else reading.findings.summary.infos
    if hidden:
        yield f"\n{counted(hidden, 'note')} for information not shown (soa check --info)."
    if reading.findings.not_run:
        yield "\nNot tested:"
        yield from _untested(reading.findings.not_run)
    if reading.findings.stale:
        yield "\nAccepted, but not in this plan (if in no other, remove it from soa-accepted.toml):"
    for one in reading.findings.stale:
        named = f"{one.code or 'finding'} {one.key}: {one.words or one.reason}"
        yield from wrapped(named, "  ", "    ")
    yield from _unfounded(reading.statement.extraction.stale)


def _unfounded(corrections: Iterable[Correction]) -> Iterator[str]:
    """Yield the corrections of what is no longer in the plan."""
    for number, one in enumerate(corrections):
        if number == 0:
            yield "\nCorrected, but not in this plan (if in no other, mend soa-corrections.toml):"
        column = one.header if one.column is None else f"column {one.column}"
        what = one.key or f'table {one.table}, "{column}"'
        yield from wrapped(f"{what}: {one.reason} ({one.by}, {one.on})", "  ", "    ")


def _untested(checks: Iterable[NotRun]) -> Iterator[str]:
    """Yield one entry a reason, with the checks that it kept from running."""
    reasons: dict[str, list[str]] = {}
    for one in checks:
        reasons.setdefault(one.reason, []).append(one.code)
    for reason, codes in reasons.items():
        yield from wrapped(f"{', '.join(dict.fromkeys(codes))}: {reason}", "  ", "    ")


def _painted(text: str, code: str, view: View) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if view.colour else text
