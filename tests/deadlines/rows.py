"""The table of wordings that the grammar is tested on, and that its page is made from."""

import csv
from dataclasses import dataclass
from pathlib import Path

from pipeline.deadlines import Span, scan

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """A wording, where it stands (`cell` or `prose`), and what it should be read as."""

    group: str
    where: str
    text: str
    reading: str


def rows(name: str = "rows.tsv") -> list[Row]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return [Row(*line) for line in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def shown(text: str, span: Span) -> str:
    """Return a span as the table writes it: `words = kind [start] [EDTF] [..latest] [rule]`."""
    parts = [
        f"{text[span.start : span.end]} = {span.kind}",
        "start" if span.role == "start" else "",
        span.edtf or "",
        f"..{span.latest}" if span.latest else "",
        span.rrule or "",
        f"@{span.anchor}" if span.anchor else "",
        f"?{span.condition}" if span.condition else "",
    ]
    return " ".join(part for part in parts if part)


def reading(row: Row) -> str:
    spans = scan(row.text, cell=row.where == "cell")
    return " | ".join(shown(row.text, span) for span in spans) or "none"
