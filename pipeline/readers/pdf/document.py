"""Pages to the blocks of a document, in reading order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.blocks import Block, Left, Prose
from pipeline.placed import Place, Text, carried_on
from pipeline.readers.pdf import texts
from pipeline.readers.pdf.folding import Measure, Paragraph, fold, goes_over, measure
from pipeline.readers.pdf.habits import Endings, Habits, pitch
from pipeline.readers.pdf.heads import kind
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip
from pipeline.readers.pdf.tables import table

# A heading's font is this much larger than the text's, or bold, and no longer than this.
_LARGER, _LONGEST = 1.15, 250
# Cells have one line spacing, so that less room parts their paragraphs.
_CLOSE = 0.94


@dataclass(slots=True)
class _Writer:
    """The blocks so far, and the paragraph that ends the page before, if one does."""

    size: float
    blocks: list[Block] = field(default_factory=list)
    tables: int = 0
    last: tuple[Paragraph, Measure] | None = None


def blocks(pages: list[Content]) -> tuple[Block, ...]:
    """Return the blocks of all pages, paragraphs and tables numbered through.

    Each page is given up as it is written, so that no long document is in memory twice.
    """
    writer = _Writer(_text_size(pages))
    endings = Endings()
    for page in pages:
        for column in page.columns():
            endings.count(column)
    pages.reverse()
    while pages:
        _write(writer, pages.pop(), endings)
    return tuple(writer.blocks)


def _write(writer: _Writer, page: Content, endings: Endings) -> None:
    habits = endings.habits(pitch(page.columns()))
    inside = endings.habits(_CLOSE * pitch(cell for cells in page.cells for cell in cells))
    width = _column(page, habits)
    before, writer.last = writer.last, None
    for top, bottom, index in _bands(page):
        for paragraph in fold(_body(page, top, bottom), width):
            _add(writer, paragraph, page.number, before)
            before, writer.last = None, (paragraph, width)
        if index is not None:
            grid, cells = page.grids[index], page.cells[index]
            writer.tables += 1
            guessed = grid in page.guessed
            writer.blocks.append(table(grid, cells, page.number, writer.tables, inside, guessed))
            before = writer.last = None


def _add(
    writer: _Writer,
    paragraph: Paragraph,
    page: int,
    before: tuple[Paragraph, Measure] | None,
) -> None:
    """Add a paragraph, to the last block where it goes on over a page break."""
    place = Place(page, paragraph=len(writer.blocks) + 1, line=1)
    block = texts.prose(paragraph, place, _is_heading(paragraph, writer.size))
    if before and block.kind == "paragraph" and goes_over(before[0], before[1], paragraph):
        last = writer.blocks[-1]
        if isinstance(last, Prose) and last.kind != "heading":
            writer.blocks[-1] = replace(last, text=carried_on(last.text, block.text))
            return
    writer.blocks.append(block)


def left(pages: Sequence[Content]) -> Iterator[Left]:
    """Yield the running heads and page numbers."""
    for page in pages:
        for line, strip in enumerate(page.margins, 1):
            yield Left(texts.text([strip], Place(page.number, line=line)), kind(strip.text))


def stray(pages: Sequence[Content]) -> Iterator[Text]:
    """Yield the words beside the cells of tables."""
    for page in pages:
        for line, strip in enumerate(page.stray, 1):
            yield texts.text([strip], Place(page.number, line=line))


def _bands(page: Content) -> Iterator[tuple[float, float, int | None]]:
    """Yield the stretches of a page above each table, and the one below the last."""
    top = float("-inf")
    for index, grid in enumerate(page.grids):
        yield top, grid.ys[0], index
        top = grid.ys[0]
    yield top, float("inf"), None


def _body(page: Content, top: float, bottom: float) -> list[Strip]:
    return [strip for strip in page.strips if top <= strip.base < bottom]


def _column(page: Content, habits: Habits) -> Measure:
    left = min((strip.left for strip in page.strips), default=0.0)
    return measure(page.strips, 0.0, max(page.width, 2 * left), habits)


def _text_size(pages: Sequence[Content]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for strips in page.columns():
            for strip in strips:
                sizes[round(strip.size, 1)] += len(strip.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _is_heading(paragraph: Paragraph, size: float) -> bool:
    strips = paragraph.strips
    large = all(strip.size >= _LARGER * size for strip in strips)
    bold = all(strip.bold for strip in strips) and not strips[0].label
    length = sum(len(strip.text) for strip in strips)
    return (large or bold) and length <= _LONGEST
