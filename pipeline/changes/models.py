"""The published difference of two drafts: what `soa diff --format json` prints."""

from typing import Literal

from pipeline.models import SCHEMA_VERSION, Finding, Model


class Rewording(Model):
    """How words differ: `marked` is the whole, with [-lost-] and {+added+} words in place.

    `lost` and `added` are phrases that carry meaning, `slight` those that hardly do.
    """

    marked: str
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    slight: tuple[str, ...] = ()


class OwnerChange(Model):
    """Who answered before, and who does now."""

    old: tuple[str, ...]
    new: tuple[str, ...]


class DeadlineChange(Model):
    """When it was due and is now, as written; `days` is how much later the last day is."""

    old: str | None
    new: str | None
    days: int | None = None


class Change(Model):
    """An area or action that is not as it was; `old` and `new` are its ids in the drafts.

    `text` is its wording now, or the last it had. `area` is the area that an action stands
    under, by its id in the new draft unless it is gone; an action has `moved` when it stood
    under another. Owners and deadlines that changed alike for all its actions are the area's.
    """

    unit: Literal["area", "action"]
    kind: Literal["added", "removed", "changed"]
    old: str | None = None
    new: str | None = None
    area: str | None = None
    text: str | None = None
    moved: bool = False
    rewording: Rewording | None = None
    owners: OwnerChange | None = None
    deadline: DeadlineChange | None = None


class FindingChanges(Model):
    """Findings that only the new draft has, that only the old one had, and that both have."""

    new: tuple[Finding, ...] = ()
    fixed: tuple[Finding, ...] = ()
    still: tuple[Finding, ...] = ()


class Changes(Model):
    """What became of a plan from its old draft to its new one, in the new one's order."""

    schema_version: str = SCHEMA_VERSION
    old: str
    new: str
    changes: tuple[Change, ...] = ()
    findings: FindingChanges = FindingChanges()
