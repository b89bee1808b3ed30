"""Phrases around a head noun: where a complement begins, and what shows a clause instead."""

from collections.abc import Sequence
from functools import cache

from pipeline.owners.people import common_noun, name_end
from pipeline.owners.roles import bodies, ordinary, word, words
from pipeline.owners.tokens import Token, tokenise


def definition(text: str) -> list[Token]:
    """Return the words of a definition up to its first separator."""
    found = tokenise(text)
    stop = next((at for at, token in enumerate(found) if token.sep), len(found))
    whole = [token for token in found if not token.sep]
    return found[:stop] if found[:stop] and name_end(found[:stop]) == stop else whole


def noun_phrase(tokens: Sequence[Token], end: int) -> bool:
    """Say whether words with a complement at `end` hold no sign of a clause.

    An article inside the phrase, or a small word in the complement that no list explains and
    that does not end like a noun, may belong to a verb ("Leaders across the area aim …").
    """
    if any(token.norm in _clausal() for token in tokens[1:end] if token.text.islower()):
        return False
    return all(map(_explained, tokens[end:]))


@cache
def _clausal() -> frozenset[str]:
    """Return articles and verbs that are nothing else: inside a noun phrase there are none."""
    verbs = words("actions", "verbs") - words("actions", "either") - ordinary()
    return words("words", "determiners") | {verb for verb in verbs if word(verb).kind is None}


def _explained(token: Token) -> bool:
    if not token.text.islower() or token.norm in ordinary() or word(token.text).kind is not None:
        return True
    return common_noun(token)


def known_organisation(tokens: Sequence[Token]) -> bool:
    """Say whether the words end with an organisation's name ("Northshire Probation Service")."""
    norms = [token.norm for token in tokens]
    return any(bodies().get(" ".join(norms[-n:])) == "organisation" for n in (2, 3, 4))


def of_service(tokens: Sequence[Token]) -> bool:
    """Say whether the words end with "Head(s) of Service"."""
    return (
        len(tokens) > 2
        and [t.norm for t in tokens[-2:]] in (["of", "service"], ["of", "services"])
        and (tokens[-3].norm in ("head", "heads"))
    )


def complement(tokens: Sequence[Token]) -> int:
    """Return where a complement begins ("Head | of Access"), or the number of words."""
    openers = words("words", "openers")
    for at, token in enumerate(tokens):
        charged = token.norm == "responsible" and tokens[at + 1 : at + 2]
        if charged and tokens[at + 1].norm == "for":
            return at
        if at and token.norm in openers and not of_service(tokens[: at + 2]):
            if token.norm in ("in", "with") and tokens[at - 1].norm in words("words", "people"):
                continue
            return at
    return len(tokens)
