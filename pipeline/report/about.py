"""What a report says of itself: whether it is one, its framework, its day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.blocks import Text
from pipeline.errors import PipelineError
from pipeline.preamble.days import days
from pipeline.preamble.framework import framework_of
from pipeline.preamble.times import Dated, own_date, report_date
from pipeline.preamble.vocabulary import named, straight

_HEAD = 20  # blocks
_FEWEST = 3  # mentions of the inspection
_STUB_WORDS = 300
_TITLE_WORDS = 12
_SALUTATION = re.compile(r"^dear\b", re.IGNORECASE)


def must_be_report(texts: Sequence[Text]) -> None:
    """Raise PipelineError when the words are not those of an inspection report."""
    plain = [straight(text.text) for text in texts]
    if sum(len(text.split()) for text in plain) < _STUB_WORDS and _matches("no_report", plain):
        raise PipelineError(
            "It is a page that says that the report was not found.",
            "Download the report again from reports.ofsted.gov.uk.",
        )
    if any(len(text.split()) <= _TITLE_WORDS and _matches("plan", [text]) for text in plain[:5]):
        raise PipelineError(
            "It is a plan, not an inspection report.", "Give the report that the plan answers."
        )
    if _matches("inspected", plain) < _FEWEST:
        raise PipelineError(
            "It is not an inspection report.", "Give the report that the inspectors published."
        )


def framework(texts: Sequence[Text]) -> str | None:
    """Return the framework named on the first page, else anywhere."""
    plain = [text.text for text in texts]
    return framework_of(plain[:_HEAD], plain)


def published(texts: Sequence[Text]) -> date | None:
    """Return the day of publication, or of the letter, that the report itself states."""
    found = report_date(texts[:_HEAD]) or _letter_date(texts) or own_date(texts, _HEAD)
    return found.first if found and found.first == found.last else None


def _letter_date(texts: Sequence[Text]) -> Dated | None:
    """Return the last day named above "Dear …", days of an inspection left out."""
    found: Dated | None = None
    for text in texts[:_HEAD]:
        if _SALUTATION.match(text.text):
            return found
        found = next(_own_days(text), found)
    return None


def _own_days(text: Text) -> Iterator[Dated]:
    if not _matches("inspected", [re.sub(r"\S*ofsted\S*", "", text.text, flags=re.IGNORECASE)]):
        for one in days(text.text):
            if one.first == one.last:
                yield Dated(text.cut(one.start, one.end), one.first, one.last)


def _matches(table: str, texts: Sequence[str]) -> int:
    return sum(1 for text in texts for _ in named(table).finditer(text))
