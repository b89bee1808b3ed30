"""A document to a raw statement: every word in its place, nothing judged yet."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from pipeline.blocks import Document, Grid, Left, Prose
from pipeline.columns import Pins
from pipeline.errors import NoPlanError
from pipeline.extract import headed, labels, listed, registers, roles, told
from pipeline.extract.above import Above, again
from pipeline.extract.areas import Builder
from pipeline.extract.raw import RawSection, RawStatement
from pipeline.grid import clean
from pipeline.models import NoteKind
from pipeline.placed import Text
from pipeline.preamble import Preamble, read, unclear

__all__ = ["extract"]

NO_PINS: Pins = MappingProxyType({})

_HEADS = ("running-head", "header")


def extract(document: Document, pins: Pins = NO_PINS) -> RawStatement:
    """Return the plan that a document holds; `pins` are roles of columns that people gave.

    Raises NoPlanError where there is none.
    """
    cleaned = clean(document)
    blocks = headed.resolved(cleaned.blocks)
    known = any(isinstance(block, Grid) and roles.is_headed(block) for block in blocks)
    blocks = blocks if known else _gathered(blocks)
    blocks, registered = registers.resolved(blocks)
    prose = [block for block in cleaned.blocks if isinstance(block, Prose)]
    heads = [one.text for one in cleaned.left if one.kind in _HEADS]
    preamble = read(blocks, heads)
    plans = sum(isinstance(one, Grid) and roles.is_headed(one) for one in blocks)
    above = Above(preamble.title.text if preamble.title else "", again(prose))
    builder = Builder(above, pins, known or plans > 0, plans == 1, not known)
    for block in blocks:
        builder.add(block)
    builder.left.extend(builder.above.clear())
    sections = tuple(one for one in builder.sections if one.areas and not _is_list(one, builder))
    if not sections:
        raise _no_plan(blocks)
    _per_action(sections)
    return RawStatement(
        preamble,
        tuple(prose),
        sections,
        tuple(builder.columns),
        (*cleaned.left, *registered, *builder.left),
        (*document.stray, *_bare(builder.sections), *builder.unplaced),
        document.remarks,
        tuple(_unclear(preamble, sections)),
    )


def _unclear(preamble: Preamble, sections: Sequence[RawSection]) -> Iterator[tuple[NoteKind, Text]]:
    """Yield words beside the areas that may say of the plan what its preamble does not."""
    titles = [one.title.text for one in sections if one.title]
    named = [*titles, *(area.text.text for one in sections for area in one.areas if area.text)]
    texts = [one.text for one in preamble.rest if not any(name in one.text.text for name in named)]
    if preamble.date is None and preamble.version is None:
        yield from unclear(texts, "unclear-date")
    if not preamble.monitoring:
        yield from unclear(texts, "unclear-monitoring")
    yield from unclear(texts, "unclear-measure")


def _gathered(blocks: Sequence[Prose | Grid]) -> list[Prose | Grid]:
    """Return the blocks with the plan that they state without a table made one."""
    found = labels.gather(blocks)
    if any(isinstance(block, Grid) for block in found):
        return found
    found = listed.gather(found)
    prose = [block for block in found if isinstance(block, Prose)]
    return told.gather(prose) if len(prose) == len(found) else found


def _no_plan(blocks: list[Prose | Grid]) -> NoPlanError:
    tables = sum(isinstance(block, Grid) for block in blocks)
    seen = f"It has {tables} table{'s'[: tables != 1]}, but" if tables else "It has no table, and"
    return NoPlanError(
        f"{seen} nothing in it reads as a plan: no column of actions with an owner or a deadline.",
        "Check that this is the statement of action, and that its table has a header row; "
        "the inspection report is given with --report.",
    )


def _is_list(section: RawSection, builder: Builder) -> bool:
    """Say whether a section only lists areas that the plan answers elsewhere; it is left out."""
    if any(row.actions or row.values for area in section.areas for row in area.rows):
        return False
    others = (area for one in builder.sections if one is not section for area in one.areas)
    answered = {area.text.words for area in others if area.rows}
    if not all(area.text.words in answered for area in section.areas):
        return False
    texts = (section.title, *(area.stated for area in section.areas))
    builder.left.extend(Left(text, "not-the-plan") for text in texts if text)
    return True


def _per_action(sections: tuple[RawSection, ...]) -> None:
    """Say which areas state a row an action: all of a plan in which no row has two."""
    areas = [area for section in sections for area in section.areas]
    always = all(len(row.actions) <= row.steps for area in areas for row in area.rows)
    for area in areas:
        area.per_action = always or len(area.rows) > 1 or any(row.steps > 1 for row in area.rows)


def _bare(sections: list[RawSection]) -> tuple[Text, ...]:
    """Return the titles in a table that head no area."""
    return tuple(one.title for one in sections if one.title and not one.areas)
