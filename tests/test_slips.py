import pytest

from pipeline.slips import slips


@pytest.mark.parametrize(
    ("word", "slip"),
    [
        ("september", "sepember"),
        ("september", "spetember"),
        ("september", "septtember"),
        ("september", "septemeber"),
        ("september", "septembar"),
        ("march", "mrach"),
        ("manager", "manger"),
    ],
)
def test_one_slip(word: str, slip: str) -> None:
    assert slip in slips(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [("march", "marc"), ("march", "murch"), ("march", "march"), ("september", "eptember")],
)
def test_another_word(word: str, other: str) -> None:
    assert other not in slips(word)


def test_short_words_have_none() -> None:
    assert not slips("june")
