"""A column whose heading was not understood, and which was placed by what it holds.

Everything read from such a column has low confidence. A heading carried over from the page
before is no guess. It is information where what the column holds leaves little doubt: dates, posts,
or actions that tell somebody to do something; so is a guess of a column beside those of areas,
actions, owners and dates.

Who and when that stand behind the actions, in brackets or after a dash, are named as information.

Where no column, band or heading was read as the areas, all actions stand under none: a column that
was taken for something else may name them.

Where neither lines nor room part the rows of a table in a PDF, these are a guess as well: then
rows may be joined or cut.

Check that the column holds what it was taken for; give it a plain heading ("By whom", "By
when").
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import count, listed, quoted
from pipeline.models import Column, Severity

CODE = "EXT003"
SLUG = "column-guessed"
NAME = "A column was placed by what it holds"
SEVERITY: Severity = "warning"
UNIT = "table"
HELP = "Check what these columns were taken for, or give them plain headings."
_LISTED = "Who and when were read from what stands behind the actions, not from columns."
_TABLE = "Check them, or set the plan out as a table with columns for who and by when."
_AREAS = "Say which area for improvement each action answers, in a column or a heading."
_SEVERAL = 3  # actions
_CORE = frozenset({"area", "action", "owner", "deadline", "owner-and-deadline"})
_PROSE = frozenset({"area", "action"})
_MOST = 0.5
_ROLES = {
    "area": "areas",
    "action": "actions",
    "owner": "owners",
    "deadline": "deadlines",
    "owner-and-deadline": "owners and deadlines",
    "start": "start dates",
    "measure": "success measures",
    "reference": "reference numbers",
    "comment": "comments",
    "other": "something else",
}


def check(context: Context) -> Iterator[Hit]:
    """Yield the tables in which a column's role is a guess."""
    tables: dict[int, list[Column]] = {}
    for column in context.statement.extraction.columns:
        if column.basis == "contents":
            tables.setdefault(column.table, []).append(column)
    alike: dict[str, list[int]] = {}
    for table, columns in tables.items():
        words = " ".join(f"{column.header}:{column.role}" for column in columns)
        alike.setdefault(words, []).append(table)
    for words, (table, *others) in alike.items():
        columns = tables[table]
        parts = [
            f"{quoted(column.header) if column.header else 'a column without a heading'} "
            f"was taken for {_ROLES.get(column.role, column.role)}"
            for column in columns
        ]
        also = tuple(f"table {other}" for other in others)
        severity: Severity = "warning" if _is_doubtful(columns, context) else "info"
        message = f"Judging by what it holds, {listed(parts)}."
        yield Hit(f"table {table}", message, words, also, severity=severity)
    if any(column.basis == "list" for column in context.statement.extraction.columns):
        yield Hit(DOCUMENT, _LISTED, "brackets", severity="info", help=_TABLE)
    yield from _without_areas(context)
    for note in context.statement.extraction.notes:
        if note.kind == "guessed-columns":
            yield Hit(DOCUMENT, note.text, note.text, place=note.location)


def _without_areas(context: Context) -> Iterator[Hit]:
    """Yield the document where no area has words, though several actions answer some."""
    number = len(context.actions)
    if number < _SEVERAL or any(area.text for area in context.areas):
        return
    others = (one for one in context.statement.extraction.columns if one.role == "other")
    headers = [quoted(one.header) for one in others if one.header]
    may = f" Do they stand under {listed(headers)}?" if headers else ""
    message = f"No areas were found for the {count(number, 'action')} of the plan.{may}"
    yield Hit(DOCUMENT, message, "areas", severity="warning" if headers else "info", help=_AREAS)


def _is_doubtful(columns: list[Column], context: Context) -> bool:
    """Whether a column without a heading was placed, or prose whose actions read like none."""
    if any(one.role in _CORE and not one.header for one in columns):
        return True
    tables = {one.table for one in columns}
    read = [
        any(clause.commits for clause in context.clauses[action.id])
        for _, action in context.actions.values()
        if tables & {fragment.table for fragment in action.location.fragments}
    ]
    prose = [one for one in columns if one.role in _PROSE]
    if any(_is_behind(one, context) for one in prose if one.role == "area"):
        return True
    return bool(prose) and sum(read) < _MOST * max(len(read), 1)


def _is_behind(area: Column, context: Context) -> bool:
    """Whether a column of areas stands behind that of actions, where areas seldom do."""
    roles = [one.role for one in context.statement.extraction.columns if one.table == area.table]
    return "action" in roles and roles.index("area") > roles.index("action")
