"""What letters that no list holds are taken for: initials, a group, posts or a field."""

import re
from collections.abc import Sequence

from pipeline.models import OwnerKind
from pipeline.owners.people import initials
from pipeline.owners.roles import ordinary, singular, table, undotted, word, words
from pipeline.owners.shape import Shape
from pipeline.owners.tokens import Token

# Letters in the plural name posts ("SWs", "TM's"); one letter beside "&" names a field ("L&D").
_PLURAL = re.compile(r"[A-Z]{2,4}['’]?s\Z")
_JOINED = re.compile(r"[A-Z]&[A-Z]{1,3}\Z|[A-Z]{2,3}&[A-Z]\Z")
_AGES = re.compile(r"\d{1,2}(?:\+|[-–]\d{1,2})?\Z")  # "16+", "0-25"
_ENDED: tuple[OwnerKind, ...] = ("organisation", "group")


def titled(tokens: Sequence[Token]) -> bool:
    """Say whether letters that shorten a title stand beside a field ("TM LAC", "CIN TM")."""
    if len(tokens) < 2:
        return False
    titles, papers = words("abbreviations", "title"), words("abbreviations", "papers")
    first, last = tokens[0], tokens[-1]
    if last.norm == "plus" and tokens[-2].text.isdigit():
        last = tokens[-2]  # "TM 16 plus"
    if undotted(last.text) in titles:
        return first.text in papers or _field(first)
    if undotted(first.text) not in titles:
        return False
    if last.text in papers | words("abbreviations", "serving"):
        return True
    return _sits(last) if len(tokens) > 2 else _field(last)


def _field(token: Token) -> bool:
    """Say whether a word names a field by itself ("Safeguarding")."""
    kind = word(token.text).kind
    known = kind is None and token.norm in ordinary()
    return known or token.text in words("abbreviations", "unit") or bool(_AGES.match(token.text))


def _sits(token: Token) -> bool:
    """Say whether a word ends the name of a field ("Early Help", "Court Team")."""
    sort = word(token.text)
    team = sort.kind == "group" and not sort.short and sort.norm not in words("heads", "strong")
    return team or _field(token)


def lettered(tokens: Sequence[Token]) -> Shape | None:
    """Read words that end in letters or a sort of school: "Principal EP", "Ash CE Primary"."""
    before, last = tokens[-2:] if len(tokens) > 1 else (tokens[0], tokens[0])
    if before is last:
        return None
    if singular(before.norm) in words("heads", "describing") and initials(last):
        return Shape("post")
    name = tokens[0].text[:1].isupper() and tokens[0].norm not in ordinary()
    if name and last.text in words("abbreviations", "councils"):
        return Shape("organisation")
    school = last.norm in words("heads", "schools") and before.text in words("heads", "faiths")
    return Shape("organisation") if school else None


def short_form(tokens: Sequence[Token], strict: bool) -> Shape | None:
    """Read a short form that no list holds: initials, or a group by its last letters."""
    text = undotted(tokens[0].text)
    if not strict and len(tokens) > 1 and _PLURAL.match(tokens[-1].text):
        return Shape("post", plural=True)  # "Leaving Care PAs"
    if len(tokens) > 1 or not text[:1].isupper():
        return None
    for kind in _ENDED if len(text) > 2 and text.isupper() else ():
        if text.endswith(tuple(table("abbreviations", f"{kind}_endings"))):
            return Shape(kind)
    if initials(tokens[0]):
        return Shape("initials")
    if not strict and _PLURAL.match(tokens[0].text):
        return Shape("post", plural=True)
    if not strict and _JOINED.match(text):
        return Shape("group", unit=True, weak=True)
    guessed = text.isupper() and 4 <= len(text) <= 9 and not strict
    return Shape("group", weak=True) if guessed else None
