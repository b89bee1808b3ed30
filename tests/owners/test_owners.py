import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.owners import Span, key_of, scan
from tests.owners.page import page
from tests.owners.rows import Row, rendered, rows

PAGE = Path(__file__).parents[2] / "docs" / "owners.md"
KNOWN = {
    "NRG": "Neglect Reference Group",
    "VELP": "Vulnerable, Exploited and Lost Persons group",
    "IPO": "Independent Placement Officers",
    "AG": "Ann Green, Head of Housing",
    "EDR": "Eastborough Drug Rehab",
}


def _table(name: str) -> list[object]:
    return [
        pytest.param(
            row, id=row.text[:60], marks=[pytest.mark.xfail(strict=True)] if row.gap else []
        )
        for row in rows(name)
    ]


@pytest.mark.parametrize("row", _table("cells"))
def test_cell(row: Row) -> None:
    assert rendered(row.text, scan(row.text, cell=True)) == row.owners


@pytest.mark.parametrize("row", _table("actions"))
def test_action(row: Row) -> None:
    assert rendered(row.text, scan(row.text)) == row.owners


def test_the_tables_are_long_enough() -> None:
    assert len(list(rows("cells"))) >= 200
    assert len(list(rows("actions"))) >= 90


def test_the_page_is_what_the_tables_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make generate"


def one(text: str, *, cell: bool = True) -> Span:
    (found,) = scan(text, cell=cell, known=KNOWN)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "expansion"),
    [
        ("NRG", "group", "Neglect Reference Group"),
        ("the NRG", "group", "Neglect Reference Group"),
        ("IPO's", "post", "Independent Placement Officers"),
        ("IPOs", "post", "Independent Placement Officers"),
        ("AG", "initials", "Ann Green, Head of Housing"),
        ("EDR", "initials", None),
        ("ZW", "initials", None),
        ("VELP practice group", "group", None),
    ],
)
def test_short_forms_that_the_document_explains(
    text: str, kind: str, expansion: str | None
) -> None:
    if text == "EDR":
        expansion = KNOWN["EDR"]
    assert (one(text).kind, one(text).expansion) == (kind, expansion)


def test_a_known_short_form_can_be_the_subject_of_an_action() -> None:
    assert one("VELP to meet each month", cell=False).kind == "group"
    assert scan("VELP to meet each month") == ()


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        ("Ann Green, Head of Quality", "Ann Green", "Head of Quality"),
        ("Head of Quality (Ann Green)", "Ann Green", "Head of Quality"),
        ("Headteacher: Ann Green", "Ann Green", "Headteacher"),
        ("Dr Marsh Medical Director", "Dr Marsh", "Medical Director"),
        ("Cllr Green", "Cllr Green", None),
        ("Team Manager: Duty", None, "Team Manager: Duty"),
        ("Head of Service (vacant)", None, "Head of Service"),
        ("Partnership Board", None, None),
    ],
)
def test_who_holds_which_post(text: str, person: str | None, post: str | None) -> None:
    assert (one(text).person, one(text).post) == (person, post)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Performance and Quality sub group", "Performance & Quality Sub-Group"),
        ("Performance and Quality sub group", "performance and quality subgroups"),
        ("Team Manager", "Team Managers"),
        ("The Headteacher", "Head teacher"),
        ("IRO's", "IROs"),
        ("Children's Services", "Childrens Services"),
        ("Human Resources Dept", "Human Resources Department"),
        ("Training Co-ordinator", "Training Coordinator"),
        ("Senior Officers Group (SOG)", "Senior Officers Group"),
        ("Vice-Chair of Governors", "Vice Chair of Governors"),
        ("Asst. Director", "Assistant Director"),
        ("Governors’ Panel", "Governors' Panel"),
        ("P.T.A. members", "PTA members"),
        ("AG (lead)", "AG"),
    ],
)
def test_one_owner_has_one_key(left: str, right: str) -> None:
    assert key_of(left) == key_of(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Team Manager", "Service Manager"),
        ("Head of Quality (Ann Green)", "Head of Quality (Bob Field)"),
        ("Northshire Board", "Eastborough Board"),
        ("AG", "ZW"),
        ("-", "??"),
    ],
)
def test_two_owners_have_two_keys(left: str, right: str) -> None:
    assert key_of(left) != key_of(right)


@pytest.mark.parametrize(
    "text", ["or nominee", "and or nominee", "Clerk, or nominee", "or deputy / SLT"]
)
def test_a_stand_in_alone_is_nobody(text: str) -> None:
    assert all(span.kind in ("post", "group") for span in scan(text, cell=True))


WORDS = [row.text for row in rows("cells")] + [row.text for row in rows("actions")]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        [" / ", ", ", " and ", " & ", ": ", " - ", " (", ")", "\n", " to ", " led by ", "."]
    ),
    st.text(max_size=12),
)


@given(st.lists(PIECES, max_size=6).map("".join), st.booleans())
@settings(max_examples=300, deadline=None)
def test_owners_stand_in_order_and_apart(text: str, cell: bool) -> None:
    found = scan(text, cell=cell, known=KNOWN)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in found)
    assert found == scan(text, cell=cell, known=KNOWN)


SURE = [row.text for row in rows("cells") if row.heading in ("One post", "Organisations")]
SINGLE = [text for text in SURE if len(scan(text, cell=True)) == 1]


@given(st.lists(st.sampled_from(SINGLE), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_owners_in_a_list_are_the_owners_apart(owners: list[str]) -> None:
    text = "; ".join(owners)
    assert len(scan(text, cell=True)) == len(owners)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_a_key_is_stable(text: str) -> None:
    assert key_of(key_of(text)) == key_of(text)
    assert key_of(text.upper()) == key_of(text.lower()) or not text.isascii()


@pytest.mark.parametrize("cell", [True, False])
@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "Head of ",
        "(",
        ") ",
        "AG ",
        "A, ",
        "and ",
        "/",
        " ",
        "to be ",
        "Ann ",
        "x and ",
        "1. ",
        "Team Managers to ",
    ],
)
def test_long_nonsense_takes_no_longer_than_its_length(piece: str, cell: bool) -> None:
    start = time.process_time()
    scan(piece * (30_000 // len(piece)), cell=cell)
    assert time.process_time() - start < 5
