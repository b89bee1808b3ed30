"""One post alone that carries over a quarter of the plan's areas.

A plan that hangs on one person stops when that person is ill. Areas that the post shares with
others do not count, and a plan needs four areas for this to be raised.

Share the areas out, or name deputies.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
    area: Supervision
    action: Hold reflective supervision monthly
    owner: Principal Social Worker
    due: 31 July 2026
    area: Participation
    action: Publish the pledge to children
    owner: Principal Social Worker
    due: 31 August 2026
    area: Care leavers
    action: Write to every care leaver
    owner: Team Manager, Care Leavers
    due: 30 September 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._owners import name
from pipeline.checks._words import quoted
from pipeline.models import Area, Owner, Severity

CODE = "OWN012"
SLUG = "overloaded-post"
NAME = "One post carries much of the plan"
SEVERITY: Severity = "info"
UNIT = "post"
HELP = "Share these areas out, or name who stands in."
FEWEST_AREAS = 4
FEWEST = 3
SHARE = 0.25


def check(context: Context) -> Iterator[Hit]:
    """Yield the posts that alone answer for over a quarter of the areas."""
    if len(context.areas) < FEWEST_AREAS:
        return
    alone: dict[frozenset[str], list[tuple[Area, Owner]]] = {}
    for area in context.areas:
        owners = [owner for group in area.assignments for owner in group.owners]
        names = {name(owner.text) for owner in owners if not owner.placeholder}
        if len(names) == 1 and owners[0].kind in {"post", "person", "initials"}:
            alone.setdefault(names.pop(), []).append((area, owners[0]))
    for held in alone.values():
        if len(held) >= FEWEST and len(held) > SHARE * len(context.areas):
            owner = held[0][1]
            share = f"{len(held)} of {len(context.areas)} areas"
            message = f"{quoted(owner.text)} alone answers for {share}."
            ids = tuple(area.id for area, _ in held)
            yield Hit(DOCUMENT, message, owner.text, ids, owner.location)
