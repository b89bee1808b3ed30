"""Words typed into the fields of a form, comments beside them, words that narrow columns break."""

from typing import Any

import numpy as np
import pypdfium2 as wrapper
import pypdfium2.raw as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import UnreadableError
from pipeline.readers import pdf
from pipeline.readers.pdf.broken import is_one
from pipeline.readers.pdf.glyphs import _unstack
from pipeline.readers.pdf.opening import opened_page
from pipeline.settings import Settings
from tests.readers.test_pdf import Draw, drawn, grid, prose, read, rule, tables, texts, write

HEADINGS = ("Area for improvement", "Action", "Lead", "By when")
VALUES = ("Visits are late", "Rota visits by team", "Head of Duty", "1 May 2031")
XS = [50.0, 180.0, 330.0, 440.0, 540.0]


def form(canvas: Canvas) -> None:
    grid(canvas, XS, [100, 120, 160])
    for x, heading, value in zip(XS, HEADINGS, VALUES, strict=False):
        write(canvas, x + 4, 114, heading)
        canvas.acroForm.textfield(
            name=heading, value=value, x=x + 2, y=A4[1] - 158, width=96, height=36,
            fontSize=8, borderWidth=0, fieldFlags="multiline",
        )  # fmt: skip


def without_looks(data: bytes) -> bytes:
    """Return a form whose fields do not say how they look: that is left to the reader."""
    return data.replace(b"/AP <<", b"/Ap <<")


@pytest.mark.parametrize("change", [bytes, without_looks])
def test_words_in_the_fields_of_a_form_are_those_of_its_cells(change: Any) -> None:
    (table,) = tables(pdf.read(change(drawn(form, pageCompression=0)), Settings()))
    assert [" ".join(texts(cell)) for cell in table.cells] == [*HEADINGS, *VALUES]


def test_comments_are_none_of_the_words() -> None:
    def draw(canvas: Canvas) -> None:
        form(canvas)
        canvas.textAnnotation("Is this the date?", Rect=(60, 600, 80, 620), addtopage=1)
        canvas.highlightAnnotation(
            "Check", Rect=(50, 700, 180, 740), QuadPoints=(50, 740, 180, 740, 50, 700, 180, 700)
        )

    (table,) = tables(read(draw))
    assert [" ".join(texts(cell)) for cell in table.cells] == [*HEADINGS, *VALUES]


def test_a_page_that_loads_no_second_time_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = wrapper.PdfDocument(drawn(form))
    monkeypatch.setattr(pdfium, "FPDF_LoadPage", lambda *_: None)
    with (
        pytest.raises(UnreadableError, match="damaged"),
        opened_page(loaded.raw, 0),
    ):
        pass


def test_boxes_with_round_corners_are_cells() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (120, 144):
            for x, right in ((50, 200), (202, 400)):
                canvas.roundRect(x, A4[1] - y, right - x, 22, 5)
        for x, *words in ((56, "Area", "Visits"), (208, "Action", "Rota them")):
            for y, word in zip((114, 138), words, strict=True):
                write(canvas, x, y, word)
        canvas.circle(300, 300, 40)

    (table,) = tables(read(draw))
    assert [texts(cell) for cell in table.cells] == [
        ["Area"],
        ["Action"],
        ["Visits"],
        ["Rota them"],
    ]


def test_a_number_that_a_narrow_column_breaks() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 96, 140, 400], [100, 150, 200])
        write(canvas, 53, 114, "04/07/203", "1")
        write(canvas, 100, 114, "Strengt", "hen this", "Govern")
        write(canvas, 144, 114, "The aim is to strengthen the visits")
        write(canvas, 53, 164, "30 June", "2031")
        write(canvas, 100, 164, "Head of", "social", "work")

    (table,) = tables(read(draw))
    found = [" ".join(texts(cell)) for cell in table.cells]
    assert found == [
        "04/07/2031", "Strengthen this Govern", "The aim is to strengthen the visits",
        "30 June 2031", "Head of social work", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("septemb", "er", True),
        ("strengthe", "n", True),
        ("exploitati", "on", True),
        ("conferenc", "es", True),
        ("independent", "reviewing", False),
        ("strategic", "lead", False),
        ("care", "givers", False),
        ("nov", "ember", True),
        ("fri", "pm", False),
        ("04/07/202", "5", True),
        ("04/0", "7/2025", True),
        ("04.07.", "25", True),
        ("12", "2025", False),
    ],
)
def test_halves_that_are_one_word(left: str, right: str, one: bool) -> None:
    known = frozenset(
        ("september", "caregivers", "care", "givers", "pm", "lead", "nov", "november")
    )
    assert is_one(left, right, known, alone=True) is one


def test_the_number_of_a_lone_page_is_none_of_its_table() -> None:
    def draw(canvas: Canvas) -> None:
        for at, (heading, value) in enumerate(zip(HEADINGS, VALUES, strict=True)):
            canvas.setFont("Helvetica-Bold", 10)
            write(canvas, XS[at], 700, heading)
            canvas.setFont("Helvetica", 10)
            write(canvas, XS[at], 720, value)
        write(canvas, 480, 760, "Page 1")

    document = read(draw)
    assert [(str(left.text), left.kind) for left in document.left] == [("Page 1", "page-number")]
    assert not any("Page" in line for cell in tables(document)[0].cells for line in texts(cell))


@pytest.mark.parametrize(
    ("line", "dropped"), [("1", True), ("2", False), ("1 of 3", True), ("Page 4", False)]
)
def test_the_own_number_of_a_lone_page(line: str, dropped: bool) -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 100, "The council will visit each child in time.")
        write(canvas, 290, 800, line)

    document = read(draw)
    assert [str(left.text) for left in document.left] == [line] * dropped
    assert len(prose(document)) == 2 - dropped


def test_prose_between_two_tables_of_a_page_is_no_row() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (100, 220):
            for at, (heading, value) in enumerate(zip(HEADINGS, VALUES, strict=True)):
                canvas.setFont("Helvetica-Bold", 10)
                write(canvas, XS[at], y, heading)
                canvas.setFont("Helvetica", 10)
                write(canvas, XS[at], y + 20, value)
                write(canvas, XS[at], y + 44, value)
        write(canvas, 50, 190, "More follows here.")
        rule(canvas, 50, 300, 60, 300)

    document = read(draw)
    assert [block.text.text for block in prose(document)] == ["More follows here."]
    assert [len({cell.row for cell in table.cells}) for table in tables(document)] == [3, 3]


def test_a_word_parted_by_a_higher_line_is_one() -> None:
    """The last line of a paragraph is higher where its mark is in larger type."""

    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 160, 400], [100, 170, 200])
        write(canvas, 55, 114, "Revise each single life-", pitch=12)
        write(canvas, 55, 126, "book and the life-", "story work", pitch=16)

    cell = tables(read(draw))[0].cells[0]
    assert texts(cell) == ["Revise each single life-book and the life-story work"]


def test_a_line_of_a_cell_that_repeats_at_one_place_is_no_running_foot() -> None:
    """Narrow columns wrap alike on several pages; another row follows, or the cell's own lines."""

    def page(*first: str, below: str = "") -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Helvetica-Bold", 10)
            for x, heading in zip(XS, HEADINGS, strict=False):
                write(canvas, x, 640, heading)
            canvas.setFont("Helvetica", 10)
            write(canvas, XS[0], 764 - 12 * len(first), *first)
            for x, value in zip(XS[1:], VALUES[1:], strict=False):
                write(canvas, x, 764 - 12 * len(first), value)
            write(canvas, 50, 780, below)
            write(canvas, 50, 820, "The plan of the council")

        return draw

    tight = ("Look at", "all of the", "records of", "the young", "people and", "of their visits")
    pages = (
        page("Keep a record", "of all of them", below="Rest"), page("Ask them", "for their views"),
        page("Note the day", "of all of them", below="More"), page("Tell all", "at the end"),
        page("Write", *tight), page("Read", *tight),
    )  # fmt: skip
    document = read(*pages)
    assert {str(left.text) for left in document.left} == {"The plan of the council"}
    found = " ".join(str(line) for table in tables(document) for cell in table.cells
                     for line in texts(cell))  # fmt: skip
    assert (found.count("of all of them"), found.count("of their visits")) == (2, 2)


def test_letters_of_a_ligature_on_a_page_that_is_turned() -> None:
    boxes = np.array([[50, 55, 10, 20], [55, 61, 11, 14], [55, 61, 14, 17], [61, 66, 10, 20],
                      [70, 70, 30, 30], [70, 70, 30, 30]], float)  # fmt: skip
    _unstack(boxes)
    assert boxes[:, 0].tolist() == [50, 55, 58, 61, 70, 70]
    assert boxes[:, 1].tolist() == [55, 58, 61, 66, 70, 70]
    assert boxes[1:3, 2:].tolist() == [[11, 17], [11, 17]]
