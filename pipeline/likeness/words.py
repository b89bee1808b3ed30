"""The words of a text as they are compared."""

import re
from itertools import islice

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_STRAIGHT = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'))
# For plain letters, quicker by far: everything but letters, digits and inner marks is a space.
_SPACED = bytes(code if chr(code).isalnum() or code in b"-'" else 32 for code in range(256)).lower()
_EDGE = re.compile(r"['-](?:(?![a-z0-9])|(?<![a-z0-9]['-]))")


def straight(text: str) -> str:
    """Return `text` with typewriter quotation marks."""
    if not text.isascii():
        for mark, plain in _STRAIGHT:
            text = text.replace(mark, plain)
    return text


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case, punctuation and hyphens left out."""
    return whole_words(text.replace("-", " "))


def whole_words(text: str) -> list[str]:
    """Return the words of `text` in lower case, those with hyphens whole ("multi-agency")."""
    text = straight(text)
    if not text.isascii():
        return _WORD.findall(text.lower())
    plain = text.encode().translate(_SPACED).decode()
    if "-" in plain or "'" in plain:
        plain = _EDGE.sub(" ", plain)
    return plain.split()


def written_words(text: str, start: int, end: int) -> list[str]:
    """Return the words between two places as they are written, those with hyphens whole."""
    return [match[0] for match in islice(_WORD.finditer(text), start, end)]


def stem(word: str) -> str:
    """Return a word without the ending of a plural or of the third person."""
    word = word.removesuffix("'s").rstrip("'")
    if len(word) <= len("has") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > len("series"):
        return word.removesuffix("ies") + "y"
    return word.removesuffix("s")
