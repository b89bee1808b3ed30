"""Dotted and dashed lines, which are drawn as many small boxes."""

from collections.abc import Callable, Iterator, Sequence

from pipeline.readers.pdf.shapes import Box, Rule

# Points: a dot is no larger than this, nor further from the next in its line; dots side by
# side are as high; so many at least are a line.
_DOT, _LEVEL, _FEW = 3.0, 0.3, 4

_Side = Callable[[Box], float]


def dotted(boxes: Sequence[Box]) -> tuple[list[Rule], list[Rule], list[Box]]:
    """Return the level and the upright lines that small boxes form, and the other boxes."""
    dots = [box for box in boxes if max(box[2] - box[0], box[3] - box[1]) <= _DOT]
    if len(dots) < _FEW:
        return [], [], list(boxes)
    rows = list(_lines(dots, _middle, _left))
    columns = list(_lines(dots, _centre, _top))
    strung = {dot for line in (*rows, *columns) for dot in line}
    level = [Rule(_middle(line[0]), line[0][0], line[-1][2]) for line in rows]
    upright = [Rule(_centre(line[0]), line[0][1], line[-1][3]) for line in columns]
    return level, upright, [box for box in boxes if box not in strung]


def _lines(dots: Sequence[Box], across: _Side, along: _Side) -> Iterator[list[Box]]:
    """Yield the dots of each line in one direction."""
    line: list[Box] = []
    for row in _rows(dots, across):
        for dot in sorted(row, key=along):
            if line and along(dot) - along(line[-1]) > 2 * _DOT:
                yield from [line] if len(line) >= _FEW else []
                line = []
            line.append(dot)
        yield from [line] if len(line) >= _FEW else []
        line = []


def _rows(dots: Sequence[Box], across: _Side) -> Iterator[list[Box]]:
    """Yield the dots that stand at one height."""
    row: list[Box] = []
    for dot in sorted(dots, key=across):
        if row and across(dot) - across(row[-1]) > _LEVEL:
            yield row
            row = []
        row.append(dot)
    if row:
        yield row


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _centre(box: Box) -> float:
    return (box[0] + box[2]) / 2


def _left(box: Box) -> float:
    return box[0]


def _top(box: Box) -> float:
    return box[1]
