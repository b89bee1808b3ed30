"""The parts of an owner passage: words that may be one owner, and what they are taken for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.owners.letters import titled
from pipeline.owners.passage import ALSO, VACANT, read
from pipeline.owners.people import initials, name_end
from pipeline.owners.reader import Reader
from pipeline.owners.roles import word, words
from pipeline.owners.shape import NOTHING, Shape
from pipeline.owners.tokens import Token

_NUMBER = re.compile(r"x?\d+\Z")  # "Locality Leads x3"
# A date that stands straight after an owner: "Board 31 May 2016".
_DATE = re.compile(
    r" (?:\d{1,2}/\d{1,2}/\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{2,4})\Z"
)
_LONGEST = 60  # words that are still read as titles side by side


class Part(NamedTuple):
    """Words that may be one owner, with the separator before them."""

    sep: str
    start: int
    end: int
    tokens: tuple[Token, ...] = ()
    shape: Shape = NOTHING
    person: str | None = None
    post: str | None = None
    lead: bool = False
    placeholder: bool = False
    article: bool = False

    @property
    def full(self) -> bool:
        """Say whether the part is an owner by a word of its own, not a field's name."""
        return self.shape.kind is not None and not self.shape.unit

    @property
    def named(self) -> bool:
        """Say whether the part is a person, by name or initials."""
        return self.shape.kind in ("person", "initials")

    @property
    def vacant(self) -> bool:
        """Say whether all the part says is that nobody is named."""
        return self.placeholder and not self.tokens


def parts_of(reader: Reader, text: str, run: Sequence[Token]) -> list[Part]:
    """Return the parts of a chunk with what each is taken for."""
    found: list[Part] = []
    sep, held = "", list[Token]()
    for token in run:
        if token.sep == "()":
            if held:
                found += _split(reader, text, sep, held)
                sep, held = "", []
            if found:
                found[-1] = _noted(reader, text, found[-1], token)
        elif token.sep:
            found += _split(reader, text, sep, held)
            sep, held = token.sep, []
        else:
            held.append(token)
    return found + _split(reader, text, sep, held)


def _split(reader: Reader, text: str, sep: str, held: list[Token]) -> list[Part]:
    """Return the words between two separators as parts: one, or several side by side."""
    plain = [token for token in held if token.norm not in (VACANT, ALSO)]
    letters = len(plain) > 1 and all(initials(t) and word(t.text).kind is None for t in plain)
    if letters and not titled(plain):
        return [_part(reader, text, sep if not at else "|", [t]) for at, t in enumerate(plain)]
    found: list[Part] = []
    start = 0
    for at in range(2, len(held)):
        if 1 < at - start <= _LONGEST and _another(reader, held[start:at], held[at : at + 2]):
            found.append(_part(reader, text, "|" if start else sep, held[start:at]))
            start = at
    rest = held[start:]
    if all(token.norm == ALSO for token in rest):
        return found
    return [*found, _part(reader, text, "|" if start else sep, rest)]


def _another(reader: Reader, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Say whether a second owner begins straight after the words of a first one."""
    if len(after) < 2:
        return False
    if _name_begins(before, after):
        return True
    return _title_begins(before, after) and reader.shape(before).kind == "post"


def _name_begins(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Say whether a second full name follows a first ("Ann Marsh | Bob Field")."""
    first = words("people", "first")
    if before[0].norm not in first or after[0].norm not in first:
        return False
    return name_end(before, strict=True) == len(before) and name_end(after, strict=True) == 2


def _title_begins(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Say whether a new title follows, side by side with the one before."""
    token, last = after[0], word(before[-1].text)
    if not token.text[0].isupper():
        return False
    if token.norm in ("head", "heads", "director"):
        return after[1].norm == "of" and last.norm not in words("words", "rank")
    complete = last.kind == "post" or any(token.norm == "of" for token in before[1:])
    return complete and f"{token.norm} {after[1].norm}" in words("words", "titles_of_two")


def _part(reader: Reader, text: str, sep: str, held: Sequence[Token]) -> Part:
    """Return the words as one part, the marks for nobody and stand-ins read."""
    start, end = held[0].start, max((t.end for t in held if t.norm != ALSO), default=held[-1].end)
    plain = [token for token in held if token.norm not in (VACANT, ALSO)]
    if plain and plain[-1].text[-1].isdigit() and (undated := _undated(plain)) < len(plain):
        plain = plain[:undated]
        end = plain[-1].end
    article = len(plain) > 1 and _article(plain)
    if article:
        plain = plain[1:]
        start = plain[0].start if held[0].norm not in (VACANT, ALSO) else start
    while len(plain) > 1 and _NUMBER.match(plain[-1].text):
        plain = plain[:-1]
    tokens, lead = _led(reader, tuple(plain))
    if " ".join(token.norm for token in tokens) in words("placeholders", "phrases"):
        return Part(sep, start, end, lead=lead, placeholder=True, article=article)
    shape = reader.shape(tokens)
    person, post = _words(text, tokens, shape.person), _words(text, tokens, shape.post)
    placeholder = any(token.norm == VACANT for token in held)
    return Part(sep, start, end, tokens, shape, person, post, lead, placeholder, article)


def _undated(tokens: Sequence[Token]) -> int:
    """Return how many of the words stand before a date that ends them."""
    date = _DATE.search(" ".join(token.norm for token in tokens))
    return len(tokens) - date[0].count(" ") if date else len(tokens)


def _article(tokens: Sequence[Token]) -> bool:
    """Say whether an article comes first, not an initial ("A Green")."""
    letter = tokens[0].text == "A" and tokens[1].text[:1].isupper()
    return tokens[0].norm in words("words", "determiners") and not letter


def _led(reader: Reader, tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], bool]:
    """Return the words without "lead", and whether it was there: "JS lead" names JS."""
    lead = False
    while len(tokens) > 1 and "lead" in (tokens[0].norm, tokens[-1].norm):
        rest = tokens[1:] if tokens[0].norm == "lead" else tokens[:-1]
        inner = NOTHING if _field_of_lead(tokens, rest[0].text) else reader.shape(rest)
        if inner.kind != "person" and not (inner.kind == "initials" and len(rest) == 1):
            break
        tokens, lead = rest, True
    return tokens, lead


def _field_of_lead(tokens: Sequence[Token], letters: str) -> bool:
    """Say whether letters beside "lead" are a field ("CSE Lead"), not the person who leads."""
    titled = tokens[-1].text == "Lead" and len(letters) > 2
    return letters in words("abbreviations", "papers") or (titled and letters.isupper())


def _words(text: str, tokens: Sequence[Token], span: tuple[int, int] | None) -> str | None:
    return text[tokens[span[0]].start : tokens[span[1] - 1].end] if span else None


def _noted(reader: Reader, text: str, part: Part, note: Token) -> Part:
    """Return the part with what a bracket after it says: lead, holder, post, or its field."""
    part = part._replace(end=note.end)
    inner = [t for t in read(text, note.start + 1, note.end - 1) if t.norm != ALSO]
    plain = [token for token in inner if token.norm != VACANT]
    if len(plain) < len(inner):
        part = part._replace(placeholder=True)
    if not plain or any(token.sep for token in plain):
        return part
    if plain[-1].norm in ("lead", "leads") and len(plain) <= 2:
        return part._replace(lead=True)
    shape = reader.shape(plain)
    quoted = text[plain[0].start : plain[-1].end]
    letters = len(quoted) < 4 and quoted.isupper()  # "Director of Education (MAT)"
    if shape.kind == "person" and not letters and not part.person and part.shape.kind != "person":
        return part._replace(
            person=quoted,
            shape=part.shape._replace(kind="person") if part.post else part.shape,
        )
    if shape.kind == "post" and part.shape.kind == "person" and part.post is None:
        return part._replace(post=quoted)
    return part
