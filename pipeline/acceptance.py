"""Findings that people accepted, marked; acceptances of what no longer occurs, named."""

from pipeline.checks import CHECKS, selected
from pipeline.models import Acceptance, Finding, NotRun
from pipeline.settings import Settings


def mark(
    findings: tuple[Finding, ...], not_run: tuple[NotRun, ...], settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Acceptance, ...]]:
    """Return the findings, the accepted ones marked, and the acceptances that are stale.

    An acceptance is stale when its check was run and no finding has its key.
    """
    held = {one.key: one for one in settings.accepted}
    if not held:
        return findings, ()
    marked = tuple(
        one.model_copy(update={"accepted": held[one.key]}) if one.key in held else one
        for one in findings
    )
    occurring = {one.key for one in findings}
    tested = {check.CODE for check in selected(settings)} - {one.code for one in not_run}
    gone = (one for key, one in held.items() if key not in occurring)
    return marked, tuple(one for one in gone if _was_tested(one, tested, settings))


def _was_tested(acceptance: Acceptance, tested: set[str], settings: Settings) -> bool:
    """Say whether the finding would have been seen; one without a code may be of any check."""
    code = (acceptance.code or "").upper()
    if any(code == check.CODE for check in CHECKS):
        return code in tested
    return not settings.select and not settings.ignore
