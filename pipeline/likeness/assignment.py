"""The one-to-one assignment with the greatest sum.

The Hungarian method in its shortest-path form, after J. Munkres, "Algorithms for the assignment
and transportation problems" (1957): cubic in the number of rows.
"""

from collections.abc import Iterator, Sequence

MOST_EXACT = 100


def assign(scores: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs (row, column) that together score most.

    With more than `MOST_EXACT` rows or columns the best pairs are taken one after another,
    which is quick and nearly always the same.
    """
    if not scores or not scores[0]:
        return iter(())
    if max(len(scores), len(scores[0])) > MOST_EXACT:
        return _greedy(scores)
    if len(scores) > len(scores[0]):
        turned = [list(column) for column in zip(*scores, strict=True)]
        return ((row, column) for column, row in _exact(turned))
    return _exact(scores)


def _greedy(scores: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    ranked = sorted(
        (-score, row, column)
        for row, line in enumerate(scores)
        for column, score in enumerate(line)
        if score > 0
    )
    rows: set[int] = set()
    columns: set[int] = set()
    for _, row, column in ranked:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            yield row, column


def _exact(scores: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """Add one row after another along the cheapest way to a free column.

    `holder` is the row of each column; the last column is where a new row enters.
    """
    width = len(scores[0])
    rows, columns = [0.0] * (len(scores) + 1), [0.0] * (width + 1)
    holder = [-1] * (width + 1)
    for row in range(len(scores)):
        holder[width] = row
        column, back = _free_column(scores, rows, columns, holder)
        while column != width:
            holder[column] = holder[back[column]]
            column = back[column]
    for column in range(width):
        if holder[column] >= 0:
            yield holder[column], column


def _free_column(
    scores: Sequence[Sequence[float]],
    rows: list[float],
    columns: list[float],
    holder: list[int],
) -> tuple[int, list[int]]:
    """Return the free column at the end of the cheapest way, and the way back."""
    width = len(columns) - 1
    least, back = [float("inf")] * width, [width] * width
    used: set[int] = set()
    at = width
    while holder[at] >= 0:
        used.add(at)
        row = holder[at]
        for column in range(width):
            cost = -scores[row][column] - rows[row] - columns[column]
            if column not in used and cost < least[column]:
                least[column], back[column] = cost, at
        following = min((c for c in range(width) if c not in used), key=least.__getitem__)
        step = least[following]
        for column in used:
            rows[holder[column]] += step
            columns[column] -= step
        least = [cost if c in used else cost - step for c, cost in enumerate(least)]
        at = following
    return at, back
