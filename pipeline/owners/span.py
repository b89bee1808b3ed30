"""The owner as the grammar states it: what it is, and where its words stand."""

from typing import NamedTuple

from pipeline.models import OwnerKind


class Span(NamedTuple):
    """One owner; `start` and `end` are code points of the text that was scanned.

    `person` and `post` are the words that name the holder and the post. `expansion` is what
    the document gives for a short form. `lead`: the words say that this owner leads;
    `placeholder`: nobody is named yet ("to be nominated").
    """

    start: int
    end: int
    kind: OwnerKind
    person: str | None = None
    post: str | None = None
    expansion: str | None = None
    lead: bool = False
    placeholder: bool = False
