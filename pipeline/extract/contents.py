"""Columns without a heading that says anything: placed by what their cells hold."""

import re
from collections.abc import Sequence
from statistics import fmean

from pipeline import deadlines, owners
from pipeline.blocks import Grid
from pipeline.columns import Guess, is_level, is_state
from pipeline.extract.orders import are_orders
from pipeline.grid.rows import band, words_of
from pipeline.models import Role

_SAMPLE = 12  # rows looked at
_REFERENCE = re.compile(
    r"\W*(?:[^\W\d]{1,5}[ .-]?)?\d{1,4}(?:[.-]\d{1,3})*[a-z]?\W*|[ivx]{2,5}\W*", re.I
)
_PROSE = 3  # words; what has as many on average may be an area or an action
_MOSTLY = 0.5
_NAME = 6  # words; what is longer is no owner but a sentence


def placed(grid: Grid, guesses: Sequence[Guess | None]) -> list[Guess]:
    """Return the guesses with a role for every column that has none: dates, owners, prose.

    The first of two columns of prose is the area; of those behind it, the one that gives orders
    is the action.
    """
    known = {guess.role for guess in guesses if guess}
    roles: list[Role | None] = []
    for index, guess in enumerate(guesses):
        role = guess.role if guess else _stated(_texts(grid, index), known)
        roles.append(role)
        known |= {role} if role else set()
    if "action" not in roles:
        later = _prose(roles)["area" not in roles :]
        for index in [at for at in later if are_orders(_texts(grid, at))][:1]:
            roles[index] = "action"
    for index, role in zip(_prose(roles), _doing(roles), strict=False):
        roles[index] = role
    return [
        guess or Guess(role or "other", "contents", "low")
        for guess, role in zip(guesses, roles, strict=True)
    ]


def _prose(roles: Sequence[Role | None]) -> list[int]:
    """Return the columns of prose that may be areas or actions: areas stand left of actions."""
    end = roles.index("action") if "action" in roles else len(roles)
    return [index for index, role in enumerate(roles[:end]) if role is None]


def _doing(roles: Sequence[Role | None]) -> tuple[Role, ...]:
    """Return the roles that columns of prose have, from the left, and that none has yet."""
    columns = len(_prose(roles))
    order: tuple[Role, ...] = ("area", "action") if columns > 1 else ("action", "area")
    return tuple(role for role in order if role not in roles)


def _texts(grid: Grid, index: int) -> list[str]:
    return texts_of(grid, index, _SAMPLE)


def texts_of(grid: Grid, index: int, most: int | None = None) -> list[str]:
    """Return the words of a column's cells that have any, bands left out, of so many rows."""
    texts = (words_of(row.cells[index]) for row in grid.rows[:most] if band(row) is None)
    return [text for text in texts if text]


def _stated(texts: Sequence[str], known: set[Role]) -> Role | None:
    """Return the role of a column's texts, None for prose."""
    if not texts:
        return "other"
    if "action" not in known and are_orders(texts):
        return None
    dated, owned = _filled(texts)
    if dated and owned and "owner" not in known:
        return "owner-and-deadline"
    stated: Role | None = "deadline" if dated else "owner" if owned else None
    if stated and stated not in known:
        return stated
    if stated and fmean(len(text.split()) for text in texts) <= _PROSE:
        return "other"
    if all(_REFERENCE.fullmatch(text) for text in texts):
        return "other" if "reference" in known else "reference"
    if all(is_state(text) or is_level(text) for text in texts):
        return "status" if any(map(is_state, texts)) else "other"
    return None if fmean(len(text.split()) for text in texts) >= _PROSE else "other"


def are_prose(grid: Grid, index: int) -> bool:
    """Say whether a column holds more than numbers and names."""
    counts = [sum(map(str.isalpha, text.split())) for text in _texts(grid, index)]
    return bool(counts) and min(counts) > 1 and fmean(counts) > _PROSE


def are_to_do(grid: Grid, index: int) -> bool:
    """Say whether a column tells somebody to do something."""
    return are_orders(_texts(grid, index))


def are_numbers(grid: Grid, index: int) -> bool:
    """Say whether a column holds nothing but numbers that name its rows."""
    return all(_REFERENCE.fullmatch(text) for text in _texts(grid, index))


def are_counts(grid: Grid, index: int) -> bool:
    """Say whether a column holds nothing but whole numbers: how many actions there are."""
    cells = (words_of(row.cells[index]) for row in grid.rows)
    first = next(filter(None, cells), "")
    return first.isdecimal() and all(text.isdecimal() for text in cells if text)


def stating(grid: Grid, index: int) -> Role | None:
    """Return whether a column says who, when or both; None where it mostly says neither."""
    texts = _texts(grid, index)
    dated, owned = _filled(texts) if texts else (False, False)
    if dated and owned:
        return "owner-and-deadline"
    return "deadline" if dated else "owner" if owned else None


def _filled(texts: Sequence[str]) -> tuple[bool, bool]:
    """Say whether texts mostly hold dates, and owners, and little else."""
    filled = [shares(text) for text in texts]
    if fmean(when + who for when, who in filled) < _MOSTLY:
        return False, False
    dated = fmean(when > 0 for when, _ in filled) >= _MOSTLY
    return dated, fmean(who > 0 for _, who in filled) >= _MOSTLY


def shares(text: str) -> tuple[float, float]:
    """Return how much of a cell its dates and its owners of a known kind fill."""
    when = deadlines.scan(text, cell=True)
    rest = text
    for span in reversed(when):
        rest = rest[: span.start] + rest[span.end :]
    who = [span for span in owners.scan(rest, cell=True) if _is_owner(span, rest)]
    filled = (sum(span.end - span.start for span in spans) for spans in (when, who))
    first, second = (count / len(text) for count in filled)
    return first, second


def _is_owner(span: owners.Span, text: str) -> bool:
    known = span.kind != "unknown" or span.placeholder
    return known and len(text[span.start : span.end].split()) <= _NAME
