"""A row of the plan in which nobody is named.

An action that nobody owns is an action that nobody is asked about. The inspectors and the
scrutiny committee will ask "who?", and the plan has no answer. A person, a post or a group in
the row's owner column counts, and so does one named in the action's own words ("Team Managers
to ensure ...") for that action alone. A plan without a column of owners is named once, and where
something else than a date stands beside its actions, as a warning.

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
from pipeline.checks._rows import Row, named
from pipeline.checks._times import is_blank
from pipeline.checks._words import quoted
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
    if 2 * len(bare) > len(context.rows) > 1 and not context.has_column(*COLUMNS):
        ids = tuple(row.subject.id for row in bare)
        unread = [text for row in bare for text in _unread(row)]
        severity: Severity = "warning" if len(unread) >= len(bare) else SEVERITY
        message = "The plan has no column of owners, and most actions do not say who will do it."
        if severity == "warning":
            message = f"No column was read as the owners. Is {quoted(unread[0])} one?"
        yield Hit(DOCUMENT, message, also=ids, place=bare[0].subject.location, severity=severity)
        return
    for row in bare:
        yield Hit(row.subject.id, "Nobody is named to answer for this.", also=row.also)


def _unread(row: Row) -> list[str]:
    """Return what stands beside the row's actions and is no date that was read."""
    found = []
    for group in row.groups:
        dates = [item.text for item in group.deadlines]
        rest = [one.text for one in group.passages if not any(text in one.text for text in dates)]
        found += [text for text in rest if not is_blank(text)][:1]
    return found
