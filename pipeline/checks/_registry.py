"""Every check, written out, and how one is found by name."""

from difflib import get_close_matches

from pipeline.checks import (
    ambiguous_recurrence,
    group_owner,
    introduction_mismatch,
    missing_deadline,
    missing_owner,
    no_action,
    no_end_date,
    not_an_action,
    partly_dated,
    partly_owned,
    placeholder_deadline,
    recurrence_only,
    repeated_action,
    row_joined,
    status_for_deadline,
    unmatched,
    unplaced_text,
    vague_period,
    weak_verb,
)
from pipeline.checks._hit import Check
from pipeline.errors import SettingsError
from pipeline.settings import Settings

CHECKS: tuple[Check, ...] = (
    missing_owner,
    partly_owned,
    group_owner,
    unmatched,
    missing_deadline,
    partly_dated,
    no_end_date,
    placeholder_deadline,
    recurrence_only,
    ambiguous_recurrence,
    vague_period,
    status_for_deadline,
    no_action,
    weak_verb,
    not_an_action,
    repeated_action,
    introduction_mismatch,
    row_joined,
    unplaced_text,
)


def find(name: str) -> Check:
    """Return a check by its code or slug, in any case.

    Raises `SettingsError`, naming near ones, when there is none.
    """
    for check in CHECKS:
        if name.upper() == check.CODE or name.lower() == check.SLUG:
            return check
    raise _unknown(name)


def selected(settings: Settings) -> tuple[Check, ...]:
    """Return the checks that the settings ask for, by code, family or slug, in their order.

    Raises `SettingsError` for a name, also among the severities, that no check has.
    """
    for name in settings.severities:
        find(name)
    chosen = {check.CODE for name in settings.select for check in _named(name)}
    ignored = {check.CODE for name in settings.ignore for check in _named(name)}
    wanted = chosen if settings.select else {check.CODE for check in CHECKS}
    return tuple(check for check in CHECKS if check.CODE in wanted - ignored)


def _named(name: str) -> tuple[Check, ...]:
    family = tuple(check for check in CHECKS if check.CODE[:3] == name.upper())
    return family or (find(name),)


def _unknown(name: str) -> SettingsError:
    codes = [check.CODE for check in CHECKS]
    names = codes + sorted({code[:3] for code in codes}) + [check.SLUG for check in CHECKS]
    near = get_close_matches(name.upper(), names, n=3, cutoff=0.6)
    near += get_close_matches(name.lower(), names, n=3, cutoff=0.5)
    advice = f"Did you mean {' or '.join(near[:3])}?" if near else "`soa checks` lists them."
    return SettingsError(f'There is no check "{name}".', advice)
