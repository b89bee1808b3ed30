"""Plans of our own, printed by several producers, beside plain pdfplumber."""

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from pipeline.blocks import Cell, Document, Table
from pipeline.readers import pdf
from pipeline.settings import Settings
from tests.readers.printing import PRODUCERS, Plan, by_chromium, items
from tests.readers.reference import by_plumber, by_us

_ACTIONS = (
    "Develop a shared strategy for early help with partners, agreed by the board and published",
    "Review the threshold document and relaunch it with multi-agency training for all staff",
    "Audit 40 cases a month and report themes to the improvement board",
)


def _row(number: int) -> tuple[str, ...]:
    one, other = _ACTIONS[number % 3], _ACTIONS[(number + 1) % 3]
    return (
        f"{number // 8 + 1}.{number}",
        f"Strengthen oversight so that plans for children are timely and of good quality ({number})",
        f"* {one}\n* {other}",
        "Head of Quality Assurance\nPrincipal Social Worker",
        "April 2021",
        f"30 September 202{number % 4}",
        "Nine in ten audits are good or better",
    )


_BANDS = (
    "Priority 1: Leadership and governance of all that the partners do together",
    "Priority 2: Practice and the management oversight of social work in all parts of the service",
)
TRACKER = Plan(
    "Improvement plan of Marlow Vale Council",
    ("Ref", "Area for improvement", "Action", "Lead", "Start date", "Completion date",
     "Success measure"),
    ((_BANDS[0],), *map(_row, range(1, 8)), (_BANDS[1],), *map(_row, range(8, 13))),
    landscape=True,
    widths=(6, 18, 26, 14, 10, 11, 15),
)  # fmt: skip
PORTRAIT = Plan(
    "Written statement of action",
    ("Area", "Actions", "Who and when"),
    tuple(
        (
            f"Make sure that children’s plans ({number}) are clear and understood by families.",
            "\n".join(f"* {_ACTIONS[(number + step) % 3]}" for step in range(3)),
            "Director of Children’s Services\n31 March 2022\nHead of Service, Care Leavers\nMay 2022",
        )
        for number in range(9)
    ),
    widths=(30, 45, 25),
)
PLANS = {"tracker": TRACKER, "portrait": PORTRAIT}
Producer = Callable[[Plan], bytes]


@cache
def printed(name: str, ruled: bool, producer: Producer) -> bytes:
    from dataclasses import replace

    return producer(replace(PLANS[name], ruled=ruled))


def document(name: str, ruled: bool, producer: Producer) -> Document:
    return pdf.read(printed(name, ruled, producer), Settings())


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("name", PLANS)
def test_cells_lines_and_bullets_are_those_of_pdfplumber(name: str, producer: Producer) -> None:
    """What pdfplumber finds, we find; what more we find stands in boxes that the page cut."""
    data = printed(name, True, producer)
    theirs, ours = by_plumber(data), by_us(pdf.read(data, Settings()))
    if producer is by_chromium:
        ours = Counter({(page, _undotted(lines)): n for (page, lines), n in ours.items()})
    assert not theirs - ours
    if producer.__name__ in ("by_libreoffice", "by_reportlab"):
        assert ours == theirs


def _undotted(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out bullets: a browser draws them, and pdfplumber reads no drawings."""
    return tuple(line.removeprefix("•") for line in lines)


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("name", PLANS)
def test_every_column_holds_its_words_in_order(name: str, ruled: bool, producer: Producer) -> None:
    """Ruled or not, split over pages or not: nothing lost, nothing in another column."""
    read = document(name, ruled, producer)
    plan = PLANS[name]
    tables = [block for block in read.blocks if isinstance(block, Table)]
    assert {table.guessed for table in tables} == {not ruled}
    assert not read.stray
    for column, header in enumerate(plan.header, 1):
        cells = [cell for table in tables for cell in table.cells if cell.column == column]
        rows = [row[column - 1] for row in plan.rows if len(row) > 1]
        expected = [header, *(line for row in rows for _, line in items(row))]
        bands = [line for row in plan.rows if len(row) == 1 for line in row] if column == 1 else []
        words = Counter(" ".join([*expected, *bands]).split())
        found = Counter(" ".join(_words(cell) for cell in cells).replace("- ", "-").split())
        heads = Counter(header.split())
        assert not words - found
        assert not (found - words).keys() - heads.keys()


def _words(cell: Cell) -> str:
    return " ".join(str(line.text) for line in cell.lines)


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("name", PLANS)
def test_list_items_are_found_as_they_were_typed(
    name: str, ruled: bool, producer: Producer
) -> None:
    read = document(name, ruled, producer)
    plan = PLANS[name]
    cells = [cell for block in read.blocks if isinstance(block, Table) for cell in block.cells]
    found = Counter(bool(line.marker) for cell in cells for line in cell.lines)
    typed = sum(bullet for row in plan.rows for cell in row for bullet, _ in items(cell))
    assert found[True] == typed


@pytest.mark.parametrize("producer", PRODUCERS)
def test_band_rows_span_all_columns(producer: Producer) -> None:
    read = document("tracker", True, producer)
    wide = [
        str(cell.lines[0].text)
        for block in read.blocks
        if isinstance(block, Table)
        for cell in block.cells
        if cell.colspan == len(TRACKER.header)
    ]
    assert wide == list(_BANDS)


@pytest.mark.parametrize("producer", PRODUCERS)
def test_rows_of_a_table_without_lines(producer: Producer) -> None:
    """As many rows begin with a reference as were typed, each with its own date."""
    read = document("tracker", False, producer)
    tables = [block for block in read.blocks if isinstance(block, Table)]
    found = []
    for table in tables:
        for cell in table.cells:
            if cell.column == 1 and cell.colspan == 1 and cell.lines and cell.row > 1:
                row = {each.column: each for each in table.cells if each.row == cell.row}
                found.append((_words(cell), _words(row[6])))
    assert found[-12:] == [(row[0], row[5]) for row in TRACKER.rows if len(row) > 1]


def test_words_that_a_browser_breaks_are_whole_and_its_frames_are_cells() -> None:
    """WeasyPrint breaks words with U+2010 and draws each cell's border as a filled frame."""
    try:
        import weasyprint
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or its libraries are not here")
    words = "Responsibilities of multi-agency safeguarding professionals in organisations"
    page = (
        "<html lang=en><style>td{border:1px solid;width:110px;hyphens:auto;"
        "font:11pt 'Liberation Sans',sans-serif}</style>"
        f"<table><tr><td>{words}<td>Efficient office files</table></html>"
    )
    read = pdf.read(weasyprint.HTML(string=page).write_pdf(), Settings())
    (table,) = (block for block in read.blocks if isinstance(block, Table))
    assert [_words(cell) for cell in table.cells] == [words, "Efficient office files"]
