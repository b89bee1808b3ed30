"""The inspection frameworks: what each asks of a plan, where it differs from the common rule."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.errors import SettingsError
from pipeline.models import Severity, Statement
from pipeline.nearest import did_you_mean
from pipeline.settings import Settings

NAMES = ("sif", "ilacs", "jtai", "send", "school", "custom")
DEFAULT = "custom"


@dataclass(frozen=True, slots=True)
class Profile:
    """One framework. `phrases` tell it by its wording, in lower case.

    `working_days` is how long after the report the statement is due (none: no limit known),
    `horizon_months` how far after the inspection a deadline may lie.
    """

    name: str
    title: str
    phrases: tuple[str, ...] = ()
    working_days: int | None = None
    horizon_months: int = 18
    severities: Mapping[str, Severity] = field(default_factory=dict)


@cache
def load(name: str) -> Profile:
    """Return a profile by name.

    Raises `SettingsError`, naming near ones, when there is none.
    """
    if name not in NAMES:
        advice = did_you_mean(name, NAMES, f"There are {', '.join(NAMES)}.")
        raise SettingsError(f'There is no profile "{name}".', advice)
    text = files("pipeline").joinpath("data", "profiles", f"{name}.toml").read_text("utf-8")
    return parse(name, text)


def detect(statement: Statement) -> str:
    """Return the profile whose words a statement's title and headings use, else "custom".

    What the reader took for the framework goes first.
    """
    if statement.framework in NAMES:
        return str(statement.framework)
    texts = [statement.title, *(section.title for section in statement.sections)]
    texts += [judgement.subject for judgement in statement.judgements]
    plain = " ".join(text for text in texts if text).lower().replace("’", "'")
    scores = {name: sum(phrase in plain for phrase in load(name).phrases) for name in NAMES}
    best = max(NAMES, key=lambda name: scores[name])
    return best if scores[best] else DEFAULT


def profile_of(statement: Statement, settings: Settings) -> Profile:
    """Return the profile that the settings name, else the one that the statement shows."""
    return load(settings.profile or detect(statement))


def parse(name: str, text: str) -> Profile:
    """Return the profile that a TOML text describes.

    Raises `SettingsError` for an entry that no profile has.
    """
    values: dict[str, Any] = tomllib.loads(text)
    known = {item.name for item in fields(Profile)}
    if unknown := sorted(set(values) - known):
        raise SettingsError(f'The profile "{name}" has unknown entries: {", ".join(unknown)}.')
    return Profile(name=name, **{**values, "phrases": tuple(values.get("phrases", ()))})
