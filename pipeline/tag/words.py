"""The tokeniser of our pipeline: words, a possessive 's, single marks, and white space.

spaCy's own parts web addresses and abbreviations by some hundred rules that nothing here
needs, and takes most of the time that tagging may cost; this one takes an eighth of it.
"""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

NAME = "soa_words"

_TOKEN = re.compile(r"['’]s\b|\w+|[^\w\s]|\s+")


class Words:
    """A tokeniser as `nlp.tokenizer` takes it: a text to a Doc that gives the same text back."""

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary that the Docs share."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the text's tokens; a single space belongs to the token before it."""
        words: list[str] = []
        spaces: list[bool] = []
        for word in _TOKEN.findall(text):
            if word == " " and words and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


def _create_words() -> Callable[[Language], Words]:
    return lambda nlp: Words(nlp.vocab)


registry.tokenizers.register(NAME, func=_create_words)
