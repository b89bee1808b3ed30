"""What changed between two drafts, as the terminal shows it."""

import pytest

from pipeline.changes.models import (
    Change,
    Changes,
    DeadlineChange,
    FindingChanges,
    OwnerChange,
    Rewording,
)
from pipeline.writers.changes import render
from tests.stub import findings
from tests.writers.readings import READING


def text(*changes: Change, info: bool = False, **found: object) -> str:
    made = Changes(old="a", new="b", changes=changes, findings=FindingChanges.model_validate(found))
    return render(made, READING, READING, info)


def changed(**more: object) -> Change:
    values = {"unit": "action", "kind": "changed", "old": "1.1.2", "new": "1.1.1", "area": "1.1"}
    return Change.model_validate({"text": "Write", **values, **more})


def test_an_action_that_moved_says_from_where() -> None:
    out = text(changed(moved=True, old="1.2.1"))
    assert "Actions   1 moved" in out
    assert "Area 1.1  Case records\n  Action 1.1.1 (was 1.2.1): Write" in out
    assert "    Moved from area 1.2 of the older draft." in out


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, " (1 day later)"),
        (-2, " (2 days earlier)"),
        (1461, " (1,461 days later)"),
        (0, ""),
        (None, ""),
    ],
)
def test_how_far_a_deadline_moved_is_said(days: int | None, words: str) -> None:
    out = text(changed(deadline=DeadlineChange(old="ASAP", new=None, days=days)))
    assert f"    Deadline: ASAP -> none{words}\n" in out


def test_rewordings_say_how_grave_they_are() -> None:
    slight = Rewording(marked="Write [-file-] {+files+}", slight=("files",))
    assert "Reworded slightly: Write [-file-]" in text(changed(rewording=slight))
    plain = Rewording(marked="Write {+two+} files", added=("two",))
    assert "    Reworded: Write {+two+} files" in text(changed(rewording=plain))


def test_owners_that_came_or_went_are_named() -> None:
    out = text(changed(owners=OwnerChange(old=(), new=("Head", "Nurse"))))
    assert "Owner: nobody -> Head; Nurse" in out


def test_an_area_without_words_has_a_heading_too() -> None:
    gone = Change(unit="area", kind="removed", old="9.9")
    assert "Removed area 9.9  (no words)" in text(gone)


def test_findings_for_information_are_shown_when_asked_for() -> None:
    every = findings().findings
    out = text(new=every)
    assert "Findings  3 new, 0 fixed, 0 still there" in out
    assert "Note" not in out
    out = text(fixed=every, info=True)
    assert "Findings  0 new, 4 fixed" in out
    assert "Fixed since the older draft\n  Error 1.2: Nobody is named. [OWN001]" in out
    assert "  Note 1.1: It is wide. [DUE007]" in out
