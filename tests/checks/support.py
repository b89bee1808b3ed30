"""Run one check over a statement."""

from datetime import date
from typing import Any

from pipeline.checks import run
from pipeline.models import Finding, Report, Statement
from pipeline.settings import Settings

TODAY = date(2026, 6, 1)


def found(
    code: str, statement: Statement, report: Report | None = None, **settings: Any
) -> tuple[Finding, ...]:
    """Return the findings of one check."""
    return run(statement, Settings(select=(code,), **settings), report)[0]


def subjects(
    code: str, statement: Statement, report: Report | None = None, **settings: Any
) -> list[str]:
    """Return what one check speaks of."""
    return [item.subject for item in found(code, statement, report, **settings)]


def reasons(
    code: str, statement: Statement, report: Report | None = None, **settings: Any
) -> list[str]:
    """Return why one check was not run."""
    skipped = run(statement, Settings(select=(code,), **settings), report)[1]
    return [item.reason for item in skipped]
