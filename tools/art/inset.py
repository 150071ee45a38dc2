"""Draw on part of a canvas, smaller or larger than it was thought of."""

from __future__ import annotations

from collections.abc import Sequence

from tools.art.canvas import Canvas
from tools.art.palette import INK, MINIMUM_TEXT
from tools.art.paths import Path, Point


class Inset(Canvas):
    """Draw on part of another canvas at a scale.

    Lines get thinner with the scale; *firm* makes up for that, being how many times thicker
    they are than the scale alone would make them.
    """

    def __init__(
        self, outer: Canvas, scale: float = 1, dx: float = 0, dy: float = 0, firm: float = 1
    ) -> None:
        super().__init__(outer.width, outer.height, outer.title)
        self._outer, self._scale, self._dx, self._dy = outer, scale, dx, dy
        self._line = firm * scale

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
        placed = path.scaled(self._scale).moved(self._dx, self._dy)
        lengths = [part * self._scale for part in dash]
        self._outer.path(placed, fill, stroke, width * self._line, lengths, cap, even_odd)

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
        lengths = [part * self._scale for part in dash]
        self._outer.circle(
            *self._at(x, y), radius * self._scale, fill, stroke, width * self._line, lengths
        )

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str = "none",
        stroke: str = "none",
        width: float = 0,
        dash: Sequence[float] = (),
        radius: float = 0,
    ) -> None:
        """Draw a rectangle."""
        k, lengths = self._scale, [part * self._scale for part in dash]
        self._outer.rect(
            *self._at(x, y), w * k, h * k, fill, stroke, width * self._line, lengths, radius * k
        )

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float = MINIMUM_TEXT,
        weight: str = "regular",
        anchor: str = "start",
        fill: str = INK,
        turn: float = 0,
    ) -> None:
        """Draw text; its size is scaled too."""
        self._outer.text(text, *self._at(x, y), size * self._scale, weight, anchor, fill, turn)

    def _at(self, x: float, y: float) -> Point:
        return x * self._scale + self._dx, y * self._scale + self._dy
