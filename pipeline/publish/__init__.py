"""A raw statement, tagged and paired, to the published one."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from pipeline import acronyms, deadlines
from pipeline.blocks import Document, Left, Source
from pipeline.extract.raw import RawArea, RawSection, RawStatement
from pipeline.keys import Keys
from pipeline.models import (
    Acronym,
    Dropped,
    Extraction,
    Joined,
    Judgement,
    Location,
    Note,
    Passage,
    Period,
    ReportInfo,
    Section,
    SourceInfo,
    Statement,
)
from pipeline.models.base import unchecked
from pipeline.placed import Place, Run, Text
from pipeline.preamble import Dated, Preamble, body_of
from pipeline.publish.areas import AreaMaker
from pipeline.publish.recommendations import linked
from pipeline.publish.references import follow
from pipeline.tag import tag
from pipeline.tag.components import Mode

__all__ = ["context", "publish"]

_MODES: dict[str, Mode] = {
    "owner": "owner",
    "deadline": "deadline",
    "owner-and-deadline": "owner-and-deadline",
    "start": "deadline",
}


def publish(
    source: Source, document: Document, raw: RawStatement, own_themes: tuple[str, ...] = ()
) -> Statement:
    """Return the statement as it is published; `own_themes` are TOML texts of users' own."""
    preamble = raw.preamble
    texts = _tagged(raw.sections)
    defined = _acronyms(raw, texts)
    known = {one.short: one.long for one in defined}
    read = [(text.text, mode) for text, mode in texts]
    tags = tag(read, _context(preamble), known, own_themes)
    found = {id(text): one for (text, _), one in zip(texts, tags, strict=True)}
    follow(raw.sections, found)
    authority = preamble.authority.text if preamble.authority else ""
    maker = AreaMaker(found, Keys(), authority)
    sections = tuple(_section(maker, n, one) for n, one in enumerate(raw.sections, 1))
    return Statement(
        source=_source(source, document),
        title=_words(preamble.title),
        authority=authority or None,
        framework=preamble.framework,
        date=_day(preamble.date),
        version=_words(preamble.version),
        report=ReportInfo(date=_day(preamble.report_date)) if preamble.report_date else None,
        inspection=_period(preamble.inspection),
        judgements=_judgements(preamble),
        acronyms=defined,
        recommendations=linked(preamble.recommendations, sections),
        sections=sections,
        monitoring=tuple(passage(text) for text in preamble.monitoring),
        unplaced=tuple(passage(text) for text in raw.unplaced),
        extraction=_extraction(raw, sections),
    )


def passage(text: Text) -> Passage:
    """Return words with their places."""
    return unchecked(Passage, text=text.text, location=text.location())


def _tagged(sections: Iterable[RawSection]) -> list[tuple[Text, Mode]]:
    """Return every text that is tagged, in document order, with how it is to be read."""
    found: list[tuple[Text, Mode]] = []
    for area in (area for section in sections for area in section.areas):
        found.append((area.text, "area"))
        for row in area.rows:
            found += [(action.text, "action") for action in row.actions]
            found += [(v.text, _MODES[v.role]) for v in row.values if v.role in _MODES]
    return found


def _acronyms(raw: RawStatement, tagged: Iterable[tuple[Text, Mode]]) -> tuple[Acronym, ...]:
    """Return the short forms that the document explains, the first explanation of each."""
    found: dict[str, Acronym] = {}
    for text in [block.text for block in raw.prose] + [text for text, _ in tagged]:
        for one in acronyms.scan(text.text):
            place = text.cut(one.start, one.end).location()
            found.setdefault(one.short, Acronym(short=one.short, long=one.long, location=place))
    return tuple(found.values())


def context(
    framework: str | None, day: date | None, report: date | None, inspected: date | None
) -> deadlines.Context:
    """Return what a document lends to days without a year: its own date before others.

    `report` is the day of the report that it answers, `inspected` the inspection's last.
    """
    school = framework == "school"
    known = (
        (day, "the document's date"),
        (report, "the report's date"),
        (inspected, "the end of the inspection"),
    )
    for reference, basis in known:
        if reference is not None:
            return deadlines.Context(reference=reference, basis=basis, school=school)
    return deadlines.Context(school=school)


def _context(preamble: Preamble) -> deadlines.Context:
    """Return what the document lends: a day for dates without a year, and days to count from."""
    school = preamble.framework == "school"
    known = (
        (preamble.date, "the document's date"),
        (preamble.report_date, "the report's date"),
        (preamble.inspection, "the end of the inspection"),
    )
    reference, basis = next(((one.last, said) for one, said in known if one), (None, ""))
    anchors: list[tuple[str, date]] = []
    if preamble.report_date:
        anchors += [(word, preamble.report_date.last) for word in ("publication", "report")]
    if preamble.inspection:
        anchors.append(("inspection", preamble.inspection.last))
    return deadlines.Context(reference, basis, tuple(anchors), school, preamble.school_year)


def _section(maker: AreaMaker, number: int, section: RawSection) -> Section:
    title = section.title.text if section.title else None
    areas = (
        maker.area(f"{number}.{n}", title or "", one) for n, one in enumerate(section.areas, 1)
    )
    return Section(
        id=str(number), title=title, body=body_of(title) if title else None, areas=tuple(areas)
    )


def _source(source: Source, document: Document) -> SourceInfo:
    return SourceInfo(
        name=source.name,
        media_type=document.media_type,
        sha256=sha256(source.data).hexdigest(),
        pages=document.pages,
    )


def _words(text: Text | None) -> str | None:
    return text.text if text else None


def _day(dated: Dated | None) -> date | None:
    return dated.last if dated else None


def _period(dated: Dated | None) -> Period | None:
    return Period(start=dated.first, end=dated.last) if dated else None


def _judgements(preamble: Preamble) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(subject=one.subject.text, grade=one.grade.text, location=one.text.location())
        for one in preamble.judgements
    )


def _extraction(raw: RawStatement, sections: tuple[Section, ...]) -> Extraction:
    return Extraction(
        columns=raw.columns,
        dropped=tuple(_dropped(left) for left in raw.left),
        joined=tuple(_joined(raw.sections, sections)),
        notes=(
            *(Note(kind=r.kind, text=r.text, location=_at(r.place)) for r in raw.remarks),
            *(Note(kind=k, text=t.text, location=t.location()) for k, t in raw.unclear),
        ),
    )


def _dropped(left: Left) -> Dropped:
    return Dropped(text=left.text.text, kind=left.kind, location=left.text.location())


def _at(place: Place) -> Location:
    return Text(" ", ((0, Run(" ", place)),)).location()


def _joined(raw: Iterable[RawSection], sections: Iterable[Section]) -> Iterator[Joined]:
    for before, after in zip(raw, sections, strict=True):
        for old, new in zip(before.areas, after.areas, strict=True):
            yield from _joined_rows(old, new.id)


def _joined_rows(area: RawArea, number: str) -> Iterator[Joined]:
    for row in area.rows:
        if row.pieces:
            yield Joined(id=number, pieces=tuple(passage(piece) for piece in row.pieces))
