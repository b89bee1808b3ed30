"""The headings of inspection reports that open a list of areas, and those that name a body."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.blocks import Prose
from pipeline.preamble import body_of
from pipeline.preamble.vocabulary import any_of, straight, whole, wordings

Kind = Literal["improvement", "priority"]
_HEADING_WORDS = 16
_HEADING_LENGTH = 200  # characters
_NUMBER = re.compile(r"^(?:section |part )?\d+(?:\.\d+)*[.:)]?\s+", re.IGNORECASE)
_SECTION = re.compile(
    r"^(?:(?:section|part) \w+\b|(?:the )?effectiveness of\b)|\bsafeguarding children'?s? "
    r"(?:board|partnership)(?: \(\w+\))?$",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"(?:the )?(?:local authority|council)", re.IGNORECASE)
_COVER = re.compile(r"\breview of the effectiveness\b", re.IGNORECASE)  # half of a title
_PAGE_NUMBER = re.compile(r"(?:(?<![.·…])[.·…]{3,}+|(?<!\s)\s)\s*+\d{1,3}$")
_FOLLOWING = re.compile(
    r"\b(?:following|below|these|identified|are|include|made|that)\b", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|last|earlier|initial|original|revisit\w*|progress|addressed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading or sentence after which areas of one kind are listed.

    `lasting` says that its body holds for the headings below it, too ("What does the local
    authority need to improve?" above "Areas for improvement").
    """

    kind: Kind
    body: str | None = None
    lasting: bool = False


def opening(block: Prose) -> Opening | None:
    """Return what list a block opens, None when it opens none.

    That is a heading that consists of the words, a body at most added ("Areas for
    improvement: police"), or a paragraph with them that ends in a colon.
    """
    if block.kind == "item" and not block.marker[:1].isdigit():
        return None
    return opened_by(block.text.text) or _announced(block)


def opened_by(heading: str) -> Opening | None:
    """Return what list a heading opens by its wording alone."""
    if not _is_short(heading):
        return None
    plain = _NUMBER.sub("", straight(heading)).strip(" .:?*")
    for kind, pattern, _ in _wordings():
        if match := pattern.fullmatch(plain):
            suffix, *inner = match.groups()
            asked = next(filter(None, inner), "")
            return Opening(kind, body_of(suffix or asked), lasting=bool(asked))
    return None


def names_body(block: Prose) -> str | None:
    """Return the body whose part of the report a heading opens, None for other blocks."""
    plain = straight(block.text.text)
    if block.kind == "item" or not _is_short(plain) or _PAGE_NUMBER.search(plain):
        return None
    if block.kind == "heading" and _AUTHORITY.fullmatch(plain):
        return body_of(plain)
    if not _SECTION.search(plain) or _COVER.search(plain) or plain.endswith("."):
        return None
    return body_of(plain)


def _is_short(text: str) -> bool:
    return len(text) <= _HEADING_LENGTH and len(text.split()) <= _HEADING_WORDS


def _announced(block: Prose) -> Opening | None:
    """Return what list the last sentence of a paragraph announces with a colon."""
    if block.kind == "item" or not block.text.text.endswith(":"):
        return None
    plain = straight(block.text.text)
    sentence = plain[plain.rfind(". ") + 1 :]
    if not _FOLLOWING.search(sentence) or _EARLIER.search(sentence):
        return None
    for kind, _, within in _wordings():
        if within.search(sentence):
            return Opening(kind)
    return None


@cache
def _wordings() -> tuple[tuple[Kind, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (entry["kind"], _heading(entry["whole"]), whole(entry["within"]))
        for entry in wordings()["opening"]
    )


def _heading(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of headings; its groups are the words that may name a body."""
    plain = any_of(phrase for phrase in phrases if "{body}" not in phrase)
    with_body = (
        re.escape(phrase).replace(r"\{body\}", r"(.{3,60}?)")
        for phrase in phrases
        if "{body}" in phrase
    )
    forms = [rf"{plain}(?:(?:\s?[:-]| for| of| by)\s(.{{3,60}}))?", *with_body]
    return re.compile("|".join(forms), re.IGNORECASE)
