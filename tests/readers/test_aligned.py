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


def test_a_line_that_counts_the_line_below_it_ends_a_table() -> None:
    again = HEAD + FIRST + SECOND
    found = tables(f"{again}Objective 2\nPlans are not seen often enough.\n{again}")
    assert [table[1:] for table in found] == [[TRAIN, AUDIT]] * 2


TIGHT = [  # lines that leave a column no room before it, and what is read of each
    ("2    Audit the ten filesQA Manager", "June 2026", None),  # no space parts them
    ("2    Audit the new files QA Manager", "June 2026", ["Audit the new files", "QA Manager"]),
    ("2    Audit ten new files Managers", "June 2026", ["Audit ten new files", "Managers"]),
    ("2    Audit every file Managers", "June 2026", ["Audit every file", "Managers"]),
    ("2    Audit ten files    QA Manager", "June 2026", ["Audit ten files", "QA Manager"]),
    ("2    Audit ten files  QA Manager", "June 2026", None),  # too far to be sure
    ("2    Audit ten files     QA Manager North", "June 2026",
     ["Audit ten files", "QA Manager North"]),
    ("2    Audit ten files     QA Manager West 1", "June 2026",
     ["Audit ten files", "QA Manager West"]),
    ("2    Every file of the plans has been seen and read", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "date", "row"), TIGHT)
def test_a_line_that_leaves_a_column_no_room(line: str, date: str, row: list[str] | None) -> None:
    third = "3    Write to parents    Comms Manager     July 2026\n"
    found = tables(f"{HEAD}{FIRST}{third}{line:43}{date}\n")
    assert [[one[1:3] for one in table[3:]] for table in found] == [[row] if row else []]


FORM = "Action           Lead           By when\n"
FORMS = f"""Visits are late
{FORM}Map all visits   Team Manager   May 2026
Plans are poor

{FORM}Train all staff  Head of Plans  June 2026
\fin writing them
"""


def test_one_row_is_enough_below_headings_that_are_repeated() -> None:
    assert [table[1:] for table in tables(FORMS)] == [
        [["Map all visits", "Team Manager", "May 2026"]],
        [["Train all staff in writing them", "Head of Plans", "June 2026"]],
    ]


MAYBE_TWO = [
    "2    Train the new       Head of Plans     May 2026\n\fsocial workers\n",
    "2    Train all staff     Head of Plans     May 2026\n                         Quality Lead\n",
]


@pytest.mark.parametrize("text", MAYBE_TWO)
def test_a_row_that_may_be_two_leaves_a_doubt(text: str) -> None:
    read_again = read(Source("plan.txt", (HEAD + FIRST + text).encode()), Settings())
    assert [remark.kind for remark in read_again.remarks] == ["guessed-columns"]


def test_an_owner_below_a_blank_line_of_its_column_is_another() -> None:
    text = "2    Train all staff     Head of Plans     May 2026\n     in writing\n"
    found = tables(HEAD + FIRST + text + "     them                Quality Lead\n")
    assert found[0][-1][2] == "Head of Plans / Quality Lead"


def test_a_page_with_columns_of_its_own_goes_on_with_no_cell() -> None:
    """Nobody knows whether the words at its left are of the first column or of the second."""
    text = (
        "Area               Action            Responsible       By when\n"
        "Plans are late     Train all staff   Youth Manager     May 2026\n"
        "Nobody is heard    Recruit an        Head of Service   June 2026\n"
        "\fofficer for it   North\n"
    )
    found = tables(text)
    assert found[0][-1] == ["Nobody is heard", "Recruit an", "Head of Service", "June 2026"]
    assert len(found) == 1


def test_words_with_no_room_between_columns_leave_a_doubt() -> None:
    """The short word before a column may begin it."""
    text = f"{HEAD}{FIRST}{'2    Audit every file QA Manager':43}June 2026\n"
    remarks = read(Source("plan.txt", text.encode()), Settings()).remarks
    assert [remark.kind for remark in remarks] == ["guessed-columns"]


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
