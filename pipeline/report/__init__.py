"""An inspection report to its areas for improvement and priority action."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import readers
from pipeline.blocks import Document, Grid, Prose, Source
from pipeline.grid import clean
from pipeline.models import Period, Report, ReportArea
from pipeline.preamble.times import inspection
from pipeline.report.about import framework, must_be_report, published
from pipeline.report.headings import opening
from pipeline.report.lists import Found, areas
from pipeline.settings import Settings


def read_report(source: Source, settings: Settings) -> Report:
    """Return the areas that an inspection report lists, with its framework and days.

    `date` is the day of publication, or of the letter, as the report itself states it, else
    None; `inspection` holds the first and last day of the inspection. An area's `body` is the
    one that its part of the report is addressed to, its `owner` the responsible body as the
    report states it. A report without such a list gives no areas.

    Raises PipelineError when the source cannot be read or is no inspection report.
    """
    document = readers.read(source, settings)
    blocks = clean(_with_headings_kept(document)).blocks
    must_be_report(blocks)
    texts = [block.text for block in blocks if isinstance(block, Prose)]
    days = inspection(texts)
    return Report(
        source=source.name,
        framework=framework(texts),
        date=published(texts),
        inspection=Period(start=days.first, end=days.last) if days else None,
        areas=tuple(_numbered(areas(_as_read(blocks)))),
    )


_KEPT = "\0"


def _with_headings_kept(document: Document) -> Document:
    """Return the document with the headings of lists marked, so that none is a running head."""
    blocks = (
        replace(block, marker=_KEPT)
        if isinstance(block, Prose) and not block.marker and opening(block)
        else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _as_read(blocks: Sequence[Prose | Grid]) -> list[Prose | Grid]:
    return [
        replace(block, marker="") if isinstance(block, Prose) and block.marker == _KEPT else block
        for block in blocks
    ]


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
