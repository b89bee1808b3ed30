"""Tables without lines in the many ways that people lay them out."""

from dataclasses import replace

import pytest

from pipeline.blocks import Grid, Table
from pipeline.grid import clean
from pipeline.readers import pdf
from pipeline.settings import Settings
from tests.readers.printing import Plan, html
from tests.readers.test_pdf_producers import PLANS

LAYOUTS = {
    "rows without gaps": "td,th{padding:1px 3px!important}p{margin:0!important}",
    "headings in the middle": "th{text-align:center!important}",
    "small print": "body{font-size:7.5pt!important}",
    "light headings": "th{font-weight:normal!important}",
    "level lines": "tr{border-bottom:1px solid #888}",
    "every other row shaded": "tr:nth-child(even){background:#eee}",
    "rows kept whole": "tr{break-inside:avoid}",
    "header printed once": "thead{display:table-row-group}",
    "wide line spacing": "body{line-height:1.6}",
    "wide rows": "td{padding:12px!important}",
    "a frame around it": "table{border:1px solid}th{border-bottom:1px solid!important}",
    "a frame and level lines": "table{border:1px solid}tr{border-bottom:1px solid}",
    "lines between the columns": "table{border:1px solid}th{border-bottom:1px solid!important}"
    "td,th{border-left:1px solid!important;border-right:1px solid!important}",
}


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("css", LAYOUTS.values(), ids=LAYOUTS)
def test_every_row_is_found(css: str, plan: str) -> None:
    assert rows(css, plan) == len(PLANS[plan].rows)


@pytest.mark.parametrize(
    "plan",
    [
        "portrait",
        pytest.param(
            "tracker",
            marks=pytest.mark.xfail(strict=True, reason="paragraphs beside them fill the gaps"),
        ),
    ],
)
def test_cells_centred_in_their_rows(plan: str) -> None:
    assert rows("td{vertical-align:middle!important}", plan) == len(PLANS[plan].rows)


@pytest.mark.parametrize(
    ("css", "doubtful"),
    [
        ("", False),
        ("tr{border-bottom:1px solid}td{padding:1px 3px!important}", False),
        ("td,th{padding:0 3px!important}p{margin:0!important}", True),
        ("td{vertical-align:middle!important}", True),
        ("td,th{vertical-align:middle!important;border-left:1px solid!important}"
         "table{border:1px solid}th{border-bottom:1px solid!important}", True),
    ],
)  # fmt: skip
def test_rows_that_only_words_tell_are_remarked_upon(css: str, doubtful: bool) -> None:
    try:
        import weasyprint
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or its libraries are not here")
    plan = replace(PLANS["portrait"], ruled=False)
    page = html(plan).replace("</style>", f"{css}</style>")
    remarks = pdf.read(weasyprint.HTML(string=page).write_pdf(), Settings()).remarks
    assert [remark.kind for remark in remarks] == ["guessed-columns"] * doubtful


SPANNED = """<style>body{font:10pt 'Liberation Sans'}table{border-collapse:collapse;width:100%}
td,th{padding:4px;text-align:left;vertical-align:top}tr:nth-child(even) td{background:#dde}</style>
<table><tr><th width=30%>Area<th>Action<th>Lead<th>By when
<tr><td rowspan=2>Plans for children in care say too little of what they themselves hope for.
<td>Revise the template<td>Team Manager<td>May 2022<tr><td>Train all staff<td>Head of Service<td>June 2022
<tr><td rowspan=2>Reviews are late.<td>Publish a timetable<td>Reviewing Manager<td>July 2022
<tr><td>Report delays<td>Team Manager<td>Monthly</table>"""


def test_areas_over_several_shaded_rows() -> None:
    """The shades leave the areas out; each begins beside the first of its rows."""
    try:
        import weasyprint
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or its libraries are not here")
    read = pdf.read(weasyprint.HTML(string=SPANNED).write_pdf(), Settings())
    (grid,) = (block for block in clean(read).blocks if isinstance(block, Grid))
    areas = [" ".join(str(line.text) for line in row.cells[0].lines) if row.cells[0] else ""
             for row in grid.rows]  # fmt: skip
    assert areas == [
        "Plans for children in care say too little of what they themselves hope for.", "",
        "Reviews are late.", "",
    ]  # fmt: skip


def rows(css: str, plan: str) -> int:
    """Return how many rows a plan without lines has when it is printed and read again."""
    try:
        import weasyprint
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or its libraries are not here")
    page = html(replace(PLANS[plan], ruled=False)).replace("</style>", f"{css}</style>")
    document = pdf.read(weasyprint.HTML(string=page).write_pdf(), Settings())
    grids = [block for block in clean(document).blocks if isinstance(block, Grid)]
    return sum(len(grid.rows) for grid in grids) if len(grids) == 1 else 0


TRACKER = (
    ("Priority 1: Strengthen the front door",),
    ("1.1", "Rewrite the referral form with partners, and share it with every school and clinic",
     "Service Manager", "31 May 2021", "Form in use across all of the agencies", "Draft", "Amber"),
    ("1.2", "Train referrers", "Partnership Trainer", "June 2021", "All are trained", "", "Green"),
    ("Priority 2: Strengthen the workforce",),
    ("2.1", "Agree an offer that keeps social workers, and publish it on the website",
     "Head of Human Resources", "July 2021", "Fewer leave", "Work has begun", "Red"),
    ("2.2", "Review caseloads", "Team Managers", "Monthly", "None above 18", "", "Green"),
)  # fmt: skip
STYLES = {
    "usual padding": "",
    "hardly any padding": "td,th{padding:1px 2px!important}",
    "lines between the rows": "tr{border-bottom:1px solid #888}",
    "a line below the header": "th{border-bottom:1px solid #000!important}",
    "shaded bands": "td[colspan]{background:#dde}",
    "cells in the middle": "td,th{vertical-align:middle!important}",
    "bold bands": "td[colspan]{font-weight:bold}",
    "lines inside only": "td,th{border:1px solid!important}tr:first-child th{border-top:0!important}"
    "tr:last-child td{border-bottom:0!important}td:last-child,th:last-child"
    "{border-right:0!important}td:first-child,th:first-child{border-left:0!important}",
}


@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_a_tracker_with_bands_keeps_its_rows_and_columns(css: str, landscape: bool) -> None:
    try:
        import weasyprint
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or its libraries are not here")
    heads = ("Ref", "Action", "Lead officer", "Timescale", "Success measure", "Progress", "RAG")
    plan = Plan("Improvement tracker", heads, TRACKER, landscape, False, (7, 25, 15, 14, 17, 13, 9))
    page = html(plan).replace("</style>", f"{css}</style>")
    document = pdf.read(weasyprint.HTML(string=page).write_pdf(), Settings())
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    rows = [
        tuple(
            " ".join(str(line.text) for line in cell.lines)
            for cell in table.cells
            if cell.row == row
        )
        for row in sorted({cell.row for cell in table.cells})
    ]
    assert rows == [heads, *TRACKER]
