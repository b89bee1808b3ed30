"""The paragraphs that say who watches over the plan."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.blocks import Grid, Prose, Table
from pipeline.placed import Text
from pipeline.preamble.sentences import sentences
from pipeline.preamble.vocabulary import any_of, named, phrases, straight

_LABEL = re.compile(
    r"^(?:(?:programme|plan|project) )?(?:monitoring|governance|oversight|assurance|scrutiny"
    r"|reporting)(?: arrangements)?: ?\w",
    re.IGNORECASE,
)
_HEADING_WORDS = 10
_SENTENCE_WORDS = 8  # shorter lines without a full stop are captions


def monitoring(blocks: Sequence[Prose | Table | Grid], taken: frozenset[int]) -> tuple[Text, ...]:
    """Return the paragraphs about monitoring the plan, those at the indexes `taken` left out.

    A paragraph counts when one of its sentences has the plan, its progress or its actions
    monitored, now or in future, or when it stands under a heading such as "Monitoring" or
    "Governance".
    """
    return tuple(_found(blocks, taken))


def _found(blocks: Sequence[Prose | Table | Grid], taken: frozenset[int]) -> Iterator[Text]:
    under = False
    for at, block in enumerate(blocks):
        if not isinstance(block, Prose):
            under = False
        elif block.kind == "heading":
            under = _is_heading(block.text.text)
        elif at not in taken and _says(block.text, under=under):
            yield block.text


def _says(text: Text, *, under: bool) -> bool:
    if _is_sentence(text):
        return under or _monitors(text)
    return bool(_LABEL.match(straight(text.text)))


def _is_heading(text: str) -> bool:
    plain = straight(text)
    return len(plain.split()) <= _HEADING_WORDS and bool(named("monitoring_heading").search(plain))


def _is_sentence(text: Text) -> bool:
    return text.text.endswith((".", ";")) or len(text.text.split()) >= _SENTENCE_WORDS


def _monitors(text: Text) -> bool:
    return any(
        pattern.search(sentence)
        for _, sentence in sentences(straight(text.text))
        for pattern in _patterns()
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    what = any_of(phrases("monitored"))
    done = any_of(phrases("monitoring", "participles"))
    does = any_of(phrases("monitoring", "verbs"))
    forms = (
        rf"\b{what}\b[^.]{{0,200}}?\b(?:will be|is to be|are to be|is|are|shall be) "
        rf"(?:\w+ ){{0,2}}?{done}\b",
        rf"\b(?:will|shall|to) (?:\w+ ){{0,2}}?{does}\b[^.]{{0,120}}?\b{what}\b",
        rf"\b(?:which|that|who|and)\s{does}\b[^.]{{0,60}}?\b{what}\b",
        rf"^(?:progress |it )?(?:is |will be )?{done} (?:\w+ ){{0,3}}?(?:by|at) ",
        _LABEL.pattern,
        r"\bprogress (?:reviews?|reports?|meetings?)\b[^.]{0,60}?\bwill (?:be|go|take)\b",
        r"^(?:monitoring|governance|oversight|scrutiny)\b[^.]{0,60}?\b(?:is|are|will be)\b",
        rf"\b(?:monitors|checks|oversees|scrutinises|evaluates|tracks|reviews|receives?"
        rf"|holds? (?:\w+ ){{1,6}}?to account for)\b[^.]{{0,120}}?"
        rf"\b(?:{what}|action|updates?|highlight reports?)\b",
        rf"^to be {done} (?:\w+ ){{0,3}}?(?:by|at) ",
        r"\b(?:will|shall|to) receive (?:\w+ ){0,3}?(?:progress|updates?|reports? on)\b",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
