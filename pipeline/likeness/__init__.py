"""How alike wordings are, how they differ, and which of two lists go together."""

from pipeline.likeness.alike import ALIKE, Pair, likeness, pairs
from pipeline.likeness.assignment import assign
from pipeline.likeness.difference import MOST_WORDS, Difference, difference
from pipeline.likeness.words import stem, straight, whole_words, words, written_words

__all__ = [
    "ALIKE",
    "MOST_WORDS",
    "Difference",
    "Pair",
    "assign",
    "difference",
    "likeness",
    "pairs",
    "stem",
    "straight",
    "whole_words",
    "words",
    "written_words",
]
