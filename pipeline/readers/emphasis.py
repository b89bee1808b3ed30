"""Markdown emphasis round a label or a whole line, which is no part of the words."""

import re
from collections.abc import Iterator

_OPEN = re.compile(r"[\s>*+-]*?(?:\d{1,2}[.)]\s+)?(\*{1,3}|_{1,3})(?=[^\s*_])")
_LONGEST = 300  # characters of a label or line in bold


def plain(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line without the signs of bold or italics round it or its label.

    A number is a label, too ("**Action 1.1** Write …").

    Bold within a sentence stays as written: its signs stand between words that belong together.
    """
    opened = _OPEN.match(text, start, end)
    if opened is None:
        yield start, end
        return
    closing = text.find(opened[1], opened.end(), min(end, opened.end() + _LONGEST))
    after = closing + len(opened[1])
    behind = text[after:end] if closing >= 0 else "x"
    last = text[closing - 1 : closing]
    label = last == ":" or behind[:1] == ":" or last.isdigit()
    if closing < 0 or not (label or not behind.strip()):
        yield start, end
        return
    yield start, opened.start(1)
    yield opened.end(), closing
    yield after, end
