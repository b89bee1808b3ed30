"""Tables without lines, or with level ones only, on pages that the tests draw."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.blocks import Document
from tests.readers.test_pdf import Draw, prose, read, rule, shape, tables, texts, write

HEADER = ("Area", "Action", "By whom", "By when")
XS = (50, 170, 330, 450)
ROWS = (
    (("Plans for children", "are clear."), ("Revise the template", "and train staff"),
     ("Head of Service",), ("May 2022",)),
    (("Reviews are on time.",), ("Publish a timetable", "for all reviews"),
     ("Reviewing manager",), ("June 2022",)),
)  # fmt: skip


def header(canvas: Canvas, y: float, names: tuple[str, ...] = HEADER) -> None:
    canvas.setFont("Helvetica-Bold", 10)
    for x, name in zip(XS, names, strict=True):
        write(canvas, x, y, name)
    canvas.setFont("Helvetica", 10)


def rows(canvas: Canvas, y: float, step: float = 40) -> None:
    for number, row in enumerate(ROWS):
        for x, lines in zip(XS, row, strict=True):
            write(canvas, x, y + step * number, *lines)


def flat(document: Document) -> list[list[list[list[str]]]]:
    """Return the lines of every cell, row by row, table by table."""
    return [
        [
            [texts(cell) for cell in table.cells if cell.row == row]
            for row in sorted({cell.row for cell in table.cells})
        ]
        for table in tables(document)
    ]


BODY = [[[" ".join(lines)] for lines in row] for row in ROWS]
HEAD = [[name] for name in HEADER]


def test_columns_from_the_header_and_rows_from_gaps() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 60, "The plan of the council.")
        header(canvas, 90)
        rows(canvas, 120)
        write(canvas, 50, 300, "This plan will be monitored by the board, which meets each month.")

    document = read(draw)
    assert flat(document) == [[HEAD, *BODY]]
    assert [table.guessed for table in tables(document)] == [True]
    assert [str(block.text) for block in prose(document)] == [
        "The plan of the council.",
        "This plan will be monitored by the board, which meets each month.",
    ]


def test_rows_without_gaps_open_with_the_first_column() -> None:
    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        write(canvas, 50, 120, "Plans are clear.")
        write(canvas, 170, 120, "Revise the template", "and train staff", "on every site")
        write(canvas, 330, 120, "Head of Service")
        write(canvas, 450, 120, "May 2022")
        write(canvas, 50, 156, "Reviews are on time.")
        write(canvas, 170, 156, "Publish a timetable")
        write(canvas, 330, 156, "Manager")
        write(canvas, 450, 156, "June 2022")

    assert flat(read(draw)) == [[
        HEAD,
        [["Plans are clear."], ["Revise the template and train staff on every site"],
         ["Head of Service"], ["May 2022"]],
        [["Reviews are on time."], ["Publish a timetable"], ["Manager"], ["June 2022"]],
    ]]  # fmt: skip


def test_a_row_without_its_first_cell() -> None:
    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        rows(canvas, 120)
        write(canvas, 170, 200, "Ask families")
        write(canvas, 330, 200, "Participation lead")
        write(canvas, 450, 200, "July 2022")

    assert flat(read(draw))[0][-1] == [
        [], ["Ask families"], ["Participation lead"], ["July 2022"],
    ]  # fmt: skip


@pytest.mark.parametrize("shaded", [False, True])
def test_level_lines_and_shades_part_the_rows(shaded: bool) -> None:
    """The lines say where a row ends, whatever the gaps do."""

    def draw(canvas: Canvas) -> None:
        ys = (76, 100, 160, 220, 280)
        if shaded:
            canvas.setFillGray(0.9)
            for top, bottom in zip(ys[::2], ys[1::2], strict=False):
                canvas.rect(45, 841.89 - bottom, 500, bottom - top, stroke=0, fill=1)
            canvas.setFillGray(0)
        else:
            for y in ys:
                rule(canvas, 45, y, 545, y)
        header(canvas, 90)
        rows(canvas, 116, step=60)
        write(canvas, 170, 150, "A second paragraph")
        write(canvas, 330, 150, "Second owner")
        write(canvas, 50, 236, "Third area.")
        write(canvas, 170, 236, "Third action")

    found = flat(read(draw))[0]
    assert [row[0] for row in found] == [["Area"], BODY[0][0], BODY[1][0], ["Third area."]]
    assert found[1][1] == [*BODY[0][1], "A second paragraph"]


def test_two_tables_on_one_page() -> None:
    other = ("Priority", "Actions", "Lead officer", "Timescale")

    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        rows(canvas, 120)
        header(canvas, 300, other)
        rows(canvas, 330)

    assert flat(read(draw)) == [[HEAD, *BODY], [[[name] for name in other], *BODY]]


def test_a_table_that_goes_on_and_one_that_does_not() -> None:
    def first(canvas: Canvas) -> None:
        header(canvas, 690)
        rows(canvas, 720)

    def second(canvas: Canvas) -> None:
        rows(canvas, 60)

    def third(canvas: Canvas) -> None:
        write(canvas, 50, 60, "The board will see to it that all of this is done in good time.")
        write(canvas, 50, 90, "It meets every month and publishes what it decides for all to see.")

    document = read(first, second, third)
    assert flat(document) == [[HEAD, *BODY], BODY]
    assert len(prose(document)) == 2


@pytest.mark.parametrize("repeated", [True, False])
def test_a_header_on_the_next_page(repeated: bool) -> None:
    def draw(names: tuple[str, ...]) -> Draw:
        def page(canvas: Canvas) -> None:
            header(canvas, 60, names)
            rows(canvas, 90)

        return page

    names = HEADER if repeated else ("Aim", "Task", "Owner", "Date")
    found = flat(read(draw(HEADER), draw(names)))
    assert [table[0] for table in found] == [HEAD, [[name] for name in names]]
    assert [table[1:] for table in found] == [BODY, BODY]


def test_a_header_above_ruled_boxes_is_left_alone() -> None:
    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        for y in (100, 120, 140):
            rule(canvas, 45, y, 545, y)
        for x in (45, 165, 545):
            rule(canvas, x, 100, x, 140)
        write(canvas, 50, 114, "in a cell")

    document = read(draw)
    assert [table.guessed for table in tables(document)] == [False]
    assert len(prose(document)) == 1


def test_lines_between_columns_alone_and_a_page_without_words() -> None:
    def lines(canvas: Canvas) -> None:
        for y in (76, 100, 280):
            rule(canvas, 45, y, 545, y)
        for x in (45, 165, 325, 445, 545):
            rule(canvas, x, 76, x, 280)

    def draw(canvas: Canvas) -> None:
        lines(canvas)
        header(canvas, 90)
        rows(canvas, 120)
        rows(canvas, 200)

    document = read(draw, lines)
    assert flat(document)[0] == [HEAD, *BODY, *BODY]
    assert tables(document)[0].guessed


LINES = (
    ("Recruit a worker", "Interviews", "Team Manager", "May 2022"),
    ("Close the backlog", "Weekly count", "Service Manager", "June 2022"),
    ("Train all staff", "Two events", "Workforce Lead", "July 2022"),
)


@pytest.mark.parametrize("font", ["Helvetica", "Helvetica-Bold"])
@pytest.mark.parametrize("band", ["", "Early help"])
def test_rows_of_one_line_without_any_room(font: str, band: str) -> None:
    """Neither the first row nor a band belongs to the headings, for there was room beside them."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 10)
        for x, name in zip(XS, ("Action", "Method", "By whom", "By when"), strict=True):
            write(canvas, x, 90, name)
        canvas.setFont("Helvetica-Bold", 10)
        write(canvas, 50, 102, band)
        canvas.setFont("Helvetica", 10)
        for number, words in enumerate(LINES, 9 if band else 8):
            for x, each in zip(XS, words, strict=True):
                write(canvas, x, 6 + 12 * number, each)

    (table,) = flat(read(draw))
    assert table[0] == [["Action"], ["Method"], ["By whom"], ["By when"]]
    assert [row[0] for row in table[1:]] == [
        *([[band]] if band else []), *([line[0]] for line in LINES),
    ]  # fmt: skip


def test_headings_below_ruled_boxes_are_prose() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (100, 120, 140):
            rule(canvas, 45, y, 545, y)
        for x in (45, 165, 545):
            rule(canvas, x, 100, x, 140)
        write(canvas, 50, 114, "in a cell")
        header(canvas, 200)
        rows(canvas, 220)

    assert [table.guessed for table in tables(read(draw))] == [False]


def test_rows_that_read_as_headings_begin_no_table() -> None:
    """Headings in light type: what stands in their columns are rows."""

    def light(canvas: Canvas) -> None:
        for x, name in zip(XS, HEADER, strict=True):
            write(canvas, x, 90, name)
        for y in (120, 160):
            words = ("The first area", "Action plans", "Lead officer", "Timescale")
            for x, each in zip(XS, words, strict=True):
                write(canvas, x, y, each)

    assert len(tables(read(light))) == 1


def test_prose_and_another_table_end_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        rows(canvas, 120)
        write(
            canvas, 50, 200, "Progress will be reported to the board, which will challenge delay."
        )
        canvas.setFont("Helvetica-Bold", 10)
        write(canvas, 50, 230, "Short")
        write(canvas, 330, 230, "In full")
        canvas.setFont("Helvetica", 10)
        write(canvas, 50, 244, "DSL")
        write(canvas, 330, 244, "Designated safeguarding lead")

    assert flat(read(draw)) == [[HEAD, *BODY]]


def test_band_rows_run_across() -> None:
    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        write(canvas, 50, 115, "Priority one: leadership and governance of the whole service")
        rows(canvas, 140)

    assert shape(tables(read(draw))[0])[4] == (
        2, 1, 1, 4, ["Priority one: leadership and governance of the whole service"],
    )  # fmt: skip


@pytest.mark.parametrize("pitch", [12, 13.6])
def test_a_band_that_wraps_is_one_row(pitch: float) -> None:
    """The last line of a paragraph may be higher than the others."""
    lines = ("Priority one: leadership and governance of the whole service and its", "partners")

    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        write(canvas, 50, 115, *lines, pitch=pitch)
        rows(canvas, 150)

    assert " ".join(shape(tables(read(draw))[0])[4][4]) == " ".join(lines)


ITEMS = ("• Write it down well", "• Tell all of the staff", "• Ask what they think")


def test_items_set_in_from_their_heading_are_of_its_column() -> None:
    """Of the gutters before the next heading, that before the items is none: it is above them."""

    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        for number in range(14):
            y = 120 + 48 * number
            for x, word in zip(XS, ("Visits", "", "Chair", "May 2022"), strict=True):
                write(canvas, x, y, word)
            write(canvas, 190, y, *ITEMS)

    found = flat(read(draw))[0]
    assert found[0] == HEAD
    assert found[1] == [["Visits"], [*ITEMS], ["Chair"],
                        ["May 2022"]]  # fmt: skip


def test_a_raised_figure_behind_a_heading_heads_no_column() -> None:
    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        canvas.setFont("Helvetica-Bold", 6)
        mark = 450.9 + canvas.stringWidth("By when", "Helvetica-Bold", 10)
        write(canvas, mark, 86, "1")
        canvas.setFont("Helvetica", 10)
        for number in range(5):
            for x, word in zip(XS, ("Visits", "Rota them", "Chair", "26 June"), strict=True):
                write(canvas, x, 120 + 40 * number, word)
            write(canvas, mark, 120 + 40 * number, "2022")

    found = flat(read(draw))[0]
    assert len(found[0]) == 4
    assert found[1] == [["Visits"], ["Rota them"], ["Chair"], ["26 June 2022"]]


def test_cells_in_the_middle_of_rows_without_room() -> None:
    """The highest cell of each row follows that of the row before, in another column."""
    cells = (("Plans of all", "children are", "not good yet"), ("Write the new", "templates"))

    def draw(canvas: Canvas) -> None:
        header(canvas, 90)
        for number in range(4):
            y = 120 + 36 * number
            first, second = cells if number % 2 else (cells[1], cells[0])
            for x, lines in zip(XS, (first, second, ["Chair"], ["May 2022"]), strict=True):
                write(canvas, x, y + 6 * (3 - len(lines)), *lines)

    found = flat(read(draw))[0]
    assert [" ".join(row[0]) for row in found[1:]] == [
        " ".join(cells[number % 2 == 0]) for number in range(4)
    ]


def test_a_note_in_small_print_makes_no_titles_of_rows() -> None:
    def draw(canvas: Canvas) -> None:
        header(canvas, 720)
        rows(canvas, 740, 30)

    def more(canvas: Canvas) -> None:
        write(canvas, 50, 60, "Priority two: plans and reviews of all children in care")
        rows(canvas, 85)
        canvas.setFont("Helvetica", 7)
        write(canvas, 50, 300, "1 Days are the last by which the work will be done.")

    found = flat(read(draw, more))
    assert [len(table) for table in found] == [1 + len(ROWS), 1 + len(ROWS)]
