"""A key of an owner's name that does not change with its spelling."""

import re
from functools import lru_cache

from pipeline.owners.roles import normal, singular, table, words

# A short form in brackets after the words that it stands for; who leads.
_SHORT = re.compile(r"\(\s*(?:[A-Z][A-Za-z&.]{0,7}[A-Z]s?|[Ll]ead)\s*\)")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*['’]?")


def key_of(text: str) -> str:
    """Return small singular words, one space apart, in which equal owners are equal.

    Case, plurals, apostrophes, hyphens, "sub group" and "subgroup", "Dept" and "Department",
    "&" and "and", a leading "the" and a short form in brackets make no difference.
    """
    return _key(text)


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    text = _SHORT.sub(" ", text).replace("&", " and ")
    found = [_plain(match.group()) for match in _WORD.finditer(text)]
    if len(found) > 1 and found[0] == "the":
        del found[0]
    joined = _joined(found)
    return " ".join(joined) or text.casefold().strip()


def _plain(word: str) -> str:
    """Return a word in its one spelling."""
    norm = normal(word)
    if norm == "childrens":
        return "children"
    norm = singular(norm)
    return str(table("spelling", "words").get(norm, norm)).replace("ization", "isation")


def _joined(found: list[str]) -> list[str]:
    """Return the words with those run together that are also written as one."""
    at, out = 0, list[str]()
    while at < len(found):
        pair = " ".join(found[at : at + 2])
        size = 2 if pair in words("spelling", "compounds") else 1
        out.append(pair.replace(" ", "") if size == 2 else found[at])
        at += size
    return out
