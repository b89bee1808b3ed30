"""Where the rows of tables without lines begin and end: what words, numbers and breaks show."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.blocks import Document
from pipeline.blocks import Grid as Whole
from pipeline.grid import clean
from pipeline.grid.rows import text_of
from tests.readers.test_pdf import Draw, read, rule, write

# A line: its words by where they begin.
Line = dict[int, str]
# Where a line stands that no table holds.
_TOP, _PITCH = 100, 12
HEADS = {50: "Area", 200: "Action", 350: "By whom", 470: "By when"}


def lines(
    *drawn: Line, heads: Sequence[Line] = (HEADS,), bold: bool = True, pitch: float = _PITCH
) -> Draw:
    """Draw headings and the lines below them; an empty line leaves some room."""

    def draw(canvas: Canvas) -> None:
        y = float(_TOP)
        for number, line in enumerate([*heads, {}, *drawn]):
            is_head = bold and number < len(heads)
            canvas.setFont("Helvetica-Bold" if is_head else "Helvetica", 10)
            for x, words in line.items():
                write(canvas, x, y, words)
            y += pitch if line else 6

    return draw


def rows(document: Document) -> list[list[str]]:
    """Return the rows of the only table, a band as one text."""
    (table,) = (block for block in clean(document).blocks if isinstance(block, Whole))
    found = []
    for row in table.rows:
        cells = row.filled if len({id(cell) for cell in row.cells}) == 1 else row.cells
        found.append([text_of(cell).text for cell in cells])
    return found


def told(document: Document) -> list[str]:
    return [remark.text for remark in document.remarks]


NUMBERED = {50: "Ref", 100: "Action", 350: "By whom", 470: "By when"}


def numbered(number: str, rest: str = "", room: Line | None = None) -> list[Line]:
    """Return the lines of a row whose number may go on in its second line."""
    second = {100: "and train all staff in its use"} | ({50: rest} if rest else {})
    first = {50: number, 100: "Revise the template of the plans", 350: "Manager", 470: "May 2022"}
    return [first, second, *([] if room is None else [room])]


@pytest.mark.parametrize("room", [None, {}])
def test_a_number_that_a_narrow_column_breaks(room: Line | None) -> None:
    parts = [numbered(f"1.{number}", room=room) for number in range(8, 10)]
    broken = [numbered("1.1", rest, room=room) for rest in "01"]
    drawn = [line for part in (*parts, *broken) for line in part]
    found = rows(read(lines(*drawn, heads=[NUMBERED])))
    assert [row[0] for row in found] == ["1.8", "1.9", "1.10", "1.11"]


def test_a_number_of_its_own_is_not_the_rest_of_one() -> None:
    drawn = [line for name in ("1.1", "1.2", "2", "2.1") for line in numbered(name)]
    found = rows(read(lines(*drawn, heads=[NUMBERED])))
    assert [row[0] for row in found] == ["1.1", "1.2", "2", "2.1"]


def test_numbers_that_count_on_leave_no_doubt() -> None:
    names = ("1.1", "1.2", "2.1"), ("1.1", "1.2", "1.5")
    counted, not_counted = (
        read(lines(*(line for name in row for line in numbered(name)), heads=[NUMBERED]))
        for row in names
    )
    assert told(counted) == []
    assert len(told(not_counted)) == 1


def test_items_in_the_first_column_are_no_rows() -> None:
    heads = {50: "Action", 300: "Owner", 400: "By when", 480: "Status"}
    drawn: list[Line] = []
    for month in ("May", "June", "July"):
        drawn += [
            {50: "• Revise the template of the plans", 300: "Manager", 400: f"{month} 2022",
             480: "Green"},
            {50: "• Train all staff in its use"},
            {50: "• Publish a timetable"},
            {},
        ]  # fmt: skip
    found = rows(read(lines(*drawn, heads=[heads])))
    assert len(found) == 3
    assert [row[2] for row in found] == ["May 2022", "June 2022", "July 2022"]


AREA = "Reviews of plans are late for all"


def area(first: str, action: str, owner: str, month: str) -> list[Line]:
    return [
        {50: first, 200: action, 350: owner, 470: f"{month} 2022"},
        {50: "of the children in care now", 200: "and train the staff"},
    ]


def test_an_area_is_said_again_without_room() -> None:
    """The line above in the first column leaves no room, so only the same words show a row."""
    drawn = [
        line
        for owner, month in (("Manager", "May"), ("Head of Service", "June"), ("Board", "July"))
        for line in area(AREA, "Revise the plan template", owner, month)
    ]
    found = rows(read(lines(*drawn)))
    assert [row[2:] for row in found] == [
        ["Manager", "May 2022"], ["Head of Service", "June 2022"], ["Board", "July 2022"],
    ]  # fmt: skip


def test_a_row_without_its_first_cell_or_room() -> None:
    drawn: list[Line] = [
        *area(AREA, "Revise the plan template", "Manager", "May"),
        {200: "Publish a timetable now", 350: "Team Manager", 470: "June 2022"},
        {200: "for all reviews"},
        *area("Visits are late", "Audit ten records", "Head of Service", "July"),
        {200: "Publish what was found", 350: "Chair", 470: "August 2022"},
    ]
    assert [row[3] for row in rows(read(lines(*drawn)))] == [
        "May 2022", "June 2022", "July 2022", "August 2022",
    ]  # fmt: skip


@pytest.mark.parametrize("room", [False, True])
def test_a_band_as_narrow_as_the_first_column(room: bool) -> None:
    parts: list[list[Line]] = [
        area("Visits are late", "Audit ten records", "Manager", "May"),
        area("Plans are late", "Audit ten plans", "Manager", "June"),
        [{50: "Theme 2: Workforce"}],
        area("Staff leave often", "Audit ten reasons", "Manager", "July"),
    ]
    drawn = [line for part in parts for line in [*part, *([{}] if room else [])]]
    found = rows(read(lines(*drawn)))
    assert [row[0].split(" ", 1)[0] for row in found] == ["Visits", "Plans", "Theme", "Staff"]


def test_a_row_without_a_first_cell_below_a_band() -> None:
    """The words of its first column went over a page break, and may be the rest of the row."""
    drawn: list[Line] = []
    for month in ("May", "June", "July"):
        drawn += [*area("Visits are late", "Audit ten records", "Manager", month), {}]
    drawn += [{50: "Leadership"}, {}, {350: "Chair", 470: "August 2022"}]
    document = read(lines(*drawn), lines({50: "Boards meet too rarely"}, heads=[]))
    assert rows(document)[3:] == [["Leadership", "", "", ""], ["", "", "Chair", "August 2022"]]
    assert len(told(document)) == 1


def plan(*months: str, room: bool = True) -> list[Line]:
    """Return the lines of a row for each month."""
    parts = [area("Visits are late", "Audit ten records", "Manager", month) for month in months]
    return [line for part in parts for line in [*part, *([{}] if room else [])]]


@pytest.mark.parametrize(
    ("line", "column"), [({50: "and not written down"}, 0), ({200: "Tell the board of it"}, 1)]
)
def test_a_page_that_begins_with_the_rest_of_one_column(line: Line, column: int) -> None:
    document = read(lines(*plan("May", "June", "July")), lines(line, heads=[]))
    assert rows(document)[-1][column].endswith(line[50 if column == 0 else 200])


def test_the_last_row_of_a_page_alone_below_repeated_headings() -> None:
    """Its lines are as far apart as those of the pages before, though none of them shows it."""
    drawn = area("Visits are late and some", "Audit ten records", "Manager", "August")[:1]
    rest: list[Line] = [{50: "of them are not"}, {50: "written down"}]
    document = read(lines(*plan("May", "June", "July"), pitch=16), lines(*drawn, *rest, pitch=16))
    assert rows(document)[-1][0] == "Visits are late and some of them are not written down"


def test_the_rest_of_a_row_in_one_column_over_a_page_break() -> None:
    """Words in one column alone go on with those above, where all rows have more."""
    rest: list[Line] = [{50: "Tell the board"}, {}, *plan("August")]
    found = rows(read(lines(*plan("May", "June", "July")), lines(*rest)))
    assert [row[3] for row in found] == ["May 2022", "June 2022", "July 2022", "August 2022"]
    assert found[2][0].endswith("Tell the board")


def test_a_band_is_not_the_rest_of_a_row() -> None:
    """It stands below a page break, the last row above without some of its cells."""
    part = [*numbered("1.1"), {}, *numbered("1.2"), {}]
    last: Line = {50: "1.3", 100: "Revise it with the Head of", 350: "Manager"}
    band = {50: "Priority 2 – Children who are looked after by the council and its partners"}
    second = lines(band, {}, *numbered("2.1"), heads=[NUMBERED])
    found = rows(read(lines(*part, last, heads=[NUMBERED]), second))
    assert [row[0][:10] for row in found] == ["1.1", "1.2", "1.3", "Priority 2", "2.1"]


def test_a_drawn_line_ends_the_headings() -> None:
    """A bold band below it, that wraps as a heading may, is none of theirs."""

    def draw(canvas: Canvas) -> None:
        lines(heads=[HEADS | {50: "Area for improvement"}])(canvas)
        rule(canvas, 48, 103, 540, 103)
        canvas.setFont("Helvetica-Bold", 10)
        write(canvas, 50, 112, "Safeguarding children")
        canvas.setFont("Helvetica", 10)
        for number, row in enumerate(plan("May", "June", room=False)):
            for x, words in row.items():
                write(canvas, x, 130 + 12 * number, words)

    found = rows(read(draw))
    assert found[0][0] == "Safeguarding children"
    assert len(found) == 3


WRAPPED = [{50: "Area for"}, {50: "improvement", 200: "Action", 350: "By whom", 470: "By when"}]


@pytest.mark.parametrize("pitch", [12, 15])
def test_light_headings_that_end_level(pitch: float) -> None:
    document = read(lines(*plan("May", "June", "July"), heads=WRAPPED, bold=False, pitch=pitch))
    (table,) = (block for block in clean(document).blocks if isinstance(block, Whole))
    assert [str(text) for text in table.header] == [
        "Area for improvement", "Action", "By whom", "By when",
    ]  # fmt: skip


def test_light_headings_repeated_above_the_rest_of_a_cell() -> None:
    first = lines(*plan("May", "June", "July"), heads=WRAPPED, bold=False, pitch=15)
    rest: list[Line] = [{50: "or are not made at all"}, {}, *plan("August")]
    document = read(first, lines(*rest, heads=WRAPPED, bold=False, pitch=15))
    assert rows(document)[2][0].endswith("or are not made at all")
    assert len(rows(document)) == 4


def test_a_band_below_a_heading_that_wraps() -> None:
    heads: list[Line] = [
        {75: "Area", 200: "Action", 350: "Lead officer", 470: "By when"}, {350: "responsible"},
    ]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        lines(heads=heads)(canvas)
        write(canvas, 50, 124, "Theme 1: Workforce")
        canvas.setFont("Helvetica", 10)
        for number, row in enumerate(plan("May", "June", "July", room=False)):
            for x, words in row.items():
                write(canvas, x, 136 + 12 * number, words)

    assert rows(read(draw))[0][0] == "Theme 1: Workforce"


def test_a_wrapped_line_where_places_are_rounded() -> None:
    """A browser may leave as much above a wrapped line as above a row."""

    def draw(canvas: Canvas) -> None:
        lines()(canvas)
        canvas.setFont("Helvetica", 10)
        y = 120.0
        for number in range(12):
            step = 13.5 if number == 7 else 12
            write(canvas, 50, y, "Visits are late")
            write(canvas, 200, y, "Audit ten of the records and", "train the staff", pitch=step)
            write(canvas, 350, y, "Manager", "Chair", pitch=step)
            write(canvas, 470, y, "May 2022")
            y += step + 13.5

    assert [row[2] for row in rows(read(draw))] == ["Manager Chair"] * 12


def test_doubts_of_a_row_whose_first_cell_is_elsewhere() -> None:
    """A cell goes on below a page break, beside one that begins there."""
    second: list[Line] = [{50: "Children", 200: "of it all", 470: "or before"}, {}, *plan("August")]
    document = read(lines(*plan("May", "June", "July")), lines(*second))
    assert told(document) == [
        "The table without lines may break in a row above page 2: look at the first row there."
    ]


def test_a_row_that_room_does_not_show() -> None:
    """All columns begin anew in a line that stands as near as a wrapped one."""
    drawn = [*plan("May", "June", "July"), *plan("August", room=False), *plan("March")]
    assert len(told(read(lines(*drawn)))) == 1
    assert told(read(lines(*plan("May", "June", "July", "August")))) == []


def test_headings_of_which_few_begin_in_the_first_line() -> None:
    heads: list[Line] = [
        {50: "No", 100: "Area for", 350: "Lead"},
        {50: ".", 100: "improvement", 220: "Action", 350: "officer", 420: "By when", 480: "Status"},
    ]
    row = {50: "1.1", 100: "Visits are late", 220: "Audit ten records", 350: "Manager",
           420: "May 2022", 480: "Green"}  # fmt: skip
    found = rows(read(lines(row, {}, row | {50: "1.2"}, heads=heads, bold=False)))
    assert [row[0] for row in found] == ["1.1", "1.2"]
