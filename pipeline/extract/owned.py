"""The lines of an owner cell: a name that was only wrapped is joined again."""

from collections.abc import Iterable

from pipeline import owners
from pipeline.blocks import Text, join


def unwrapped(lines: Iterable[Text]) -> list[Text]:
    """Return the lines, two as one where only that makes sense of the owners in them.

    Renderers break names anywhere ("Suffolk County" / "Council"). Lines are joined when the
    joined reading leaves fewer words that are no known kind of owner.
    """
    kept: list[Text] = []
    for line in lines:
        if kept and _unknown(kept[-1].text) + _unknown(line.text):
            whole = join((kept[-1], line))
            if _unknown(whole.text) < _unknown(kept[-1].text) + _unknown(line.text):
                kept[-1] = whole
                continue
        kept.append(line)
    return kept


def _unknown(text: str) -> int:
    found = owners.scan(text, cell=True)
    return sum(span.kind == "unknown" and not span.placeholder for span in found)
