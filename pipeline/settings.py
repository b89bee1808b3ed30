"""What a run may vary. Nothing else does: no clock, no environment, no network."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase

from pipeline.models import Acceptance, Correction, Severity


@dataclass(frozen=True, slots=True)
class Limits:
    """How large, long or deep a source may be before it is refused or cut."""

    seconds: float = 120.0
    memory_bytes: int = 2 * 1024**3
    source_bytes: int = 200 * 1024**2
    pages: int = 2000
    nesting: int = 50


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    `as_of` is today for the checks about time. `select` and `ignore` name checks by code
    ("OWN001"), family ("OWN") or slug ("missing-owner"); an empty `select` means all.
    `accepted` and `corrections` are what people decided about the plan. `themes` are TOML
    texts with themes and words of users' own, in the shape of `data/themes.toml`.
    """

    as_of: date | None = None
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    accepted: tuple[Acceptance, ...] = ()
    corrections: tuple[Correction, ...] = ()
    themes: tuple[str, ...] = ()

    def concerning(self, name: str) -> "Settings":
        """Return the settings for the plan of that file name: decisions for others left out."""
        if not self.accepted and not self.corrections:
            return self
        return replace(
            self,
            accepted=tuple(one for one in self.accepted if _concerns(one.plan, name)),
            corrections=tuple(one for one in self.corrections if _concerns(one.plan, name)),
        )


def _concerns(pattern: str | None, name: str) -> bool:
    return pattern is None or fnmatchcase(name.lower(), pattern.lower())
