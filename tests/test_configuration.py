"""Settings in layers: the later word counts, and what does not exist is refused."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.configuration import configure
from pipeline.errors import SettingsError
from pipeline.profiles import Profile
from pipeline.settings import Settings


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "soa.toml").write_text(text, "utf-8")
    return folder


def test_without_a_file_what_is_built_in_holds(tmp_path: Path) -> None:
    configuration = configure(tmp_path, {})
    assert configuration.settings == Settings()
    assert configuration.gate == "warning"
    assert {value.origin for value in configuration.values.values()} == {"built in"}


def test_every_setting_can_be_written_in_the_file(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        """
        as_of = 2026-05-23
        profile = "send"
        select = ["OWN", "missing-deadline"]
        ignore = ["OWN003"]
        gate = "error"
        [severity]
        OWN001 = "warning"
        [limits]
        seconds = 1.5
        memory_bytes = 10
        source_bytes = 11
        pages = 12
        nesting = 13
        """,
    )
    configuration = configure(folder, {})
    settings = configuration.settings
    assert settings.as_of == date(2026, 5, 23)
    assert settings.profile == "send"
    assert (settings.select, settings.ignore) == (("OWN", "missing-deadline"), ("OWN003",))
    assert settings.severities == {"OWN001": "warning"}
    assert configuration.gate == "error"
    limits = settings.limits
    assert (limits.seconds, limits.memory_bytes, limits.source_bytes) == (1.5, 10, 11)
    assert (limits.pages, limits.nesting) == (12, 13)


def test_the_nearest_file_upwards_counts_alone(tmp_path: Path) -> None:
    written(tmp_path, 'gate = "error"\nprofile = "sif"')
    inner = written(tmp_path / "a" / "b", 'profile = "send"') / "c"
    inner.mkdir()
    configuration = configure(inner, {})
    assert configuration.settings.profile == "send"
    assert configuration.gate == "warning"
    assert configure(tmp_path / "a", {}).settings.profile == "sif"


def test_the_command_line_has_the_last_word(tmp_path: Path) -> None:
    folder = written(tmp_path, 'gate = "error"\nignore = ["ACT"]')
    configuration = configure(folder, {"gate": "never", "ignore": None, "limits.seconds": 3.0})
    assert configuration.gate == "never"
    assert configuration.settings.ignore == ("ACT",)
    assert configuration.settings.limits.seconds == 3.0
    assert configuration.values["gate"].origin == "command line"
    assert configuration.values["ignore"].origin == str(folder / "soa.toml")


def test_a_profile_is_shown_but_left_to_the_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = Profile("sif", "", severities={"OWN003": "error", "OWN001": "info"})
    monkeypatch.setattr("pipeline.profiles.load", lambda _: profile)
    folder = written(tmp_path, 'profile = "sif"\n[severity]\nOWN001 = "warning"')
    configuration = configure(folder, {})
    assert configuration.values["severity.OWN003"].origin == "profile sif"
    assert configuration.values["severity.OWN001"].origin == str(folder / "soa.toml")
    assert configuration.settings.severities == {"OWN001": "warning"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gatte = 1", 'unknown key "gatte". Did you mean gate'),
        ("[limits]\nsecond = 1", 'unknown key "limits.second". Did you mean limits.seconds'),
        ("zebra = 1", "It may hold as_of, profile"),
        ('[profile]\nsif = "x"', 'unknown key "profile.sif"'),
        ('gate = "fatal"', "gate must be one of error, warning, info, never, not 'fatal'"),
        ('as_of = "2026"', "as_of must be a day"),
        ("as_of = 2026-05-23T10:00:00", "as_of must be a day"),
        ("profile = 1", "profile must be a profile's name"),
        ('select = "OWN"', "select must be a list of checks"),
        ("select = [1]", "select must be a list of checks"),
        ("[limits]\npages = 0", "limits.pages must be a whole number above 0"),
        ("[limits]\npages = 1.5", "limits.pages must be a whole number above 0"),
        ("[limits]\nseconds = true", "limits.seconds must be a number above 0"),
        ('[severity]\nOWN001 = "fatal"', "severity.OWN001 must be error, warning or info"),
        ("gate =", "cannot be read"),
        ('select = ["OWN0001"]', 'There is no check "OWN0001".'),
        ('[severity]\nOWN999 = "info"', 'There is no check "OWN999".'),
        ('profile = "cif"', 'There is no profile "cif".'),
    ],
)
def test_what_is_wrong_in_the_file_is_said(tmp_path: Path, text: str, words: str) -> None:
    folder = written(tmp_path, text)
    with pytest.raises(SettingsError) as raised:
        configure(folder, {})
    assert words in str(raised.value)


def test_who_named_an_unknown_check_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="command line"):
        configure(tmp_path, {"select": ("NONE",)})
    folder = written(tmp_path, 'ignore = ["NONE"]')
    with pytest.raises(SettingsError, match=r"soa\.toml"):
        configure(folder, {})


def test_a_family_of_severities_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path, '[severity]\nOWN = "info"')
    with pytest.raises(SettingsError, match="OWN"):
        configure(folder, {})


def test_a_file_of_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "soa.toml").write_bytes(b'profile = "\xff"')
    with pytest.raises(SettingsError, match="cannot be read"):
        configure(tmp_path, {})


def test_a_file_that_windows_wrote_is_read(tmp_path: Path) -> None:
    (tmp_path / "soa.toml").write_bytes(b'\xef\xbb\xbfgate = "info"\r\n')
    assert configure(tmp_path, {}).gate == "info"
