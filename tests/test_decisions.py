"""The files in which people write what they decided, and every mistake in them that is told."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import decisions
from pipeline.configuration import configure
from pipeline.errors import SettingsError
from pipeline.models import Acceptance, Correction
from pipeline.settings import Settings

WHO = 'reason = "Agreed"\nby = "A. Officer"\non = 2026-05-01\n'
DAY = date(2026, 5, 1)


def written(folder: Path, text: str, name: str = decisions.CORRECTIONS) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder


def acceptance(key: str = "a1", **more: str) -> Acceptance:
    return Acceptance.model_validate(
        {"key": key, "reason": "Agreed", "by": "A. Officer", "on": DAY, **more}
    )


def test_without_files_nothing_was_decided(tmp_path: Path) -> None:
    assert (decisions.accepted(tmp_path), decisions.corrections(tmp_path)) == ((), ())
    assert configure(tmp_path, {}).settings == Settings()


def test_all_that_can_be_accepted_is_read(tmp_path: Path) -> None:
    text = f'[[accepted]]\nkey = "a1"\n{WHO}code = "OWN001"\nwords = "1.2: Nobody"\nplan = "a*"\n'
    folder = written(tmp_path, text, decisions.ACCEPTED)
    wanted = acceptance(code="OWN001", words="1.2: Nobody", plan="a*")
    configuration = configure(folder, {})
    assert configuration.settings.accepted == (wanted,)
    told = configuration.values["accepted"]
    assert (told.value, told.origin) == (1, str(folder / decisions.ACCEPTED))
    assert "corrections" not in configuration.values


def test_all_that_can_be_corrected_is_read(tmp_path: Path) -> None:
    text = (
        f'[[correction]]\nkey = "a"\nowners = "Head of Quality"\ndeadline = "1 May 2026"\n'
        f'themes = ["eet"]\nlinks = ["o1", "d1"]\n{WHO}'
        f'[[correction]]\ntable = 1\nheader = ""\nrole = "owner"\n{WHO}'
        f'[[correction]]\ntable = 2\ncolumn = 3\nrole = "status"\nplan = "plan-2.docx"\n{WHO}'
    )
    first, second, third = configure(written(tmp_path, text), {}).settings.corrections
    assert (first.owners, first.deadline, first.themes) == (
        ("Head of Quality",),
        "1 May 2026",
        ("eet",),
    )
    assert (first.links, first.by, first.on) == (("o1", "d1"), "A. Officer", DAY)
    assert (second.table, second.header, second.role) == (1, "", "owner")
    assert (third.column, third.plan) == (3, "plan-2.docx")


def test_only_the_folder_of_the_plan_counts(tmp_path: Path) -> None:
    written(tmp_path, f'[[accepted]]\nkey = "a1"\n{WHO}', decisions.ACCEPTED)
    (tmp_path / "inner").mkdir()
    assert configure(tmp_path / "inner", {}).settings.accepted == ()


def test_a_file_that_windows_wrote_is_read(tmp_path: Path) -> None:
    text = f'[[accepted]]\nkey = "a1"\n{WHO}'.replace("\n", "\r\n")
    (tmp_path / decisions.ACCEPTED).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert decisions.accepted(tmp_path) == (acceptance(),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[correction]", "cannot be read"),
        ("gate = 1", 'unknown key "gate". It holds [[correction]] tables.'),
        ('[correction]\nkey = "a"', "every entry must begin with [[correction]]"),
        ("correction = 1", "every entry must begin with [[correction]]"),
        ('[[correction]]\nkey = "a"', "entry 1: reason is missing."),
        (
            f'[[correction]]\nkey = "a"\nthemes = "x"\n{WHO}\n[[correction]]\nkey = "b"',
            "entry 2: reason",
        ),
        (f'[[correction]]\nkey = "a"\n{WHO}dedline = "x"', 'key "dedline". Did you mean deadline'),
        (f'[[correction]]\nkey = "a"\n{WHO}zzzz = "x"', "It may hold key, owners, deadline"),
        (f'[[correction]]\nkey = " "\n{WHO}deadline = "x"', "key is empty"),
        (f'[[correction]]\nkey = "a"\n{WHO}owners = [""]', "owners is empty"),
        (f'[[correction]]\nkey = "a"\n{WHO}owners = [1]', 'owners must be a list such as ["one"'),
        (f"[[correction]]\nkey = 1\n{WHO}", "key must be words in quotes"),
        (f'[[correction]]\nkey = "a"\n{WHO}', "must have owners, deadline, themes or links"),
        (f"[[correction]]\n{WHO}", "must have either a key or a table"),
        (f'[[correction]]\nkey = "a"\ntable = 1\n{WHO}', "must have either a key or a table"),
        (f'[[correction]]\nkey = "a"\nrole = "owner"\n{WHO}', "go with a table, not with a key"),
        (f'[[correction]]\ntable = 1\nheader = "x"\n{WHO}', "role is missing"),
        (f'[[correction]]\ntable = 1\nrole = "owner"\n{WHO}', "header, or the number, of its"),
        (
            f'[[correction]]\ntable = 1\nheader = "x"\ncolumn = 1\nrole = "owner"\n{WHO}',
            "header, or the number, of its",
        ),
        (
            f'[[correction]]\ntable = 1\nheader = "x"\nrole = "owner"\nowners = "x"\n{WHO}',
            "go with a key, not with a table",
        ),
        (f'[[correction]]\ntable = 1\nheader = "x"\nrole = "boss"\n{WHO}', "role must be one of"),
        (f'[[correction]]\ntable = "1"\nheader = "x"\nrole = "owner"\n{WHO}', "table's number"),
        (
            '[[correction]]\nkey = "a"\nowners = "x"\nreason = "x"\nby = "y"\non = "2026-05-01"',
            "on must be a day such as 2026-05-23, without quotes",
        ),
        (
            '[[correction]]\nkey = "a"\nowners = "x"\nreason = "x"\nby = "y"\non = 2026-05-01T09:00:00',
            "on must be a day",
        ),
    ],
)
def test_what_is_wrong_in_the_file_is_said(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(SettingsError) as raised:
        configure(written(tmp_path, text), {})
    said = str(raised.value)
    assert words in said
    assert decisions.CORRECTIONS in said
    assert "\n" not in said or "cannot be read" in said


def test_a_file_of_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / decisions.ACCEPTED).write_bytes("[[accepted]]\n".encode("utf-16"))
    with pytest.raises(SettingsError, match="cannot be read"):
        decisions.accepted(tmp_path)


def test_what_is_accepted_is_added_to_what_was(tmp_path: Path) -> None:
    first, second = acceptance("a1", code="OWN001"), acceptance("a2", words='1.2: "ASAP"')
    path = decisions.accept(tmp_path, (first,))
    before = path.read_text("utf-8")
    decisions.accept(tmp_path, (second,))
    after = path.read_text("utf-8")
    assert after.startswith(before)
    assert after.startswith("# Findings that were accepted")
    assert decisions.accepted(tmp_path) == (first, second)


def test_a_file_without_a_last_line_end_is_added_to(tmp_path: Path) -> None:
    written(tmp_path, f'[[accepted]]\nkey = "a1"\n{WHO}'.rstrip(), decisions.ACCEPTED)
    decisions.accept(tmp_path, (acceptance("a2"),))
    assert [one.key for one in decisions.accepted(tmp_path)] == ["a1", "a2"]


def test_a_file_that_is_not_understood_is_left_alone(tmp_path: Path) -> None:
    written(tmp_path, "nonsense", decisions.ACCEPTED)
    with pytest.raises(SettingsError):
        decisions.accept(tmp_path, (acceptance(),))
    assert (tmp_path / decisions.ACCEPTED).read_text("utf-8") == "nonsense"


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be written"):
        decisions.accept(tmp_path / "missing", (acceptance(),))


@given(st.text(min_size=1).filter(str.strip))
def test_any_words_come_back_as_they_were(words: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        sane = words.encode("utf-8", "replace").decode()
        wanted = acceptance(reason=sane) if sane.strip() else acceptance()
        decisions.accept(Path(name), (wanted,))
        assert decisions.accepted(Path(name)) == (wanted,)


def test_a_pattern_says_which_plans_a_decision_is_for() -> None:
    mine, other, all_ = acceptance(plan="PLAN-*.docx"), acceptance(plan="x.docx"), acceptance()
    column = Correction(
        table=1, header="x", role="owner", reason="r", by="b", on=DAY, plan="plan-2.docx"
    )
    settings = Settings(accepted=(mine, other, all_), corrections=(column,))
    found = settings.concerning("plan-2.docx")
    assert (found.accepted, found.corrections) == ((mine, all_), (column,))
    assert settings.concerning("plan-3.docx").corrections == ()


def test_the_examples_of_the_manual_are_understood(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "decisions.md").read_text("utf-8")
    accepted, corrections = re.findall(r"```toml\n(.*?)```", page, re.S)
    written(tmp_path, accepted, decisions.ACCEPTED)
    written(tmp_path, corrections)
    assert len(decisions.accepted(tmp_path)) == page.count("[[accepted]]") == 1
    assert len(decisions.corrections(tmp_path)) == page.count("[[correction]]") == 4
