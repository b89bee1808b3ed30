"""The preamble of a plan: what its prose says about the plan as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.blocks import Grid, Prose, Table
from pipeline.placed import Text
from pipeline.preamble.control import cells, control
from pipeline.preamble.framework import body_of, framework_of
from pipeline.preamble.identity import HEAD, authority, plan_year, title, version
from pipeline.preamble.judgements import Judged, judgements
from pipeline.preamble.lists import recommendations
from pipeline.preamble.monitoring import monitoring, tells
from pipeline.preamble.times import Dated, inspection, own_date, report_date
from pipeline.preamble.unclear import unclear

__all__ = ["Dated", "Judged", "Preamble", "body_of", "read", "unclear"]


@dataclass(frozen=True, slots=True)
class Preamble:
    """What the prose of a plan says, each value with its places; None or empty where silent.

    `date` is the document's own, `report_date` that of the inspection report's publication.
    A `Dated` that is a month has `first` before `last`. `school_year` is when the year begins
    that the title of a school's plan names ("2025-26"). `rest` is the prose that is none of these.
    """

    title: Text | None = None
    authority: Text | None = None
    framework: str | None = None
    date: Dated | None = None
    version: Text | None = None
    report_date: Dated | None = None
    inspection: Dated | None = None
    judgements: tuple[Judged, ...] = ()
    recommendations: tuple[Text, ...] = ()
    monitoring: tuple[Text, ...] = ()
    school_year: int | None = None
    rest: tuple[Prose, ...] = ()


def read(blocks: Sequence[Prose | Table | Grid], running_heads: Sequence[Text] = ()) -> Preamble:
    """Return what the prose among `blocks` (a plan's, in reading order) says of the plan.

    Tables are looked at as borders, for a list does not go on past one, and for the version and
    date that those of document control give. `running_heads` are the lines that a reader left
    out of the blocks; they may hold the title, version or date.
    """
    prose = [block for block in blocks if isinstance(block, Prose)]
    once = {text.text: text for text in reversed(running_heads)}
    heads = [Prose(text) for text in reversed(once.values())]
    beside = (control(blocks), tuple(head.text for head in heads), tuple(_lines(blocks)))
    items, listed = recommendations(blocks)
    watched = (*monitoring(blocks, listed), *filter(tells, beside[0]))
    name = title(prose, heads, _parts(blocks))
    titles = [name.text] if name else []
    titles += [block.text.text for block in prose[:HEAD] if block.kind == "heading"]
    texts = [block.text for block in prose]
    framework = framework_of(titles, (text.text for text in texts))
    placed = {id(name), *map(id, watched), *(id(blocks[at]) for at in listed)}
    return Preamble(
        title=name,
        authority=authority(prose) or authority(heads),
        framework=framework,
        date=next(filter(None, (own_date(part, HEAD) for part in (texts, *beside))), None),
        version=version(prose) or version([Prose(line) for part in beside for line in part]),
        report_date=report_date(texts),
        inspection=inspection(texts),
        judgements=judgements(blocks),
        recommendations=items,
        monitoring=watched,
        school_year=plan_year(texts[:HEAD]) if framework == "school" else None,
        rest=tuple(one for one in prose if id(one) not in placed and id(one.text) not in placed),
    )


def _lines(blocks: Sequence[Prose | Table | Grid]) -> Iterator[Text]:
    """Yield the cells of the tables that are but one line: a letterhead, with its date."""
    grids = (block for block in blocks if isinstance(block, Grid) and len(block.rows) < 2)
    tables = (list(filter(any, cells(grid))) for grid in grids)
    return (text for rows in tables if len(rows) == 1 for text in rows[0] if text)


def _parts(blocks: Sequence[Prose | Table | Grid]) -> frozenset[int]:
    """Return the identities of headings directly above tables, where several are."""
    found = [
        id(above)
        for above, block in pairwise(blocks)
        if isinstance(above, Prose) and above.kind == "heading" and not isinstance(block, Prose)
    ]
    return frozenset(found) if len(found) > 1 else frozenset()
