"""Words of a table that no field took.

Every word of the plan's tables should land somewhere: in an area, an action, an owner, a date,
or under the heading of its column. What did not is shown here and is lost to everything that
uses the data. Often a cell stands outside the table's columns, or a note was typed between two
rows.

Look at the words shown; move them into a column, or out of the table.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import count, listed, quoted
from pipeline.models import Passage, Severity

CODE = "EXT002"
SLUG = "unplaced-text"
NAME = "Some words of a table were not understood"
SEVERITY: Severity = "warning"
UNIT = "table"
HELP = "Look at these words in the source; move them into a column or out of the table."
SHOWN = 3


def check(context: Context) -> Iterator[Hit]:
    """Yield the tables some of whose words are in no field."""
    tables: dict[int | None, list[Passage]] = {}
    for passage in context.statement.unplaced:
        fragments = passage.location.fragments
        tables.setdefault(fragments[0].table if fragments else None, []).append(passage)
    for table, passages in tables.items():
        shown = listed([quoted(passage.text, 40) for passage in passages[:SHOWN]])
        more = len(passages) - SHOWN
        rest = f" (and {count(more, 'more piece')})" if more > 0 else ""
        message = f"These words could not be placed in the plan: {shown}{rest}."
        subject = f"table {table}" if table else DOCUMENT
        words = " ".join(passage.text for passage in passages)
        yield Hit(subject, message, words, place=passages[0].location)
