"""PDF to blocks, read with PDFium."""

from pipeline.blocks import Document
from pipeline.readers.pdf.borderless import recovered
from pipeline.readers.pdf.boxes import unboxed
from pipeline.readers.pdf.broken import mend as join_broken
from pipeline.readers.pdf.columned import columned
from pipeline.readers.pdf.document import blocks, left, stray
from pipeline.readers.pdf.doubts import doubts
from pipeline.readers.pdf.heads import without_heads
from pipeline.readers.pdf.hyphens import mend
from pipeline.readers.pdf.reading import contents
from pipeline.readers.pdf.seams import seamed
from pipeline.readers.pdf.spills import spilled
from pipeline.settings import Settings

MEDIA_TYPE = "application/pdf"


def read(data: bytes, settings: Settings) -> Document:
    """Return the blocks of a PDF: prose and tables in reading order, a table piece a page.

    Raises UnreadableError for what is damaged, protected, empty or only pictures,
    LimitError for more pages than the settings allow.
    """
    pages, remarks = contents(data, settings.limits)
    pages = recovered(columned(unboxed(spilled(seamed(without_heads(pages))))))
    remarks.extend(doubts(pages))
    mend(pages)
    join_broken(pages)
    number, beside, outside = len(pages), tuple(left(pages)), tuple(stray(pages))
    return Document(blocks(pages), MEDIA_TYPE, number, beside, outside, tuple(remarks))
