"""The owners and deadlines components: each calls its leaf on the segments of a text.

A statement is tagged as one Doc; its segments (a cell's line, an action) are told apart in
`doc.user_data["segments"]`. What a leaf finds stands in the span group's attributes, and
its words in the group.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from pipeline import deadlines, owners
from pipeline.owners.roles import ordinary

Mode = Literal["owner", "deadline", "owner-and-deadline", "action", "area"]
# An owner cell is searched for a date only where one plainly stands in it.
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d\d")


Found = tuple[int, Any]  # a segment's number, and what stands in it, with offsets of its own


class Segment(NamedTuple):
    """A stretch of a Doc's text, which begins at `start`, and how it is to be read."""

    start: int
    text: str
    mode: Mode


class Deadlines:
    """Records deadlines in `doc.spans["deadlines"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Scan deadline cells, and what actions and mixed cells say of time."""
        context = doc.user_data.get("context", deadlines.Context())
        found: list[Found] = []
        cells: dict[str, tuple[deadlines.Span, ...]] = {}  # a table's rows repeat their dates
        for number, (_, text, mode) in enumerate(doc.user_data["segments"]):
            if mode == "area" or (mode == "owner" and not _DATED.search(text)):
                continue
            if mode == "action":
                spans = deadlines.scan(text, context=context)
            elif text in cells:
                spans = cells[text]
            else:
                spans = deadlines.scan(text, cell=True, context=context)
                spans = cells[text] = _without_posts(text, spans) if mode != "deadline" else spans
            found += [(number, span) for span in spans]
        return _recorded(doc, "deadlines", found)


def _without_posts(text: str, spans: tuple[deadlines.Span, ...]) -> tuple[deadlines.Span, ...]:
    """Leave out events in the name of a post: "Conference & Review Manager"."""
    if all(span.kind != "event" for span in spans):
        return spans
    posts = [one for one in owners.scan(text, cell=True) if one.kind == "post"]
    return tuple(
        span for span in spans
        if span.kind != "event" or not any(_is_within(span, post) for post in posts)
    )  # fmt: skip


def _is_within(span: deadlines.Span, post: owners.Span) -> bool:
    return post.start <= span.start and span.end < post.end


class Owners:
    """Records owners in `doc.spans["owners"]`; what is a deadline is no owner."""

    def __call__(self, doc: Doc) -> Doc:
        """Scan owner cells, and what actions say of who acts."""
        known = doc.user_data.get("acronyms", {})
        taken: dict[int, list[tuple[int, int]]] = {}
        for number, span in doc.spans["deadlines"].attrs["found"]:
            taken.setdefault(number, []).append((span.start, span.end))
        found: list[Found] = []
        for number, (_, text, mode) in enumerate(doc.user_data["segments"]):
            if mode == "action":
                found += [(number, span) for span in owners.scan(text, known=known)]
            elif mode in ("owner", "owner-and-deadline"):
                cuts = taken.get(number, [])
                found += [(number, span) for span in _between(text, cuts, known)]
        return _recorded(doc, "owners", found)


def _between(
    text: str, cuts: list[tuple[int, int]], known: Mapping[str, str]
) -> Iterator[owners.Span]:
    """Yield the owners of a cell's line in the stretches that no deadline fills."""
    at = 0
    for start, end in (*cuts, (len(text), len(text))):
        for span in owners.scan(text[at:start], cell=True, known=known):
            if start < len(text) and _is_step(text[at:start], span):
                continue
            yield span._replace(start=span.start + at, end=span.end + at) if at else span
        at = max(end, at)


def _is_step(text: str, span: owners.Span) -> bool:
    """Say whether words with a colon before a date name a step, not somebody ("All issued: …")."""
    if span.kind != "unknown" or span.placeholder or text[span.end :].strip() != ":":
        return False
    last = text[span.start : span.end].split()[-1]
    return last.islower() or last.casefold() in ordinary()


def _recorded(doc: Doc, name: str, found: list[Found]) -> Doc:
    """Record spans with the words that they touch, and what was found as an attribute."""
    places = doc.user_data["segments"]
    words = []
    for number, span in found:
        at = places[number].start
        words.append(doc.char_span(at + span.start, at + span.end, name, alignment_mode="expand"))
    spans = [span for span in words if span is not None]
    doc.spans[name] = SpanGroup(doc, name=name, attrs={"found": found}, spans=spans)
    return doc


@Language.factory("soa_deadlines")
def _create_deadlines(nlp: Language, name: str) -> Deadlines:  # noqa: ARG001
    return Deadlines()


@Language.factory("soa_owners")
def _create_owners(nlp: Language, name: str) -> Owners:  # noqa: ARG001
    return Owners()
