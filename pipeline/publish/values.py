"""Spans of tagged texts to published owners, deadlines, themes and the columns beside them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from pipeline import deadlines as times
from pipeline import owners as people
from pipeline.extract.raw import RawValue
from pipeline.keys import Keys
from pipeline.models import Deadline, Location, Other, Owner, Passage, Theme
from pipeline.models.base import unchecked
from pipeline.placed import Text, join
from pipeline.tag import Tags
from pipeline.tag import themes as subjects


class Rest(TypedDict):
    """What areas and actions have in common besides owners and dates."""

    measures: tuple[Passage, ...]
    starts: tuple[Deadline, ...]
    status: str | None
    other: tuple[Other, ...]


_NOTHING = Rest(measures=(), starts=(), status=None, other=())
_PAIRED = ("owner", "deadline", "owner-and-deadline")  # what makes assignments


def owners(text: Text, spans: Iterable[people.Span], keys: Keys, under: str) -> tuple[Owner, ...]:
    """Return the owners in a text, their keys under that of what the text is part of."""
    return tuple([_owner(text.cut(span.start, span.end), span, keys, under) for span in spans])


def _owner(text: Text, span: people.Span, keys: Keys, under: str) -> Owner:
    return unchecked(
        Owner,
        text=text.text,
        key=keys.key("owner", under, text.text),
        kind=span.kind,
        person=span.person,
        post=span.post,
        expansion=span.expansion,
        lead=span.lead,
        placeholder=span.placeholder,
        location=text.location(),
    )


def deadlines(
    text: Text, spans: Iterable[times.Span], keys: Keys, under: str
) -> tuple[Deadline, ...]:
    """Return the deadlines in a text, their keys under that of what the text is part of."""
    return tuple([_deadline(text.cut(span.start, span.end), span, keys, under) for span in spans])


def _deadline(text: Text, span: times.Span, keys: Keys, under: str) -> Deadline:
    return unchecked(
        Deadline,
        text=text.text,
        key=keys.key("deadline", under, text.text),
        role=span.role,
        kind=span.kind,
        edtf=span.edtf,
        earliest=span.earliest,
        latest=span.latest,
        precision=span.precision,
        rrule=span.rrule,
        anchor=span.anchor,
        condition=span.condition,
        inferred=span.inferred,
        actions=(),
        basis=None,
        location=text.location(),
    )


def themes(text: Text, spans: Iterable[subjects.Span]) -> tuple[Theme, ...]:
    """Return the themes of a text, each once with the first words that are evidence for it."""
    found: dict[str, Theme] = {}
    placed: dict[tuple[int, int], tuple[str, Location]] = {}  # words may speak for several
    for start, end, name in spans:
        if name in found:
            continue
        if (start, end) not in placed:
            words = text.cut(start, end)
            placed[start, end] = (words.text, words.location())
        said, place = placed[start, end]
        found[name] = unchecked(Theme, id=name, text=said, location=place)
    return tuple(found.values())


def rest(found: Sequence[RawValue], tags: Mapping[int, Tags], keys: Keys, under: str) -> Rest:
    """Return measures, starts, status and what has no role of its own."""
    found = [value for value in found if value.role not in _PAIRED]
    if not found:
        return _NOTHING
    starts = [value for value in found if value.role == "start"]
    read = {id(v): deadlines(v.text, tags[id(v.text)].deadlines, keys, under) for v in starts}
    begun = [one for value in starts for one in read[id(value)]]
    status = join(value.text for value in found if value.role == "status")
    others = [v for v in found if v.role in ("comment", "other", "reference")]
    others += [value for value in starts if not read[id(value)]]
    measured = (value.text for value in found if value.role == "measure")
    return Rest(
        measures=tuple(
            unchecked(Passage, text=text.text, location=text.location()) for text in measured
        ),
        starts=tuple(_start(one) for one in begun),
        status=status.text or None,
        other=tuple(_other(value) for value in others),
    )


def _start(deadline: Deadline) -> Deadline:
    """A day in a start column is when the work begins: it has no latest day."""
    if deadline.role == "start":
        return deadline
    return deadline.model_copy(update={"role": "start", "latest": None})


def _other(value: RawValue) -> Other:
    text = value.text
    return unchecked(Other, header=value.header, text=text.text, location=text.location())
