"""PDF coordinates (from the bottom left, unrotated) to those of the page as it is shown."""

from dataclasses import dataclass, replace

import numpy as np

from pipeline.readers.pdf.native import Floats

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

    def shown(self, boxes: Floats) -> Floats:
        """Return left, right, top, bottom as shown of boxes of left, top, right, bottom."""
        columns = [
            self._far(index) - boxes[:, index] if far else boxes[:, index] - self._near(index)
            for index, far in _TURNS[self.turn]
        ]
        return np.stack(columns, 1)

    def _near(self, index: int) -> float:
        return self.bottom if index % 2 else self.left

    def _far(self, index: int) -> float:
        return self.top if index % 2 else self.right
