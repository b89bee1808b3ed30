"""Two drafts of a plan side by side: what was added, removed, reworded or put off."""

from typing import Protocol

from pipeline.changes.findings import still_there
from pipeline.changes.matching import match
from pipeline.changes.models import Changes, FindingChanges
from pipeline.changes.units import changed
from pipeline.models import Findings, Statement

__all__ = ["Draft", "against", "compare"]


class Draft(Protocol):
    """A plan that was read, with its findings."""

    @property
    def statement(self) -> Statement:
        """What the plan says."""
        ...

    @property
    def findings(self) -> Findings:
        """What is weak in it."""
        ...


def compare(old: Draft, new: Draft) -> Changes:
    """Return what became of the areas, actions and findings of a plan."""
    pairs = match(old.statement, new.statement)
    before, after = old.findings.findings, new.findings.findings
    remaining, known = still_there(before, after, pairs)
    return Changes(
        old=old.statement.source.name,
        new=new.statement.source.name,
        changes=tuple(changed(old.statement, new.statement, pairs)),
        findings=FindingChanges(
            new=tuple(one for one in after if one.key not in known),
            fixed=tuple(one for one in before if one.key not in remaining),
            still=tuple(one for one in after if one.key in known),
        ),
    )


def against(old: Draft, new: Draft) -> Findings:
    """Return the findings of the new draft, each marked as new or as one the old draft had."""
    pairs = match(old.statement, new.statement)
    _, known = still_there(old.findings.findings, new.findings.findings, pairs)
    marked = tuple(
        one.model_copy(update={"baseline": "unchanged" if one.key in known else "new"})
        for one in new.findings.findings
    )
    return new.findings.model_copy(update={"findings": marked})
