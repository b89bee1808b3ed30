"""What is said of a plan in plain words, whether on the terminal or on a page."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from pipeline.models import Acceptance, Area, Correction, Finding, NotRun, Severity, Summary
from pipeline.writers.places import where
from pipeline.writers.reading import Reading, counted, shown

NAMES: dict[Severity, str] = {"error": "Error", "warning": "Warning", "info": "Note"}


def title(reading: Reading) -> str:
    """Return how much was read of which file, whose plan it is and by which profile."""
    total = reading.findings.summary
    said = f"{reading.label}: {counted(total.areas, 'area')}, {counted(total.actions, 'action')}"
    profile = f"profile {reading.findings.profile}" if reading.findings.profile else None
    parts = [part for part in (reading.statement.authority, profile) if part]
    return said + (f" ({', '.join(parts)})" if parts else "")


def totals(total: Summary) -> str:
    """Return the number of errors, warnings and notes in words."""
    if not total.errors + total.warnings + total.infos + total.accepted:
        return "Nothing found."
    parts = [counted(total.errors, "error"), counted(total.warnings, "warning")]
    parts.append(f"{counted(total.infos, 'note')} for information")
    parts += [f"{total.accepted:,} more accepted"] if total.accepted else []
    return ", ".join(parts)


def by_area(reading: Reading, info: bool) -> Iterator[tuple[Area | None, list[Finding]]]:
    """Yield the findings of the whole plan (None), then those of each area, in its order."""
    areas = {area.id: area for section in reading.statement.sections for area in section.areas}
    order = {area_id: number for number, area_id in enumerate(areas)}
    findings = [(_area_of(one, areas), one) for one in shown(reading.findings, info)]
    findings.sort(key=lambda pair: order.get(pair[0], -1))
    for area_id, group in groupby(findings, key=itemgetter(0)):
        yield areas.get(area_id), [finding for _, finding in group]


def heading(area: Area | None, keys: bool, width: int | None = None) -> str:
    """Return the heading over an area's findings; `width` shortens its words."""
    if area is None:
        return "The whole plan"
    text = area.text or "(no words)"
    text = textwrap.shorten(text, width, placeholder=" …") if width else text
    return f"Area {area.id}  {text}" + (f" [key {area.key}]" if keys else "")


def name_of(finding: Finding) -> str:
    """Return what a finding is; of one that the older draft had too, that it is not new."""
    known = " (as before)" if finding.baseline == "unchanged" else ""
    return f"{'Accepted' if finding.accepted else NAMES[finding.severity]}{known}"


def message(finding: Finding) -> str:
    """Return what is wrong, after the actions that it is about, if not an area alone."""
    ids = [one for one in (finding.subject, *finding.also) if one.count(".") > 1]
    if not ids:
        return finding.message
    return f"{'Action' if len(ids) == 1 else 'Actions'} {', '.join(ids)}. {finding.message}"


def look(finding: Finding, reading: Reading, keys: bool = False) -> str:
    """Return where to look, and what the finding is called: "Look at line 3. [ACT002 …]"."""
    place = where(finding.location, reading.breaks)
    sure = "" if finding.confidence == "high" else f"; {finding.confidence} confidence"
    key = f"; key {finding.key}" if keys else ""
    return f"{f'Look at {place}. ' if place else ''}[{finding.code} {finding.check}{sure}{key}]"


def advice(finding: Finding) -> str:
    """Return what to write instead; of an accepted finding who decided so, and why."""
    if finding.accepted:
        decided = finding.accepted
        return f"Accepted by {decided.by}, {decided.on}: {decided.reason}"
    return finding.help


def _untested(checks: Iterable[NotRun]) -> Iterator[str]:
    """Yield one entry a reason, with the checks that it kept from running."""
    reasons: dict[str, list[str]] = {}
    for one in checks:
        reasons.setdefault(one.reason, []).append(one.code)
    for reason, codes in reasons.items():
        yield f"{', '.join(dict.fromkeys(codes))}: {reason}"


def endings(reading: Reading, hidden: bool) -> Iterator[tuple[str, list[str]]]:
    """Yield what the findings do not say, each as a heading and its entries.

    `hidden` says that findings for information are left out.
    """
    notes = reading.findings.summary.infos if hidden else 0
    if notes:
        yield f"{counted(notes, 'note')} for information not shown (soa check --info).", []
    if not_run := list(_untested(reading.findings.not_run)):
        yield "Not tested:", not_run
    for what, mend, stale in (
        ("Accepted", "remove it from soa-accepted.toml", map(_accepted, reading.findings.stale)),
        (
            "Corrected",
            "mend soa-corrections.toml",
            map(_corrected, reading.statement.extraction.stale),
        ),
    ):
        if entries := list(stale):
            yield f"{what}, but not in this plan (if in no other, {mend}):", entries


def _accepted(one: Acceptance) -> str:
    return f"{one.code or 'finding'} {one.key}: {one.words or one.reason}"


def _corrected(one: Correction) -> str:
    column = one.header if one.column is None else f"column {one.column}"
    what = one.key or f'table {one.table}, "{column}"'
    return f"{what}: {one.reason} ({one.by}, {one.on})"


def _area_of(finding: Finding, areas: dict[str, Area]) -> str:
    """Return the id of the area that a finding belongs to; empty for the whole document."""
    subject = finding.subject
    while subject and subject not in areas:
        subject = subject.rpartition(".")[0]
    return subject
