"""What the checks found, and what people decided about it."""

from datetime import date as Day  # noqa: N812 (some fields are called date)

from pipeline.models.base import (
    SCHEMA_VERSION,
    BaselineState,
    Level,
    Location,
    Model,
    Severity,
    Words,
)


class Acceptance(Model):
    """A finding that a person accepts, who and why: see `soa-accepted.toml`.

    `key` is the finding's; `code` and `words` only tell a reader which it is. `plan` is a
    pattern of file names, such as "plan-*.docx", where an acceptance does not hold for all.
    """

    key: Words
    reason: Words
    by: Words
    on: Day
    code: str | None = None
    words: str | None = None
    plan: str | None = None


class Finding(Model):
    """One weakness of the plan, about `subject` (an id) and `also` (further places of it).

    `baseline` says whether an older draft had it; it is null when none was compared.
    """

    code: str
    check: str
    severity: Severity
    confidence: Level
    subject: str
    also: tuple[str, ...] = ()
    message: str
    help: str
    key: str
    accepted: Acceptance | None = None
    baseline: BaselineState | None = None
    location: Location


class NotRun(Model):
    """A check that lacked what it needs; it never counts as passed."""

    code: str
    reason: str


class Summary(Model):
    """How much was read and found; accepted findings are counted apart."""

    areas: int
    actions: int
    errors: int
    warnings: int
    infos: int
    accepted: int = 0


class Findings(Model):
    """What `findings.json` holds, by the rules of which `profile` it was checked.

    `stale` are acceptances of what no longer occurs.
    """

    schema_version: str = SCHEMA_VERSION
    source: str
    profile: str | None = None
    findings: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    stale: tuple[Acceptance, ...] = ()
    summary: Summary
