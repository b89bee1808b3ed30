"""A row that was split over a page break and put together again.

Page breaks cut rows in two, sometimes in mid-sentence. The pieces were joined, and both are
shown, so that you can see whether they belong together. What is said of a joined row has low
confidence.

Nothing needs to be done when the joined row reads well. In Word, "Allow row to break across
pages" can be switched off.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit
from pipeline.checks._words import listed, quoted
from pipeline.models import Location, Severity

CODE = "EXT001"
SLUG = "row-joined"
NAME = "A row was joined over a page break"
SEVERITY: Severity = "info"
UNIT = "row"
HELP = "Check that both pieces belong to the same row."


def check(context: Context) -> Iterator[Hit]:
    """Yield the rows that stand on two pages."""
    for joined in context.statement.extraction.joined:
        pieces = listed([quoted(piece.text, 50) for piece in joined.pieces])
        place = Location(
            fragments=tuple(
                fragment for piece in joined.pieces for fragment in piece.location.fragments
            )
        )
        message = f"This row goes on over a page break; these pieces were joined: {pieces}."
        yield Hit(joined.id, message, pieces, place=place)
