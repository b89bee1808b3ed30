"""The plan's own list of areas and its table disagree.

Many statements list the inspectors' areas in their introduction and answer them in a table. An
area that stands in one and not in the other was lost while editing; one put in other words was
not. A section without a list of its own is not tested.

Bring the list and the table into line with the inspection report.

PASS:
    The inspectors identified the following areas for improvement:
    - Improve the recording of children's wishes in case files.
    area: Improve the recording of children's wishes in case files.
    action: Write a recording standard
    owner: Head of Service
    due: 30 June 2026
FAIL:
    The inspectors identified the following areas for improvement:
    - Improve the recording of children's wishes in case files.
    - Increase the attendance of police officers at strategy meetings.
    area: Improve the recording of children's wishes in case files.
    action: Write a recording standard
    owner: Head of Service
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._coverage import paired
from pipeline.checks._hit import DOCUMENT, Hit, Skip
from pipeline.checks._words import listed, quoted
from pipeline.models import Recommendation, Section, Severity

CODE = "COV004"
SLUG = "introduction-mismatch"
NAME = "The list of areas and the table disagree"
SEVERITY: Severity = "error"
UNIT = "section"
HALF = 0.5
HELP = "Make the list in the introduction and the areas of the table the same."


def check(context: Context) -> Iterator[Hit | Skip]:
    """Yield the sections whose list and table disagree; a section without a list is skipped."""
    items = context.statement.recommendations
    if not items:
        yield Skip("The document has no list of areas before its table.")
        return
    if not any(item.area for item in items):
        yield Skip("None of the points listed before the table is an area of the table.")
        return
    listed_in = _sections(items)
    for section in context.statement.sections:
        mine = [item for item in items if listed_in[item.id] == section.id]
        if mine:
            yield from _compare(section, mine)
        else:
            yield Skip(f"Section {section.id} has no list of its own areas before its table.")


def _sections(items: tuple[Recommendation, ...]) -> dict[str, str]:
    """Return the section of each listed point: its area's, else that of the one before it."""
    first = next(item.area for item in items if item.area)
    current, found = _section(first), {}
    for item in items:
        current = _section(item.area) if item.area else current
        found[item.id] = current
    return found


def _section(area: str | None) -> str:
    return (area or DOCUMENT).partition(".")[0]


def _compare(section: Section, items: list[Recommendation]) -> Iterator[Hit | Skip]:
    answered = {item.area for item in items}
    lost = [item for item in items if item.area is None]
    added = [area for area in section.areas if area.id not in answered]
    reworded = paired([item.text for item in lost], [area.text or "" for area in added])
    lost = [item for at, item in enumerate(lost) if at not in reworded]
    added = [area for at, area in enumerate(added) if at not in reworded.values()]
    if len(lost) > HALF * len(items):
        yield Skip(f"Most of the points listed before section {section.id} are none of its areas.")
        return
    parts = []
    if lost:
        parts.append(f"the table does not answer {listed([quoted(item.text) for item in lost])}")
    if added:
        parts.append(f"the list leaves out {listed([area.id for area in added])}")
    if parts:
        place = lost[0].location if lost else added[0].location
        also = tuple(area.id for area in added)
        words = " ".join([*(item.text for item in lost), *(area.key for area in added)])
        message = f"The list of areas and the table disagree: {'; '.join(parts)}."
        yield Hit(section.id, message, words, also, place)
