"""A row of the plan in which nobody is named.

An action that nobody owns is an action that nobody is asked about. The inspectors and the
scrutiny committee will ask "who?", and the plan has no answer. A person, a post or a group in
the row's owner column counts, and so does one named in the action's own words ("Team Managers
to ensure ...") for that action alone. A plan without a column of owners is named once.

Write the post that answers for the work, as the staff directory has it.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner:
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._rows import named
from pipeline.models import Role, Severity

CODE = "OWN001"
SLUG = "missing-owner"
NAME = "Nobody is named"
SEVERITY: Severity = "error"
UNIT = "row, or document where none has an owner"
COLUMNS: tuple[Role, ...] = ("owner", "owner-and-deadline")
HELP = 'Name the post that answers for this, for example "Head of Early Help".'


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows that name nobody."""
    bare = [row for row in context.rows if not named(row)]
    bare = [row for row in bare if row.area.id not in context.unanswered]
    if len(bare) == len(context.rows) > 1 and not context.has_column(*COLUMNS):
        ids = tuple(row.subject.id for row in bare)
        message = "The plan has no column of owners, and no action says who will do it."
        yield Hit(DOCUMENT, message, also=ids, place=context.place(ids[0]))
        return
    for row in bare:
        yield Hit(row.subject.id, "Nobody is named to answer for this.", also=row.also)
