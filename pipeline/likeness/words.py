"""The words of a text as they are compared."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def straight(text: str) -> str:
    """Return `text` with typewriter quotation marks."""
    return text if text.isascii() else text.translate(_STRAIGHT)


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case, punctuation left out."""
    return _WORD.findall(straight(text).lower())


def stem(word: str) -> str:
    """Return a word without the ending of a plural or of the third person."""
    word = word.removesuffix("'s").rstrip("'")
    if len(word) <= len("has") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > len("series"):
        return word.removesuffix("ies") + "y"
    return word.removesuffix("s")
