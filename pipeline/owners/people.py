"""Names of people and initials: what is left when no word says what an owner is."""

import re
from collections.abc import Sequence

from pipeline.owners.roles import ordinary, undotted, word, words
from pipeline.owners.tokens import Token

_NAME = re.compile(
    r"(?:(?:Mc|Mac|O['’]|D['’])?[A-Z][a-zà-öø-ÿ]+)(?:-[A-Z][a-zà-öø-ÿ]+)*(?:['’]s?)?\Z"
)
_INITIALS = re.compile(
    r"[A-Z]{1,3}\Z|[A-Z][a-z][A-Z]\Z|[A-Z]{2}[a-z]\Z|[A-Z]{1,2}M(?:a)?c[A-Z]\Z|[A-Z]-?[A-Z]-[A-Z]\Z"
)
# Endings of common nouns that surnames seldom have.
_NOUN = re.compile(
    r"(?:ing|tion|sion|ment|ance|ence|ity|ship|ness|ics|ogy|hood|ure|ive|ism|ery|ful|ial|cal|ary"
    r"|ists|ers|ors|ies|ants|ents|ages)\Z"
)


def initials(token: Token) -> bool:
    """Say whether a word is a person's initials, dotted or not ("JS", "J.S.", "AMcD")."""
    return bool(_INITIALS.match(undotted(token.text))) and not token.text.endswith("s")


def common_noun(token: Token) -> bool:
    """Say whether a word ends as common nouns do and surnames seldom."""
    return bool(_NOUN.search(token.norm))


def name_end(tokens: Sequence[Token], strict: bool = False) -> int:
    """Return how many of the first words make a person's name, 0 for none.

    A title, a first name of the list, or an initial opens a name. Unless `strict`, so do two
    or three capitalised words that nothing else explains; they must be all there is.
    """
    if titles := titles_end(tokens):
        return _tail(tokens, titles, titled=True) if len(tokens) > 1 else 0
    first = tokens[0]
    known = first.norm in words("people", "first") and not first.text.islower()
    if known or (len(first.text) == 1 and first.text.isupper() and len(tokens) > 1):
        return _tail(tokens, 1, titled=False) if known or _surname(tokens) else 0
    loose = not strict and 2 <= len(tokens) <= 3 and all(map(could_be_name, tokens))
    return len(tokens) if loose and not any(map(common_noun, tokens)) else 0


def titles_end(tokens: Sequence[Token]) -> int:
    """Return how many of the first words are a title ("Chief Supt", "Rev Dr", "Cllr")."""
    titles = words("people", "titles")
    first, second = tokens[0].norm, tokens[1].norm if len(tokens) > 1 else ""
    if second in titles and (first in titles or first == "chief"):
        return 2
    return int(first in titles)


def _surname(tokens: Sequence[Token]) -> bool:
    name = tokens[1].norm
    listed = name in words("people", "first") or name in words("people", "surname_heads")
    return listed or could_be_name(tokens[1])


def _tail(tokens: Sequence[Token], at: int, titled: bool) -> int:
    """Return where the name that is open at `at` ends; 0 when a title has no name after it."""
    start, heads, particles = at, words("people", "surname_heads"), words("people", "particles")
    while at < len(tokens) and at < 5:
        token = tokens[at]
        last = at == len(tokens) - 1 or _role_word(tokens[at + 1])
        listed = token.norm in words("people", "first") or token.norm in particles
        letter = len(token.text) == 1 and token.text.isupper()
        fits = listed or could_be_name(token) or (tokens[0].text.isupper() and _capitals(token))
        if not (fits or letter or (last and token.norm in heads)):
            break
        at += 1
    return 0 if titled and at == start else at


def _capitals(token: Token) -> bool:
    """Say whether a word in capitals can be a surname."""
    plain = token.text.isupper() and len(token.text) > 3 and token.norm not in ordinary()
    return plain and word(token.text).kind is None


def _role_word(token: Token) -> bool:
    return word(token.text).kind is not None or token.norm in words("words", "rank")


def could_be_name(token: Token) -> bool:
    """Say whether a word can stand in a person's name."""
    if not _NAME.match(token.text):
        return token.norm in words("people", "first") and token.text.isupper()
    return token.norm not in ordinary() and word(token.text).kind is None
