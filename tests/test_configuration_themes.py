"""Users' own themes: named in soa.toml, beside the built-in ones."""

from pathlib import Path

import pytest

from pipeline import Settings, Source, process
from pipeline.configuration import configure
from pipeline.errors import SettingsError

OWN = '[[themes]]\nid = "lighthouses"\nlabel = "lighthouses"\npatterns = ["lamp room"]\n'
PLAN = b"Area\tAction\tLead\nLate visits\tPaint the lamp room in the early help hub\tHead\n"


def test_own_themes_are_found_beside_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "soa.toml").write_text('themes = ["own.toml"]\n', "utf-8")
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    settings = configure(tmp_path, {}).settings
    action = process(Source("plan", PLAN), settings).statement.sections[0].areas[0].actions[0]
    assert {theme.id for theme in action.themes} >= {"lighthouses", "early_help"}
    plain = process(Source("plan", PLAN), Settings()).statement.sections[0].areas[0].actions[0]
    assert "lighthouses" not in {theme.id for theme in plain.themes}


@pytest.mark.parametrize("content", [None, "[[themes\n"])
def test_a_themes_file_that_cannot_be_read_is_named(tmp_path: Path, content: str | None) -> None:
    (tmp_path / "soa.toml").write_text('themes = ["own.toml"]\n', "utf-8")
    if content is not None:
        (tmp_path / "own.toml").write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=r"own\.toml"):
        configure(tmp_path, {})
