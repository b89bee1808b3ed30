"""Whether a paragraph says by what a plan's success is told: a pure leaf.

"How we will know: ...", "Baseline 62%; target 85%", "The measures for each priority are in
Appendix B". What inspectors found, told in the past, is no measure.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_LABEL_WORDS = 10
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|found|judged|inspect\w+|ofsted|grades?|judge?ments?"
    r"|effectiveness)\b",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"\bhow (?:\w+ )?(?:it|this|we|you)\b.{0,20}\b(?:judged?|know|measured?|tell)\b"
    r"|\b(?:good|success) (?:will )?looks? like\b"
)
_AIM = re.compile(
    r"\b(?:baseline|targets?)\b[^.\d]{0,60}\d"
    r"|\b(?:fall|falls|from|grow|increase|reduce|rise|rises)\b[^.;]{0,40}\d ?(?:%|per cent) to \d"
    r"|^by [^.:;]{3,40}:[^.;]{0,40}\d"
)
_TOLD = re.compile(r"\b(?:we|you)(?: will| shall|'ll) know\b[^.]{0,40}\b(?:if|when)\b")
_DIGIT = re.compile(r"[0-9]")


def measures(text: str) -> bool:
    """Whether a paragraph gives measures, or says where they stand or how success is measured."""
    plain = text.replace("’", "'")
    small = plain.lower()
    if not _may(small):
        return False
    if _is_label(plain) or ("know" in small and _TOLD.search(small)):
        return True
    aims = _DIGIT.search(small) and _AIM.search(small)
    return bool(aims or _named().search(f" {small}")) and not _PAST.search(plain)


def any_measures(texts: Sequence[str]) -> bool:
    """Whether one of the paragraphs does."""
    return _may("\n".join(texts).lower()) and any(map(measures, texts))


def _may(small: str) -> bool:
    """Whether any sign stands in a text, which is quick to tell."""
    return ":" in small or any(map(small.__contains__, _words("signs")))


def _is_label(text: str) -> bool:
    """Whether a paragraph begins with a label of measures and goes on: "KPIs: ..."."""
    head, colon, rest = text.partition(":")
    if not colon or not rest.strip() or len(head.split()) > _LABEL_WORDS:
        return False
    lower = head.lower().replace("'ll", " will")
    return bool(_LIKE.search(lower) or (_labels().search(lower) and not _PAST.search(head)))


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(
        rf"^\W*+(?:[\w'-]+ ){{0,2}}?(?:{'|'.join(_words('labels'))})(?: ?$| ?\(| (?:by|for|in)\b)"
    )


@cache
def _named() -> re.Pattern[str]:
    """Return the pattern of what is named; only where a word begins is it tried."""
    return re.compile(rf"\W(?:{'|'.join(_words('named'))})\b")


@cache
def _words(name: str) -> list[str]:
    source = files("pipeline").joinpath("data", "measures.toml")
    found: list[str] = tomllib.loads(source.read_text(encoding="utf-8"))[name]
    return found
