"""The tokeniser of our pipeline: words, a possessive 's, single marks, and white space.

spaCy's own parts web addresses and abbreviations by some hundred rules that nothing here
needs, and takes most of the time that tagging may cost; this one takes an eighth of it.
"""

import re
from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

NAME = "soa_words"

# A token with the single space that belongs to it, or white space by itself.
_TOKEN = re.compile(r"(?:\w++|['’]s\b|\S)(?: (?!\s))?+|\s++")


class Words:
    """A tokeniser as `nlp.tokenizer` takes it: a text to a Doc that gives the same text back."""

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary that the Docs share."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the text's tokens; a single space belongs to the token before it."""
        tokens = _TOKEN.findall(text)
        # Each form is looked up once, not wherever it stands: a text repeats two in three.
        forms = set(tokens)
        spaced = {form for form in forms if form[-1] == " " and not form.isspace()}
        add = self.vocab.strings.add
        numbers = {form: add(form[:-1] if form in spaced else form) for form in forms}
        words: list[Any] = [numbers[token] for token in tokens]  # as good as the words
        return Doc(self.vocab, words=words, spaces=[token in spaced for token in tokens])


def _create_words() -> Callable[[Language], Words]:
    return lambda nlp: Words(nlp.vocab)


registry.tokenizers.register(NAME, func=_create_words)
