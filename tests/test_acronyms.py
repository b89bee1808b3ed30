import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.acronyms import scan

EVIDENCE = Path(__file__).parents[2] / "shared" / "evidence"

# text, the short forms and their words
ROWS: list[tuple[str, list[tuple[str, str]]]] = [
    ("the Northshire Exploitation Board (NEB) met", [("NEB", "Northshire Exploitation Board")]),
    (
        "Lost, Exploited and Trafficked group (LET)",
        [("LET", "Lost, Exploited and Trafficked group")],
    ),
    ("Home Visiting Officers (HVOs) must", [("HVO", "Home Visiting Officers")]),
    ("Home Visiting Officers (HVO's) must", [("HVO", "Home Visiting Officers")]),
    ("a Multi-Agency Advice Hub (MAAH)", [("MAAH", "Multi-Agency Advice Hub")]),
    ("Head of Faculty (HoF)", [("HoF", "Head of Faculty")]),
    ("Black, Asian and minority ethnic (BAME)", [("BAME", "Black, Asian and minority ethnic")]),
    ("Early Years Co-ordinator (EYCo)", [("EYCo", "Early Years Co-ordinator")]),
    ("Strategic Advice Board (the SAB)", [("SAB", "Strategic Advice Board")]),
    ("Strategic Advice Board (‘SAB’)", [("SAB", "Strategic Advice Board")]),
    ("Local Advice Board (LAB, the Board)", [("LAB", "Local Advice Board")]),
    ("NIPT (not in paid training)", [("NIPT", "not in paid training")]),
    ("Ann Green (AG)", [("AG", "Ann Green")]),
    ("AG = Ann Green, Head of Housing", [("AG", "Ann Green, Head of Housing")]),
    ("Key: AG – Ann Green; BF – Bob Field", [("AG", "Ann Green"), ("BF", "Bob Field")]),
    ("Key: AG – Ann Green, BF – Bob Field", [("AG", "Ann Green"), ("BF", "Bob Field")]),
    (
        "Key to initials: HT: Headteacher, AG: Ann Green",
        [("HT", "Headteacher"), ("AG", "Ann Green")],
    ),
    (
        "LAB – Local Advice Board\nPEG – Parent Engagement Group",
        [("LAB", "Local Advice Board"), ("PEG", "Parent Engagement Group")],
    ),
    (
        "KEY: HT head, EYL early years lead",
        [("HT", "head"), ("EYL", "early years lead")],
    ),
    (
        "Key: SMA service manager, assessment; PSW Principal Social Worker.",
        [("SMA", "service manager, assessment"), ("PSW", "Principal Social Worker")],
    ),
    ("LAB Local Advice Board", [("LAB", "Local Advice Board")]),
    ("HSP Health and Support Partnership", [("HSP", "Health and Support Partnership")]),
    ("LAB Report of the Local Advice Board", []),
    ("SEND Improvement Board", []),
    ("Key: RAG ratings are weekly", []),
    ("Key: RED late, AMBER at risk, GREEN on time", []),
    ("SMT = Senior Management Team.", [("SMT", "Senior Management Team")]),
    ("The plan (PEG) is", []),
    ("Lead: AG – review", []),
    ("Area LAB – Send everything", []),
    ("the Board (see page 3)", []),
    ("(PEG)", []),
    ("PEG (see annex)", []),
    ("no definition here", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_definition(text: str, expected: list[tuple[str, str]]) -> None:
    found = scan(text)
    assert [(one.short, one.long) for one in found] == expected
    assert all(one.long in text[one.start : one.end] for one in found)
    assert all(one.short in text[one.start : one.end] for one in found)


def test_the_place_holds_both_forms() -> None:
    text = "See the Local Advice Board (LAB) for this."
    (found,) = scan(text)
    assert text[found.start : found.end] == "Local Advice Board (LAB)"


@given(st.text(alphabet="AaBb Cc(),.-–=:;\n'’&", max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_places_inside_it(text: str) -> None:
    for one in scan(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.long in text[one.start : one.end]


@pytest.mark.parametrize("piece", ["AB (AB) ", "A", "AB = ", "AB – Ab ", "(", "a (AAAAAAAA) "])
def test_long_nonsense_takes_no_longer_than_its_length(piece: str) -> None:
    start = time.process_time()
    scan(piece * (50_000 // len(piece)))
    assert time.process_time() - start < 5


@pytest.mark.skipif(not EVIDENCE.is_dir(), reason="../shared/evidence is not there")
def test_the_real_statement() -> None:
    text = (EVIDENCE / "statements" / "hartlepool-2014.txt").read_text(encoding="utf-8")
    assert {one.short for one in scan(text)} == {"IRO", "HSCB", "VEMT"}
