"""The words by which a clause is read, from `data/verbs.toml` and `data/roles.toml`."""

from functools import cache

from pipeline.checks._words import vocabulary

_NOUNS_IN_LY = frozenset({"family", "assembly", "anomaly", "early"})


@cache
def lexicon(name: str) -> frozenset[str]:
    """Return a list of `data/verbs.toml` as a set."""
    return frozenset(vocabulary("verbs")[name])


@cache
def base() -> frozenset[str]:
    """Return the verbs in their plain form, those that are nouns as well among them."""
    return lexicon("verbs") | lexicon("verbs_or_nouns")


@cache
def openers() -> frozenset[str]:
    """Return the words that begin a phrase or a subordinate clause."""
    return lexicon("prepositions") | lexicon("subordinators")


@cache
def agents() -> frozenset[str]:
    """Return the nouns whose bearers act, in the singular and without hyphens."""
    heads = vocabulary("roles")["heads"]
    return lexicon("agents").union(heads["post"], heads["strong"], heads["organisation"])


@cache
def gerunds() -> frozenset[str]:
    """The weak verbs as people head a bullet with them: "Exploring options"."""
    heads = {phrase.split()[0] for phrase in lexicon("weak")} - {"be", "have", "give", "bear"}
    return frozenset(gerund(verb) for verb in heads)


def gerund(verb: str) -> str:
    """Return the form in -ing of a regular verb."""
    return (verb.removesuffix("e") if verb.endswith("e") else verb) + "ing"


def is_adverb(word: str) -> bool:
    """Whether a word only says how, when or how much."""
    if word.endswith("ly"):
        return len(word) > len("only") and word not in base() and word not in _NOUNS_IN_LY
    return word in lexicon("adverbs")
