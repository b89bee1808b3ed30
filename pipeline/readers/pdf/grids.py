"""Lines to grids: cells with their spans, open boxes at a table's edge closed."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.readers.pdf.shapes import Rule

# Points: lines closer than this are one line, and lines that come so near do meet.
_NEAR = 3.0
# More joined lines than any plan's page has: a chart, a map or an attack.
_MANY = 1000


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: first row and column (from 0) and how many of each it spans."""

    row: int
    column: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its lines' places and the cells between them.

    `owners[i][j]` is the index in `boxes` of the cell that covers row band i, column band j.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]
    owners: tuple[tuple[int, ...], ...]

    def find(self, x: float, y: float) -> int | None:
        """Return the index of the cell around a point, None outside the grid."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.owners[row][column]
        return None

    def extent(self, number: int) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of a cell."""
        box = self.boxes[number]
        return (
            self.xs[box.column],
            self.ys[box.row],
            self.xs[box.column + box.colspan],
            self.ys[box.row + box.rowspan],
        )


def grids(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Grid]:
    """Return the grids that the lines of a page form, from the top down."""
    rows, columns = joined(level), joined(upright)
    if not rows or not columns or len(rows) + len(columns) > _MANY:
        return []
    found = [_grid(*group) for group in _groups(rows, columns)]
    whole = [grid for grid in found if grid is not None]
    kept = [grid for grid in whole if not any(_hides(other, grid) for other in whole)]
    return sorted(kept, key=lambda grid: (grid.ys[0], grid.xs[0]))


def is_same(one: Grid, other: Grid) -> bool:
    """Whether two grids have the same columns."""
    return len(one.xs) == len(other.xs) and all(
        abs(x - y) <= _NEAR for x, y in zip(one.xs, other.xs, strict=True)
    )


def _hides(other: Grid, grid: Grid) -> bool:
    """Whether a grid is a frame around the other, or drawn inside one of its cells."""
    if other is grid:
        return False
    if len(grid.boxes) == 1 and _holds(_outline(grid), _outline(other)):
        return True
    return len(other.boxes) > 1 and any(
        _holds(other.extent(number), _outline(grid)) for number in range(len(other.boxes))
    )


def _outline(grid: Grid) -> tuple[float, float, float, float]:
    return grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]


def _holds(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    before = all(one <= other for one, other in zip(outer[:2], inner[:2], strict=True))
    return before and all(one >= other for one, other in zip(outer[2:], inner[2:], strict=True))


def joined(rules: Sequence[Rule]) -> list[Rule]:
    """Snap lines that nearly coincide to one place and join those that touch."""
    joined: list[Rule] = []
    for cluster in _clusters(sorted(rules)):
        at = sum(rule.at for rule in cluster) / len(cluster)
        start, end = None, 0.0
        for rule in sorted(cluster, key=lambda rule: rule.start):
            if start is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _NEAR:
                end = max(end, rule.end)
            else:
                joined.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None:
            joined.append(Rule(at, start, end))
    return [rule for rule in joined if rule.end - rule.start > _NEAR]


def _clusters(rules: Sequence[Rule]) -> list[list[Rule]]:
    clusters: list[list[Rule]] = []
    for rule in rules:
        if clusters and rule.at - clusters[-1][-1].at <= _NEAR:
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
    return clusters


def _groups(rows: list[Rule], columns: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the sets of lines that meet, directly or through others."""
    leader = list(range(len(rows) + len(columns)))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for i, row in enumerate(rows):
        for j, column in enumerate(columns, len(rows)):
            if _within(column.at, row) and _within(row.at, column):
                leader[lead(i)] = lead(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate([*rows, *columns]):
        groups.setdefault(lead(number), ([], []))[number >= len(rows)].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _within(at: float, rule: Rule) -> bool:
    return rule.start - _NEAR <= at <= rule.end + _NEAR


def _grid(rows: list[Rule], columns: list[Rule]) -> Grid | None:
    ys, xs = _places(rows, columns), _places(columns, rows)
    if len(xs) < 2 or len(ys) < 2:
        return None
    walls = _walls(columns, xs, ys)
    floors = _walls(rows, ys, xs)
    boxes: list[Box] = []
    owners = [[-1] * (len(xs) - 1) for _ in pairwise(ys)]
    for i, band in enumerate(owners):
        for j, owner in enumerate(band):
            if owner < 0:
                box = _box(i, j, owners, walls, floors)
                for line in owners[i : i + box.rowspan]:
                    line[j : j + box.colspan] = [len(boxes)] * box.colspan
                boxes.append(box)
    return Grid(xs, ys, tuple(boxes), tuple(map(tuple, owners)))


def _places(rules: list[Rule], crossing: list[Rule]) -> tuple[float, ...]:
    """Return where the rules are, with the ends of an open table as its outermost ones."""
    places = sorted({rule.at for rule in rules})
    first, last = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    if first < places[0] - 2 * _NEAR:
        places.insert(0, first)
    if last > places[-1] + 2 * _NEAR:
        places.append(last)
    return tuple(places)


def _walls(rules: list[Rule], places: Sequence[float], bands: Sequence[float]) -> list[list[bool]]:
    """Return for each band and place whether a line shuts the band there.

    The first and the last place are shut always: an open box ends where the table does.
    """
    at: dict[float, list[Rule]] = {}
    for rule in rules:
        at.setdefault(rule.at, []).append(rule)
    shut = []
    for low, high in pairwise(bands):
        slack = min(_NEAR, (high - low) / 2)
        first, last = low + slack, high - slack
        shut.append([
            any(rule.start <= first and rule.end >= last for rule in at.get(place, ()))
            for place in places
        ])  # fmt: skip
        shut[-1][0] = shut[-1][-1] = True
    return shut


def _box(
    row: int,
    column: int,
    owners: list[list[int]],
    walls: list[list[bool]],
    floors: list[list[bool]],
) -> Box:
    """Grow a cell to the right, then down, as far as no line shuts it."""
    right = column + 1
    while not walls[row][right] and owners[row][right] < 0:
        right += 1
    bottom = row + 1
    while not any(floors[j][bottom] for j in range(column, right)) and _alike(
        walls[bottom], column, right
    ):
        bottom += 1
    return Box(row, column, bottom - row, right - column)


def _alike(walls: list[bool], left: int, right: int) -> bool:
    """Whether a band has its lines where a cell's sides are, and none between."""
    return walls[left] and walls[right] and not any(walls[left + 1 : right])
