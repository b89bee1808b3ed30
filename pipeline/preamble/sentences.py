"""Sentences and clauses of a text, each keeping its places."""

import re
from collections.abc import Iterator

from pipeline.blocks import Text

_SENTENCE = re.compile(r"[.!?]['\"”’)]?\s+(?=[\"'“‘(]?[A-Z0-9])")
_CLAUSE = re.compile(r"[.;!?]['\"”’)]?(?:\s+|$)")


def sentences(text: Text) -> Iterator[Text]:
    """Yield the sentences of `text`, closing stops kept."""
    yield from _pieces(text, _SENTENCE)


def clauses(text: Text) -> Iterator[Text]:
    """Yield the stretches between full stops and semicolons."""
    yield from _pieces(text, _CLAUSE)


def _pieces(text: Text, border: re.Pattern[str]) -> Iterator[Text]:
    start = 0
    for match in border.finditer(text.text):
        yield text.cut(start, match.end())
        start = match.end()
    if start < len(text.text):
        yield text.cut(start)
