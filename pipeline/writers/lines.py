"""Lines for the terminal."""

import textwrap

WIDTH = 96


def wrapped(text: str, first: str, rest: str) -> list[str]:
    """Return words as lines, the first with one indent, the others with another."""
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest)
