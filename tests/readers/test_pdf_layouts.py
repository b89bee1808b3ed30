"""Tables without lines in the many ways that people lay them out."""

from dataclasses import replace

import pytest

from pipeline.blocks import Grid
from pipeline.grid import clean
from pipeline.readers import pdf
from pipeline.settings import Settings
from tests.readers.printing import html
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
}


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("css", LAYOUTS.values(), ids=LAYOUTS)
def test_every_row_is_found(css: str, plan: str) -> None:
    assert rows(css, plan) == len(PLANS[plan].rows)


@pytest.mark.xfail(strict=True, reason="rows are told by where their first lines stand level")
@pytest.mark.parametrize("plan", PLANS)
def test_cells_centred_in_their_rows(plan: str) -> None:
    assert rows("td{vertical-align:middle!important}", plan) == len(PLANS[plan].rows)


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
