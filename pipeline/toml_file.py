"""A TOML file that a user wrote: read, or told in one sentence why it cannot be."""

import tomllib
from pathlib import Path
from typing import Any

from pipeline.errors import SettingsError


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a file in UTF-8, with or without a mark, of any line ends.

    Raises SettingsError where it cannot be opened, is of another encoding or is no TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from error
