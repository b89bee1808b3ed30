"""Tables typed with tabs between their columns, each row a paragraph."""

import re
from collections.abc import Iterable, Iterator

from pipeline.blocks import Cell, Table
from pipeline.columns import header_score
from pipeline.placed import Place
from pipeline.readers.paragraph import lines
from pipeline.readers.parts import Element
from pipeline.readers.word.story import Paragraph

_FEWEST = 3  # columns
_TABS = re.compile(r"[^\t]+")
Block = tuple[Paragraph | Element, int]


def gathered(found: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield each block alone, paragraphs that make a table typed with tabs together.

    They do where the first names columns of a plan, and the others have as many cells.
    """
    rows: list[Block] = []
    for block in found:
        width = _width(block)
        if rows and width == _width(rows[0]):
            rows.append(block)
            continue
        yield from _parts(rows)
        rows = [block] if width >= _FEWEST and _is_header(block) else []
        if not rows:
            yield [block]
    yield from _parts(rows)


def _parts(rows: list[Block]) -> Iterator[list[Block]]:
    if len(rows) > 1:
        yield rows
    else:
        yield from ([row] for row in rows)


def typed_table(rows: Iterable[Block], at: int) -> Table:
    """Return paragraphs as table number `at`."""
    cells = []
    for number, (paragraph, _) in enumerate(rows, start=1):
        if isinstance(paragraph, Paragraph):
            for column, match in enumerate(_TABS.finditer(paragraph.text), start=1):
                place = Place(table=at, row=number, column=column, paragraph=paragraph.number)
                found = lines(match[0], place, at=match.start())
                cells.append(Cell(number, column, tuple(found)))
    return Table(at, tuple(cells), guessed=True)


def _width(block: Block) -> int:
    """Return how many cells a paragraph has."""
    paragraph = block[0]
    if not isinstance(paragraph, Paragraph) or paragraph.heading or paragraph.marker:
        return 0
    return len(_TABS.findall(paragraph.text)) if "\t" in paragraph.text else 0


def _is_header(block: Block) -> bool:
    paragraph = block[0]
    written = paragraph.text.split("\t") if isinstance(paragraph, Paragraph) else ()
    return header_score([" ".join(one.split()) for one in written if one.strip()]) > 1
