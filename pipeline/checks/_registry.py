"""Every check, written out, and how one is found by name."""

from pipeline.checks import (
    already_past,
    ambiguous_date,
    ambiguous_recurrence,
    area_not_in_report,
    area_reworded,
    bare_post,
    column_guessed,
    conditional,
    dead_reference,
    deadline_conflict,
    event_deadline,
    fragment,
    group_owner,
    hidden_text,
    impossible_date,
    introduction_mismatch,
    late_statement,
    limit_reached,
    many_spellings,
    missing_deadline,
    missing_owner,
    month_only,
    no_action,
    no_baseline,
    no_end_date,
    no_monitoring,
    no_success_measure,
    no_text_layer,
    no_voice,
    non_working_day,
    not_an_action,
    overloaded_post,
    owner_conflict,
    partly_dated,
    partly_owned,
    passive_no_actor,
    personal_data,
    placeholder_deadline,
    placeholder_owner,
    plan_by_reference,
    plural_post,
    recurrence_only,
    relative_deadline,
    repeated_action,
    report_area_missing,
    row_joined,
    same_day_cliff,
    several_in_one,
    shared_owner,
    start_after_end,
    status_for_deadline,
    template_remnant,
    too_far,
    undated,
    undefined_acronym,
    unknown_initials,
    unmatched,
    unplaced_text,
    unread_part,
    vague_period,
    weak_verb,
)
from pipeline.checks._check import Check
from pipeline.errors import SettingsError
from pipeline.nearest import did_you_mean
from pipeline.settings import Settings

CHECKS: tuple[Check, ...] = (
    missing_owner,
    partly_owned,
    shared_owner,
    group_owner,
    plural_post,
    placeholder_owner,
    unknown_initials,
    owner_conflict,
    many_spellings,
    unmatched,
    bare_post,
    overloaded_post,
    missing_deadline,
    partly_dated,
    no_end_date,
    placeholder_deadline,
    recurrence_only,
    ambiguous_recurrence,
    vague_period,
    month_only,
    relative_deadline,
    event_deadline,
    already_past,
    impossible_date,
    status_for_deadline,
    start_after_end,
    too_far,
    dead_reference,
    ambiguous_date,
    deadline_conflict,
    same_day_cliff,
    non_working_day,
    no_action,
    weak_verb,
    not_an_action,
    repeated_action,
    no_baseline,
    several_in_one,
    fragment,
    passive_no_actor,
    template_remnant,
    plan_by_reference,
    conditional,
    report_area_missing,
    area_not_in_report,
    area_reworded,
    introduction_mismatch,
    no_success_measure,
    no_monitoring,
    no_voice,
    undated,
    late_statement,
    undefined_acronym,
    personal_data,
    row_joined,
    unplaced_text,
    column_guessed,
    no_text_layer,
    limit_reached,
    unread_part,
    hidden_text,
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
    if not (settings.severities or settings.select or settings.ignore):
        return CHECKS
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
    families = dict.fromkeys(check.CODE[:3] for check in CHECKS)
    names = [*(check.CODE for check in CHECKS), *families, *(check.SLUG for check in CHECKS)]
    advice = did_you_mean(name, names, "`soa checks` lists them.")
    return SettingsError(f'There is no check "{name}".', advice)
