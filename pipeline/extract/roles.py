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
    is_foreign,
    is_level,
    is_risk,
    is_weak,
    plain,
)
from pipeline.extract import contents
from pipeline.grid.rows import text_of
from pipeline.models import Column, Role

_DOING: frozenset[Role] = frozenset(("area", "action"))
_DATING: frozenset[Role] = frozenset(("deadline", "owner-and-deadline"))
_STATING: frozenset[Role] = _DATING | frozenset(("owner",))
_CORE: frozenset[Role] = _DOING | _STATING
_RELATIVE: tuple[Role, ...] = ("deadline", "action")
_FIXED = ("date", "period", "recurring")


def of_columns(grid: Grid, before: Sequence[Guess], pins: Pins) -> list[Guess]:
    """Return a guess a column; `before` are those of the table above, for one without headings.

    What a person said of a column, in `pins`, stands.
    """
    if grid.roles:
        return [Guess(role, "list", "medium") for role in grid.roles]
    pinned = [_pinned(grid, index, pins) for index in range(len(grid.header))]
    if not any(grid.header) and len(before) == len(grid.header):
        carried = [replace(guess, basis="carried") for guess in before]
        return [pin or guess for pin, guess in zip(pinned, carried, strict=True)]
    headed = _named([by_heading(text.text) if text else None for text in grid.header], grid)
    guesses = [pin or guess for pin, guess in zip(pinned, headed, strict=True)]
    found = _settled(contents.placed(grid, guesses), grid)
    return [pin or guess for pin, guess in zip(pinned, found, strict=True)]


def _named(headed: list[Guess | None], grid: Grid) -> list[Guess | None]:
    """Return the guesses without areas that are none: "High" and "2" under "Priority".

    Numbers under "Recommendation" name areas where another column may say them.
    """
    roles = {guess.role for guess in headed if guess}
    for index, guess in enumerate(headed):
        if guess is None:
            continue
        if guess.role == "reference" and "area" not in roles and contents.are_prose(grid, index):
            headed[index] = replace(guess, role="area", confidence="medium")
        if guess.role == "deadline" and "action" not in roles and _is_step(grid, index):
            headed[index] = replace(guess, role="action", confidence="medium")
        if guess.role != "area":
            continue
        others = [one for at, one in enumerate(headed) if at != index]
        said = any(one is None or one.role == "area" for one in others)
        if said and contents.are_numbers(grid, index):
            headed[index] = replace(guess, role="reference")
        elif all(is_level(text) for text in _texts(grid, index)):
            headed[index] = replace(guess, role="other")
    return headed


def _is_step(grid: Grid, index: int) -> bool:
    """Say whether "Milestones" are what to do, not when."""
    return beside(_heading(grid, index), "deadline") is not None and contents.tell(grid, index)


def with_areas(grid: Grid, guesses: list[Guess]) -> list[Guess]:
    """Return the guesses with an area, for a table above and in which none is named.

    What the rows open with stands for it: words under a heading never seen, a comment, or an
    outcome beside another measure.
    """
    actions = _places(guesses, "action")
    measures = len(_places(guesses, "measure")) > 1
    if not actions or _places(guesses, "area"):
        return guesses
    for index, guess in enumerate(guesses[: actions[0]]):
        unknown = (guess.role, guess.basis) == ("other", "contents")
        if unknown or guess.role == "comment" or (guess.role == "measure" and measures):
            texts = _texts(grid, index)
            if texts and not all(map(is_level, texts)) and not contents.are_numbers(grid, index):
                area = replace(guess, role="area", confidence="low")
                return [*guesses[:index], area, *guesses[index + 1 :]]
    return guesses


def _pinned(grid: Grid, index: int, pins: Pins) -> Guess | None:
    """Return what a person said of a column, by its heading or its number."""
    header = grid.header[index]
    named = pins.get((grid.number, plain(header.text if header else "")))
    role = named or pins.get((grid.number, index + 1))
    return Guess(role, "corrected", "high") if role else None


def is_headed(grid: Grid) -> bool:
    """Say whether the headings alone make a plan of a grid."""
    known = (by_heading(text.text) for text in grid.header if text)
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
    settled = list(guesses)
    areas, actions = _places(settled, "area"), _places(settled, "action")
    if not areas and len(actions) > 1:
        settled[actions[0]] = replace(settled[actions[0]], role="area", confidence="medium")
    elif not actions and len(areas) > 1:
        settled[areas[-1]] = replace(settled[areas[-1]], role="action", confidence="medium")
    elif len(areas) > 1:
        keep = max(
            areas, key=lambda index: (not _is_weak(grid, index), _length(grid, index), index)
        )
        for index in areas:
            if index != keep:
                settled[index] = replace(settled[index], role=_meaning(grid, index) or "other")
    return _one_date(_stating(_due(_beside(settled, grid), grid), grid))


def _is_weak(grid: Grid, index: int) -> bool:
    return is_weak(_heading(grid, index))


def _heading(grid: Grid, index: int) -> str:
    header = grid.header[index]
    return header.text if header else ""


def _meaning(grid: Grid, index: int) -> Role | None:
    return beside(_heading(grid, index), "area")


def _beside(guesses: list[Guess], grid: Grid) -> list[Guess]:
    """Resolve headings that mean another thing beside a plainer one: milestones, a response.

    Beside a date, milestones are measures (or a column of their own beside those); what is
    answered to the inspectors is a comment beside what will be done, and so are next steps
    behind who and when.
    """
    stating = [at for at, guess in enumerate(guesses) if guess.role in _STATING]
    actions = _places(guesses, "action")
    if stating and actions and actions[0] < stating[0]:
        for at in actions:
            if at > stating[-1]:
                guesses[at] = replace(guesses[at], role="comment")
    measured = bool(_places(guesses, "measure"))
    for role in _RELATIVE:
        places = _places(guesses, role)
        meant = {at: other for at in places if (other := beside(_heading(grid, at), role))}
        if len(meant) < len(places):
            for at, other in meant.items():
                known = measured and other == "measure"
                guesses[at] = replace(guesses[at], role="other" if known else other)
    return guesses


def _due(guesses: list[Guess], grid: Grid) -> list[Guess]:
    """Where no column says when, one headed "Completion" or "Target" that holds dates does."""
    if any(guess.role in _DATING for guess in guesses):
        return guesses
    for index in (*_places(guesses, "status"), *_places(guesses, "measure")):
        kinds = [_kind(text) for text in _texts(grid, index)]
        if kinds and sum(kind in _FIXED for kind in kinds) * 2 >= len(kinds):
            guesses[index] = replace(guesses[index], role="deadline", confidence="medium")
            break
    return guesses


def _stating(guesses: list[Guess], grid: Grid) -> list[Guess]:
    """Where only who or only when has a column, that one may hold both, or the other.

    "Lead" may stand above "Head of Service, June 2024", and "Completed by" above names.
    """
    stating = [index for index, guess in enumerate(guesses) if guess.role in _STATING]
    if len(stating) == 1 and guesses[stating[0]].role != "owner-and-deadline":
        index = stating[0]
        role = contents.stating(grid, index)
        if role is not None and role != guesses[index].role:
            guesses[index] = replace(guesses[index], role=role, confidence="medium")
    return guesses


def _texts(grid: Grid, index: int) -> list[str]:
    texts = (text_of(row.cells[index]).text for row in grid.rows)
    return [text for text in texts if text]


def _kind(text: str) -> str | None:
    found = deadlines.scan(text, cell=True)
    return found[0].kind if found and found[0].start == 0 else None


def _one_date(guesses: list[Guess]) -> list[Guess]:
    """A date left of everything to be done is when the point was raised, not when it is due."""
    dates = _places(guesses, "deadline")
    doing = min((*_places(guesses, "area"), *_places(guesses, "action")), default=0)
    if len(dates) > 1 and dates[0] < doing:
        guesses[dates[0]] = replace(guesses[dates[0]], role="other")
    return guesses


def _places(guesses: Sequence[Guess], role: Role) -> list[int]:
    return [index for index, guess in enumerate(guesses) if guess.role == role]


def _length(grid: Grid, index: int) -> float:
    return fmean([len(text_of(row.cells[index]).text) for row in grid.rows] or [0])


def is_plan(grid: Grid, guesses: Sequence[Guess], *, headed: bool) -> bool:
    """Say whether columns make a plan: what to do, or what to improve, with who or when.

    Where no heading says so, the contents must: actions, and dates for them; `headed` says
    that headings elsewhere in the document do, and then a table without them is none.
    """
    found = {guess.role for guess in guesses}
    sure = {guess.role for guess in guesses if guess.basis != "contents"}
    if len(guesses) == 1:
        return found == {"area"} and guesses[0].confidence == "high"
    if any(text and is_risk(text.text) for text in grid.header):
        return False
    if any(text and is_foreign(text.text) for text in grid.header) and not _is_whole(sure):
        return False
    if not sure & _CORE:
        return not headed and "action" in found and bool(found & _DATING)
    return bool(found & _DOING and found & _STATING) or sure >= _DOING


def _is_whole(roles: set[Role]) -> bool:
    """Say whether roles leave no doubt: what to do, who and when."""
    both = {"owner", "deadline"} <= roles or "owner-and-deadline" in roles
    return bool(roles & _DOING) and both
