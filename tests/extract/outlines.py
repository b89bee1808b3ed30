"""A statement as an outline that can be written by hand: what a careful reader finds.

== title of a section, or -
= [number] area
* [number] action > owners @ deadline
~ owners @ deadlines            a group beside actions that nothing links it to
? words that no field took
"""

from collections.abc import Iterable, Iterator

from pipeline.models import Action, Area, Assignment, Owner, Statement


def outline(statement: Statement) -> list[str]:
    """Return the lines of the outline."""
    lines: list[str] = []
    for section in statement.sections:
        lines.append(f"== {section.title or '-'}")
        for area in section.areas:
            lines += _area(area)
    return [*lines, *(f"? {one.text}" for one in statement.unplaced)]


def _area(area: Area) -> Iterator[str]:
    yield f"= {_numbered(area.ref)}{area.text or '-'}"
    yield from (_action(action) for action in area.actions)
    if not area.actions or any(action.responsibility.candidates for action in area.actions):
        yield from (_group(group) for group in area.assignments if not group.actions)


def _numbered(ref: str | None) -> str:
    return f"[{ref}] " if ref else ""


def _action(action: Action) -> str:
    who = action.responsibility
    when = who.deadline.text if who.deadline else "-"
    return f"* {_numbered(action.ref)}{action.text} > {_names(who.owners)} @ {when}"


def _group(group: Assignment) -> str:
    dates = "; ".join(one.text for one in group.deadlines) or "-"
    return f"~ {_names(group.owners)} @ {dates}"


def _names(owners: Iterable[Owner]) -> str:
    return "; ".join(owner.text for owner in owners) or "-"
