"""Grids whose columns hold more than one thing, or a thing in several, with a column for each."""

from pipeline.blocks import Grid
from pipeline.columns import Guess
from pipeline.extract import bracketed, counted, ticked


def reshaped(grid: Grid, guesses: list[Guess]) -> tuple[Grid, list[Guess]]:
    """Return a grid in which areas, actions, and who and when have columns of their own."""
    grid, guesses = counted.parted(grid, guesses)
    grid, guesses = ticked.timed(grid, guesses)
    return bracketed.parted(grid, guesses)
