"""Near names for one that is not known."""

import pytest

from pipeline.nearest import did_you_mean

NAMES = ("OWN001", "OWN010", "vague-period", "vague-owner", "sif", "Plan A.docx")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("OWN0O1", "Did you mean OWN001 or OWN010?"),
        ("vague", "Did you mean vague-owner or vague-period?"),
        ("SFI", "Did you mean sif?"),
        ("plan a.doc", "Did you mean Plan A.docx?"),
        ("zzz", "Known: all."),
        ("", "Known: all."),
    ],
)
def test_near_names_are_asked_about(name: str, said: str) -> None:
    assert did_you_mean(name, NAMES, "Known: all.") == said
