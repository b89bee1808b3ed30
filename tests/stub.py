"""A pipeline.processing for tests of the command line: a small plan, or trouble, by content."""

import os
import sys
import time
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from types import ModuleType

from pipeline.blocks import Source
from pipeline.errors import NoPlanError
from pipeline.models import (
    Finding,
    Findings,
    Fragment,
    Location,
    NotRun,
    Report,
    Statement,
    Summary,
)
from pipeline.settings import Settings
from tests.build import action, area, day, plan, post, section, who

TEXT = "Plan\nArea\tCase records\nArea\tSupervision\n"


@dataclass(frozen=True)
class Result:
    statement: Statement
    findings: Findings
    report: Report | None = None


def at_line(line: int) -> Location:
    start = sum(len(one) for one in TEXT.splitlines(keepends=True)[: line - 1])
    return Location(fragments=(Fragment(table=1, row=line, start=start, end=start + 4),))


def statement(name: str = "plan.txt", data: bytes = TEXT.encode()) -> Statement:
    """Return a plan with two areas and three actions."""
    made = plan(
        section(
            area("Case records", ["Write a standard", action("=Train all staff")],
                 who(post("Head of Service"), day(2026, 6, 30))),
            area("Supervision", ["Consider a “new” tool → soon"]),
            title="Local authority",
        ),
        authority="Westhaven",
        date=date(2026, 5, 1),
    )  # fmt: skip
    digest = sha256(data).hexdigest()
    source = made.source.model_copy(update={"name": name, "sha256": digest})
    return made.model_copy(update={"source": source})


def findings(name: str = "plan.txt") -> Findings:
    """Return an error about an area, a warning about an action, and two lesser ones."""
    found = (
        finding("OWN001", "missing-owner", "error", "1.2", 3, "Nobody is named."),
        finding("ACT002", "weak-verb", "warning", "1.2.1", 3, "It only considers."),
        finding("DUE007", "vague-period", "info", "1.1", 2, "It is wide.", confidence="low"),
        finding("EXT002", "unplaced-text", "warning", "document", None, "Words were left over."),
    )
    summary = Summary(areas=2, actions=3, errors=1, warnings=2, infos=1)
    not_run = (NotRun(code="COV004", reason="The plan has no list of areas."),)
    return Findings(source=name, findings=found, not_run=not_run, summary=summary)


def finding(
    code: str, check: str, severity: str, subject: str, line: int | None, message: str, **more: str
) -> Finding:
    values = {
        "code": code, "check": check, "severity": severity, "confidence": "high",
        "subject": subject, "message": message, "help": "Write it plainly.",
        "key": f"key-{code}", "location": at_line(line) if line else Location(),
    }  # fmt: skip
    return Finding.model_validate(values | more)


def process(source: Source, settings: Settings, report: Source | None = None) -> Result:
    """Return the small plan, or do what the source's text says."""
    text = source.data.decode("utf-8", "replace")
    trouble(text)
    found = findings(source.name)
    if "clean" in text:
        none = found.summary.model_copy(update={"errors": 0, "warnings": 0, "infos": 0})
        found = found.model_copy(update={"findings": (), "summary": none, "not_run": ()})
    if report:
        found = found.model_copy(update={"not_run": (NotRun(code="COV001", reason=report.name),)})
    return Result(statement(source.name, source.data), found)


def trouble(text: str) -> None:
    if not text.strip() or "no plan" in text:
        raise NoPlanError("There is no plan in it.", "Name the file that holds the plan.")
    if "crash" in text:
        os._exit(3)
    if "slow" in text:
        time.sleep(0.2)
    if "hang" in text:
        time.sleep(600)
    if "memory" in text:
        _ = bytearray(2**40)
    if "fault" in text:
        _ = dict[str, str]()["missing"]


def module() -> ModuleType:
    """Return a module to stand in for pipeline.processing."""
    made = ModuleType("pipeline.processing")
    made.process = process  # type: ignore[attr-defined]
    made.Result = Result  # type: ignore[attr-defined]
    return made


def nothing() -> None:
    """Import nothing: the stub needs no warming up."""


def main(arguments: list[str]) -> int:
    """Run the command line over the stub, in a process of its own (python -m tests.stub)."""
    from pipeline import cli
    from pipeline.cli import tasks

    sys.modules["pipeline.processing"] = module()
    tasks.warm = nothing
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
