"""An inspection report to its areas for improvement and priority action."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import readers
from pipeline.blocks import Source
from pipeline.models import Period, Report, ReportArea
from pipeline.preamble.times import inspection
from pipeline.report.about import framework, must_be_report, published
from pipeline.report.lists import Found, areas
from pipeline.report.prepare import prepare, texts
from pipeline.settings import Settings

# A single inspection has two parts; what is not said to the board is said to the authority.
_UNLESS_NAMED: dict[str | None, str] = {"sif": "local authority"}


def read_report(source: Source, settings: Settings) -> Report:
    """Return the areas that an inspection report lists, with its framework and days.

    `date` is the day of publication, or of the letter, as the report itself states it, else
    None; `inspection` holds the first and last day of the inspection. An area's `body` is the
    one that its part of the report is addressed to (in a single inspection the local authority,
    where no other is named), its `owner` the responsible body as the report states it. A report
    without such a list gives no areas.

    Raises PipelineError when the source cannot be read or is no inspection report.
    """
    blocks = prepare(readers.read(source, settings))
    must_be_report(blocks)
    words = list(texts(blocks))
    days = inspection(words)
    named = framework(words)
    found = [replace(area, body=area.body or _UNLESS_NAMED.get(named)) for area in areas(blocks)]
    return Report(
        source=source.name,
        framework=named,
        date=published(blocks),
        inspection=Period(start=days.first, end=days.last) if days else None,
        areas=tuple(_numbered(found)),
    )


def _numbered(found: Sequence[Found]) -> Iterator[ReportArea]:
    """Yield the areas with ids: the number of their list, and theirs in it."""
    section = number = 0
    before: tuple[str, str | None] | None = None
    for area in found:
        if (area.kind, area.body) != before:
            before, section, number = (area.kind, area.body), section + 1, 0
        number += 1
        text = area.text
        yield ReportArea(
            id=f"{section}.{number}",
            body=area.body,
            owner=area.owner.text if area.owner else None,
            kind=area.kind,
            text=text.text,
            location=text.location(),
        )
