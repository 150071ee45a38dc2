"""Draw on part of a canvas at a small scale without the lines getting as thin."""

from __future__ import annotations

from collections.abc import Sequence

from tools.art.canvas import Canvas, Inset
from tools.art.paths import Path


class Firm(Inset):
    """An inset whose lines are so many times thicker than its scale would make them."""

    def __init__(
        self, outer: Canvas, scale: float, dx: float = 0, dy: float = 0, thicker: float = 1.2
    ) -> None:
        super().__init__(outer, scale, dx, dy)
        self._thicker = thicker

    def path(
        self,
        path: Path,
        fill: str = "none",
        stroke: str = "none",
        width: float = 0,
        dash: Sequence[float] = (),
        cap: str = "round",
        even_odd: bool = False,
    ) -> None:
        """Draw a path."""
        super().path(path, fill, stroke, width * self._thicker, dash, cap, even_odd)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str = "none",
        stroke: str = "none",
        width: float = 0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a circle."""
        super().circle(x, y, radius, fill, stroke, width * self._thicker, dash)
