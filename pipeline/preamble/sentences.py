"""Where the sentences and clauses of a text stand."""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[.!?]['\"”’)]?\s+(?=[\"'“‘(]?[A-Z0-9])")
_CLAUSE = re.compile(r"[.;!?]['\"”’)]?(?:\s+|$)")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of `text`, closing stops kept, each with its offset."""
    yield from _pieces(text, _SENTENCE)


def clauses(text: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches between full stops and semicolons, each with its offset."""
    yield from _pieces(text, _CLAUSE)


def _pieces(text: str, border: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for match in border.finditer(text):
        yield start, text[start : match.end()].rstrip()
        start = match.end()
    if start < len(text):
        yield start, text[start:]
