"""The PDF reader on pages that the tests draw themselves."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipeline.blocks import Cell, Document, Grid, Prose, Table
from pipeline.errors import LimitError, UnreadableError
from pipeline.grid import clean
from pipeline.readers import pdf
from pipeline.readers.pdf import opening, page, reading
from pipeline.settings import Limits, Settings

Draw = Callable[[Canvas], None]


def drawn(*pages: Draw, **options: object) -> bytes:
    """Return a PDF of pages that are drawn from the top left, in points."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, bottomup=1, invariant=1, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def paged(kids: str, count: int) -> bytes:
    """Return the source of a PDF with these pages and no table of its objects."""
    tree = f"<</Type/Pages/Kids[{kids}]/Count {count}>>"
    page_ = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"
    objects = enumerate(("<</Type/Catalog/Pages 2 0 R>>", tree, page_), 1)
    body = "".join(f"{number} 0 obj{one}endobj\n" for number, one in objects)
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\n%%EOF".encode()


def write(canvas: Canvas, x: float, y: float, *lines: str, pitch: float = 12) -> None:
    """Write lines down from a baseline, counted from the top."""
    for number, line in enumerate(lines):
        canvas.drawString(x, A4[1] - y - number * pitch, line)


def rule(canvas: Canvas, *points: float) -> None:
    """Draw lines, four numbers each, counted from the top."""
    for x0, y0, x1, y1 in zip(*[iter(points)] * 4, strict=True):
        canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)


def grid(canvas: Canvas, xs: list[float], ys: list[float]) -> None:
    """Rule a whole grid."""
    for y in ys:
        rule(canvas, xs[0], y, xs[-1], y)
    for x in xs:
        rule(canvas, x, ys[0], x, ys[-1])


def read(*pages: Draw) -> Document:
    return pdf.read(drawn(*pages), Settings())


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def prose(document: Document) -> list[Prose]:
    return [block for block in document.blocks if isinstance(block, Prose)]


def texts(cell: Cell) -> list[str]:
    return [f"{line.marker} {line.text}".strip() for line in cell.lines]


def shape(table: Table) -> list[tuple[int, int, int, int, list[str]]]:
    return [
        (cell.row, cell.column, cell.rowspan, cell.colspan, texts(cell)) for cell in table.cells
    ]


def test_spans_and_band_rows() -> None:
    def draw(canvas: Canvas) -> None:
        rule(canvas, 50, 100, 350, 100, 50, 120, 350, 120, 50, 140, 350, 140, 150, 160, 350, 160)
        rule(canvas, 50, 180, 350, 180, 50, 100, 50, 180, 350, 100, 350, 180)
        rule(canvas, 150, 120, 150, 180, 250, 120, 250, 180)
        write(canvas, 55, 114, "Priority one")
        for number, x in enumerate((55, 155, 255)):
            write(canvas, x, 134, f"head {number}")
        write(canvas, 55, 154, "area")
        write(canvas, 155, 154, "first")
        write(canvas, 255, 154, "Lead")
        write(canvas, 155, 174, "second")

    (table,) = tables(read(draw))
    assert shape(table) == [
        (1, 1, 1, 3, ["Priority one"]),
        (2, 1, 1, 1, ["head 0"]),
        (2, 2, 1, 1, ["head 1"]),
        (2, 3, 1, 1, ["head 2"]),
        (3, 1, 2, 1, ["area"]),
        (3, 2, 1, 1, ["first"]),
        (3, 3, 1, 1, ["Lead"]),
        (4, 2, 1, 1, ["second"]),
        (4, 3, 1, 1, []),
    ]


def test_rows_cut_by_the_page_are_closed() -> None:
    """No rule above the first row nor below the last: their words still stand in cells."""

    def draw(canvas: Canvas) -> None:
        rule(canvas, 50, 140, 350, 140, 50, 60, 50, 180, 200, 60, 200, 180, 350, 60, 350, 180)
        write(canvas, 55, 100, "top left")
        write(canvas, 205, 100, "top right")
        write(canvas, 55, 160, "last left")
        write(canvas, 205, 160, "last right")

    document = read(draw)
    assert [texts(cell) for cell in tables(document)[0].cells] == [
        ["top left"], ["top right"], ["last left"], ["last right"],
    ]  # fmt: skip
    assert not document.stray


def test_open_sides_are_closed() -> None:
    def draw(canvas: Canvas) -> None:
        rule(canvas, 50, 100, 350, 100, 50, 120, 350, 120, 50, 140, 350, 140, 200, 100, 200, 140)
        write(canvas, 60, 114, "left")
        write(canvas, 210, 134, "right")

    assert [texts(cell) for cell in tables(read(draw))[0].cells] == [["left"], [], [], ["right"]]


def test_words_beside_a_table_are_stray_not_lost() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [100, 200, 300], [100, 120, 140])
        write(canvas, 105, 114, "in")
        write(canvas, 320, 114, "beside it")

    document = read(draw)
    assert [str(text) for text in document.stray] == ["beside it"]
    assert not prose(document)


@pytest.mark.parametrize(
    ("above", "below", "lines"),
    [
        ("Head of Improvement and", "Reviews", ["Head of Improvement and Reviews"]),
        ("Director of Children’s", "Services", ["Director of Children’s Services"]),
        ("Public Health", "Services", ["Public Health", "Services"]),
        ("Director of Children’s", "NSPCC", ["Director of Children’s", "NSPCC"]),
        ("Signed on 31 March 2022", "Services", ["Signed on 31 March 2022", "Services"]),
    ],
)
def test_a_name_that_a_page_breaks(above: str, below: str, lines: list[str]) -> None:
    """The last column is 110 points wide inside; the rows are one, as the first column shows."""

    def page(area: str, who: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            grid(canvas, [50, 150, 350, 470], [100, 120, 140])
            for x, head in ((55, "Area"), (155, "Action"), (355, "By whom and when")):
                write(canvas, x, 114, head)
            write(canvas, 55, 134, area)
            write(canvas, 155, 134, "Train all staff.")
            write(canvas, 355, 134, who)

        return draw

    (found,) = clean(read(page("Plans of the", above), page("council.", below))).blocks
    assert isinstance(found, Grid)
    ((_, _, last),) = (row.cells for row in found.rows)
    assert last is not None
    assert texts(last) == lines


def test_a_line_below_a_cell_that_a_page_cut_belongs_to_it() -> None:
    """But only where the table goes on, and the line with the cell."""

    def page(*below: tuple[float, str]) -> Draw:
        def draw(canvas: Canvas) -> None:
            grid(canvas, [50, 150, 350], [700, 720, 732])
            write(canvas, 55, 714, "Area")
            write(canvas, 155, 714, "Action")
            write(canvas, 55, 729, "Plans are not")
            write(canvas, 155, 729, "Train all staff")
            for x, words in below:
                write(canvas, x, 741, words)

        return draw

    def last(document: Document) -> list[list[str]]:
        return [texts(cell) for cell in tables(document)[0].cells[-2:]]

    cut = read(page((55, "clear.")), page())
    assert last(cut) == [["Plans are not clear."], ["Train all staff"]]
    for words in ((55, "clear to any of the parents"), (70, "clear.")):
        assert last(read(page(words), page()))[0] == ["Plans are not"]
    assert last(read(page((55, "clear."))))[0] == ["Plans are not"]


def test_a_lone_box_is_prose_and_a_page_frame_is_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(20, 20, A4[0] - 40, A4[1] - 40)
        canvas.rect(50, A4[1] - 140, 300, 60)
        write(canvas, 60, 110, "The outcome.")
        grid(canvas, [100, 200, 300], [200, 220, 240])
        write(canvas, 105, 214, "in")

    document = read(draw)
    assert [str(block.text) for block in prose(document)] == ["The outcome."]
    assert [len(table.cells) for table in tables(document)] == [4]


def test_a_box_in_line_with_a_table_on_the_next_page_is_a_piece_of_it() -> None:
    def first(canvas: Canvas) -> None:
        grid(canvas, [100, 200, 300], [100, 120, 140])
        write(canvas, 105, 114, "a")

    def second(canvas: Canvas) -> None:
        canvas.rect(100, A4[1] - 90, 200, 40)
        write(canvas, 105, 70, "band")

    assert [len(table.cells) for table in tables(read(first, second))] == [4, 1]


def test_frames_inside_cells_and_underlines_make_no_cells() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [100, 300, 400], [100, 160, 180])
        canvas.rect(110, A4[1] - 130, 20, 15)
        write(canvas, 115, 127, "G")
        write(canvas, 140, 127, "see the plan")
        rule(canvas, 140, 129, 200, 129)

    (table,) = tables(read(draw))
    assert [texts(cell) for cell in table.cells] == [["G see the plan"], [], [], []]


def test_rules_as_thin_boxes_dots_frames_and_forms() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("lines")
        for y in (100, 120):
            canvas.rect(50, A4[1] - y, 200, 0.5, stroke=0, fill=1)
        canvas.endForm()
        canvas.doForm("lines")
        for step in range(100):
            canvas.rect(50 + 2 * step, A4[1] - 140, 1, 1, stroke=0, fill=1)
        path = canvas.beginPath()
        for x in (50, 150, 250):
            path.rect(x, A4[1] - 140, 0.5, 40)
        canvas.drawPath(path, stroke=0, fill=1)
        write(canvas, 55, 114, "a")
        write(canvas, 155, 134, "b")

    assert [texts(cell) for cell in tables(read(draw))[0].cells] == [["a"], [], [], ["b"]]


def test_dotted_lines_part_cells() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (100, 120, 140):
            for x in range(50, 251, 2):
                canvas.rect(x, A4[1] - y, 0.7, 0.7, stroke=0, fill=1)
        for x in (50, 150, 250):
            for y in range(100, 141, 2):
                canvas.rect(x, A4[1] - y, 0.7, 0.7, stroke=0, fill=1)
        canvas.rect(400, 100, 2, 2, stroke=0, fill=1)
        write(canvas, 55, 114, "a")
        write(canvas, 155, 134, "b")

    assert [texts(cell) for cell in tables(read(draw))[0].cells] == [["a"], [], [], ["b"]]


@pytest.mark.parametrize(
    ("font", "glyph", "marker"),
    [
        ("Helvetica", "•", "•"),
        ("Helvetica", "-", "-"),
        ("Helvetica", "1.", "1."),
        ("Helvetica", "1a)", "1a)"),
        ("Helvetica", "iv)", "iv)"),
        ("Courier", "o", "o"),
    ],
)
def test_list_items_and_their_markers(font: str, glyph: str, marker: str) -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 250, 350], [100, 160, 180])
        for y, words in ((114, "Review the policy"), (138, "Train all staff")):
            canvas.setFont(font, 10)
            write(canvas, 55, y, glyph)
            canvas.setFont("Helvetica", 10)
            write(canvas, 75, y, words)
        write(canvas, 75, 126, "and publish it")

    cell = tables(read(draw))[0].cells[0]
    assert [line.marker for line in cell.lines] == [marker, marker]
    assert [str(line.label) for line in cell.lines] == [marker, marker]
    assert [str(line.text) for line in cell.lines] == [
        "Review the policy and publish it", "Train all staff",
    ]  # fmt: skip


def test_a_bullet_against_its_words_and_levels() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 250, 350], [100, 180, 200])
        write(canvas, 55, 114, "•Review it:")
        write(canvas, 75, 128, "•the policy")
        write(canvas, 55, 142, "•Train staff")

    cell = tables(read(draw))[0].cells[0]
    assert [(line.marker, str(line.text), line.level) for line in cell.lines] == [
        ("•", "Review it:", 0), ("•", "the policy", 1), ("•", "Train staff", 0),
    ]  # fmt: skip


def test_bullets_drawn_as_dots() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 250, 350], [100, 180, 200])
        for y, words in ((114, "Review the policy"), (128, "Train staff")):
            canvas.circle(64, A4[1] - y + 3, 1.7, stroke=0, fill=1)
            write(canvas, 72, y, words)
        write(canvas, 72, 142, "Plain words. More.")
        for step in range(3):
            canvas.circle(58 + 4 * step, A4[1] - 139, 1.2, stroke=0, fill=1)

    cell = tables(read(draw))[0].cells[0]
    assert texts(cell) == ["• Review the policy", "• Train staff", "Plain words. More."]


def test_a_letter_for_a_bullet_stands_right_before_a_capital() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 250, 350], [100, 180, 200])
        write(canvas, 55, 114, "o Review the policy on visits")
        write(canvas, 55, 126, "o Train all staff")

    cell = tables(read(draw))[0].cells[0]
    assert [(line.marker, str(line.text)) for line in cell.lines] == [
        ("o", "Review the policy on visits"), ("o", "Train all staff"),
    ]  # fmt: skip


def test_a_word_too_long_for_its_column_makes_it_no_wider() -> None:
    """The column is 60 points wide inside: "Manager" would not fit behind "Case"."""

    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 120, 350], [100, 180, 200])
        write(canvas, 55, 114, "Commissioning")
        write(canvas, 55, 150, "Case", "Manager")

    cell = tables(read(draw))[0].cells[0]
    assert [str(line.text) for line in cell.lines] == ["Commissioning", "Case Manager"]


def test_hard_lines_gaps_and_wrapped_lines() -> None:
    """The column is 190 points wide inside: a word that would have fitted begins a line."""

    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 250, 350], [100, 220, 240])
        write(canvas, 55, 114, "The board will make sure that every", "child has a plan")
        write(canvas, 55, 138, "Head of Service", "31 March 2022")
        write(canvas, 55, 180, "Principal Social Worker")

    cell = tables(read(draw))[0].cells[0]
    assert [(str(line.text), line.gap) for line in cell.lines] == [
        ("The board will make sure that every child has a plan", False),
        ("Head of Service", False),
        ("31 March 2022", False),
        ("Principal Social Worker", True),
    ]


def test_centred_lines_are_one_heading() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 150, 350], [100, 160, 180])
        for y, words in ((114, "Completion and"), (126, "review dates")):
            canvas.drawCentredString(100, A4[1] - y, words)

    assert texts(tables(read(draw))[0].cells[0]) == ["Completion and review dates"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("Deliver training to all of the multi-", "agency partners"), "multi-agency partners"),
        (("Revise the Performance Standards/", "Assurance document"), "Standards/Assurance"),
        (("Finish it by the end of all the year 2014–", "15 at the latest"), "2014–15"),
        (("Seek the views of young people now –", "and act on them"), "now – and"),
    ],
)
def test_words_broken_at_line_ends(lines: tuple[str, str], joined: str) -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 245, 350], [100, 160, 180])
        write(canvas, 55, 114, *lines)

    (line,) = tables(read(draw))[0].cells[0].lines
    assert joined in str(line.text)


def boxes(document: Document, height: float = A4[1]) -> list[tuple[str, int, tuple[float, ...]]]:
    """Return text, page and box of every visual line of a document."""
    found: list[tuple[str, int, tuple[float, ...]]] = []
    every = [block.text for block in prose(document)] + [text.text for text in document.left]
    for table in tables(document):
        for cell in table.cells:
            every += [line.text for line in cell.lines] + [line.label for line in cell.lines]
    for text in every:
        for (_, run), fragment in zip(text.runs, text.location().fragments, strict=True):
            assert fragment.bbox
            assert fragment.page
            found.append((run.text, fragment.page, fragment.bbox))
    return found


def inside(data: bytes, number: int, box: tuple[float, ...]) -> str:
    """Return the glyphs in a box of a page, as pdfplumber reads them."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        chars = document.pages[number - 1].chars
    left, top, right, bottom = box
    return "".join(
        char["text"].replace("(cid:127)", "•")
        for char in chars
        if left <= (char["x0"] + char["x1"]) / 2 <= right
        and top <= (char["top"] + char["bottom"]) / 2 <= bottom
        and not char["text"].isspace()
    )


def plan(canvas: Canvas) -> None:
    grid(canvas, [50, 250, 350], [100, 160, 180])
    write(canvas, 50, 80, "What the council will do")
    write(canvas, 55, 114, "• Review the first of all policies", "and publish it")
    write(canvas, 255, 114, "Head of Service", "31 March 2022")


def test_glyphs_in_the_boxes_give_the_text() -> None:
    data = drawn(plan)
    found = boxes(pdf.read(data, Settings()))
    assert len(found) == 6
    for text, number, box in found:
        assert inside(data, number, box) == "".join(text.split())


def test_a_slice_has_its_own_box() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 80, "by 31 March 2022 at the latest")

    data = drawn(draw)
    (block,) = prose(pdf.read(data, Settings()))
    (fragment,) = block.text.cut(3, 16).location().fragments
    assert fragment.bbox
    assert inside(data, 1, fragment.bbox) == "31March2022"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rotated_pages_read_as_shown(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        plan(canvas)

    upright, turned = drawn(plan), drawn(draw)
    first, second = pdf.read(upright, Settings()), pdf.read(turned, Settings())
    assert sorted(text for text, *_ in boxes(second)) == sorted(text for text, *_ in boxes(first))
    assert shape(tables(second)[0]) == shape(tables(first)[0])


def test_text_written_sideways_reads_upright() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 10)
        for y in (450, 470, 490):
            canvas.line(50, y, 350, y)
        for x in (50, 150, 350):
            canvas.line(x, 450, x, 490)
        canvas.drawString(55, 476, "Action")
        canvas.drawString(155, 476, "By whom")
        canvas.drawString(55, 456, "Train staff")

    (table,) = tables(read(draw))
    assert [texts(cell) for cell in table.cells] == [["Action"], ["By whom"], ["Train staff"], []]


def test_a_stamp_across_the_page_is_in_no_cell() -> None:
    def draw(canvas: Canvas) -> None:
        plan(canvas)
        canvas.saveState()
        canvas.translate(150, 620)
        canvas.rotate(45)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()

    document = read(draw)
    assert document.blocks == read(plan).blocks
    assert [(str(one.text), one.kind) for one in document.left] == [("DRAFT", "running-head")]


def test_a_turned_heading_among_upright_words() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 80, 350], [100, 200, 220])
        write(canvas, 90, 114, "These words stand upright, as most of this page does.")
        canvas.saveState()
        canvas.translate(68, A4[1] - 190)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Priority one")
        canvas.restoreState()

    (table,) = tables(read(draw))
    assert texts(table.cells[0]) == ["Priority one"]


def test_running_heads_and_page_numbers() -> None:
    def body(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            write(canvas, 50, 40, "Statement of action")
            write(canvas, 50, 400, f"Words of their own, {number} of them.")
            write(canvas, 280, 810, f"Page {number} of 3")

        return draw

    document = read(*map(body, (1, 2, 3)))
    assert [(str(item.text), item.kind) for item in document.left] == [
        ("Statement of action", "running-head"), ("Page 1 of 3", "page-number"),
        ("Statement of action", "running-head"), ("Page 2 of 3", "page-number"),
        ("Statement of action", "running-head"), ("Page 3 of 3", "page-number"),
    ]  # fmt: skip
    assert [str(block.text) for block in prose(document)] == [
        f"Words of their own, {number} of them." for number in (1, 2, 3)
    ]


def test_headings_items_and_paragraphs() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        write(canvas, 50, 80, "What must improve")
        canvas.setFont("Helvetica", 10)
        write(canvas, 50, 110, "The board met in May.")
        write(canvas, 50, 140, "• Plans are late.")
        canvas.setFont("Helvetica", 16)
        write(canvas, 50, 180, "Larger words")

    assert [(block.kind, str(block.text)) for block in prose(read(draw))] == [
        ("heading", "What must improve"), ("paragraph", "The board met in May."),
        ("item", "Plans are late."), ("heading", "Larger words"),
    ]  # fmt: skip


def test_paragraphs_go_on_over_a_page_break() -> None:
    full = "The council has worked with all of its partners to see that the plans of every one of its children"

    def first(canvas: Canvas) -> None:
        write(canvas, 50, 700, "• Plans were too often late.", f"• {full}")

    def second(canvas: Canvas) -> None:
        write(canvas, 50, 80, "are clear and are shared with families.", "• Reviews are late.")

    found = prose(read(first, second))
    assert [str(block.text) for block in found] == [
        "Plans were too often late.",
        f"{full} are clear and are shared with families.",
        "Reviews are late.",
    ]
    assert [fragment.page for fragment in found[1].text.location().fragments] == [1, 2]


def test_sentences_that_ended_do_not_go_on() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, 50, 700, "The board met.")

    def second(canvas: Canvas) -> None:
        write(canvas, 50, 80, "Plans are clear.")

    assert len(prose(read(first, second))) == 2


def picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), "grey")), 50, 400, 300, 200)


def words(canvas: Canvas) -> None:
    write(canvas, 50, 80, "Words.")


def test_a_picture_among_pages_is_remarked_upon() -> None:
    document = read(words, picture)
    assert [(remark.kind, remark.place.page) for remark in document.remarks] == [
        ("picture-page", 2)
    ]
    assert document.pages == 2


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (drawn(picture), "picture"),
        (drawn(lambda canvas: None), "blank"),
        (b"%PDF-1.7\nnothing of use\n%%EOF", "damaged"),
        (paged("", 0), "no pages"),
        (paged("9 0 R", 1), "blank"),
        (drawn(words, encrypt=StandardEncryption("secret", "owner")), "password"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableError, match=problem) as error:
        pdf.read(data, Settings())
    assert error.value.problem.count(".") == 1
    assert error.value.advice


def test_encryption_with_an_empty_password_is_read() -> None:
    data = drawn(words, encrypt=StandardEncryption("", "owner"))
    assert [str(block.text) for block in prose(pdf.read(data, Settings()))] == ["Words."]


def test_more_pages_than_allowed() -> None:
    settings = replace(Settings(), limits=replace(Limits(), pages=1))
    with pytest.raises(LimitError, match="2 pages"):
        pdf.read(drawn(words, words), settings)


def test_a_page_of_too_many_characters_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_CHARACTERS", 20)
    document = read(words, lambda canvas: write(canvas, 50, 80, "More words than are allowed."))
    assert [remark.kind for remark in document.remarks] == ["limit"]
    assert [str(block.text) for block in prose(document)] == ["Words."]


def test_a_page_that_fails_is_read_by_pdfplumber(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise UnreadableError("It is damaged.")

    data = drawn(plan)
    expected = pdf.read(data, Settings())
    monkeypatch.setattr(reading, "opened_page", fail)
    document = pdf.read(data, Settings())
    assert [remark.kind for remark in document.remarks] == ["fallback"]
    assert shape(tables(document)[0]) == shape(tables(expected)[0])
    assert [text for text, *_ in boxes(document)] == [text for text, *_ in boxes(expected)]


def test_a_page_that_nothing_can_read_is_remarked_upon(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.readers.pdf import plumber

    real = opening.opened_page

    def fail(document: object, index: int) -> object:
        if index:
            raise UnreadableError("It is damaged.")
        return real(document, index)

    def broken(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(reading, "opened_page", fail)
    monkeypatch.setattr(plumber, "_content", broken)
    document = pdf.read(drawn(words, words), Settings())
    assert [remark.text for remark in document.remarks] == ["Page 2 is damaged and was left out."]


def test_the_same_bytes_give_the_same_document() -> None:
    data = drawn(plan, words)
    assert pdf.read(data, Settings()) == pdf.read(data, Settings())


def test_a_word_known_whole_loses_the_hyphen_that_breaks_it() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 250, 350], [100, 200, 220])
        write(
            canvas, 55, 114, "Good supervision is what all staff super-", "vision is about, multi-"
        )
        write(canvas, 55, 138, "agency work", "too.")

    (first, *_) = tables(read(draw))[0].cells
    text = " ".join(str(line.text) for line in first.lines)
    assert "all staff supervision is about" in text
    assert "multi-agency work" in text


def test_the_part_of_a_page_that_is_shown_counts() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(drawn(plan))
    document[0].set_cropbox(20, 0, A4[0], A4[1] - 30)
    buffer = io.BytesIO()
    document.save(buffer)
    (moved, *_), (first, *_) = (
        boxes(pdf.read(data, Settings())) for data in (buffer.getvalue(), drawn(plan))
    )
    assert moved[0] == first[0]
    assert moved[2] == pytest.approx(
        (first[2][0] - 20, first[2][1] - 30, first[2][2] - 20, first[2][3] - 30), abs=0.02
    )


def test_a_senseless_page_box_is_taken_for_a4() -> None:
    data = drawn(plan, pageCompression=0)
    start = data.index(b"/MediaBox [ 0 0 595.2756 841.8898 ]")
    end = data.index(b"]", start) + 1
    changed = b"/MediaBox [0 0 9e9 9e9]".ljust(end - start)
    document = pdf.read(data[:start] + changed + data[end:], Settings())
    assert len(tables(document)) == 1


def test_memory_stays_flat_over_many_pages() -> None:
    """What a page needs beyond its words is given back before the next one is read."""
    import tracemalloc

    def held(number: int) -> int:
        data = drawn(*[plan] * number)
        tracemalloc.start()
        document = pdf.read(data, Settings())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert document.pages == number
        return peak

    held(5)
    assert held(200) / 200 < 60_000


def test_a_chart_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.readers.pdf import grids

    monkeypatch.setattr(grids, "_MANY", 5)
    document = read(plan)
    assert not tables(document)
    assert len(prose(document)) > 1


def test_words_across_a_missing_side_are_parted_by_the_gap() -> None:
    """Two characters far apart with no space between are two words."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, A4[1] - 80)
        text.textOut("By")
        text.setCharSpace(30)
        text.textOut("AB")
        canvas.drawText(text)

    assert [str(block.text) for block in prose(read(draw))] == ["ByA B"]


def test_a_shaded_header_without_lines_belongs_to_the_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        for left, width in ((50, 150), (200, 150)):
            canvas.rect(left, A4[1] - 100, width, 20, stroke=0, fill=1)
        canvas.rect(60, A4[1] - 118, 80, 12, stroke=0, fill=1)
        canvas.setFillGray(0)
        grid(canvas, [50, 200, 350], [100, 120, 140])
        write(canvas, 55, 94, "Action")
        write(canvas, 205, 94, "By whom")
        write(canvas, 62, 114, "highlighted")

    (table,) = tables(read(draw))
    assert [texts(cell) for cell in table.cells] == [
        ["Action"], ["By whom"], ["highlighted"], [], [], [],
    ]  # fmt: skip


def test_threads_take_turns() -> None:
    from concurrent.futures import ThreadPoolExecutor

    data = drawn(plan, words)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: pdf.read(data, Settings()), range(12)))
    assert all(document == found[0] for document in found)


def test_a_document_without_pages_after_one_with_a_password() -> None:
    import pypdfium2

    buffer = io.BytesIO()
    pypdfium2.PdfDocument.new().save(buffer)
    with pytest.raises(UnreadableError, match="password"):
        pdf.read(drawn(words, encrypt=StandardEncryption("secret", "owner")), Settings())
    with pytest.raises(UnreadableError, match="no page"):
        pdf.read(buffer.getvalue(), Settings())
