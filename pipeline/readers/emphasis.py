"""Markdown emphasis round a label or a whole line, which is no part of the words."""

import re
from collections.abc import Iterator

from pipeline.columns import by_heading

_OPEN = re.compile(r"[\s>*+-]*?(?:\d{1,2}[.)]\s+)?(\*{1,3}|_{1,3})(?=[^\s*_])")
_LONGEST = 300  # characters of a label or line in bold
_LABELLED = re.compile(  # "… *Owner: Head of Service.* …", "… **By:** May 2024"
    r"(?<=\s)(?P<sign>\*{1,3}|_{1,3})(?P<words>(?P<label>[A-Z][\w/ ]{1,40}):[^*_]{0,300})"
    r"(?P=sign)(?!\w)"
)


def plain(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line without the signs of bold or italics round it or its label.

    A number is a label, too ("**Action 1.1** Write …").

    Bold within a sentence stays as written: its signs stand between words that belong together.
    """
    if text.find("*", start, end) < 0 and text.find("_", start, end) < 0:  # mostly
        yield start, end
        return
    opened = _OPEN.match(text, start, end)
    if opened is None:
        yield from _within(text, start, end)
        return
    closing = text.find(opened[1], opened.end(), min(end, opened.end() + _LONGEST))
    after = closing + len(opened[1])
    behind = text[after:end] if closing >= 0 else "x"
    last = text[closing - 1 : closing]
    label = last in (":", ".") or behind[:1] == ":" or last.isdigit()
    if closing < 0 or not (label or not behind.strip()):
        yield from _within(text, start, end)
        return
    yield start, opened.start(1)
    yield opened.end(), closing
    yield from _within(text, after, end)


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence without the signs round a label of a plan's in it."""
    at = start
    for match in _LABELLED.finditer(text, start, end):
        if by_heading(match["label"]):
            yield at, match.start()
            yield match.span("words")
            at = match.end()
    yield at, end
