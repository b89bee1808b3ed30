"""Whether texts tell somebody to do something, as actions do: by the verb that opens them."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from statistics import fmean

_MOSTLY = 0.5
_SHORTEST = 3  # words; "Review officer" is a post


def are_orders(texts: Sequence[str]) -> bool:
    """Say whether most of the texts of a column open with a verb: "Train all managers"."""
    return bool(texts) and fmean(map(_is_order, texts)) >= _MOSTLY


def _is_order(text: str) -> bool:
    words = text.lower().split(None, _SHORTEST)
    return len(words) >= _SHORTEST and words[0].strip("•-–*") in _verbs()


@cache
def _verbs() -> frozenset[str]:
    data = resources.files("pipeline").joinpath("data/verbs.toml").read_text(encoding="utf-8")
    verbs = tomllib.loads(data)
    return frozenset((*verbs["verbs"], *verbs["verbs_or_nouns"]))
