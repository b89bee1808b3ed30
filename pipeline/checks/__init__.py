"""The checks of a plan before sign-off: one module each, whose docstring is its manual."""

from collections.abc import Iterator, Mapping

from pipeline.checks._check import Check
from pipeline.checks._context import prepare
from pipeline.checks._hit import Hit
from pipeline.checks._manual import explain, page
from pipeline.checks._registry import CHECKS, find, selected
from pipeline.checks._subjects import Subjects, subjects_of
from pipeline.keys import hashed
from pipeline.models import Finding, Level, NotRun, Report, Severity, Statement
from pipeline.models.base import unchecked
from pipeline.settings import Settings

__all__ = ["CHECKS", "Check", "explain", "find", "page", "run", "selected"]

_LEVELS: tuple[Level, ...] = ("low", "medium", "high")


def run(
    statement: Statement, settings: Settings, report: Report | None = None
) -> tuple[tuple[Finding, ...], tuple[NotRun, ...]]:
    """Return what is wrong with a statement, in document order, and what could not be tested.

    Raises `SettingsError` for an unknown check or profile.
    """
    checks = selected(settings)
    context = prepare(statement, settings, report)
    hits: list[tuple[Check, Hit]] = []
    not_run: list[NotRun] = []
    for check in checks:
        for result in check.check(context):
            if isinstance(result, Hit):
                hits.append((check, result))
            else:
                not_run.append(NotRun(code=check.CODE, reason=result.reason))
    subjects = subjects_of(statement)
    hits.sort(key=lambda pair: (subjects.place_of(pair[1].subject), pair[0].CODE))
    severities = {**context.profile.severities, **settings.severities}
    return tuple(_findings(hits, subjects, severities)), tuple(not_run)


def _findings(
    hits: list[tuple[Check, Hit]], subjects: Subjects, severities: Mapping[str, Severity]
) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    chosen = {find(name).CODE: severity for name, severity in severities.items()}
    for check, hit in hits:
        identity = f"{check.CODE}\n{subjects.key(hit.subject)}\n{hit.words.lower()}"
        seen[identity] = number = seen.get(identity, 0) + 1
        yield unchecked(
            Finding,
            code=check.CODE,
            check=check.SLUG,
            severity=_severity(check, hit, chosen),
            confidence=_weaker(hit.confidence, subjects.confidence(check.CODE, hit.subject)),
            subject=hit.subject,
            also=hit.also,
            message=hit.message,
            help=hit.help or check.HELP,
            key=hashed(f"{identity}\n{number}"),
            accepted=None,
            baseline=None,
            location=subjects.location(hit.subject) if hit.place is None else hit.place,
        )


def _severity(check: Check, hit: Hit, chosen: Mapping[str, Severity]) -> Severity:
    """What the user or the profile chose; a hit that the check holds less grave stays so."""
    if hit.severity and hit.severity != check.SEVERITY:
        return hit.severity
    return chosen.get(check.CODE, check.SEVERITY)


def _weaker(one: Level, other: Level) -> Level:
    return one if one == other else min(one, other, key=_LEVELS.index)
