"""Tables aligned with spaces in plain text, and text with as many spaces that is none."""

import pytest

from pipeline.blocks import Source, Table
from pipeline.readers import read
from pipeline.settings import Settings

HEAD = "Ref  Action              Lead              By when\n"
FIRST = "1    Train all staff     Head of Service   May 2026\n"
SECOND = "2    Audit ten files     QA Manager        June 2026\n"


def tables(text: str) -> list[list[list[str]]]:
    blocks = read(Source("plan.txt", text.encode()), Settings()).blocks
    found = []
    for table in (block for block in blocks if isinstance(block, Table)):
        assert table.guessed
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            words = " / ".join(line.label.text + line.text.text for line in cell.lines)
            rows.setdefault(cell.row, []).append(words)
        found.append(list(rows.values()))
    return found


TRAIN = ["1", "Train all staff", "Head of Service", "May 2026"]
AUDIT = ["2", "Audit ten files", "QA Manager", "June 2026"]
ROWS = [
    (HEAD + FIRST + SECOND, [TRAIN, AUDIT]),
    (HEAD + "---  ------              ----              -------\n" + FIRST + SECOND, [TRAIN, AUDIT]),
    (HEAD + FIRST + "     in recording        (North)\n" + SECOND,
     [["1", "Train all staff in recording", "Head of Service (North)", "May 2026"], AUDIT]),
    (HEAD + FIRST + "\n     - in the north\n" + SECOND,
     [["1", "Train all staff / -in the north", "Head of Service", "May 2026"], AUDIT]),
    (HEAD + FIRST + "Priority 2: Plans for children\n" + SECOND,
     [TRAIN, ["Priority 2: Plans for children"], AUDIT]),
    (HEAD + FIRST + SECOND + "The board monitors this plan.\n", [TRAIN, AUDIT]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows(text: str, rows: list[list[str]]) -> None:
    assert [table[1:] for table in tables(text)] == [rows]


def test_a_table_goes_on_over_the_foot_of_a_page() -> None:
    third = "3    Write to parents    Comms Manager     July 2026\n"
    found = tables(HEAD + FIRST + SECOND + "\n              Page 1 of 2\n\n" + third)
    assert found[1:] == [[["3", "Write to parents", "Comms Manager", "July 2026"]]]


def test_headings_of_two_lines() -> None:
    found = tables(HEAD + "                         officer\n" + FIRST + SECOND)
    assert found[0][0] == ["Ref", "Action", "Lead officer", "By when"]


NONE = [
    HEAD,
    HEAD + FIRST,
    HEAD + "The council trained all of its staff, and every head of service, in May.\n" * 3,
    HEAD + FIRST.replace("   Head", "Head") + SECOND.replace("   QA", "QA"),
    "Name          Team           Telephone\nA Person      North          01234\nB Person   C   D\n",
    "We have  looked at  what you said,  and the lead officer  will reply.\n" * 4,
    "Lead   Action   Deadline of 2026\n1      Train    May\n2      Audit    June\n",
]


@pytest.mark.parametrize("text", NONE)
def test_text_that_is_no_table(text: str) -> None:
    assert tables(text) == []


ANEW = [  # the next page of a table, which sets its columns anew, and what is read of it
    ("\f3   Visit all homes        Lead Officer     July 2026\n",
     [["3", "Visit all homes", "Lead Officer", "July 2026"]]),
    ("Page 1\n\n\f3   Visit all homes        Lead Officer     July 2026\n"
     "    in the south           (Acting)\n",
     [["3", "Visit all homes in the south", "Lead Officer (Acting)", "July 2026"]]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "rows"), ANEW)
def test_a_page_may_set_the_columns_anew(page: str, rows: list[list[str]]) -> None:
    assert tables(HEAD + FIRST + SECOND + page)[1:] == [rows]


AREAS = "Area         Action              Lead              By when\n"
ROW = "Training     Train all staff     Head of Service   May 2026\n"
NEXT = "             Audit ten files     QA Manager        June 2026\n"


def test_a_page_may_lack_the_column_of_areas() -> None:
    page = "\fVisit all homes    Lead Officer     July 2026\nand clinics\n"
    row = ["", "Visit all homes and clinics", "Lead Officer", "July 2026"]
    assert tables(AREAS + ROW + NEXT + page)[1:] == [[row]]


STRAY = [  # no columns that are known: as many words as there are, reported
    ("3  Visit all      Lead Officer July 2026      In every team\nhomes\n",
     ["3 Visit all Lead Officer July 2026 In every team", "homes"]),
    ("\ffiles        Manager\nin every team\nThe board meets.\n",
     ["files Manager", "in every team", "The board meets."]),
    ("\ffiles        Manager\nx\ty\tz\n", ["files Manager"]),
    ("\f3   Visit all homes    July 2026      Lead Officer\n\n\fThe board meets.\n",
     ["3 Visit all homes July 2026 Lead Officer"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "words"), STRAY)
def test_what_goes_on_out_of_step_is_reported(page: str, words: list[str]) -> None:
    text = HEAD + FIRST + SECOND + page
    document = read(Source("plan.txt", text.encode()), Settings())
    assert [one.text for one in document.stray] == words


@pytest.mark.parametrize(
    "page", ["\n\nx\ty\tz\n", "\fThe board monitors this plan.\n", "\n\n\fKey\n", "x\n" * 9]
)
def test_what_follows_a_table_is_not_its_next_page(page: str) -> None:
    document = read(Source("plan.txt", (HEAD + FIRST + SECOND + page).encode()), Settings())
    assert document.stray == ()


WRAPPED = "Cause of     Planned             Responsible       By when\nconcern      action              officer\n"


def test_headings_may_go_on_in_the_next_line() -> None:
    text = WRAPPED + ROW + NEXT
    heads = ["Cause of concern", "Planned action", "Responsible officer", "By when"]
    assert tables(text)[0][0] == heads


DATED = "Training     Train all staff     Head of Service   1 April 2026 / 11\n" \
        "in visits    every year                            May 2026\n"  # fmt: skip


def test_a_month_below_its_day_begins_no_row() -> None:
    (table,) = tables(AREAS + DATED + ROW + NEXT)
    assert table[1][-1] == "1 April 2026 / 11 May 2026"


def test_other_headings_begin_another_table() -> None:
    other = "Action              Lead              Due date\n"
    rows = "Train all staff     Head of Service   May 2026\nAudit ten files     QA Manager        June 2026\n"
    assert len(tables(AREAS + ROW + NEXT + "\n" + other + rows)) == 2


def test_headings_above_lines_out_of_step_are_reported() -> None:
    text = (
        HEAD
        + FIRST
        + SECOND
        + "\nThen\n\nAction    Lead    By when\nTrain all staff    Head May 2026\n"
    )
    document = read(Source("plan.txt", text.encode()), Settings())
    assert [one.text for one in document.stray][-1] == "Train all staff Head May 2026"


DOUBTFUL = [
    ("", 0),
    ("3    Visit homes                           July 2026\n", 1),
    ("3    Visit homes         Lead Officer\n", 1),
    ("3    Visit homes         Lead Officer      July 2026 and May 2027\n", 1),
    ("3    and visit homes     Lead Officer      July 2026\n", 1),
    ("3    Visit homes         Lead Officer      2026\n", 1),
]


@pytest.mark.parametrize(("row", "number"), DOUBTFUL)
def test_rows_that_may_be_joined_or_cut_are_doubted(row: str, number: int) -> None:
    document = read(Source("plan.txt", (HEAD + FIRST + SECOND + row).encode()), Settings())
    assert [one.kind for one in document.remarks] == ["guessed-columns"] * number
