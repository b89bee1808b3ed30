"""What a check gives back, before it becomes a published finding."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pipeline.models import Level, Location, Severity

if TYPE_CHECKING:
    from pipeline.checks._context import Context

NOWHERE = Location()
DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Hit:
    """A weakness of `subject` (an id) and, when the same slip stands elsewhere too, of `also`.

    `words` set it off: they make the finding's key, which must not change when rows move.
    `place` is where they stand; without it the subject's own place counts.
    """

    subject: str
    message: str
    words: str = ""
    also: tuple[str, ...] = ()
    place: Location | None = None
    confidence: Level = "high"
    severity: Severity | None = None
    help: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """Why a check, or a part of it, could not be run."""

    reason: str


class Check(Protocol):
    """What every module of a check has."""

    CODE: str
    SLUG: str
    NAME: str
    SEVERITY: Severity
    UNIT: str
    HELP: str

    def check(self, context: "Context", /) -> Iterator[Hit | Skip]:
        """Yield what is wrong, or why that cannot be said."""
        ...
