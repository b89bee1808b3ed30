"""What headings mean for what stands in their column and beside it."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline import columns
from pipeline.blocks import Grid
from pipeline.columns import Guess
from pipeline.extract import contents
from pipeline.extract.contents import texts_of
from pipeline.models import Role

STATING: frozenset[Role] = frozenset(("owner", "deadline", "owner-and-deadline"))
_RELATIVE: tuple[Role, ...] = ("deadline", "action")


def checked(headed: Sequence[Guess | None], grid: Grid) -> list[Guess | None]:
    """Return the guesses of headings, those put right that their cells disprove."""
    roles = {guess.role for guess in headed if guess}
    found = list(headed)
    for index, guess in enumerate(headed):
        if guess is None:
            continue
        if guess.role == "reference" and "area" not in roles and contents.are_prose(grid, index):
            found[index] = replace(guess, role="area", confidence="medium")
        elif "action" not in roles and _is_doing(guess.role, headed, grid, index):
            found[index] = replace(guess, role="action", confidence="medium")
        elif guess.role == "area":
            found[index] = replace(guess, role=_of_area(headed, grid, index))
        elif guess.role == "action":
            found[index] = replace(guess, role=_of_action(headed, grid, index))
    return found


def _of_area(headed: Sequence[Guess | None], grid: Grid, index: int) -> Role:
    """Return what a column headed as areas holds: "High" and "2" under "Priority" are none.

    Numbers under "Recommendation" only refer where another column may say it.
    """
    others = [one for at, one in enumerate(headed) if at != index]
    said = any(one is None or one.role == "area" for one in others)
    if said and contents.are_numbers(grid, index):
        return "reference"
    return "other" if all(map(columns.is_level, texts_of(grid, index))) else "area"


def _is_doing(role: Role, headed: Sequence[Guess | None], grid: Grid, index: int) -> bool:
    """Say whether milestones, or names beside another column of owners, are what to do."""
    if role == "owner":
        owners = sum(one is not None and one.role == "owner" for one in headed)
        return owners > 1 and contents.are_to_do(grid, index)
    return role == "deadline" and _is_step(headed, grid, index)


def _of_action(headed: Sequence[Guess | None], grid: Grid, index: int) -> Role:
    """Return what a column headed as actions holds: numbers under "Step" name what stands beside.

    Whole numbers may say how many actions there are.
    """
    others = (one for at, one in enumerate(headed) if at != index)
    if any(one and one.role == "action" for one in others) and contents.are_numbers(grid, index):
        return "reference"
    return "other" if contents.are_counts(grid, index) else "action"


def _is_step(headed: Sequence[Guess | None], grid: Grid, index: int) -> bool:
    """Say whether "Milestones" are what to do, not when: no other column says what, one when."""
    if columns.beside(heading(grid, index), "deadline") != "measure":
        return False
    dated = any(one and one.role == "deadline" for at, one in enumerate(headed) if at != index)
    alone = dated and all(headed) and contents.are_prose(grid, index)
    return contents.are_to_do(grid, index) or (alone and not _is_dated(grid, index))


def with_areas(grid: Grid, guesses: list[Guess], *, titled: bool = False) -> list[Guess]:
    """Return the guesses with an area, for a table above and in which none is named.

    What the rows open with stands for it: words under a heading never seen, a comment, prose that
    holds for several rows, or an outcome beside another measure, or above several actions. Where
    the table is `titled`, only outcomes do.
    """
    actions, measures = places(guesses, "action"), places(guesses, "measure")
    others = places(guesses, "other") if not titled else []
    roles: set[Role] = set() if titled else {"comment"}
    if any(_is_shared(grid, index) and contents.are_prose(grid, index) for index in others):
        roles.add("other")
    if len(measures) > 1 or any(_is_shared(grid, index) for index in measures):
        roles.add("measure")
    if not actions or places(guesses, "area"):
        return guesses
    for index, guess in enumerate(guesses[: actions[0]]):
        unknown = not titled and (guess.role, guess.basis) == ("other", "contents")
        if (unknown or guess.role in roles) and _is_worded(grid, index):
            area = replace(guess, role="area", confidence="low")
            return [*guesses[:index], area, *guesses[index + 1 :]]
    return guesses


def _is_shared(grid: Grid, index: int) -> bool:
    """Say whether what a column says holds for several rows."""
    texts = texts_of(grid, index)
    return len(set(texts)) < len(grid.rows)


def _is_worded(grid: Grid, index: int) -> bool:
    texts = texts_of(grid, index)
    numbers = contents.are_numbers(grid, index)
    return bool(texts) and not numbers and not all(map(columns.is_level, texts))


def without_steps(guesses: Sequence[Guess], grid: Grid) -> list[Guess]:
    """Return the guesses with next steps as comments: so headed, or behind who and when."""
    stating = [at for at, guess in enumerate(guesses) if guess.role in STATING]
    actions = places(guesses, "action")
    later = {at for at in actions if columns.has(heading(grid, at), "later")}
    if all(at in later or columns.beside(heading(grid, at), "action") for at in actions):
        later.clear()
    if stating and actions and actions[0] < stating[0]:
        later |= {at for at in actions if at > stating[-1]}
    return [
        replace(guess, role="comment") if at in later else guess for at, guess in enumerate(guesses)
    ]


def beside(guesses: list[Guess], grid: Grid) -> list[Guess]:
    """Resolve headings that mean another thing beside a plainer one: milestones, a response.

    Beside a date, milestones are measures (or a column of their own beside those); what is
    answered to the inspectors is a comment beside what will be done.
    """
    measured = bool(places(guesses, "measure"))
    for role in _RELATIVE:
        found = places(guesses, role)
        meant = {at: _beside(grid, at, role) for at in found}
        others = {at: other for at, other in meant.items() if other}
        both = role == "deadline" and places(guesses, "owner-and-deadline")
        if role == "deadline" and len(others) == len(found) > 1:
            others = {at: other for at, other in others.items() if not _is_dated(grid, at)}
        if len(others) < len(found) or both:
            for at, other in others.items():
                known = measured and other == "measure"
                guesses[at] = replace(guesses[at], role="other" if known else other)
    return guesses


def _beside(grid: Grid, index: int, role: Role) -> Role | None:
    """Return what a heading means beside another of its role: "By" names people, unless dates."""
    means = columns.beside(heading(grid, index), role)
    return None if means == "owner" and _is_dated(grid, index) else means


def _is_dated(grid: Grid, index: int) -> bool:
    return contents.stating(grid, index) in ("deadline", "owner-and-deadline")


def heading(grid: Grid, index: int) -> str:
    """Return the words of a column's heading."""
    header = grid.header[index]
    return header.text if header else ""


def missing(guesses: Sequence[Guess]) -> frozenset[Role]:
    """Return which of who and when no column states."""
    roles = {guess.role for guess in guesses}
    return frozenset() if "owner-and-deadline" in roles else STATING - roles


def places(guesses: Sequence[Guess], role: Role) -> list[int]:
    """Return the columns that have a role."""
    return [index for index, guess in enumerate(guesses) if guess.role == role]
