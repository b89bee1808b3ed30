"""CSV that Excel opens as it is: UTF-8 with a mark, CRLF, and no cell that is a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the header and rows as CSV, beginning with a byte order mark.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front: what a
    document says must not be carried out (OWASP, "CSV Injection").
    """
    lines = StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow([_harmless(cell) for cell in row])
    return "\ufeff" + lines.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
