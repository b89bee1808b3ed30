"""Columns without a heading that says anything: placed by what their cells hold."""

from collections.abc import Sequence
from statistics import fmean

from pipeline import deadlines, owners
from pipeline.blocks import Grid
from pipeline.columns import Guess
from pipeline.grid.rows import text_of
from pipeline.models import Role

_SAMPLE = 12  # rows looked at
_NUMBER = 8  # characters; what is no longer may be a number
_PROSE = 3  # words; what has as many on average may be an area or an action
_MOSTLY = 0.5
_NAME = 6  # words; what is longer is no owner but a sentence


def placed(grid: Grid, guesses: Sequence[Guess | None]) -> list[Guess]:
    """Return the guesses with a role for every column that has none: dates, owners, prose.

    The first of two columns of prose is the area, the other the action.
    """
    known = {guess.role for guess in guesses if guess}
    roles: list[Role | None] = []
    for index, guess in enumerate(guesses):
        role = guess.role if guess else _stated(_texts(grid, index), known)
        roles.append(role)
        known |= {role} if role else set()
    prose = [index for index, role in enumerate(roles) if role is None]
    missing: list[Role] = [role for role in _doing(len(prose), roles) if role not in known]
    for index, role in zip(prose, missing, strict=False):
        roles[index] = role
    return [
        guess or Guess(role or "other", "contents", "low")
        for guess, role in zip(guesses, roles, strict=True)
    ]


def _doing(columns: int, roles: Sequence[Role | None]) -> tuple[Role, ...]:
    return ("area", "action") if columns > 1 or "action" in roles else ("action", "area")


def _texts(grid: Grid, index: int) -> list[str]:
    texts = (text_of(row.cells[index]).text for row in grid.rows[:_SAMPLE])
    return [text for text in texts if text]


def _stated(texts: Sequence[str], known: set[Role]) -> Role | None:
    """Return the role of a column's texts, None for prose."""
    if not texts:
        return "other"
    shares = [_shares(text) for text in texts]
    dated = fmean(when > 0 for when, _ in shares) >= _MOSTLY
    owned = fmean(who > 0 for _, who in shares) >= _MOSTLY
    if fmean(when + who for when, who in shares) < _MOSTLY:
        dated = owned = False
    if dated and owned and "owner" not in known:
        return "owner-and-deadline"
    if dated and "deadline" not in known:
        return "deadline"
    if owned and "owner" not in known:
        return "owner"
    if all(len(text) <= _NUMBER for text in texts):
        return "other" if "reference" in known else "reference"
    return None if fmean(len(text.split()) for text in texts) >= _PROSE else "other"


def _shares(text: str) -> tuple[float, float]:
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
