"""Pages to the blocks of a document, in reading order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from pipeline.blocks import Block, Left, Place, Prose, Text
from pipeline.readers.pdf import texts
from pipeline.readers.pdf.folding import Measure, Paragraph, fold, measure
from pipeline.readers.pdf.habits import Endings, Habits, pitch
from pipeline.readers.pdf.heads import kind
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip
from pipeline.readers.pdf.tables import table

# A heading's font is this much larger than the text's, or bold, and no longer than this.
_LARGER, _LONGEST = 1.15, 250


def blocks(pages: Sequence[Content]) -> Iterator[Block]:
    """Yield the blocks of all pages, paragraphs and tables numbered through."""
    size = _text_size(pages)
    numbers, paragraphs = count(1), count(1)
    endings = Endings()
    for page in pages:
        for column in page.columns():
            endings.count(column)
    for page in pages:
        habits = endings.habits(pitch(page.columns()))
        width = _column(page, habits)
        for top, bottom, index in _bands(page):
            strips = _body(page, top, bottom)
            for paragraph in fold(strips, width):
                yield _prose(paragraph, page, next(paragraphs), size)
            if index is not None:
                grid, cells = page.grids[index], page.cells[index]
                guessed = grid in page.guessed
                yield table(grid, cells, page.number, next(numbers), habits, guessed)


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
        for strip in page.strips:
            sizes[round(strip.size, 1)] += len(strip.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _prose(paragraph: Paragraph, page: Content, number: int, size: float) -> Prose:
    place = Place(page.number, paragraph=number, line=1)
    return texts.prose(paragraph, place, _is_heading(paragraph, size))


def _is_heading(paragraph: Paragraph, size: float) -> bool:
    strips = paragraph.strips
    large = all(strip.size >= _LARGER * size for strip in strips)
    bold = all(strip.bold for strip in strips) and not strips[0].label
    length = sum(len(strip.text) for strip in strips)
    return (large or bold) and length <= _LONGEST
