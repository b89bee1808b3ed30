"""PDF coordinates (from the bottom left, unrotated) to those of the page as it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

# For each quarter turn, which of left, top, right, bottom becomes the shown left, right,
# top and bottom, and whether it is measured from the right or top edge.
_TURNS = (
    ((0, False), (2, False), (1, True), (3, True)),
    ((3, False), (1, False), (0, False), (2, False)),
    ((2, True), (0, True), (3, False), (1, False)),
    ((1, True), (3, True), (2, True), (0, True)),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in PDF coordinates, and its quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def turned(self, quarters: int) -> "Frame":
        """Return this frame with `quarters` more turns clockwise."""
        return replace(self, turn=(self.turn + quarters) % 4)

    def boxes(self, numbers: Sequence[float]) -> tuple[list[float], list[float]]:
        """Return left and right, and top and bottom, of boxes of four numbers each.

        The numbers are left, top, right, bottom of each box in PDF coordinates.
        """
        columns = [self._column(numbers[index::4], index, far) for index, far in _TURNS[self.turn]]
        edges, heights = [0.0] * (len(numbers) // 2), [0.0] * (len(numbers) // 2)
        edges[0::2], edges[1::2], heights[0::2], heights[1::2] = columns
        return edges, heights

    def _column(self, values: Sequence[float], index: int, far: bool) -> Sequence[float]:
        low, high = (self.bottom, self.top) if index % 2 else (self.left, self.right)
        if far:
            return [high - value for value in values]
        return [value - low for value in values] if low else values
