"""What changed between two drafts, in plain words for the terminal."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.changes.models import Change, Changes
from pipeline.models import Area, Finding
from pipeline.writers.lines import WIDTH, wrapped
from pipeline.writers.reading import Reading
from pipeline.writers.words import NAMES

_LISTS = (("new", "New findings"), ("fixed", "Fixed since the older draft"))


def render(changes: Changes, old: Reading, new: Reading, info: bool) -> str:
    """Return what changed, area by area, and the findings that came and went.

    `info` counts and shows the findings for information, too.
    """
    lines = [f"{old.label} -> {new.label}"]
    lines += [f"  {one}" for one in _totals(changes, info)]
    now, before = _areas(new), _areas(old)
    for area_id, group in groupby(changes.changes, key=_area_of):
        found = list(group)
        gone = found[0].unit == "area" and found[0].kind == "removed"
        area = (before if gone else now).get(area_id)
        lines += [
            "",
            _heading(area_id, area, gone),
            *(line for one in found for line in _lines(one)),
        ]
    for name, title in _LISTS:
        findings = _shown(getattr(changes.findings, name), info)
        lines += ["", title, *(line for one in findings for line in _said(one))] if findings else []
    return "\n".join(lines) + "\n"


def _totals(changes: Changes, info: bool) -> Iterator[str]:
    """Yield a line for areas, actions and findings, each with what happened to how many."""
    for unit in ("area", "action"):
        mine = [one for one in changes.changes if one.unit == unit]
        counts = {
            "added": sum(one.kind == "added" for one in mine),
            "removed": sum(one.kind == "removed" for one in mine),
            "moved": sum(one.moved for one in mine),
            "reworded": sum(one.rewording is not None for one in mine),
            "with other owners": sum(one.owners is not None for one in mine),
            "with another deadline": sum(one.deadline is not None for one in mine),
        }
        parts = [f"{number:,} {what}" for what, number in counts.items() if number]
        yield f"{f'{unit.capitalize()}s':9} {', '.join(parts) or 'as before'}"
    found = changes.findings
    lists = {"new": found.new, "fixed": found.fixed, "still there": found.still}
    numbers = (f"{len(_shown(ones, info)):,} {what}" for what, ones in lists.items())
    yield f"Findings  {', '.join(numbers)}"


def _shown(findings: Iterable[Finding], info: bool) -> list[Finding]:
    return [one for one in findings if info or one.severity != "info"]


def _areas(reading: Reading) -> dict[str, Area]:
    return {area.id: area for section in reading.statement.sections for area in section.areas}


def _area_of(change: Change) -> str:
    return change.area or change.new or change.old or ""


def _heading(id_: str, area: Area | None, gone: bool) -> str:
    text = textwrap.shorten((area and area.text) or "(no words)", WIDTH - 20, placeholder=" …")
    return f"{'Removed area' if gone else 'Area'} {id_}  {text}"


def _lines(change: Change) -> Iterator[str]:
    """Yield the lines of a change, under its area's heading."""
    if change.unit == "area":
        yield from ["  This area is new."] if change.kind == "added" else _details(change, "  ")
    elif change.kind == "added":
        yield from wrapped(f"Added {change.new}: {change.text}", "  ", "    ")
    elif change.kind == "removed":
        yield from wrapped(f"Removed {change.old} of the older draft: {change.text}", "  ", "    ")
    else:
        was = "" if change.old == change.new else f" (was {change.old})"
        text = textwrap.shorten(change.text or "", WIDTH - 30, placeholder=" …")
        yield f"  Action {change.new}{was}: {text}"
        yield from _details(change, "    ")


def _details(change: Change, indent: str) -> Iterator[str]:
    for text in _said_of(change):
        yield from wrapped(text, indent, f"{indent}  ")


def _said_of(change: Change) -> Iterator[str]:
    if change.moved:
        yield f"Moved from area {(change.old or '').rpartition('.')[0]} of the older draft."
    if change.rewording:
        plain = change.rewording.lost or change.rewording.added
        yield f"{'Reworded' if plain else 'Reworded slightly'}: {change.rewording.marked}"
    if change.owners:
        old, new = ("; ".join(one) or "nobody" for one in (change.owners.old, change.owners.new))
        yield f"Owner: {old} -> {new}"
    if change.deadline:
        due = change.deadline
        yield f"Deadline: {due.old or 'none'} -> {due.new or 'none'}{_shift(due.days)}"


def _shift(days: int | None) -> str:
    if not days:
        return ""
    count = f"{abs(days):,} day{'s'[: abs(days) != 1]}"
    return f" ({count} {'later' if days > 0 else 'earlier'})"


def _said(finding: Finding) -> list[str]:
    text = f"{NAMES[finding.severity]} {finding.subject}: {finding.message} [{finding.code}]"
    return wrapped(text, "  ", "    ")
