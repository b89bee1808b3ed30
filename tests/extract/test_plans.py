"""Whole plans of many layouts, as people type, export and copy them, against outlines by hand.

Every file of `plans/` has its outline beside it, written before the plan was read.
"""

from collections import Counter
from pathlib import Path

import pytest

from pipeline import Settings, Source, process
from pipeline.blocks import Table
from pipeline.errors import NoPlanError
from pipeline.readers import read
from tests.extract.outlines import outline
from tests.walking import kept, slices, valued, words

PLANS = sorted(
    path for path in (Path(__file__).parent / "plans").iterdir() if path.suffix != ".outline"
)
parametrised = pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])


@parametrised
def test_what_a_careful_reader_finds(path: Path) -> None:
    statement = process(Source(path.name, path.read_bytes()), Settings()).statement
    wanted = path.with_suffix(".outline").read_text("utf-8").splitlines()
    assert outline(statement) == wanted


@parametrised
def test_no_word_of_a_table_is_lost(path: Path) -> None:
    source = Source(path.name, path.read_bytes())
    tables = (one for one in read(source, Settings()).blocks if isinstance(one, Table))
    lines = (line for table in tables for cell in table.cells for line in cell.lines)
    wanted = Counter(word for line in lines for text in (line.label, line.text)
                     for word in words(text.text))  # fmt: skip
    assert not wanted - kept(process(source, Settings()).statement)


@parametrised
def test_every_value_stands_where_it_says(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    statement = process(Source(path.name, path.read_bytes()), Settings()).statement
    assert [
        (said, slices(text, place))
        for said, place in valued(statement)
        if slices(text, place) != said
    ] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_encoding_does_not_matter(encoding: str, end: str) -> None:
    text = (
        "Area for improvement\tAction\tLead\tBy when\n"
        "Children’s views – recorded late\tUse the “My views” form\tIRO Manager\t30 June 2014\n"
    )
    source = Source("plan.txt", text.replace("\n", end).encode(encoding))
    assert outline(process(source, Settings()).statement) == [
        "== -",
        "= Children’s views – recorded late",
        "* Use the “My views” form > IRO Manager @ 30 June 2014",
    ]


def test_brackets_in_a_report_make_no_plan_of_it() -> None:
    text = """Report of the Director (Children's Services)

The council was inspected in May 2023 (published July 2023).
The panel (chaired by the Leader) met in June 2023.

- Staff turnover fell (from 20% to 12%)
- A new manager started (Team Manager, June 2023)
- The board (partners) agreed the figures
"""
    with pytest.raises(NoPlanError):
        process(Source("report.txt", text.encode()), Settings())
