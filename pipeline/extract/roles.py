"""The role of every column of a grid: by its heading, else by what its cells hold."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean

from pipeline import deadlines, owners
from pipeline.blocks import Grid
from pipeline.columns import Guess, Pins, by_heading, plain
from pipeline.grid.rows import text_of
from pipeline.models import Column, Role

_SAMPLE = 12  # rows looked at where a heading says nothing
_OTHER = Guess("other", "contents", "low")


def of_columns(grid: Grid, before: Sequence[Guess], pins: Pins) -> list[Guess]:
    """Return a guess a column; `before` are those of the table above, for one without headings.

    What a person said of a column, in `pins`, stands.
    """
    pinned = [_pinned(grid, index, pins) for index in range(len(grid.header))]
    if not any(grid.header) and len(before) == len(grid.header):
        carried = [replace(guess, basis="carried") for guess in before]
        return [pin or guess for pin, guess in zip(pinned, carried, strict=True)]
    headed = [by_heading(text.text) if text else None for text in grid.header]
    guesses = [pin or guess for pin, guess in zip(pinned, headed, strict=True)]
    known = [guess.role for guess in guesses if guess]
    found = [guess or _by_contents(grid, index, known) for index, guess in enumerate(guesses)]
    return [pin or guess for pin, guess in zip(pinned, _settled(found, grid), strict=True)]


def _pinned(grid: Grid, index: int, pins: Pins) -> Guess | None:
    """Return what a person said of a column, by its heading or its number."""
    header = grid.header[index]
    named = pins.get((grid.number, plain(header.text if header else "")))
    role = named or pins.get((grid.number, index + 1))
    return Guess(role, "corrected", "high") if role else None


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


def _by_contents(grid: Grid, index: int, known: Sequence[Role]) -> Guess:
    """Place a column by its cells: dates, owners, or the longer text that is an action."""
    texts = [text_of(row.cells[index]).text for row in grid.rows[:_SAMPLE]]
    texts = [text for text in texts if text]
    if not texts:
        return _OTHER
    dated = fmean(bool(deadlines.scan(text, cell=True)) for text in texts) >= 0.5
    owned = fmean(_is_owner(text) for text in texts) >= 0.5
    role: Role = "other"
    if dated and owned and "owner" not in known:
        role = "owner-and-deadline"
    elif dated and "deadline" not in known:
        role = "deadline"
    elif owned and "owner" not in known:
        role = "owner"
    elif all(len(text) <= 8 for text in texts) and "reference" not in known:
        role = "reference"
    elif fmean(len(text) for text in texts) > 30:
        role = "action" if "action" not in known and ("area" in known or index) else "area"
        role = "other" if role in known else role
    return Guess(role, "contents", "low")


def _is_owner(text: str) -> bool:
    """Say whether a cell names owners of a known kind beside its dates."""
    for span in reversed(deadlines.scan(text, cell=True)):
        text = text[: span.start] + text[span.end :]
    found = owners.scan(text, cell=True)
    return any(span.kind != "unknown" or span.placeholder for span in found) and len(text) < 200


def _settled(guesses: list[Guess], grid: Grid) -> list[Guess]:
    """Resolve columns that name the same role, and find the area or action that is missing."""
    settled = list(guesses)
    areas, actions = _places(settled, "area"), _places(settled, "action")
    if not areas and len(actions) > 1:
        settled[actions[0]] = replace(settled[actions[0]], role="area", confidence="medium")
    elif not actions and len(areas) > 1:
        settled[areas[-1]] = replace(settled[areas[-1]], role="action", confidence="medium")
    elif len(areas) > 1:
        keep = max(areas, key=lambda index: (_length(grid, index), index))
        for index in areas:
            if index != keep:
                settled[index] = replace(settled[index], role="other")
    return _one_date(settled)


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
