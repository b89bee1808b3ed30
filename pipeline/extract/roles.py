"""The role of every column of a grid: by its heading, else by what its cells hold."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean

from pipeline import deadlines
from pipeline.blocks import Grid
from pipeline.columns import (
    Guess,
    Pins,
    beside,
    by_heading,
    has,
    is_foreign,
    is_risk,
    plain,
)
from pipeline.extract import contents, meanings
from pipeline.extract.contents import texts_of
from pipeline.extract.meanings import STATING, heading, places
from pipeline.grid.rows import is_foreign as is_foreign_row
from pipeline.grid.rows import words_of
from pipeline.models import Column, Role
from pipeline.placed import Text

_DOING: frozenset[Role] = frozenset(("area", "action"))
_DATING: frozenset[Role] = frozenset(("deadline", "owner-and-deadline"))
_CORE: frozenset[Role] = _DOING | STATING
_WATCHING: frozenset[Role] = frozenset(("measure", "status", "comment", "other"))
_FIXED = ("date", "period", "recurring")


def of_columns(grid: Grid, before: Sequence[Guess], pins: Pins) -> list[Guess]:
    """Return a guess a column; `before` are those of the table above, for one without headings.

    What a person said of a column, in `pins`, stands.
    """
    if grid.roles:
        return [Guess(role, "list", "medium") for role in grid.roles]
    pinned = [_pinned(grid, index, pins) for index in range(len(grid.header))]
    if not any(grid.header) and len(before) == len(grid.header) and not _is_another(grid):
        carried = [replace(guess, basis="carried") for guess in before]
        return [pin or guess for pin, guess in zip(pinned, carried, strict=True)]
    headed = [_named(text) if text else None for text in grid.header]
    named = meanings.checked(headed, grid)
    guesses = [pin or guess for pin, guess in zip(pinned, named, strict=True)]
    found = _settled(contents.placed(grid, guesses), grid)
    return [pin or guess for pin, guess in zip(pinned, found, strict=True)]


def _is_another(grid: Grid) -> bool:
    """Say whether a table begins with headings that are of no plan, though they look like none."""
    return bool(grid.rows) and is_foreign_row(grid.rows[0])


def _named(header: Text) -> Guess | None:
    """Return what a heading says: below another over several columns, the column's own does.

    "Action" below "What we will do" is that, but "By whom" below "Monitoring" is who watches.
    """
    last = header.runs[-1][1].place.row
    start = next(at for at, run in header.runs if run.place.row == last)
    own = by_heading(header.text[start:]) if start else None
    above = by_heading(header.text[:start]) if own else None
    watched = above is not None and above.role in _WATCHING
    return (above if watched else own) or by_heading(header.text)


def _pinned(grid: Grid, index: int, pins: Pins) -> Guess | None:
    """Return what a person said of a column, by its heading or its number."""
    header = grid.header[index]
    named = pins.get((grid.number, plain(header.text if header else "")))
    role = named or pins.get((grid.number, index + 1))
    return Guess(role, "corrected", "high") if role else None


def is_headed(grid: Grid) -> bool:
    """Say whether the headings alone make a plan of a grid."""
    known = (_named(text) for text in grid.header if text)
    return len({guess.role for guess in known if guess} & _CORE) > 1


def published(grid: Grid, guesses: Sequence[Guess]) -> list[Column]:
    """Return the columns as the statement reports them."""
    return [
        Column(
            table=grid.number,
            header=header.text if header else None,
            role=guess.role,
            basis=guess.basis,
            confidence=guess.confidence,
        )
        for header, guess in zip(grid.header, guesses, strict=True)
    ]


def _settled(guesses: list[Guess], grid: Grid) -> list[Guess]:
    """Resolve columns that name the same role, and find the area or action that is missing."""
    settled = meanings.without_steps(guesses, grid)
    areas, actions = places(settled, "area"), places(settled, "action")
    if not areas and len(actions) > 1:
        settled[actions[0]] = replace(settled[actions[0]], role="area", confidence="medium")
    elif not actions and len(areas) > 1:
        settled[areas[-1]] = replace(settled[areas[-1]], role="action", confidence="medium")
    elif len(areas) > 1:
        keep = max(areas, key=lambda index: _likely(grid, index))
        for index in areas:
            if index != keep:
                means = beside(heading(grid, index), "area") or "other"
                settled[index] = replace(settled[index], role=means)
    return _one_date(_stating(_due(meanings.beside(settled, grid), grid), grid))


def _due(guesses: list[Guess], grid: Grid) -> list[Guess]:
    """Where no column says when, one headed "Completion" or "Target" that holds dates does.

    Beside measures they may stand among other words ("6 courses by 30 November 2026").
    """
    if any(guess.role in _DATING for guess in guesses):
        return guesses
    measured = len(places(guesses, "measure")) > 1
    for index in range(len(guesses)):
        words = heading(grid, index)
        if not has(words, "due") or has(words, "past"):
            continue
        kinds = [_kind(text) for text in texts_of(grid, index)]
        whole = kinds and sum(kind in _FIXED for kind in kinds) * 2 >= len(kinds)
        if whole or (measured and contents.stating(grid, index) == "deadline"):
            guesses[index] = replace(guesses[index], role="deadline", confidence="medium")
            break
    return guesses


def _stating(guesses: list[Guess], grid: Grid) -> list[Guess]:
    """Where only who or only when has a column, that one may hold both, or the other.

    "Lead" may stand above "Head of Service, June 2024", and "Completed by" above names.
    """
    stating = [index for index, guess in enumerate(guesses) if guess.role in STATING]
    if len(stating) == 1 and guesses[stating[0]].role != "owner-and-deadline":
        index = stating[0]
        role = contents.stating(grid, index)
        if role is not None and role != guesses[index].role:
            guesses[index] = replace(guesses[index], role=role, confidence="medium")
    return guesses


def _kind(text: str) -> str | None:
    found = deadlines.scan(text, cell=True)
    whole = found and found[0].start == 0 and 2 * found[0].end > len(text)
    return found[0].kind if whole else None


def _one_date(guesses: list[Guess]) -> list[Guess]:
    """A date left of everything to be done is when the point was raised, not when it is due."""
    dates = places(guesses, "deadline")
    doing = min((*places(guesses, "area"), *places(guesses, "action")), default=0)
    if len(dates) > 1 and dates[0] < doing:
        guesses[dates[0]] = replace(guesses[dates[0]], role="other")
    return guesses


def _likely(grid: Grid, index: int) -> tuple[bool, float, int]:
    """Return how likely a column is the areas among several: plainly headed, long, to the right."""
    lengths = [len(words_of(row.cells[index])) for row in grid.rows]
    words = heading(grid, index)
    plainly = not has(words, "weak") and beside(words, "area") is None
    return plainly, fmean(lengths or [0]), index


def is_plan(grid: Grid, guesses: Sequence[Guess], *, headed: bool) -> bool:
    """Say whether columns make a plan: what to do, or what to improve, with who or when.

    Where no heading says so, the contents must: actions, and dates for them; `headed` says
    that headings elsewhere in the document do, and then a table without them is none.
    """
    found = {guess.role for guess in guesses}
    sure = {guess.role for guess in guesses if guess.basis != "contents"}
    if len(guesses) == 1:
        return found == {"area"} and guesses[0].confidence == "high"
    if any(text and is_risk(text.text) for text in grid.header) or _opens_with_risk(grid):
        return False
    if any(text and is_foreign(text.text) for text in grid.header) and not _is_whole(sure):
        return False
    if not sure & _CORE:
        return not headed and "action" in found and bool(found & _DATING)
    return bool(found & _DOING and found & STATING) or sure >= _DOING


def _opens_with_risk(grid: Grid) -> bool:
    """Say whether the first words of each row are a risk: what follows is to lessen it."""
    named = [text.text for text in grid.header if text]
    roles = [guess.role if (guess := by_heading(one)) else None for one in named[:2]]
    first = named[roles[:1] == ["reference"] :][:1]
    return bool(first) and plain(first[0]) in ("risk", "risks", "risk description", "key risk")


def _is_whole(roles: set[Role]) -> bool:
    """Say whether roles leave no doubt: what to do, who and when."""
    both = {"owner", "deadline"} <= roles or "owner-and-deadline" in roles
    return bool(roles & _DOING) and both
