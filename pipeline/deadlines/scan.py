"""Text to spans: the one public function of the grammar."""

from pipeline.deadlines.cell import scan_cell
from pipeline.deadlines.cues import may_state
from pipeline.deadlines.prose import scan_prose
from pipeline.deadlines.span import Context, Span
from pipeline.deadlines.words import corrected, plain

_NOTHING = Context()


def scan(text: str, *, cell: bool = False, context: Context = _NOTHING) -> tuple[Span, ...]:
    """Return the deadlines that `text` states, in order, with offsets of `text`.

    With `cell`, `text` is a line or the whole of a deadline cell, in which owners may stand
    too; else it is an action's own words or prose, of which only commitments in time count.
    """
    small = plain(text)
    if not cell and not may_state(small):
        return ()
    small = corrected(small)
    found = scan_cell(text, small, context) if cell else scan_prose(small, context)
    return tuple(_as_written(text, small, span) for span in found)


def _as_written(text: str, small: str, span: Span) -> Span:
    """Give anchor and condition, which were read in small letters, as the text writes them."""
    if not span.anchor and not span.condition:
        return span
    parts = []
    for words in (span.anchor, span.condition):
        at = small.find(words, span.start, span.end) if words else -1
        parts.append(text[at : at + len(words)] if words and at >= 0 else words)
    return span._replace(anchor=parts[0], condition=parts[1])
