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

# A token, and the single space that belongs to it.
_TOKEN = re.compile(r"(\w+|['’]s\b|\S|\s+)( (?!\s))?")


class Words:
    """A tokeniser as `nlp.tokenizer` takes it: a text to a Doc that gives the same text back."""

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary that the Docs share."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the text's tokens; a single space belongs to the token before it."""
        found = _TOKEN.findall(text)
        # Each word is looked up once, not wherever it stands: a text repeats two in three.
        numbers = {word: self.vocab.strings.add(word) for word in {word for word, _ in found}}
        words: list[Any] = [numbers[word] for word, _ in found]  # as good as the words
        spaces = [bool(space) for _, space in found]
        return Doc(self.vocab, words=words, spaces=spaces)


def _create_words() -> Callable[[Language], Words]:
    return lambda nlp: Words(nlp.vocab)


registry.tokenizers.register(NAME, func=_create_words)
