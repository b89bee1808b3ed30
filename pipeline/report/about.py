"""What a report says of itself: whether it is one, its framework, its day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline import columns
from pipeline.blocks import Grid, Prose
from pipeline.errors import PipelineError
from pipeline.placed import Text
from pipeline.preamble.days import days
from pipeline.preamble.framework import framework_of
from pipeline.preamble.sentences import sentences
from pipeline.preamble.times import Dated, own_date, report_date
from pipeline.preamble.vocabulary import named, straight
from pipeline.report.headings import opened_by
from pipeline.report.prepare import texts

_HEAD = 20  # blocks
_TAIL = 12
_FEWEST = 3  # mentions of the inspection
_STUB_WORDS = 300
_PUBLISHED = re.compile(
    r"^(?:report |date )?(?:first )?(?:published|(?:date of |report )?publication(?: date)?)\s?"
    r"(?::|on\b|(?=\d))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S{0,80}ofsted\S{0,80}", re.IGNORECASE)
_SALUTATION = re.compile(r"^dear\b", re.IGNORECASE)


def must_be_report(blocks: Sequence[Prose | Grid]) -> None:
    """Raise PipelineError when the blocks are not those of an inspection report."""
    plain = [straight(block.text.text) for block in blocks if isinstance(block, Prose)]
    if sum(len(text.split()) for text in plain) < _STUB_WORDS and _matches("no_report", plain):
        raise PipelineError(
            "It is a page that says that the report was not found.",
            "Download the report again from reports.ofsted.gov.uk.",
        )
    if plain and plain[0].startswith("{"):
        raise PipelineError(
            "It is data, not an inspection report.", "Give the report as the inspectors wrote it."
        )
    if any(_is_of_a_plan(block) for block in blocks if isinstance(block, Grid)):
        raise PipelineError(
            "It is a plan, not an inspection report.", "Give the report that the plan answers."
        )
    if _matches("inspected", plain) + any(map(opened_by, plain)) < _FEWEST:
        raise PipelineError(
            "It is not an inspection report.", "Give the report that the inspectors published."
        )


def _is_of_a_plan(grid: Grid) -> bool:
    """Tell whether a table says who does what, or what is done by when."""
    guesses = (columns.by_heading(text.text) for text in grid.header if text)
    roles = {guess.role for guess in guesses if guess}
    return "action" in roles and bool(roles & {"owner", "deadline", "owner-and-deadline"})


def framework(words: Sequence[Text]) -> str | None:
    """Return the framework named on the first page, else anywhere."""
    plain = [text.text for text in words]
    return framework_of(plain[:_HEAD], plain)


def published(blocks: Sequence[Prose | Grid]) -> date | None:
    """Return the day of publication, or of the letter, that the report itself states.

    Dates in tables count only beside such a label: others are of inspections, or due.
    """
    rows = list(texts(blocks))
    head, prose = rows[:_HEAD], [one.text for one in blocks if isinstance(one, Prose)][:_HEAD]
    found = (
        _labelled_date((*head, *rows[-_TAIL:]))
        or report_date(head)
        or _letter_date(prose)
        or own_date(prose, _HEAD)
    )
    return found.first if found and found.first == found.last else None


def _labelled_date(lines: Sequence[Text]) -> Dated | None:
    """Return the day of a line or sentence such as "Published: 14 May 2024"."""
    for text in lines:
        for start, line in sentences(text.text):
            if _PUBLISHED.match(line):
                return next(_single_days(text.cut(start, start + len(line))), None)
    return None


def _letter_date(lines: Sequence[Text]) -> Dated | None:
    """Return the last day named above "Dear …", days of an inspection left out."""
    found: Dated | None = None
    for text in lines:
        if _SALUTATION.match(text.text):
            return found
        found = next(_own_days(text), found)
    return None


def _own_days(text: Text) -> Iterator[Dated]:
    if not _matches("inspected", [_ADDRESS.sub("", text.text)]):
        yield from _single_days(text)


def _single_days(text: Text) -> Iterator[Dated]:
    for one in days(text.text):
        if one.first == one.last:
            yield Dated(text.cut(one.start, one.end), one.first, one.last)


def _matches(table: str, plain: Sequence[str]) -> int:
    return sum(1 for text in plain for _ in named(table).finditer(text))
