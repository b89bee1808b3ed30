"""Write out a phrase of `data/themes.toml` in all the forms in which plans use it.

A blank pipeline has no lemmas, so plurals, verb forms and hyphens are spelt out here, by the
regular rules of English spelling; what is irregular is listed in the data.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

_PART = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|([^\s()\[\]]+)")
_GROUP = re.compile(r"<([^<>]+)>")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
_ACRONYM = re.compile(r"(?:[^\WA-Z]*+[A-Z]){2}\w*")
_JOINED = {"anti", "co", "cyber", "e", "inter", "multi", "post", "pre", "re"}

Words = Mapping[str, Sequence[str]]


def plural(noun: str) -> str:
    """Return the plural of a singular noun ("agency" gives "agencies")."""
    if noun.isupper():
        return noun + "s"
    if noun.endswith(("child",)):
        return noun + "ren"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return a regular verb as it stands, with -s, -ed and -ing."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if re.search(r"[^aeiou]y$", verb):
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    stem = verb + verb[-1] if _SHORT_VERB.fullmatch(verb) else verb
    return verb, plural(verb), stem + "ed", stem + "ing"


def is_acronym(phrase: str) -> bool:
    """Say whether a phrase is one word with two capitals, which only stands as written."""
    return bool(_ACRONYM.fullmatch(phrase))


def label_forms(label: str) -> Iterator[str]:
    """Yield a name and its plural (unless it is one), each with its hyphens varied."""
    yield from spellings(label)
    *others, last = label.split()
    if last.isupper() or not last.endswith("s"):
        yield from spellings(" ".join([*others, plural(last)]))


def pattern_forms(pattern: str, words: Words) -> Iterator[str]:
    """Yield every phrase that a pattern stands for; an unknown <name> raises `KeyError`."""
    for parts in product(*choices(pattern, words)):
        yield from spellings(" ".join(part for part in parts if part))


def spellings(phrase: str) -> Iterator[str]:
    """Yield a phrase with its hyphens, without them, unbreakable, and joined after a prefix."""
    yield phrase
    if not _HYPHEN.search(phrase):
        return
    yield _HYPHEN.sub(" ", phrase)
    yield _HYPHEN.sub("\N{NON-BREAKING HYPHEN}", phrase)
    if phrase.split("-")[0].rsplit(" ", 1)[-1].lower() in _JOINED:
        yield phrase.replace("-", "", 1)


def choices(pattern: str, words: Words) -> list[list[str]]:
    """Return for each part of a pattern what may stand there ("" for nothing)."""
    found = []
    for optional, choice, word in _PART.findall(_outer(pattern)):
        options = (optional or choice or word).split("|")
        written = [form for option in options for form in _written(option.strip(), words)]
        found.append([*written, ""] if optional else written)
    return found


def _outer(pattern: str) -> str:
    """Join the words of a list's name, so that it counts as one part."""
    return _GROUP.sub(lambda match: match[0].replace(" ", "_"), pattern)


def _written(option: str, words: Words) -> list[str]:
    """Return an alternative's forms: its lists opened, verbs (~) and nouns (*) inflected."""
    slots = []
    for word in option.split():
        if group := _GROUP.fullmatch(word):
            slots.append(list(words[group[1]]))
        elif word.endswith("~"):
            slots.append(list(verb_forms(word[:-1])))
        elif word.endswith("*"):
            slots.append([word[:-1], plural(word[:-1])])
        else:
            slots.append([word])
    return [" ".join(parts) for parts in product(*slots)]
