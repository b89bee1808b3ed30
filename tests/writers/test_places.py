"""Places in words."""

import pytest

from pipeline.models import Fragment, Location
from pipeline.writers.places import line_of, line_starts, where


@pytest.mark.parametrize(
    ("fragments", "words"),
    [
        ([], ""),
        ([{}], ""),
        ([{"page": 3}], "page 3"),
        ([{"page": 3, "table": 2, "row": 5}], "page 3, table 2, row 5"),
        ([{"page": 3, "table": 2, "row": 5}, {"page": 4}], "pages 3 and 4, table 2, row 5"),
        ([{"page": 3}, {"page": 5}, {"page": 4}], "pages 3, 4 and 5"),
        ([{"page": page} for page in (2, 4, 6, 8)], "pages 2 to 8"),
        ([{"table": 1}], "table 1"),
        ([{"sheet": "Actions", "row": 7, "cell": "B7"}], "sheet Actions, B7"),
        ([{"sheet": "Actions", "row": 7}], "sheet Actions, row 7"),
        ([{"sheet": "Actions"}], "sheet Actions"),
        ([{"paragraph": 12}], "paragraph 12"),
    ],
)
def test_a_place_is_said_as_the_reader_of_the_file_finds_it(
    fragments: list[dict[str, object]], words: str
) -> None:
    assert where(Location.model_validate({"fragments": fragments})) == words


def test_plain_text_has_lines() -> None:
    breaks = line_starts("one\ntwo\r\nthree\rfour")
    assert breaks == (0, 4, 9, 15)
    assert [line_of(at, breaks) for at in (0, 3, 4, 8, 9, 15, 18)] == [1, 1, 2, 2, 3, 4, 4]
    here = Fragment(start=4, end=6)
    assert where(Location(fragments=(here,)), breaks) == "line 2"
    far = Fragment(start=15, end=16)
    assert where(Location(fragments=(here, far)), breaks) == "lines 2 to 4"
    assert where(Location(fragments=(Fragment(table=1, row=2),)), breaks) == "table 1, row 2"


def test_odd_white_space_ends_no_line() -> None:
    assert line_starts("a\u2028b\x0cc\x0bd") == (0,)
