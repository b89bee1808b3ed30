"""What people decided about a plan: findings they accept, and readings they put right.

Both stand in files beside the plan, a table an entry, each with who, when and why.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from pipeline.errors import SettingsError
from pipeline.models import Acceptance, Correction, Model, Role
from pipeline.nearest import did_you_mean
from pipeline.toml_file import read_toml
from pipeline.whole_file import write_whole

ACCEPTED = "soa-accepted.toml"
CORRECTIONS = "soa-corrections.toml"
_LISTS = ("owners", "themes", "links")
_WANTED = {
    "on": "a day such as 2026-05-23, without quotes",
    "table": "the table's number",
    "column": "the column's number",
    "role": f"one of {', '.join(get_args(Role))}",
} | dict.fromkeys(_LISTS, 'a list such as ["one", "another"]')
_HEAD = "# Findings that were accepted: they stay in the report but do not stop sign-off.\n"

Decision = TypeVar("Decision", bound=Model)


def accepted(folder: Path) -> tuple[Acceptance, ...]:
    """Return the findings that `soa-accepted.toml` of a folder accepts; none without the file.

    Raises SettingsError, which names the file and the entry, for what it does not understand.
    """
    return tuple(entry for entry, _ in _entries(folder / ACCEPTED, "accepted", Acceptance))


def corrections(folder: Path) -> tuple[Correction, ...]:
    """Return the corrections that `soa-corrections.toml` of a folder holds; none without it.

    Raises SettingsError, which names the file and the entry, for what it does not understand.
    """
    found = []
    for entry, place in _entries(folder / CORRECTIONS, "correction", Correction):
        if problem := _unclear(entry):
            raise SettingsError(f"{place}: {problem}")
        found.append(entry)
    return tuple(found)


def accept(folder: Path, entries: tuple[Acceptance, ...]) -> Path:
    """Add entries to `soa-accepted.toml` of a folder, as a person would write them.

    Returns the file's path. Raises SettingsError where it is not understood or not writable.
    """
    accepted(folder)
    path = folder / ACCEPTED
    try:
        before = path.read_bytes() if path.is_file() else _HEAD.encode()
        text = "".join(f"\n{_entry(one)}" for one in entries)
        ended = before if before.endswith(b"\n") else before + b"\n"
        write_whole(path, ended + text.encode("utf-8", "replace"))
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror or error}.") from error
    return path


def _entry(acceptance: Acceptance) -> str:
    known = acceptance.model_dump(exclude_none=True)
    order = ("key", "code", "words", "plan", "reason", "by", "on")
    lines = (f"{name} = {_value(known[name])}\n" for name in order if name in known)
    return "[[accepted]]\n" + "".join(lines)


def _value(value: object) -> str:
    """Return a day, or words as a TOML string (JSON's are, but for one control character)."""
    if not isinstance(value, str):
        return str(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _entries(path: Path, name: str, model: type[Decision]) -> Iterator[tuple[Decision, str]]:
    """Yield the entries of a file, each with its place in words."""
    if not path.is_file():
        return
    tables = read_toml(path)
    for other in sorted(tables.keys() - {name}):
        raise SettingsError(f'{path} has an unknown key "{other}".', f"It holds [[{name}]] tables.")
    listed = tables.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise SettingsError(f"In {path}, every entry must begin with [[{name}]].")
    for number, table in enumerate(listed, 1):
        place = f"{path}, entry {number}"
        yield _made(table, model, place), place


def _made(table: Mapping[str, Any], model: type[Decision], place: str) -> Decision:
    try:
        return model.model_validate({k: _tuple(k, v) for k, v in table.items()}, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
    raise _wrong(str(first["loc"][0]), first["type"], model, place)


def _tuple(key: str, value: object) -> object:
    """Return a list as the models hold it; one name may stand without brackets."""
    if key in _LISTS and isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def _wrong(key: str, kind: str, model: type[Model], place: str) -> SettingsError:
    """Return what is wrong with a key of an entry, in one sentence."""
    if kind == "missing":
        return SettingsError(f"{place}: {key} is missing.", "Say who decided this, when and why.")
    if kind == "extra_forbidden":
        advice = did_you_mean(key, model.model_fields, _known(model))
        return SettingsError(f'{place} has an unknown key "{key}".', advice)
    if kind == "string_pattern_mismatch":
        return SettingsError(f"{place}: {key} is empty.")
    return SettingsError(f"{place}: {key} must be {_WANTED.get(key, 'words in quotes')}.")


def _known(model: type[Model]) -> str:
    return f"It may hold {', '.join(model.model_fields)}."


def _unclear(entry: Correction) -> str:
    """Return why nobody can tell what a correction corrects; empty where it is plain."""
    pins = (entry.owners, entry.deadline, entry.themes, entry.links)
    place = (entry.header is not None, entry.column is not None)
    if (entry.key is None) == (entry.table is None):
        return "it must have either a key or a table."
    if entry.key is not None:
        if any(place) or entry.role is not None:
            return "header, column and role go with a table, not with a key."
        return "" if any(pins) else "it must have owners, deadline, themes or links."
    if any(pins):
        return "owners, deadline, themes and links go with a key, not with a table."
    if sum(place) != 1:
        return "a table goes with the header, or the number, of its column."
    return "" if entry.role is not None else "role is missing."
