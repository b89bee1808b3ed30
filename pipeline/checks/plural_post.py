"""A row whose only owners are posts in the plural.

"Team Managers" is everybody and nobody: no single one of them has to report that it is done.

Write one post that answers for all of them.

PASS:
    area: Supervision
    action: Hold reflective supervision monthly
    owner: Head of Service
    due: 30 June 2026
FAIL:
    area: Supervision
    action: Hold reflective supervision monthly
    owner: Team Managers
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._owners import is_plural
from pipeline.checks._words import listed, quotes
from pipeline.models import Severity

CODE = "OWN005"
SLUG = "plural-post"
NAME = "Only posts in the plural"
SEVERITY: Severity = "info"
UNIT = "row"
HELP = "Name one post that answers for all of them."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows whose owners are all posts in the plural."""
    for row in context.rows:
        if row.owners and all(is_plural(owner) for owner in row.owners):
            names = listed(quotes(owner.text for owner in row.owners))
            message = f"{names} are several people: no single one answers for this."
            yield Hit(row.subject.id, message, names, row.also, row.owners[0].location)
