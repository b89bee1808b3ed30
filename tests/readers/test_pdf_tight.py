"""Tables without lines whose headings wrap or are centred, whose columns are near, which break."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.blocks import Document
from tests.readers.test_pdf import prose, read, tables, write
from tests.readers.test_pdf_borderless import flat

XS = (50, 205, 372, 465)
ROWS = (
    ("Plans for children in care are not", "clear to the children themselves",
     "Revise the template of the plan", "Head of Service", "31 May 2022"),
    ("Reviews are late for many of the", "children who come into care",
     "Publish a timetable of all reviews", "Reviewing manager", "By end of June"),
    ("Visits are not written down in the", "records of children in need",
     "Audit the records of ten children", "Team Manager", "Monthly"),
)  # fmt: skip


def body(canvas: Canvas, y: float, pitch: float = 12, step: float = 34) -> None:
    canvas.setFont("Helvetica", 10)
    for number, (first, second, *others) in enumerate(ROWS):
        write(canvas, XS[0], y + step * number, first, second, pitch=pitch)
        for x, words in zip(XS[1:], others, strict=True):
            write(canvas, x, y + step * number, words)


def firsts(document: Document) -> list[list[str]]:
    """Return the words of the rows of the one table."""
    (table,) = flat(document)
    return [[" ".join(cell) for cell in row] for row in table]


FOUND = [[f"{first} {second}", *others] for first, second, *others in ROWS]


@pytest.mark.parametrize("font", ["Helvetica", "Helvetica-Bold"])
@pytest.mark.parametrize("pitch", [12, 15])
def test_centred_headings_over_near_columns(font: str, pitch: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 10)
        names = ("Area for improvement", "Action", "By whom", "By when")
        for name, x in zip(names, (127, 288, 418, 500), strict=True):
            canvas.drawCentredString(x, 750, name)
        body(canvas, 110, pitch, step=2 * pitch + 10)
        write(canvas, 50, 300, "The board will see to it that all of this is done in good time.")

    document = read(draw)
    assert firsts(document) == [["Area for improvement", "Action", "By whom", "By when"], *FOUND]
    assert len(prose(document)) == 1


def test_headings_that_wrap_upwards() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        write(canvas, 50, 90, "Area for improvement found", "at inspection")
        for x, name in zip(XS[1:], ("Action", "officer", "Timescale"), strict=True):
            write(canvas, x, 102, name)
        write(canvas, XS[2], 90, "Lead")
        body(canvas, 120)

    heads = ["Area for improvement found at inspection", "Action", "Lead officer", "Timescale"]
    assert firsts(read(draw)) == [heads, *FOUND]


def test_a_band_whose_words_begin_where_a_column_does() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        for x, name in zip((50, 95, 372, 465), ("Ref", "Action", "Owner", "By when"), strict=True):
            write(canvas, x, 90, name)
        canvas.setFont("Helvetica", 10)
        write(canvas, 50, 108, "Priority 1 Leadership of the service")
        for number in range(3):
            words = (f"1.{number}", "Revise the template of the plan", "Manager", "May 2022")
            for x, each in zip((50, 95, 372, 465), words, strict=True):
                write(canvas, x, 126 + 18 * number, each)

    assert firsts(read(draw))[1] == ["Priority 1 Leadership of the service"]


def heading(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 10)
    for x, name in zip(XS, ("Area", "Action", "By whom", "By when"), strict=True):
        write(canvas, x, 90, name)


@pytest.mark.parametrize(("words", "doubtful"), [("Publish it", True), ("and publish it", False)])
def test_a_piece_of_a_row_at_the_top_of_a_page(words: str, doubtful: bool) -> None:
    """Words in the first column alone, below a page break, may be a row or the rest of one."""

    def first(canvas: Canvas) -> None:
        heading(canvas)
        body(canvas, 120)

    def second(canvas: Canvas) -> None:
        heading(canvas)
        canvas.setFont("Helvetica", 10)
        write(canvas, 50, 110, words)
        body(canvas, 140)

    document = read(first, second)
    assert len(tables(document)) == 2
    told = [remark.text for remark in document.remarks]
    assert told == ["The table without lines may break in a row above page 2: "
                    "look at the first row there."] * doubtful  # fmt: skip


def test_lines_in_the_columns_that_no_table_took() -> None:
    """A large heading ends a table; the rows below it have no headings of their own."""

    def draw(canvas: Canvas) -> None:
        heading(canvas)
        body(canvas, 120)
        canvas.setFont("Helvetica", 16)
        write(canvas, 50, 260, "Second part")
        body(canvas, 300)

    document = read(draw)
    assert len(tables(document)) == 1
    assert [remark.text for remark in document.remarks] == [
        "Lines on page 1 stand in the columns of a table without lines, but in none of its rows."
    ]
