"""One side of a leaf: text that is set as large as the side holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.columns import UNBOUNDED, Columns

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

# Type of 12 points comes out between 13.8 and 10.5, the least for a printed handout; smaller
# only for a clinic whose facts are so long that its leaf would have a third side.
SIZES = [size / 1000 for size in range(1150, 499, -25)]


class OneSide(Columns):
    """Sets *parts* below each other, as large as they fit on one page.

    A clinic with many facts gets smaller type, one with few larger type; never a third side.
    """

    def __init__(self, parts: list[Flowable]) -> None:
        super().__init__(parts, 1, 0)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size of the page; too high if even the smallest type does not fit."""
        for self.size in SIZES:
            _, height = super().wrap(available_width / self.size, UNBOUNDED)
            if height * self.size <= available_height:
                break
        self.drawn = height
        # All the height there is, but for a hair: what ends the story must still fit.
        self.page = max(height * self.size, available_height - 1)
        return available_width, self.page

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return nothing: a side is not parted."""
        return []

    def draw(self) -> None:
        """Draw the parts from the top of the page."""
        self.canv.saveState()
        self.canv.scale(self.size, self.size)
        self.canv.translate(0, self.page / self.size - self.drawn)
        super().draw()
        self.canv.restoreState()
