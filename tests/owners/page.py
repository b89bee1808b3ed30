"""The page of documentation that shows what is read as an owner: generated from the tests."""

from itertools import groupby

from tests.owners.rows import Row, rows

INTRODUCTION = """\
# Owners

Written by `make generate` from the tests' rows.

Who is named to act is read from head nouns and structure, not from a list of every post: the
noun says what an owner is (Manager, Board, Council), and what stands around it says where it
begins and ends. The nouns, short forms and connectives are in `pipeline/data/roles.toml`.

Each owner is shown with its kind: *post*, *person*, *group*, *organisation*, *initials*, or
*unknown*. *lead* marks who is said to lead, *placeholder* that nobody is named yet.
"""
CELLS = """\
## In an owner's cell

Everything in the cell that could be an owner is one; connectives ("led by", "with", "/") are
none, nor is one who is only told ("reporting to …").
"""
ACTIONS = """\
## In an action's own words

Only who the words say will act: the subject of "to", "will" or "must", whoever is said to
lead, or who is to do what is to be done. One acted upon is no owner.
"""


def page() -> str:
    """Return the page."""
    return "\n".join([INTRODUCTION, CELLS, *_tables("cells"), ACTIONS, *_tables("actions")])


def _tables(name: str) -> list[str]:
    lines: list[str] = []
    for heading, group in groupby(rows(name), key=lambda row: row.heading):
        lines += [f"### {heading}\n", "| words | read as |", "| --- | --- |"]
        lines += [_line(row) for row in group]
        lines.append("")
    return lines


def _line(row: Row) -> str:
    words = row.text.replace("\n", " ⏎ ").replace("|", "\\|")
    owners = row.owners.replace("\n", " ").replace("|", "\\|").replace("<", "(").replace(">", ")")
    return f"| {words} | {'should be: ' if row.gap else ''}{owners} |"
