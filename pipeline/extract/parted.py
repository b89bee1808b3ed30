"""Paragraphs that say who and when in passing ("… Lead: … By: …") to a paragraph a label."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.blocks import Grid, Prose
from pipeline.columns import by_heading
from pipeline.extract.meanings import STATING
from pipeline.placed import Text

_FIRST = re.compile(r"([^:.;–—]{2,60}):\s")
_LABEL = re.compile(r"(?<!\S)(?=([A-Z][\w/]*(?: [\w/]+){0,3})(?::|\s[–-])\s)")
_PARTING = (".", ",", ";", "|", ")", "–", "—", "-")  # signs before a label in a sentence
_BRACKET = 300  # characters in which an open bracket is looked for
_MOST = 20  # labels of one paragraph
_BESIDE = ("measure", "status", "comment")
_CLOSING = " |–—-,;"


def parted(block: Prose | Grid) -> Iterator[Prose | Grid]:
    """Yield a paragraph in parts, the later of which say who or when under a label of their own."""
    cuts = _cuts(block.text.text) if isinstance(block, Prose) else []
    if not cuts or not isinstance(block, Prose):
        yield block
        return
    first = block.text.cut(0, cuts[0])
    yield replace(block, text=first.cut(0, len(first.text.rstrip(_CLOSING))))
    ends = [*cuts[1:], len(block.text.text)]
    for number, (start, end) in enumerate(zip(cuts, ends, strict=True), 1):
        stop = len(block.text.text[:end].rstrip(_CLOSING)) if end != ends[-1] else end
        yield Prose(on_line(block.text.cut(start, stop), number))


def on_line(part: Text, number: int) -> Text:
    """Return a part of a paragraph as a line of its own, lest its place run into the next."""
    runs = ((at, run._replace(place=run.place._replace(line=-number))) for at, run in part.runs)
    return Text(part.text, tuple(runs))


def _cuts(text: str) -> list[int]:
    """Return where labels of who and when begin within a paragraph.

    They stand behind a stop or a dash; in a line that a label begins, and behind another,
    behind any word. A measure or a status has its label behind one of those only.
    """
    if not 0 < text.count(": ") + text.count(" – ") + text.count(" - ") <= _MOST:
        return []
    first = _FIRST.match(text)
    labels = first is not None and by_heading(first[1]) is not None
    last = first.end(1) if first and labels else 0
    found: list[int] = []
    for mark in _LABEL.finditer(text, last):
        at = mark.start()
        guess = by_heading(mark[1]) if at > last else None
        if guess is None or guess.confidence != "high" or _is_inside(text, at):
            continue
        last = mark.end(1)
        opened = labels or bool(found) or text[:at].rstrip().endswith(_PARTING)
        if (guess.role in STATING and opened) or (guess.role in _BESIDE and found):
            found.append(at)
    return found


def _is_inside(text: str, at: int) -> bool:
    """Say whether a bracket is open at a place in a text."""
    near = text[max(at - _BRACKET, 0) : at]
    return any(near.rfind(one) > near.rfind(other) for one, other in ("()", "[]"))
