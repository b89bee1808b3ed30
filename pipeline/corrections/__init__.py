"""What people put right in the reading of a plan, applied to what was read.

Owners, deadlines, themes and links are put into the statement; the roles of columns are
settled earlier, where a table is taken apart. What was corrected carries the basis
`corrected` and stands nowhere in the source.
"""

from collections.abc import Sequence

from pipeline.columns import Pins, plain
from pipeline.corrections.areas import Known, corrected, known_of
from pipeline.models import Area, Correction, Statement

__all__ = ["correct", "pins"]


def pins(corrections: Sequence[Correction]) -> Pins:
    """Return the roles of columns, by table and by heading or number."""
    return {
        (one.table, one.column if one.header is None else plain(one.header)): one.role
        for one in corrections
        if one.table is not None and one.role is not None
    }


def correct(
    statement: Statement, corrections: Sequence[Correction], own_themes: tuple[str, ...] = ()
) -> Statement:
    """Return the statement with the corrections applied, one after the other.

    `own_themes` are TOML texts with themes of users' own.
    Those whose key or column is not there are listed as stale. Raises SettingsError for a
    deadline that cannot be read as one, and for a theme that does not exist.
    """
    if not corrections:
        return statement
    known = known_of(statement, own_themes)
    applied: list[Correction] = []
    stale: list[Correction] = []
    for one in corrections:
        changed = statement if _is_pinned(statement, one) else _changed(statement, one, known)
        (stale if changed is None else applied).append(one)
        statement = changed or statement
    found = {"corrections": tuple(applied), "stale": tuple(stale)}
    extraction = statement.extraction.model_copy(update=found)
    return statement.model_copy(update={"extraction": extraction})


def _is_pinned(statement: Statement, correction: Correction) -> bool:
    """Say whether a column took the role that the correction gives it."""
    found = [one for one in statement.extraction.columns if one.table == correction.table]
    return any(
        one.basis == "corrected"
        and (number == correction.column or plain(one.header or "") == _header(correction))
        for number, one in enumerate(found, 1)
    )


def _header(correction: Correction) -> str | None:
    return None if correction.header is None else plain(correction.header)


def _changed(statement: Statement, correction: Correction, known: Known) -> Statement | None:
    """Return the statement with one correction, None where nothing has its key."""
    for section in statement.sections:
        for at, area in enumerate(section.areas):
            if correction.key in (area.key, *(action.key for action in area.actions)):
                made = corrected(area, correction, known)
                return _replaced(statement, section.id, at, made) if made else None
    return None


def _replaced(statement: Statement, section_id: str, at: int, area: Area) -> Statement:
    sections = tuple(
        section.model_copy(update={"areas": (*section.areas[:at], area, *section.areas[at + 1 :])})
        if section.id == section_id
        else section
        for section in statement.sections
    )
    return statement.model_copy(update={"sections": sections})
