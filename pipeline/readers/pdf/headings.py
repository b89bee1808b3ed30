"""Words that are headings: they name the roles of columns."""

from collections.abc import Sequence

from pipeline.columns import header_score
from pipeline.readers.pdf.gaps import GAP, SPACES, space, stretches
from pipeline.readers.pdf.markers import is_bullet
from pipeline.readers.pdf.shapes import Strip, Word

# Words in a heading at most, roles that a header names at least.
_WORDS, ROLES = 10, 2


def is_header(strip: Strip, wrapped: bool = False) -> bool:
    """Whether a line names the roles of several columns, the first perhaps in its last words."""
    gap = SPACES * space(strip) if strip.bold else GAP * strip.size
    if strip.widest <= gap:
        return False
    parts = stretches(strip)
    return names(parts) >= ROLES and (wrapped or not _goes_on(parts))


def score(parts: Sequence[Sequence[Word]]) -> int:
    """Return how many roles the parts of a line name, none where its first is only the rest."""
    return 0 if _goes_on(parts) else names(parts)


def names(parts: Sequence[Sequence[Word]]) -> int:
    """Return how many roles the parts of a line name, none where one of them is no heading."""
    if any(map(_is_no_heading, parts)):
        return 0
    return header_score([" ".join(word.text for word in part) for part in parts])


def _is_no_heading(part: Sequence[Word]) -> bool:
    return len(part) > _WORDS or is_bullet(part[0].text) or _is_sentence(part)


def _goes_on(parts: Sequence[Sequence[Word]]) -> bool:
    """Whether only the first words of a line begin in lower case, as the rest of a cell does."""
    first, *others = (part[0].text[0] for part in parts)
    return first.islower() and any(other.isupper() for other in others)


def _is_sentence(part: Sequence[Word]) -> bool:
    """Whether words end as a sentence does; "No." and "Ref." are headings."""
    return len(part) > 1 and part[-1].text.endswith((".", ";", "?"))
