"""The main clause of each sentence of an action: who shall do what, or what is merely said.

A small grammar over word lists (`data/verbs.toml`), for a blank pipeline knows no parts of
speech. It reads from the left: a verb at the head gives an order ("Develop ..."); else the
first verb group counts that no subordinate clause takes ("Assessments when a child is
referred *will require* ..."). What it cannot tell is `verbless`, and no check speaks of it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, NamedTuple

from pipeline.checks._lexicon import agents, base, gerunds, is_adverb, lexicon, openers
from pipeline.likeness import straight, whole_words, written_words
from pipeline.models import Action, Owner

Kind = Literal["order", "to", "modal", "be", "have", "done", "verbless"]

_SENTENCE = re.compile(r"\s(?<=[.;!?]\s)\s*(?=[A-Z•])")
_ASIDE = re.compile(r"\([^()]*\)")
_LABEL_WORDS = 6
JOINS = frozenset({"and", "then"})  # behind which a second verb may stand
_BE = frozenset({"is", "are", "was", "were", "isn't", "aren't"})
_HAVE = frozenset({"has", "have", "had"})
_GOES_ON = frozenset({"continues", "remains"})
_FOLLOW = frozenset({"be", "been", "being", "have", "has", "had"})


class Clause(NamedTuple):
    """The main clause of one sentence.

    `words` are the sentence's, in lower case; `verb` the place of the main verb in them (of
    the one after "to" or "will"), `group` where its verb group begins, `first` where the
    clause does. `agent` says that the subject of a modal verb is somebody who can act.
    """

    kind: Kind
    text: str
    words: tuple[str, ...]
    verb: int
    group: int
    first: int = 0
    agent: bool = False

    @property
    def main(self) -> str:
        """The main verb, or nothing."""
        return self.words[self.verb] if self.verb < len(self.words) else ""

    @property
    def rest(self) -> tuple[str, ...]:
        """The words from the main verb on."""
        return self.words[self.verb :]

    @property
    def commits(self) -> bool:
        """Whether somebody is told to do something (though perhaps only to consider it)."""
        if self.kind in {"order", "to"}:
            return True
        return self.kind == "modal" and self.agent and self.main != "be"


def clauses(action: Action) -> tuple[Clause, ...]:
    """Return the main clause of every sentence of an action."""
    plain = straight(action.text)
    if "(" in plain:
        plain = _ASIDE.sub(" ", plain)
    inner = plain[:-1]
    several = "." in inner or ";" in inner or "!" in inner or "?" in inner  # quick to tell
    parts = _SENTENCE.split(plain) if several else [plain]
    return tuple([_clause(part, action.owners) for part in parts if part.strip()])


def joined_verb(clause: Clause, start: int) -> int:
    """Return the place, in `rest`, of a second verb that is joined to the first, or 0.

    It counts when it is surely a verb ("... and agree"), or has an object after it ("... and
    review the forms") and no capital. The words of `rest` before `start` are passed.
    """
    rest = clause.rest
    if JOINS.isdisjoint(rest):
        return 0
    for at in range(start, len(rest) - 1):
        if rest[at] in JOINS and rest[at + 1] in base():
            after = rest[at + 2] if at + 2 < len(rest) else "of"
            object_follows = after not in openers() and after not in _AND_OR
            sure = rest[at + 1] in lexicon("verbs") or (
                object_follows and f" {rest[at]} {rest[at + 1]}" in clause.text
            )
            beside = at > start + 1 and rest[at - 1] in base()
            if sure and not beside:
                return at + 1
    return 0


def _clause(text: str, owners: Iterable[Owner]) -> Clause:
    text = _unlabelled(text) if ": " in text else text
    words = tuple(whole_words(text))
    first = _start(words, text)
    if first < len(words) and _is_order(words, first):
        return Clause("order", text, words, first, first, first)
    if first + 1 < len(words) and _is_done(words, first):
        return Clause("done", text, words, first, first, first)
    kind, verb, group = _finite(words, first)
    agent = kind == "modal" and _acts(text, first, group, owners)
    return Clause(kind, text, words, verb, group, first, agent)


def _unlabelled(text: str) -> str:
    """Leave out a label before what is to be done: "Foster care: write a guide"."""
    label, _, rest = text.partition(": ")
    heads, order = whole_words(label), whole_words(rest[:40])
    is_label = bool(heads) and len(heads) <= _LABEL_WORDS and heads[0] not in base()
    return rest if is_label and order and order[0] in lexicon("verbs") else text


def _acts(text: str, first: int, group: int, owners: Iterable[Owner]) -> bool:
    """Whether the subject, the words between two places, is somebody."""
    subject = written_words(text, first, group)
    return _is_agent(subject) or any(text.lstrip().startswith(owner.text) for owner in owners)


def _start(words: tuple[str, ...], text: str) -> int:
    """Skip adverbs, "to", and an opening phrase that a comma closes ("By June, ...")."""
    at = 0
    if words and words[0] in openers():
        opening, comma, _ = text.partition(",")
        if comma and words[0] != "to":
            at = len(whole_words(opening))
    while at < len(words) and (is_adverb(words[at]) or words[at] == "to"):
        at += 1
    return at


def _is_order(words: tuple[str, ...], first: int) -> bool:
    word = words[first]
    if word in lexicon("verbs"):
        return words[first + 1 : first + 2] not in {("of",), ("is",), ("are",)}
    if word in gerunds():
        return True
    return word in lexicon("verbs_or_nouns") and not _is_noun(words, first)


def _is_noun(words: tuple[str, ...], first: int) -> bool:
    """Whether "review", "audit", "support" heads a noun phrase: a verb group follows it."""
    for at in range(first + 1, min(first + 7, len(words))):
        word = words[at]
        if word in _finite_verbs() or words[at : at + 2] in _NOMINAL:
            return True
        if at == first + 1 and word == "of":
            return True
        if word in _AND_OR or word in lexicon("subordinators"):
            return False
        if at == first + 1 and word in lexicon("determiners"):
            return False
    return False


_LONGEST_SUBJECT = 40  # words
_AND_OR = frozenset({"and", "or"})
_NOMINAL = frozenset({("to", "be"), ("in", "place"), ("in", "progress"), ("under", "way")})


def _is_done(words: tuple[str, ...], first: int) -> bool:
    """Whether a past form heads the sentence with an object after it: "Reviewed the ..."."""
    word = words[first]
    plain = word.removesuffix("d"), word.removesuffix("ed")
    past = word.endswith("ed") and any(form in base() for form in plain)
    return past and words[first + 1] in lexicon("determiners") - {"new"}


def _finite(words: tuple[str, ...], first: int) -> tuple[Kind, int, int]:
    """Return the first verb group outside subordinate clauses: kind, verb, beginning."""
    subordinators, heads = lexicon("subordinators"), _heads()
    pending, at = 0, first
    while at < len(words):
        kind, verb = _group(words, at) if words[at] in heads else (None, at)
        if kind and not pending:
            return kind, verb, at
        if kind:
            pending -= kind != "to"
            at = max(verb, at + 1)
            while at < len(words) and words[at] in _FOLLOW:
                at += 1
            continue
        pending += at > first and words[at] in subordinators
        at += 1
    return "verbless", len(words), len(words)


def _group(words: tuple[str, ...], at: int) -> tuple[Kind | None, int]:
    """Return the kind of verb group that begins at a word, and where its main verb stands."""
    kind = _heads()[words[at]]
    verb = _past_adverbs(words, at + 1)
    following = words[verb] if verb < len(words) else ""
    if kind == "to":
        acts = following in base() or following in {"be", "have"} or _orders(words, at, following)
        return ("to" if acts else None), verb
    if kind != "modal" and following == "to":
        return "to", _past_adverbs(words, verb + 1)
    return kind, verb


def _orders(words: tuple[str, ...], at: int, following: str) -> bool:
    """Whether an unknown verb follows somebody at the head: "Carers to spot-check ..."."""
    if at > _LONGEST_SUBJECT:
        return False
    names = set(words[:at]) & openers()
    noun = following in lexicon("determiners") or following in openers() or following in agents()
    return bool(following) and not names and not noun and _is_agent(list(words[:at]))


@cache
def _finite_verbs() -> frozenset[str]:
    return lexicon("modals") | _BE | _HAVE | _GOES_ON


@cache
def _heads() -> Mapping[str, Kind]:
    """Return the words that can begin a verb group, with its kind."""
    heads: dict[str, Kind] = dict.fromkeys(lexicon("modals"), "modal")
    heads |= dict.fromkeys(_BE, "be")
    heads |= dict.fromkeys(_HAVE, "have")
    return heads | {"to": "to"}


def _past_adverbs(words: tuple[str, ...], at: int) -> int:
    while at < len(words) and is_adverb(words[at]):
        at += 1
    return at


def _is_agent(subject: list[str]) -> bool:
    """Whether the head of a subject is somebody: the last noun before "of", "in", "who"."""
    head = ""
    for word in subject:
        if word.lower() in openers() and head:
            break
        head = word
    plain = head.lower().removesuffix("'s").replace("-", "")
    if plain in agents() or plain.removesuffix("s") in agents():
        return True
    return len(head) > 1 and head.rstrip("s").removesuffix("'").isupper()
