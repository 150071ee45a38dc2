"""The panel in which a scene of a visit plays, 110 wide and 140 high."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tools.art.figures import body
from tools.art.inset import Inset
from tools.art.palette import INK, MID, PALE
from tools.art.paths import Path, Point, polyline
from tools.art.shapes import box

WIDTH: Final = 110.0
HEIGHT: Final = 140.0
FLOOR: Final = 131.0
LINE: Final = 2.6
FINE: Final = 2.0


class Stage(Inset):
    """A scene's own coordinates on the canvas, and its usual lines."""

    def draw(self, path: Path, fill: str = "none", stroke: str = INK, width: float = LINE) -> None:
        """Draw a path of the scene."""
        self.path(path, fill, stroke, width)

    def limb(self, points: Sequence[Point], widths: Sequence[float], fill: str) -> None:
        """Draw a limb with round ends."""
        self.draw(body((points, widths), step=0.5), fill)

    def bar(self, *points: Point, width: float = LINE, colour: str = INK) -> None:
        """Draw straight lines through the points."""
        self.draw(polyline(points), "none", colour, width)

    def backdrop(self, top: float = 0, width: float = WIDTH) -> None:
        """Tint the panel from its top on, and draw the floor."""
        self.draw(box(0, top, width, HEIGHT - top, 12), PALE, "none", 0)
        self.bar((8, FLOOR), (width - 8, FLOOR), width=FINE, colour=MID)
