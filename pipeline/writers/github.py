"""The findings as GitHub workflow commands, which it shows beside the changed file.

Source of the grammar: GitHub Docs, "Workflow commands for GitHub Actions".
"""

from collections.abc import Iterator

from pipeline.models import Finding, Severity
from pipeline.writers.places import line_of, where
from pipeline.writers.reading import Reading, Results, shown

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(results: Results) -> str:
    """Return a command a finding nobody accepted, and one for each file that was not read."""
    lines = [
        _command(reading, finding)
        for reading in results.readings
        for finding in shown(reading.findings, results.info)
        if finding.accepted is None
    ]
    lines += [f"::error file={_value(label)}::{_data(why)}" for label, why in results.unread]
    return "".join(f"{line}\n" for line in lines)


def _command(reading: Reading, finding: Finding) -> str:
    command = _COMMANDS[finding.severity]
    place = where(finding.location, reading.breaks)
    look = f" ({place})" if place else ""
    message = f"{finding.subject}: {finding.message}{look} {finding.help}".strip()
    return f"::{command} {','.join(_properties(reading, finding))}::{_data(message)}"


def _properties(reading: Reading, finding: Finding) -> Iterator[str]:
    yield f"file={_value(reading.label)}"
    starts = [one.start for one in finding.location.fragments if one.start is not None]
    if reading.breaks and starts:
        yield f"line={line_of(starts[0], reading.breaks)}"
    yield f"title={_value(f'{finding.code} {finding.check}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
