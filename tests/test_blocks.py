"""Texts that know their places."""

import pickle
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models import Fragment, Location
from pipeline.placed import Place, Run, Text, carried_on, fold, join

PLACE = Place(table=1, row=2, column=3)


@given(st.text(string.printable))
def test_words_are_the_same_beside_a_letter_that_is_not_ascii(written: str) -> None:
    beside = Text(f"{written} é").words.split()
    assert Text(written).words.split() == beside[:-1]


def test_words_are_letters_and_digits_in_small_letters() -> None:
    assert Text("The Board's sub_group – 2014/15").words == "the board s sub group 2014 15"
    assert Text("The Board's sub_group, 2014/15").words == "the board s sub group 2014 15"


def test_a_cut_of_nothing_but_white_space_is_empty() -> None:
    text = fold([Run("By June", PLACE, 4, 11)])
    assert text.cut(2, 3) == Text()
    assert text.cut(3, 3) == Text()


def test_runs_of_one_place_are_one_fragment_and_others_more() -> None:
    below = PLACE._replace(line=1)
    text = fold([Run("By ", PLACE, 4, 7), Run("30", PLACE, 7, 9), Run(" June", below, 20, 25)])
    found = text.location().fragments
    assert [(one.row, one.start, one.end) for one in found] == [(2, 4, 9), (2, 21, 25)]
    assert join([text]) is text
    assert not join([]).location().fragments


def test_a_location_is_as_if_it_had_been_checked() -> None:
    run = Run("June", PLACE, edges=(50.123, 55.0, 55.0, 60.987), top=10.0, bottom=20.0)
    found = Text("June", ((0, run),)).location()
    checked = Location.model_validate(found.model_dump())
    assert found == checked
    assert hash(found) == hash(checked)
    assert found.model_dump_json() == checked.model_dump_json()
    assert repr(pickle.loads(pickle.dumps(found))) == repr(checked)  # noqa: S301
    assert found.model_copy(update={"fragments": ()}) == Location()
    assert found.fragments[0].model_fields_set == set(Fragment.model_fields)


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("plans for life-", "story work", "plans for life-story work"),
        ("the review of assess\u2010", "ments is late", "the review of assessments is late"),
        ("children and/", "or carers", "children and/or carers"),
        ("the board -", "and its chair", "the board - and its chair"),
        ("multi‐", "Agency", "multi‐Agency"),
        ("a whole", "sentence", "a whole sentence"),
    ],
)
def test_the_rest_of_a_line_is_put_behind_its_beginning(above: str, below: str, whole: str) -> None:
    texts = [Text(words, ((0, Run(words, PLACE, 0, len(words))),)) for words in (above, below)]
    joined = carried_on(*texts)
    assert joined.text == whole
    assert all(joined.text.startswith(run.text, at) for at, run in joined.runs)
