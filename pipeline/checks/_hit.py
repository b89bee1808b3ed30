"""What a check gives back, before it becomes a published finding."""

from typing import NamedTuple

from pipeline.models import Level, Location, Severity

NOWHERE = Location()
DOCUMENT = "document"


class Hit(NamedTuple):
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


class Skip(NamedTuple):
    """Why a check, or a part of it, could not be run."""

    reason: str
