"""What single lines of a report's lists say: who is addressed, by when, and what to do."""

import re
from functools import cache

from pipeline.blocks import Prose
from pipeline.placed import NOTHING, Text
from pipeline.preamble import body_of
from pipeline.preamble.vocabulary import any_of, named, phrases, straight

_TERM = re.compile(
    r"^(?:immediately|(?:with)?in (?:the next )?(?:\w+ )?(?:weeks?|months?|years?))\W*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:(?:by|before|within) [^,.:]{0,40}, )?(?:the )?"
    r"(?P<owner>[^.:]{3,160}?) (?:should|must|needs? to)\b[^.:]{0,60}:$",
    re.IGNORECASE,
)
_THING = re.compile(r"\b(?:actions?|improvements?|plans?|response|statement|work)$", re.IGNORECASE)
_PURPOSE = re.compile(r"^(?:in order )?to\b(?:.*, the )?", re.IGNORECASE)
_ABOUT_ACTION = re.compile(  # says what follows, and commits nobody
    r"^(?:actions?|(?:this|the) (?:section|table)|the following|these)\b", re.IGNORECASE
)
_BEGINNING = 12  # words in which a directive sentence says "should"
_GROUP_WORDS = 5  # of a heading that names whose areas follow


def addressee(text: Text) -> Text | None:
    """Return who "The board should:" addresses, None for other lines.

    Of "To improve care, the provider must:" it is the provider; where the words do not set the
    two apart, or name a thing ("the work should"), it is nobody, as an empty text.
    """
    address = _ADDRESS.match(straight(text.text))
    if address is None:
        return None
    words = text.cut(*address.span("owner"))
    if _THING.search(words.text):
        return NOTHING
    purpose = _PURPOSE.match(words.text)
    if purpose is None:
        return words
    return words.cut(purpose.end()) if purpose[0].endswith("the ") else NOTHING


def names_group(block: Prose) -> bool:
    """Tell whether a heading says no more than whose areas follow: "Health services"."""
    text = block.text.text
    return len(text.split()) <= _GROUP_WORDS and body_of(text) is not None


def is_term(block: Prose) -> bool:
    """Tell whether a line groups the areas by when they are due: "Within three months:"."""
    return bool(_TERM.match(block.text.text))


def is_directive(text: Text) -> bool:
    """Tell whether a paragraph says what somebody is to do."""
    plain = straight(text.text)
    if not plain.endswith((".", ";")) or _ABOUT_ACTION.match(plain):
        return False
    beginning = " ".join(plain.split()[:_BEGINNING])
    return bool(imperative().match(plain) or named("directive").search(beginning))


@cache
def imperative() -> re.Pattern[str]:
    """Return the pattern of a verb that commands: not the noun of "Support for carers is good"."""
    noun = r"(?! (?:is|are|was|were|has|have|had|for|from|of|to|by|given|provided)\b)"
    return re.compile(rf"^{any_of(phrases('directive', 'verbs'))}\b{noun}", re.IGNORECASE)
