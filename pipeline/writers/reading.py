"""What the writers write: one source's statement and findings."""

from dataclasses import dataclass

from pipeline.models import Finding, Findings, Severity, Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """A source that was read. `label` is how the user named it.

    `breaks` are the offsets at which the lines of a plain text start, empty for other kinds;
    `report_areas` how many areas the inspection report names, None without a report.
    """

    label: str
    statement: Statement
    findings: Findings
    breaks: tuple[int, ...] = ()
    report_areas: int | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """What one command read, and how to show it.

    `unread` are the labels of files that could not be read, each with the reason; `several`
    says that more than one file was asked for, `info` to show what is for information,
    `summary` to leave the findings out, `keys` to show what each is called in files.
    """

    readings: tuple[Reading, ...]
    unread: tuple[tuple[str, str], ...] = ()
    several: bool = False
    info: bool = False
    summary: bool = False
    keys: bool = False
    colour: bool = False


SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def shown(findings: Findings, info: bool) -> tuple[Finding, ...]:
    """Return the findings for people: those for information only when asked for."""
    return tuple(one for one in findings.findings if info or one.severity != "info")


def stopping(findings: Findings, gate: str) -> tuple[Finding, ...]:
    """Return the findings at or above the gate ("never" lets all pass) that stop sign-off.

    One that somebody accepted, or that the older draft had too, does not.
    """
    grave = SEVERITIES[: SEVERITIES.index(gate) + 1] if gate in SEVERITIES else ()
    return tuple(
        one
        for one in findings.findings
        if one.severity in grave and one.accepted is None and one.baseline != "unchanged"
    )


def counted(number: int, word: str) -> str:
    """Return "1 area", "17 areas", "2 areas of the report"."""
    first, _, rest = word.partition(" ")
    return f"{number:,} {word if number == 1 else f'{first}s {rest}'.rstrip()}"
