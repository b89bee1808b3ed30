"""Running heads, header rows, and what a page break cut: the tables of real plans, in small."""

import pytest

from pipeline.blocks import Cleaned, Grid, Prose, Source
from pipeline.grid import clean
from pipeline.placed import join
from pipeline.readers import read
from pipeline.settings import Settings

HEADER = "Area for improvement\tAction\tBy whom and when"


def cleaned(text: str) -> Cleaned:
    return clean(read(Source("plan.txt", text.encode()), Settings()))


def grids(text: str) -> list[list[list[str]]]:
    """Return every grid as rows of cells; the lines of a cell stand between slashes."""
    return [
        [
            ["/".join(line.text.text for line in cell.lines) if cell else "" for cell in row.cells]
            for row in block.rows
        ]
        for block in cleaned(text).blocks
        if isinstance(block, Grid)
    ]


def left(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text.text) for one in cleaned(text).left]


BREAKS = {
    "a row whose owner and date could be headings stays a row": (
        "Action\tLead\tTimescale\tMeasure\nWrite a guide\tAD\tMay 2024\tGuide issued\n"
        "Away day\tChair of Board\tto be confirmed\tEvaluation\n",
        [[["Write a guide", "AD", "May 2024", "Guide issued"],
          ["Away day", "Chair of Board", "to be confirmed", "Evaluation"]]],
    ),
    "a repeated header is dropped and the table joined": (
        f"{HEADER}\nOne.\ta.\tx\n\n{HEADER}\nTwo.\tb.\ty\n",
        [[["One.", "a.", "x"], ["Two.", "b.", "y"]]],
    ),
    "a table goes on without its header": (
        f"{HEADER}\nOne.\ta.\tx\n\nTwo.\tb.\ty\n",
        [[["One.", "a.", "x"], ["Two.", "b.", "y"]]],
    ),
    "a heading between keeps tables apart": (
        f"{HEADER}\nOne.\ta.\tx\n\nTHE SAFEGUARDING BOARD\n\n{HEADER}\nTwo.\tb.\ty\n",
        [[["One.", "a.", "x"]], [["Two.", "b.", "y"]]],
    ),
    "a blank first cell behind a break goes on with the row": (
        f"{HEADER}\nOne.\t<ul> • a.</ul>\tHead of Service\n\n{HEADER}\n\t<ul> • b.</ul>\t30 June 2024\n",
        [[["One.", "a./b.", "Head of Service/30 June 2024"]]],
    ),
    "a sentence broken between two cells is joined": (
        f"{HEADER}\nUse chronologies and\t• a.\tX\n\n{HEADER}\ntake account of them.\t• b.\tY\n",
        [[["Use chronologies and take account of them.", "a./b.", "X/Y"]]],
    ),
    "an unmarked line goes on with the bullet above the break": (
        f"{HEADER}\nOne.\t• Work with the Tees\tx\n\n{HEADER}\n\tValley police • b.\t\n",
        [[["One.", "Work with the Tees Valley police/b.", "x"]]],
    ),
    "an action broken in mid-sentence joins areas that stand beside it": (
        f"{HEADER}\nWith the Family Justice\tReport the yearly plan to be presented\tx\n\n{HEADER}\n"
        "Council.\tto the board.\t\n",
        [[["With the Family Justice/Council.", "Report the yearly plan to be presented to the board.", "x"]]],
    ),
    "a cell that led into bullets goes on with them": (
        f"{HEADER}\nMake sure that: • staff know\ta.\tX\n\n{HEADER}\n• they are trained.\tb.\tY\n",
        [[["Make sure that:/staff know/they are trained.", "a./b.", "X/Y"]]],
    ),
    "a new area behind a break stays one": (
        f"{HEADER}\nFurther raise the share of young people in work\ta.\tx\n\n{HEADER}\nTwo.\tb.\ty\n",
        [[["Further raise the share of young people in work", "a.", "x"], ["Two.", "b.", "y"]]],
    ),
    "cells that fill the blanks above them are of one row": (
        f"{HEADER}\n\t\t30 June 2024\n\n{HEADER}\nOne.\ta.\t\n",
        [[["One.", "a.", "30 June 2024"]]],
    ),
    "a title in the first column fills no blanks": (
        f"{HEADER}\nOne.\ta.\tx\n\tb.\ty\n\n{HEADER}\nHealth.\t\t\nTwo.\tc.\tz\n",
        [[["One.", "a.", "x"], ["", "b.", "y"], ["Health.", "", ""], ["Two.", "c.", "z"]]],
    ),
    "a month is joined with its year, a day with its month": (
        f"{HEADER}\nOne and\ta.\tBy 30\n\n{HEADER}\nall.\tb.\tSeptember 2024\n",
        [[["One and all.", "a./b.", "By 30 September 2024"]]],
    ),
    "a term is joined with its year": (
        f"{HEADER}\nOne and\ta.\tAutumn term\n\n{HEADER}\nall.\tb.\t2024\n",
        [[["One and all.", "a./b.", "Autumn term 2024"]]],
    ),
    "cells and lists that fill the blanks above them are of one row": (
        f"{HEADER}\n\t<ul> • a.</ul>\t30 June 2024\n\n{HEADER}\nOne.\t<ul> • b.</ul>\t\n",
        [[["One.", "a./b.", "30 June 2024"]]],
    ),
    "a list below another is a row of its own where blanks repeat the area": (
        f"{HEADER}\nOne.\t<ul> • a.</ul>\tx\n\t<ul> • b.</ul>\ty\n\t<ul> • c.</ul>\tz\n\n"
        f"{HEADER}\nTwo.\t<ul> • d.</ul>\t\n",
        [[["One.", "a.", "x"], ["", "b.", "y"], ["", "c.", "z"], ["Two.", "d.", ""]]],
    ),
    "a bullet behind a break is no heading, whatever it names": (
        f"{HEADER}\nOne.\ta.\tx\n\n\t<ul> • Write terms of reference.</ul>\tStrategic Lead\n"
        "Two.\tb.\ty\n",
        [[["One.", "a./Write terms of reference.", "x/Strategic Lead"], ["Two.", "b.", "y"]]],
    ),
    "a list behind a break that stands alone goes on with the one above": (
        "Action\tLead\tBy when\n<ul> • Write a guide</ul>\tHead of Service\tMay 2024\n\n"
        "Action\tLead\tBy when\n<ul> • Print it</ul>\t\t\n<ul> • c.</ul>\tChair\tJune 2024\n",
        [[["Write a guide/Print it", "Head of Service", "May 2024"], ["c.", "Chair", "June 2024"]]],
    ),
    "a list behind a break is a row where others stand alone": (
        "Action\tLead\tBy when\n<ul> • a.</ul>\t\t\n<ul> • b.</ul>\tHead of Service\tMay 2024\n\n"
        "Action\tLead\tBy when\n<ul> • c.</ul>\t\t\n<ul> • d.</ul>\tChair\tJune 2024\n",
        [[["a.", "", ""], ["b.", "Head of Service", "May 2024"], ["c.", "", ""],
          ["d.", "Chair", "June 2024"]]],
    ),
    "numbers that follow each other are rows of their own": (
        "Ref\tArea\tAction\tBy when\n20\tOne.\ta.\tat the end of May\n\n"
        "Ref\tArea\tAction\tBy when\n21\tTwo.\tb.\tby 30 June 2024\n",
        [[["20", "One.", "a.", "at the end of May"], ["21", "Two.", "b.", "by 30 June 2024"]]],
    ),
    "a date that follows another breaks no sentence": (
        f"{HEADER}\nOne\ta.\tat the end of 2023\n\n{HEADER}\nTwo\tb.\tby 30 June 2024\n",
        [[["One", "a.", "at the end of 2023"], ["Two", "b.", "by 30 June 2024"]]],
    ),
    "an owner and a status in lower case break no sentence": (
        f"{HEADER}\nOne.\ta.\tHead of Service\n\n{HEADER}\nTwo.\tb.\tongoing\n",
        [[["One.", "a.", "Head of Service"], ["Two.", "b.", "ongoing"]]],
    ),
    "blank first cells that repeat an area everywhere are rows": (
        f"{HEADER}\nOne.\ta.\tx\n\tb.\ty\n\nTwo.\tc.\tz\n\td.\tw\n\n\te.\tv\n",
        [[["One.", "a.", "x"], ["", "b.", "y"], ["Two.", "c.", "z"], ["", "d.", "w"], ["", "e.", "v"]]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BREAKS.values(), ids=BREAKS)
def test_breaks(text: str, expected: list[list[list[str]]]) -> None:
    assert grids(text) == expected


@pytest.mark.parametrize(
    ("above", "below", "rows"),
    [
        (
            "<td rowspan=2>Plans across the<td>a.<td>x<tr><td>Tell all parents who<td>y",
            "<td rowspan=2>partnership.<td>need it.<td><tr><td>c.<td>z",
            ["a.", "Tell all parents who need it.", "c."],
        ),
        (
            "<td rowspan=2>Plans across the partnership.<td>a.<td>x<tr><td>Tell all parents who<td>y",
            "<td rowspan=2><td>need it.<td><tr><td>c.<td>z",
            ["a.", "Tell all parents who need it.", "c."],
        ),
        (
            "<td rowspan=2>Plans across the<td>A.<td>X<tr><td>B.<td>Y",
            "<td rowspan=2>partnership.<td>C.<td>Z<tr><td>D.<td>X",
            ["A.", "B.", "C.", "D."],
        ),
        (
            "<td><td>a.<td>x",
            "<td rowspan=2>Plans across the partnership.<td><td><tr><td>c.<td>z",
            ["a.", "c."],
        ),
    ],
)
def test_a_cell_joined_over_a_break_stands_in_all_its_rows(
    above: str, below: str, rows: list[str]
) -> None:
    heads = "".join(f"<th>{name}" for name in HEADER.split("\t"))
    pages = "".join(f"<table><tr>{heads}<tr>{piece}</table>" for piece in (above, below))
    (grid,) = clean(read(Source("plan.html", pages.encode()), Settings())).blocks
    assert isinstance(grid, Grid)
    texts = [
        [str(join(line.text for line in cell.lines)) for cell in row.filled] for row in grid.rows
    ]
    assert [row[:2] for row in texts] == [["Plans across the partnership.", row] for row in rows]


def test_joined_rows_keep_both_pieces() -> None:
    text, _ = BREAKS["a sentence broken between two cells is joined"]
    (grid,) = (block for block in cleaned(text).blocks if isinstance(block, Grid))
    assert [piece.text for piece in grid.rows[0].pieces] == [
        "Use chronologies and a. X", "take account of them. b. Y",
    ]  # fmt: skip


def test_running_heads_and_page_numbers_are_dropped_and_reported() -> None:
    text = f"PLAN OF ACTION\n\nWords.\n\nPage 1 of 2\n\nPLAN OF ACTION\n\n{HEADER}\nOne.\ta.\tx\n\nPage 2 of 2\n\nPLAN OF ACTION\n\nTwo.\tb.\ty\n"
    assert grids(text) == [[["One.", "a.", "x"], ["Two.", "b.", "y"]]]
    assert left(text) == [
        ("page-number", "Page 1 of 2"), ("running-head", "PLAN OF ACTION"),
        ("page-number", "Page 2 of 2"), ("running-head", "PLAN OF ACTION"),
    ]  # fmt: skip
    titles = [b.text.text for b in cleaned(text).blocks if isinstance(b, Prose)]
    assert titles == ["PLAN OF ACTION", "Words."]


def test_labels_and_items_that_repeat_are_no_running_heads() -> None:
    text = "Owner: Head of Service\n\nOwner: Head of Service\n\nOwner: Head of Service\n\n- one\n\n- one\n\n- one\n"
    assert left(text) == []


def test_labels_behind_dashes_are_no_running_heads_but_titles_are() -> None:
    lines = ["Action plan – Anytown", "Due – 31 July 2024", "Lead", "Head of Service"]
    text = "\n\n".join(lines * 3)
    assert left(text) == [("running-head", "Action plan – Anytown")] * 2


def test_a_repeated_header_inside_one_table_is_dropped() -> None:
    assert grids(f"{HEADER}\nOne.\ta.\tx\n{HEADER}\nTwo.\tb.\ty\n") == [
        [["One.", "a.", "x"], ["Two.", "b.", "y"]]
    ]


def test_title_rows_above_the_header_are_headings() -> None:
    text = f"Improvement tracker\t\t\n{HEADER}\nOne.\ta.\tx\n"
    assert grids(text) == [[["One.", "a.", "x"]]]
    assert [(b.kind, b.text.text) for b in cleaned(text).blocks if isinstance(b, Prose)] == [
        ("heading", "Improvement tracker")
    ]


def test_headings_that_every_cell_repeats_are_no_part_of_it() -> None:
    rows = "AreaLate visits\tAction: Map\tLead\nAreaThin plans\tAction\tLeadHead\n"
    assert grids(f"Area\tAction\tLead\n{rows}") == [
        [["Late visits", "Map", ""], ["Thin plans", "", "Head"]]
    ]
    assert left(f"Area\tAction\tLead\n{rows}")[0] == ("repeated-header", "Area")
    other = "Area\tAction\tLead\nArea of work\tAction on it\tHead\n"
    assert grids(other) == [[["Area of work", "Action on it", "Head"]]]


@pytest.mark.parametrize(("titles", "tables"), [(("One", "One"), 1), (("One", "Two"), 2)])
def test_a_title_that_repeats_on_each_page_parts_nothing(
    titles: tuple[str, str], tables: int
) -> None:
    heads = "".join(f"<th>{name}" for name in HEADER.split("\t"))
    pages = "".join(
        f"<table><tr><td colspan=3>Plan {title}<tr>{heads}<tr><td>{title}.<td>a.<td>x</table>"
        for title in titles
    )
    found = clean(read(Source("plan.html", pages.encode()), Settings()))
    grids = [block for block in found.blocks if isinstance(block, Grid)]
    assert len(grids) == tables
    assert [str(one.text) for one in found.left if "Plan" in str(one.text)] == ["Plan One"] * (
        2 - tables
    )


def test_ragged_rows_are_filled_up() -> None:
    assert grids(f"{HEADER}\nOne.\ta.\nTwo.\tb.\tx\ty\n") == [
        [["One.", "a.", "", ""], ["Two.", "b.", "x", "y"]]
    ]


def test_two_header_rows_are_read_from_top_to_bottom() -> None:
    text = (
        "<table><tr><th rowspan=2>Area for improvement</th><th rowspan=2>Action</th>"
        "<th colspan=2>Responsibility</th></tr><tr><th>Lead officer</th><th>By when</th></tr>"
        "<tr><td>One.</td><td>a.</td><td>x</td><td>y</td></tr></table>"
    )
    (grid,) = (block for block in cleaned(text).blocks if isinstance(block, Grid))
    assert [text.text if text else None for text in grid.header] == [
        "Area for improvement", "Action", "Responsibility Lead officer", "Responsibility By when",
    ]  # fmt: skip
    assert len(grid.rows) == 1


def test_a_header_of_words_never_seen_is_told_by_its_shape() -> None:
    text = "Wotsit\tThingummy\tBod\n" + "\t".join(["many words " * 12] * 3) + "\n"
    (grid,) = (block for block in cleaned(text).blocks if isinstance(block, Grid))
    assert [text.text if text else None for text in grid.header] == ["Wotsit", "Thingummy", "Bod"]
