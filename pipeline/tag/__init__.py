"""Tagging: a raw statement to what its words name: owners, deadlines and themes.

The words of a statement make one Doc, so the tokeniser and the matchers run once. A Doc
never leaves this package: what was found comes back by text, with offsets in it.
"""

import gc
import tomllib
from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import spacy
from spacy.language import Language

from pipeline import deadlines as times
from pipeline import owners as people
from pipeline.tag import components, words
from pipeline.tag import themes as subjects
from pipeline.tag.components import Mode, Segment

__all__ = ["Tags", "load_nlp", "tag"]

_new = tuple.__new__  # in half the time of a call, of which a document has hundreds
_USUAL, _VALUES = 700, 10_000  # new values before garbage is looked for: Python's, and ours


@dataclass(slots=True)
class Tags:
    """What stands in one text, in its order; offsets are the text's own."""

    owners: list[people.Span] = field(default_factory=list)
    deadlines: list[times.Span] = field(default_factory=list)
    themes: list[subjects.Span] = field(default_factory=list)


def load_nlp(own_themes: tuple[str, ...] = ()) -> Language:
    """Return the pipeline, built once a process: a blank English one with our components.

    `own_themes` are TOML texts that add themes and words to the built-in ones.
    """
    return _built(own_themes)  # a cache tells what is given from what is left to be as given


@cache
def _built(own_themes: tuple[str, ...]) -> Language:
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": words.NAME}}})
    nlp.max_length = 10**9  # no parser runs, so length costs nothing but itself
    nlp.add_pipe("soa_deadlines")
    nlp.add_pipe("soa_owners")
    nlp.add_pipe("soa_themes", config={"extra": [tomllib.loads(text) for text in own_themes]})
    # What is loaded by now stays: looking through it for garbage, again and again, would take
    # a sixth of the time that a statement costs.
    gc.freeze()
    # A statement is some ten thousand values that stay until its result is dropped: to look
    # through them after every 700 finds nothing. A threshold of the caller's own stays.
    young, *older = gc.get_threshold()
    if young == _USUAL:
        gc.set_threshold(_VALUES, *older)
    return nlp


def tag(
    texts: Iterable[tuple[str, Mode]],
    context: times.Context | None = None,
    acronyms: Mapping[str, str] | None = None,
    own_themes: tuple[str, ...] = (),
) -> list[Tags]:
    """Return what stands in each text, read by its mode, in the texts' order."""
    segments: list[Segment] = []
    at = 0
    for text, mode in texts:
        segments.append(_new(Segment, (at, text, mode)))
        at += len(text) + 1
    nlp = load_nlp(own_themes)
    doc = nlp.make_doc("\n".join([one.text for one in segments]))
    doc.user_data.update(
        segments=segments, context=context or times.Context(), acronyms=acronyms or {}
    )
    for _, component in nlp.pipeline:
        doc = component(doc)
    tags = [Tags() for _ in segments]
    for number, owner in doc.spans["owners"].attrs["found"]:
        tags[number].owners.append(owner)
    for number, deadline in doc.spans["deadlines"].attrs["found"]:
        tags[number].deadlines.append(deadline)
    _spread_themes(tags, segments, doc.spans[subjects.SPANS].attrs["found"])
    return tags


def _spread_themes(
    tags: list[Tags], segments: list[Segment], found: Iterable[tuple[int, int, str]]
) -> None:
    """Give each theme to the text that it stands in; cells of owners and dates have none."""
    starts = [segment.start for segment in segments]
    for start, end, theme in found:
        number = bisect(starts, start) - 1
        first, text, mode = segments[number]
        if end - first <= len(text) and mode in ("action", "area"):
            tags[number].themes.append(_new(subjects.Span, (start - first, end - first, theme)))


# The factories are registered by importing their modules.
_ = components
