"""Tokens: words, a possessive 's, single marks and white space, and the text given back."""

import pytest
import spacy

from pipeline.tag.words import Words

WORDS = Words(spacy.blank("en").vocab)

ROWS = (
    ("", ()),
    ("Review plans.", ("Review ", "plans", ".")),
    ("The team's plan", ("The ", "team", "'s ", "plan")),
    ("the children’s home", ("the ", "children", "’s ", "home")),
    ("o'clock", ("o", "'", "clock")),
    ("re-audit (Q2)", ("re", "-", "audit ", "(", "Q2", ")")),
    ("one  two", ("one", "  ", "two")),
    ("one \ntwo", ("one", " \n", "two")),
    (" one ", (" ", "one ")),
    ("\n", ("\n",)),
    ("½ day – café", ("½ ", "day ", "– ", "café")),
)


@pytest.mark.parametrize(("text", "tokens"), ROWS, ids=repr)
def test_tokens(text: str, tokens: tuple[str, ...]) -> None:
    doc = WORDS(text)
    assert tuple(token.text_with_ws for token in doc) == tokens
    assert doc.text == text
