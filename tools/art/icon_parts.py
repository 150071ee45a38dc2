"""What the icons share: their size, their lines, and the shapes that more than one uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tools.art.canvas import Canvas
from tools.art.palette import INK
from tools.art.paths import Path, Point, shape

SIZE: Final = 48.0
STROKE: Final = 3.0
FINE: Final = 2.4  # details inside a shape

Draw = Callable[[Canvas], None]


class Icons(dict[str, Draw]):
    """Drawing functions by the file stems of their icons."""

    def named(self, name: str) -> Callable[[Draw], Draw]:
        """Register the function that follows."""

        def register(function: Draw) -> Draw:
            self[name] = function
            return function

        return register


def ink(canvas: Canvas, path: Path, fill: str = "none", width: float = STROKE) -> None:
    """Draw a path in the line of all icons."""
    canvas.path(path, fill, INK, width)


def line(canvas: Canvas, *points: Point, width: float = STROKE, colour: str = INK) -> None:
    """Draw straight lines through the points."""
    canvas.line(points, colour, width)


def handset(scale: float, x: float, y: float) -> Path:
    """Return a telephone handset centred on a point."""
    half = shape(
        "M -16 -9.5 C -16 -13 -13.4 -15.6 -10.6 -16 C -9.1 -16.2 -8 -15.5 -7.4 -14.1"
        "L -4.9 -8 C -4.4 -6.7 -4.7 -5.4 -5.7 -4.5 L -8.1 -2.3 C -5.9 2 -2 5.9 2.3 8.1"
        "L 4.5 5.7 C 5.4 4.7 6.7 4.4 8 4.9 L 14.1 7.4 C 15.5 8 16.2 9.1 16 10.6"
        "C 15.6 13.4 13 16 9.5 16 C -4.6 16 -16 4.6 -16 -9.5 Z"
    )
    return half.scaled(scale).moved(x, y)


def bubble(x: float, y: float, w: float, h: float, r: float, tail: list[Point]) -> Path:
    """Return a speech bubble; the tail points lie on, below and on its lower edge."""
    path = Path().move(x + r, y).line((x + w - r, y)).arc((x + w - r, y + r), r, -90, 0)
    path.line((x + w, y + h - r)).arc((x + w - r, y + h - r), r, 0, 90).line(*tail)
    path.line((x + r, y + h)).arc((x + r, y + h - r), r, 90, 180)
    return path.line((x, y + r)).arc((x + r, y + r), r, 180, 270).close()


def exclamation(canvas: Canvas, x: float, top: float, bottom: float, colour: str) -> None:
    """Draw an exclamation mark between two levels."""
    line(canvas, (x, top), (x, bottom - 8.2), width=4.2, colour=colour)
    canvas.circle(x, bottom - 2.4, 2.6, colour)
