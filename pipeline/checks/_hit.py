"""What a check gives back, before it becomes a published finding."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from pipeline.models import Level, Location, Severity

NOWHERE = Location()
DOCUMENT = "document"
_Found = TypeVar("_Found")


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


def by_area(
    found: Iterable[tuple[str, str, _Found]],
) -> Iterator[tuple[str, tuple[str, ...], list[_Found]]]:
    """Yield each area with its parts that have a slip, and what was found, of all that was.

    `found` gives the area, the area or part of it that has the slip, and what shows it.
    """
    areas: dict[str, list[tuple[str, _Found]]] = {}
    for area, subject, one in found:
        areas.setdefault(area, []).append((subject, one))
    for area, hits in areas.items():
        also = tuple(dict.fromkeys(subject for subject, _ in hits if subject != area))
        yield area, also, [one for _, one in hits]
