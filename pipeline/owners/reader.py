"""What a run of words without separators is: a post, a group, a person, or nothing known."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.models import OwnerKind
from pipeline.owners.letters import lettered, short_form, titled
from pipeline.owners.people import name_end, titles_end
from pipeline.owners.phrases import (
    complement,
    definition,
    known_organisation,
    noun_phrase,
    of_service,
)
from pipeline.owners.roles import (
    Word,
    bodies,
    normal,
    singular,
    undotted,
    word,
    words,
)
from pipeline.owners.shape import NOTHING, Shape
from pipeline.owners.tokens import Token


class Reader(NamedTuple):
    """Reads words with the short forms that a document defines."""

    known: Mapping[str, str]
    strict: bool = False

    def shape(self, tokens: Sequence[Token]) -> Shape:
        """Return what the words are taken for."""
        if self.known and any(self.long(token.text) for token in tokens):
            return self._shape(tokens)
        return _plain_shape(tuple([token.text for token in tokens]), self.strict)

    def _shape(self, tokens: Sequence[Token]) -> Shape:
        if not tokens:
            return NOTHING
        return (
            self._named(tokens)
            or self._body(tokens)
            or self._held(tokens)
            or self._role(tokens)
            or self._person(tokens)
            or short_form(tokens, self.strict)
            or NOTHING
        )

    def long(self, text: str) -> str | None:
        """Return the words that the document gives for a short form."""
        return self.known.get(text) or self.known.get(undotted(text)) if self.known else None

    def _word(self, token: Token) -> Word:
        """Return what a word is, the document's own short forms first."""
        own = self.long(token.text)
        if own is None or own == token.text:
            return word(token.text)
        kind = _long_kind(own)
        return Word(token.norm, "initials" if kind == "person" else kind, short=True)

    def _named(self, tokens: Sequence[Token]) -> Shape | None:
        """Read a short form that the document explains."""
        if len(tokens) > 1 or not self.known or self.long(tokens[0].text) is None:
            return None
        found = self._word(tokens[0])
        return Shape(found.kind) if found.kind else None

    def _body(self, tokens: Sequence[Token]) -> Shape | None:
        """Read the name of a unit or body; it must be all there is."""
        phrase = " ".join(token.norm for token in tokens)
        kind = bodies().get(phrase)
        if kind is None or (len(tokens) == 1 and self._word(tokens[0]).short):
            return None
        unit = kind == "group" or phrase in words("bodies", "sector")
        return Shape(kind, unit=unit, weak=unit)

    def _role(self, tokens: Sequence[Token]) -> Shape | None:
        """Read a phrase by its head noun, which stands last before a complement."""
        end = complement(tokens)
        if tokens[0].norm == "all" and end > 1:
            return self._role(tokens[1:])
        found = self._headed(tokens[:end], end == len(tokens)) if end else None
        if found is None and not self.strict and end < len(tokens):
            found = self._headed(tokens, True)  # "Edge of Care Co-ordinator"
        if found is None or (self.strict and not noun_phrase(tokens, end)):
            return None
        return Shape(
            found.kind,
            unit=found.unit,
            open=found.open or end < len(tokens),
            weak=found.weak,
            plural=found.plural,
            head=found.head,
            post=(0, len(tokens)) if found.kind == "post" else None,
        )

    def _headed(self, tokens: Sequence[Token], whole: bool) -> Shape | None:
        last = self._word(tokens[-1])
        earlier = self._earlier(tokens)
        if of_service(tokens):
            return Shape("post", plural=tokens[-3].norm != "head", head="headofservice")
        if not self.strict and titled(tokens):
            return Shape("post", open=True, head="manager")
        if last.kind is None or last.kind == "initials":
            return self._trailing(tokens, earlier)
        if earlier is not None and self._sits(tokens, earlier, last):
            return self._trailing(tokens, earlier)
        return self._last(tokens, last, whole)

    def _last(self, tokens: Sequence[Token], last: Word, whole: bool) -> Shape | None:
        """Read a phrase whose last word is its head."""
        norm = last.norm if last.short else singular(last.norm)
        if len(tokens) == 1 and (norm == "chief" or norm in words("heads", "never_bare")):
            return None
        kind = last.kind
        if len(tokens) > 1:
            kind = self._described(tokens, last, norm)
        elif whole:
            kind = self._alone(last)
        short = last.short and tokens[-1].text not in words("abbreviations", "serving")
        weak = kind != "post" and norm not in words("heads", "strong") and not short
        unit = last.unit and len(tokens) == 1
        return Shape(kind, unit=unit, weak=weak, plural=last.plural, head=norm)

    def _alone(self, last: Word) -> OwnerKind | None:
        """Return what a head noun is by itself ("Managers" are a body of people)."""
        bare = last.norm in words("heads", "bare_collective") or last.norm == "executive"
        return "group" if bare else last.kind

    def _described(self, tokens: Sequence[Token], last: Word, norm: str) -> OwnerKind | None:
        """Return what a head noun is with the word before it ("Youth Council" is a group)."""
        before = tokens[-2]
        if last.norm == "staff" and before.norm in words("heads", "senior"):
            return "post"
        if last.norm == "partners" and before.norm in words("heads", "partners"):
            return "post"
        if known_organisation(tokens):
            return "organisation"
        if norm in ("school", "council") and before.norm in words("heads", "inner"):
            return "group"
        if norm in ("executive", "exec") and self._letters_of_body(before):
            return "group"
        return last.kind

    def _letters_of_body(self, token: Token) -> bool:
        """Say whether a short form names a body ("LSCP Executive", "TSCP Executive")."""
        kind = self._word(token).kind
        guess = None if kind or self.strict else short_form([token], self.strict)
        return (kind or (guess and guess.kind)) in ("group", "organisation")

    def _earlier(self, tokens: Sequence[Token]) -> int | None:
        """Return where the first post stands before the last word, if one does."""
        for at, token in enumerate(tokens[:-1]):
            found = self._word(token)
            if found.kind == "post" and (at == 0 or not found.short):
                if singular(found.norm) not in words("heads", "describing"):
                    return at
                if at and tokens[at - 1].norm in words("words", "ranking"):
                    return at
        return None

    def _sits(self, tokens: Sequence[Token], at: int, last: Word) -> bool:
        """Say whether the words after the post at `at` tell where it sits."""
        if last.unit:
            return True
        if last.kind == "post":
            return False
        if at == len(tokens) - 2:
            ranked = tokens[at].norm in words("people", "titles")
            return last.short and (ranked or not self._word(tokens[at]).short)
        opens = at == 0 and singular(tokens[0].norm) in words("heads", "first")
        return opens or (not last.short and singular(last.norm) not in words("heads", "strong"))

    def _trailing(self, tokens: Sequence[Token], at: int | None) -> Shape | None:
        """Read a phrase whose head is followed by its field ("Director Public Health")."""
        if self.strict and at is not None and tokens[at + 1].text.islower():
            return None
        if at is not None and not self._is_name(tokens[at + 1 :]):
            found = self._word(tokens[at])
            return Shape("post", open=True, plural=found.plural, head=singular(found.norm))
        if at is None and (kind := None if self.strict else lettered(tokens)):
            return kind
        norms = [token.norm for token in tokens]
        for size in range(1, min(len(tokens), 4)):
            for words_ in (norms[-size:], () if self.strict else norms[:size]):
                phrase = " ".join(words_)
                if phrase in bodies():
                    return Shape(bodies()[phrase], unit=True, weak=True)
        return None

    def _is_name(self, tokens: Sequence[Token]) -> bool:
        return name_end(tokens, strict=True) == len(tokens)

    def _held(self, tokens: Sequence[Token]) -> Shape | None:
        """Read a name with the post that its bearer holds ("Headteacher Ann Green")."""
        names, titles = words("people", "first"), words("people", "titles")
        places = [at for at, one in enumerate(tokens) if one.norm in names or one.norm in titles]
        initial = len(tokens[0].text) == 1 < len(tokens) and self._word(tokens[-1]).short
        if len(tokens) == 1 or not (places or initial):
            return None
        if initial or places[0] == 0 or titles_end(tokens):
            end = name_end(tokens, strict=True)
            return self._holder((0, end), (end, len(tokens)), tokens) if end > 1 else None
        for at in places:
            letters = (
                at == len(tokens) - 1 and len(tokens[at].text) < 4 and tokens[at].text.isupper()
            )
            if not letters and len(tokens) - at < 6 and self._is_name(tokens[at:]):
                return self._holder((at, len(tokens)), (0, at), tokens)
        return None

    def _holder(
        self, person: tuple[int, int], post: tuple[int, int], tokens: Sequence[Token]
    ) -> Shape | None:
        if post[0] == post[1]:
            return Shape("person", person=person)
        role = self._role(tokens[slice(*post)])
        if role is None or role.kind != "post":
            return None
        return Shape("person", open=role.open, person=person, post=post)

    def _person(self, tokens: Sequence[Token]) -> Shape | None:
        whole = name_end(tokens, self.strict) == len(tokens)
        return Shape("person", person=(0, len(tokens))) if whole else None


@lru_cache(maxsize=4096)
def _plain_shape(texts: tuple[str, ...], strict: bool) -> Shape:
    """Return what words are taken for that hold no short form of the document's own."""
    return Reader({}, strict)._shape([Token(0, 0, text, normal(text)) for text in texts])


@lru_cache(maxsize=1024)
def _long_kind(text: str) -> OwnerKind | None:
    """Return what kind of owner the words of a definition are."""
    return Reader({}).shape(definition(text)).kind
