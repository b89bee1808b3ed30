"""Deadlines that point elsewhere ("as 3.2 above"): followed, and said so in `inferred`."""

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.deadlines import Span
from pipeline.extract.raw import RawArea, RawRow, RawSection
from pipeline.models import Role
from pipeline.tag import Tags

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?", re.IGNORECASE)
_WHEN: tuple[Role, ...] = ("deadline", "owner-and-deadline")


def follow(sections: Iterable[RawSection], tags: Mapping[int, Tags]) -> None:
    """Give every reference the days of the row that it names, or of the row above it.

    A row is known by the number that the plan gives it. What leads to no row, or to none
    with days, stays as it is.
    """
    if not any(span.kind == "reference" for one in tags.values() for span in one.deadlines):
        return
    rows = [(area, row) for section in sections for area in section.areas for row in area.rows]
    numbered: dict[str, tuple[str, Span]] = {}
    for area, row in rows:
        for name in _numbers(area, row):
            for text, span in _fixed(row, tags):
                numbered.setdefault(name, (text, span))
    above: tuple[str, Span] | None = None
    for _, row in rows:
        for value in row.of(*_WHEN):
            own = tags[id(value.text)]
            own.deadlines = [_followed(span, numbered, above) for span in own.deadlines]
        above = next(_fixed(row, tags), above)


def _numbers(area: RawArea, row: RawRow) -> Iterator[str]:
    refs = [area.ref, *(action.ref for action in row.actions)]
    refs += [value.text.text for value in row.of("reference")]
    for ref in refs:
        yield from (number.lower() for number in _NUMBER.findall(ref))


def _fixed(row: RawRow, tags: Mapping[int, Tags]) -> Iterator[tuple[str, Span]]:
    """Yield the due dates of a row that have a last day, with their words."""
    for value in row.of(*_WHEN):
        for span in tags[id(value.text)].deadlines:
            if span.role == "due" and span.latest is not None:
                yield value.text.text[span.start : span.end], span


def _followed(
    span: Span, numbered: Mapping[str, tuple[str, Span]], above: tuple[str, Span] | None
) -> Span:
    if span.kind != "reference" or span.latest is not None or not span.anchor:
        return span
    number = _NUMBER.search(span.anchor)
    found = numbered.get(number[0].lower()) if number else None
    if found is None and not number and span.anchor.lower() in ("above", "previous"):
        found = above
    if found is None:
        return span
    text, target = found
    return span._replace(
        edtf=target.edtf,
        earliest=target.earliest,
        latest=target.latest,
        precision=target.precision,
        inferred=(*span.inferred, f"the days of “{text}”, which {span.anchor} has"),
    )
