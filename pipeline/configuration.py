"""The settings of a source and where each value came from.

Built in, then the profile, then `soa.toml` (found upwards from the source), then the command
line: the later word counts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_args

from pipeline import decisions
from pipeline.errors import SettingsError
from pipeline.models import Severity
from pipeline.nearest import did_you_mean
from pipeline.settings import Limits, Settings
from pipeline.toml_file import read_toml

FILE = "soa.toml"
GATES = ("error", "warning", "info", "never")


@dataclass(frozen=True, slots=True)
class Value:
    """A setting's value and who set it: "built in", a profile, a file or the command line."""

    value: Any
    origin: str


Values = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Configuration:
    """What holds for one source. `values` has every setting by its dotted name."""

    settings: Settings
    gate: str
    values: Mapping[str, Value]


def configure(folder: Path, options: Mapping[str, Any]) -> Configuration:
    """Return what holds for a source in `folder`.

    `options` are the command line's, by dotted name; those that are None were not given.
    Raises SettingsError for a file that cannot be read, and for a key or name that does not
    exist, listing near ones. What people decided stands in the folder itself.
    """
    given = {name: Value(value, "command line") for name, value in options.items()
             if value is not None}  # fmt: skip
    layers = _built_in() | _filed(_nearest_file(folder.absolute())) | given
    values = layers | _profiled(layers)
    _check_names(values)
    settings = replace(
        _settings(values),
        accepted=decisions.accepted(folder),
        corrections=decisions.corrections(folder),
    )
    return Configuration(settings, values["gate"].value, values | _decided(settings, folder))


def _decided(settings: Settings, folder: Path) -> Values:
    """Return how many findings are accepted and readings corrected, where any are."""
    found = {
        "accepted": Value(len(settings.accepted), str(folder / decisions.ACCEPTED)),
        "corrections": Value(len(settings.corrections), str(folder / decisions.CORRECTIONS)),
    }
    return {name: value for name, value in found.items() if value.value}


def _built_in() -> Values:
    settings = Settings()
    plain = {
        "as_of": settings.as_of,
        "profile": settings.profile,
        "select": settings.select,
        "ignore": settings.ignore,
        "gate": "warning",
        "themes": (),
    }
    plain |= {f"limits.{one.name}": getattr(settings.limits, one.name) for one in fields(Limits)}
    return {name: Value(value, "built in") for name, value in plain.items()}


def _profiled(values: Values) -> Values:
    """Return what a profile that was chosen sets and no later layer does."""
    name = values["profile"].value
    if name is None:
        return {}
    from pipeline.profiles import load

    severities = load(name).severities
    origin = f"profile {name}"
    dotted = {f"severity.{code}": Value(level, origin) for code, level in severities.items()}
    return {key: value for key, value in dotted.items() if key not in values}


def _settings(values: Values) -> Settings:
    limits = {one.name: values[f"limits.{one.name}"].value for one in fields(Limits)}
    own = {
        name.removeprefix("severity."): value.value
        for name, value in values.items()
        if name.startswith("severity.") and not value.origin.startswith("profile")
    }
    return Settings(
        as_of=values["as_of"].value,
        profile=values["profile"].value,
        select=tuple(values["select"].value),
        ignore=tuple(values["ignore"].value),
        severities=own,
        limits=Limits(**limits),
        themes=tuple(_text(Path(name)) for name in values["themes"].value),
    )


def _text(path: Path) -> str:
    """Return the TOML of a file that holds users' own themes."""
    read_toml(path)  # so that a mistake is blamed on this file
    return path.read_text("utf-8-sig")


def _nearest_file(folder: Path) -> Path | None:
    for one in (folder, *folder.parents):
        if (one / FILE).is_file():
            return one / FILE
    return None


def _filed(path: Path | None) -> Values:
    if path is None:
        return {}
    values = {name: _taken(name, value, path) for name, value in _flat(read_toml(path)).items()}
    return {name: Value(value, str(path)) for name, value in values.items()}


def _flat(tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return tables of one level under dotted names."""
    flat: dict[str, Any] = {}
    for name, value in tables.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{key}": inner for key, inner in value.items()}
        else:
            flat[name] = value
    return flat


def _taken(name: str, value: Any, path: Path) -> Any:
    """Return the value of a key of the file, checked."""
    kind = "severity." if name.startswith("severity.") else name
    if kind not in _KINDS:
        advice = did_you_mean(name, _KINDS, f"It may hold {_known()}.")
        raise SettingsError(f'{path} has an unknown key "{name}".', advice)
    wanted, fits = _KINDS[kind]
    if not fits(value):
        raise SettingsError(f"In {path}, {name} must be {wanted}, not {value!r}.")
    if name == "themes":
        return tuple(str(path.parent / one) for one in value)
    return tuple(value) if isinstance(value, list) else value


def _known() -> str:
    return ", ".join(name.rstrip(".") for name in _KINDS)


def _names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _whole(value: Any) -> bool:
    return _number(value) and isinstance(value, int)


_KINDS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "as_of": ("a day such as 2026-05-23", lambda value: type(value) is date),
    "profile": ("a profile's name in quotes", lambda value: isinstance(value, str)),
    "select": ("a list of checks", _names),
    "ignore": ("a list of checks", _names),
    "gate": (f"one of {', '.join(GATES)}", lambda value: value in GATES),
    "themes": ("a list of TOML files", _names),
    "severity.": ("error, warning or info", lambda value: value in get_args(Severity)),
} | {
    f"limits.{one.name}": ("a number above 0", _number)
    if one.type is float
    else ("a whole number above 0", _whole)
    for one in fields(Limits)
}


def _check_names(values: Values) -> None:
    """Refuse a check that does not exist, saying who named it."""
    lists = [
        (name, values[key].origin) for key in ("select", "ignore") for name in values[key].value
    ]
    levels = [
        (name.removeprefix("severity."), value.origin)
        for name, value in values.items()
        if name.startswith("severity.")
    ]
    if not lists + levels:
        return
    from pipeline.checks import find, selected

    for name, origin in lists:
        _blamed(partial(selected, Settings(select=(name,))), origin)
    for name, origin in levels:
        _blamed(partial(find, name), origin)


def _blamed(look: Callable[[], object], origin: str) -> None:
    try:
        look()
    except SettingsError as error:
        raise SettingsError(error.problem, error.advice, origin) from error
