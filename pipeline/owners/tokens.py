"""Words and separators of an owner passage, with their places."""

import re
from typing import NamedTuple

from pipeline.owners.roles import normal, words

# Most words are plain, and told at once. Others keep inner apostrophes and hyphens ("IRO's",
# "Co-ordinator"), a short form its full stops ("P.P.G."), figures their slash ("2014/15").
_TOKEN = re.compile(
    r"""(?P<plain>[A-Za-z]{2,}+(?=[\s,]|\Z))
      | (?P<either>\b(?:and/or|c/o)\b)
      | (?P<number>(?<!\S)(?:\(?(?:\d{1,2}[a-z]?|[a-z]|[ivx]{2,4})[.)])(?=\s))
      | (?P<word>\d+(?:/\d+){1,2} | \d{1,2}\+(?!\w)
        | [ACDT]/(?:D?CI|D?Supt|DI|DS|Insp|Sgt|PS|CC|ACC|DCC|Head|HoS|HT|Director|Manager)\b
        | [Nn]/[AaKk]\b | (?:[A-Za-z]\.){2,9}[A-Za-z]?(?![a-z])
        | [A-Z]{1,3}&[A-Z]{1,3}\b | [^\W_]+(?:['’‐‑-][^\W_]+)*(?:(?<=s)['’](?=\s)|(?<=[a-z])/s\b)? )
      | (?P<and>[&+]) | (?P<slash>/) | (?P<open>[(\[<]) | (?P<shut>[)\]>])
      | (?P<dash>[–—]|-(?<!--)-*+(?=\s))
      | (?P<colon>:) | (?P<comma>,) | (?P<hard>[;|\n•·▪●]|\.(?=\s+[A-Z(])) """,
    re.VERBOSE,
)
_SEPARATORS = {
    "either": "|",
    "number": "|",
    "and": "and",
    "open": "(",
    "shut": ")",
    "dash": "-",
    "colon": ":",
    "comma": ",",
    "hard": "|",
}


class Token(NamedTuple):
    """A word, or a separator: one of `| / // and , : - ( )`, `//` being a slash with room."""

    start: int
    end: int
    text: str
    norm: str
    sep: str = ""


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text` between two offsets; other signs are left out."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        name, word = match.lastgroup, match.group()
        first, last = match.span()
        if name in ("plain", "word"):
            norm = normal(word)
            found.append(Token(first, last, word, norm, "and" if norm == "and" else ""))
        elif name == "slash":
            roomy = text[first - 1 : first].isspace() or text[last : last + 1].isspace()
            found.append(Token(first, last, word, "", "//" if roomy else "/"))
        elif not (word == "." and _abbreviated(found)):
            found.append(Token(first, last, word, "", _SEPARATORS[name or "hard"]))
    return _paired(found)


def _abbreviated(found: list[Token]) -> bool:
    """Say whether the full stop after the last word may only shorten it ("Dr. Smith")."""
    if not found or found[-1].sep:
        return True
    last = found[-1]
    short = len(last.text) < (2 if last.text.isupper() else 3)
    listed = last.norm in words("people", "titles") or last.norm in words("spelling", "words")
    return short or listed


def _paired(found: list[Token]) -> list[Token]:
    """Take the "and" inside a settled pair ("Police and Crime", "L and D") for a word."""
    pairs = words("words", "pairs") if any(token.sep == "and" for token in found) else frozenset()
    for at in range(1, len(found) - 1):
        if found[at].sep != "and":
            continue
        before, after = found[at - 1], found[at + 1]
        letters = len(before.text) == len(after.text) == 1 and (before.text + after.text).isupper()
        if letters or f"{before.norm} {after.norm}" in pairs:
            found[at] = found[at]._replace(sep="", norm="and")
    return found
