"""`docs/deadlines.md`: what the grammar reads, made from the rows that it is tested on."""

from itertools import groupby
from pathlib import Path

from pipeline.deadlines import Span, scan
from tests.deadlines.rows import Row, rows

PAGE = Path(__file__).parents[2] / "docs" / "deadlines.md"

INTRODUCTION = """# What is read as a deadline

This page is made from the rows that the grammar is tested on (`tests/deadlines/rows.tsv`),
so it cannot promise what is not read. The tables say, for each wording, what is taken as a
deadline, of which kind, its days as EDTF (ISO 8601-2), the latest day, and for what is done
again and again its rule (RFC 5545).

How words become days:

- Figures are read day first: 3/4/2025 is 3 April. Two-digit years are of this century up to 79.
- 2014/15 is a financial year (1 April to 31 March), unless the words say school or academic
  year (1 September to 31 July). A quarter is financial beside such a year, else calendar.
- Spring, summer, autumn and winter end on 31 May, 31 August, 30 November and the last day of
  February. The autumn term ends on 31 December, the spring term on 15 April, the summer term
  on 31 July. A half-term holiday is known by its month only.
- A week that is named by its first day ends on the Sunday. Easter is Good Friday to Easter
  Sunday. "End of March" is 31 March.
- "Early", "mid" and "late" fix nothing, though the last day of "late 2015" is given.
- "From 1 May" is a start: it has no latest day.
- A day or month without a year is written with the year left open (`XXXX-08-14`) and has no
  latest day, unless the document lends it the year; the deadline then says from where.
- "Bi-annually" and "bi-monthly" have no rule: they are twice to some, every two to others.
  Terms are taken to end in April, July and December, half terms also in February, May and
  October; "twice a year" is every six months.
- A status with a day ("Completed January 2016") carries that day.
- A day that no calendar has (31 June) is a date without days.
"""

WHERE = {
    "cell": "## In a deadline cell",
    "prose": "## In an action's own words, or in prose\n\n"
    "Only a time that its sentence commits to is a deadline here: not when something happened,\n"
    "how often something is already done, or a standard of practice.",
}


def page() -> str:
    """Return the page as Markdown."""
    parts = [INTRODUCTION]
    for where, block in groupby(rows(), key=lambda row: row.where):
        parts.append(WHERE[where] + "\n")
        for group, members in groupby(block, key=lambda row: row.group):
            parts.append(f"### {group}\n\n{_table(list(members))}\n")
    return "\n".join(parts)


def _table(members: list[Row]) -> str:
    lines = ["| words | deadline | kind | EDTF | latest day | rule or anchor |", "|" + "---|" * 6]
    for row in members:
        found = scan(row.text, cell=row.where == "cell")
        cells = [_cells(row.text, span) for span in found] or [["none", "", "", "", ""]]
        lines += [_line([row.text if not i else "", *cell]) for i, cell in enumerate(cells)]
    return "\n".join(lines)


def _cells(text: str, span: Span) -> list[str]:
    kind = f"{span.kind} (start)" if span.role == "start" else span.kind
    latest = span.latest.isoformat() if span.latest else ""
    extra = span.rrule or span.anchor or span.condition or ""
    return [text[span.start : span.end], kind, span.edtf or "", latest, extra]


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
