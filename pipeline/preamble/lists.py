"""The narrative list of areas: what stands after "Ofsted identified the following areas:"."""

import re
from collections.abc import Sequence

from pipeline.blocks import Grid, Prose, Table
from pipeline.placed import Text, join
from pipeline.preamble.vocabulary import mentions, named, straight

_NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+", re.IGNORECASE)
_HEADING_WORDS = 12
_DEEPEST = 99  # no item stands deeper, so that the first one opens the list
_CLOSED = re.compile(r"[.!?:;]['\"”’)]?$")


def recommendations(
    blocks: Sequence[Prose | Table | Grid],
) -> tuple[tuple[Text, ...], frozenset[int]]:
    """Return the items of the lists of areas, and the indexes of the blocks they fill.

    A list is opened by a heading or by a paragraph ending in a colon, whose words say that
    areas for improvement follow; it is made of list items or numbered paragraphs. A table
    closes it. An item cut by a page break is joined to the paragraph that goes on with it.
    """
    found: list[list[Text]] = []
    used: set[int] = set()
    at = 0
    while at < len(blocks):
        opened, top = _opens(blocks[at]), _DEEPEST
        at += 1
        while opened and at < len(blocks):
            item = blocks[at]
            if not isinstance(item, Prose):
                break
            text = _item(item)
            if text is not None and found and item.level > top:
                found[-1].extend((item.label or Text(item.marker), text))
            elif text is not None:
                found.append([text])
                top = item.level
            elif found and at - 1 in used and continues(found[-1][-1], item):
                found[-1].append(item.text)
            else:
                break
            used.add(at)
            at += 1
    return tuple(join(pieces) for pieces in found), frozenset(used)


def continues(before: Text, after: Prose) -> bool:
    """Tell whether the paragraph `after` goes on with a sentence that `before` left open."""
    first = after.text.text[:1]
    return (
        after.kind == "paragraph"
        and not _CLOSED.search(before.text)
        and (first.islower() or first == "(")
    )


def _opens(block: Prose | Table | Grid) -> bool:
    if not isinstance(block, Prose) or block.kind == "item":
        return False
    plain = straight(block.text.text)
    announces = plain.endswith(":")
    if mentions("list_opening", plain) and named("list_opening").search(plain):
        is_short = len(plain.split()) <= _HEADING_WORDS and not plain.endswith(".")
        return block.kind == "heading" or announces or is_short
    sentence = plain[plain.rfind(". ") + 1 :]
    return announces and all(named(t).search(sentence) for t in ("inspectors_list", "inspected"))


def _item(block: Prose) -> Text | None:
    """Return the words of a list item or a numbered paragraph, its number left out."""
    if block.kind == "item":
        return block.text
    match = _NUMBERED.match(block.text.text)
    if block.kind == "paragraph" and match and match.end() < len(block.text.text):
        return block.text.cut(match.end())
    return None
