"""The straight lines drawn on a page: strokes, thin boxes, and the sides of boxes."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium

from pipeline.readers.pdf.dotted import dotted
from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.shapes import Box, Rule

# Points. A filled box no thicker than this is a line that someone drew as a box.
_THIN = 3.0
# More path points than any ruled table draws; a map or chart is no table.
_SEGMENTS = 200
_OBJECTS = 20000
_DEPTH = 8
_BOX_POINTS = 6
_STRAIGHT = 0.5
# A drawn bullet's size.
_DOT = (1.0, 8.0)
# How far (points) from the corner of a box its rounding may begin; points of such an outline.
_ROUND, _ROUNDED = 14.0, 9

Matrix = tuple[float, float, float, float, float, float]
_BOUNDS = tuple(ctypes.c_float() for _ in range(4))
_MODE = (ctypes.c_int(), ctypes.c_int())


class Drawn(NamedTuple):
    """What is drawn on a page.

    `shades` are boxes that are only filled, `dots` small ones as high as wide: drawn bullets.
    """

    level: list[Rule]
    upright: list[Rule]
    shades: list[Box]
    dots: list[Box]
    pictures: int


def drawn(page: Any, frame: Frame) -> Drawn:
    """Return the lines and filled boxes of an open page, in no order."""
    sides: list[Box] = []
    fills: list[Box] = []
    pictures = 0
    for kind, item, matrix in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _path(item, matrix, sides, fills)
    shades = _shown(fills, frame)
    dots = [box for box in [*shades, *_shown(sides, frame)] if _is_dot(box)]
    level, upright, rest = dotted(_shown(sides, frame))
    for left, top, right, bottom in rest:
        if bottom - top <= right - left or bottom - top <= _THIN:
            level.append(Rule((top + bottom) / 2, left, right))
        if right - left < bottom - top or right - left <= _THIN:
            upright.append(Rule((left + right) / 2, top, bottom))
    return Drawn(level, upright, shades, dots, pictures)


def _shown(boxes: list[Box], frame: Frame) -> list[Box]:
    if not boxes:
        return []
    shown = frame.shown(np.array(boxes))[:, [0, 2, 1, 3]]
    return [(left, top, right, bottom) for left, top, right, bottom in shown.tolist()]


def _is_dot(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return _DOT[0] <= max(width, height) <= _DOT[1] and abs(width - height) <= _DOT[0]


def _objects(page: Any) -> Iterator[tuple[int, Any, Matrix | None]]:
    """Yield kind, object and the matrix of the form it stands in, forms opened."""
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, number)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _form(item, None, _DEPTH)
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            yield kind, item, None


def _form(form: Any, outer: Matrix | None, depth: int) -> Iterator[tuple[int, Any, Matrix | None]]:
    matrix = _product(_matrix(form), outer)
    for number in range(min(pdfium.FPDFFormObj_CountObjects(form), _OBJECTS)):
        item = pdfium.FPDFFormObj_GetObject(form, number)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            yield from _form(item, matrix, depth - 1)
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            yield kind, item, matrix


def _matrix(item: Any) -> Matrix:
    value = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, value)
    return (value.a, value.b, value.c, value.d, value.e, value.f)


def _product(inner: Matrix, outer: Matrix | None) -> Matrix:
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    return (
        *(_point(a, b, outer, origin=False)),
        *(_point(c, d, outer, origin=False)),
        *(_point(e, f, outer)),
    )


def _point(x: float, y: float, matrix: Matrix, origin: bool = True) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e * origin, b * x + d * y + f * origin


def _path(item: Any, matrix: Matrix | None, sides: list[Box], fills: list[Box]) -> None:
    """Add the straight lines of a path to `sides`, a box that is only filled to `fills`."""
    left, bottom, right, top = _BOUNDS
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return
    box = (left.value, top.value, right.value, bottom.value)
    if matrix:
        box = _around(_point(box[0], box[1], matrix), _point(box[2], box[3], matrix))
    width, height = box[2] - box[0], box[1] - box[3]
    if min(width, height) <= _THIN:
        sides.append(box)
        return
    if max(width, height) <= _DOT[1]:
        fills.append(box)
        return
    mode, stroke = _MODE
    pdfium.FPDFPath_GetDrawMode(item, mode, stroke)
    if stroke.value:
        sides.extend(_segments(item, matrix))
    elif mode.value:
        _filled(item, matrix, box, sides, fills)


def _filled(item: Any, matrix: Matrix | None, box: Box, sides: list[Box], fills: list[Box]) -> None:
    """A filled box is a shade; a filled frame (several boxes in one path) is its thin parts."""
    if pdfium.FPDFPath_CountSegments(item) <= _BOX_POINTS:
        fills.append(box)
        return
    sides.extend(_parts(item, matrix))


def _around(*points: tuple[float, float]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), max(ys), max(xs), min(ys)


def _outlines(item: Any, matrix: Matrix | None) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each stretch of a path that is drawn without lifting the pen."""
    whole = _product(_matrix(item), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for number in range(min(pdfium.FPDFPath_CountSegments(item), _SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(_point(x.value, y.value, whole))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _segments(item: Any, matrix: Matrix | None) -> Iterator[Box]:
    """Yield the level and upright stretches of a stroked path."""
    for points in _outlines(item, matrix):
        if _is_rounded(points):
            yield from _sides(_around(*points))
            continue
        for one, other in pairwise(points):
            box = _around(one, other)
            if min(box[2] - box[0], box[1] - box[3]) <= _STRAIGHT:
                yield box


def _parts(item: Any, matrix: Matrix | None) -> Iterator[Box]:
    """Yield the thin boxes among the outlines of a filled path, and the sides of its frames."""
    boxes = [_around(*points) for points in _outlines(item, matrix)]
    for box in boxes:
        left, top, right, bottom = box
        if min(right - left, top - bottom) <= _THIN:
            yield box
        elif any(_is_framed(box, other) or _is_framed(other, box) for other in boxes):
            yield from _sides(box)


def _sides(box: Box) -> tuple[Box, Box, Box, Box]:
    left, top, right, bottom = box
    return (
        (left, top, right, top), (left, bottom, right, bottom),
        (left, top, left, bottom), (right, top, right, bottom),
    )  # fmt: skip


def _is_rounded(points: Sequence[tuple[float, float]]) -> bool:
    """Whether an outline is that of a box with round corners: all its points are near them."""
    if len(points) < _ROUNDED:
        return False
    left, top, right, bottom = _around(*points)
    reach = min(_ROUND, (right - left) / 2, (top - bottom) / 2)
    return all(
        min(x - left, right - x) <= reach and min(y - bottom, top - y) <= reach for x, y in points
    )


def _is_framed(outer: Box, inner: Box) -> bool:
    """Whether a box stands inside another with a line's width between them."""
    margins = (inner[0] - outer[0], outer[1] - inner[1], outer[2] - inner[2], inner[3] - outer[3])
    return outer != inner and all(0 <= margin <= _THIN for margin in margins)
