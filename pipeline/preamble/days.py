"""Days and stretches of days in running text, each with where its words stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.deadlines import read_dates


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends included; `start` and `end` are offsets in the text."""

    start: int
    end: int
    first: date
    last: date


def days(text: str) -> Iterator[Days]:
    """Yield the days, months and stretches that `text` names in full, in order.

    "10 and 11 May 2022" is one stretch: a bare day goes with the date that completes it. The
    number of "Version 2, 30 May 2022" is none.
    """
    bare: Days | None = None
    for one in (Days(*found) for found in read_dates(text)):
        if bare and text[bare.end : one.start].strip() in ("and", "&"):
            one = Days(bare.start, one.end, bare.first, max(bare.last, one.last))
        bare = one if text[one.start : one.end].isdigit() else None
        if not bare:
            yield one
