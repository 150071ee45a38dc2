"""Small people in rows of ten: 100 of them make a study result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tools.art.canvas import Canvas
from tools.art.palette import CLAY, DEEP, GREY, INK, WHITE
from tools.art.paths import Path, Point, join, polyline, shape
from tools.art.shapes import disc

SHOULDERS = shape(
    "M -8.6 22.4 L -8.6 18.8 C -8.6 13.8 -5.2 10.9 0 10.9 C 5.2 10.9 8.6 13.8 8.6 18.8L 8.6 22.4 Z"
)
PERSON = join([disc(0, 4.6, 4.4), SHOULDERS])
MINUS = polyline([(-3.6, 17.3), (3.6, 17.3)])
KINDS: Final = {"counted": (DEEP, INK), "harm": (CLAY, INK), "rest": (WHITE, GREY)}


@dataclass(frozen=True)
class Crowd:
    """How far apart people stand, how large they are, and their outline."""

    column: float
    row: float
    size: float
    line: float

    @property
    def width(self) -> float:
        """Return the width of ten people."""
        return 10 * self.column

    @property
    def height(self) -> float:
        """Return the height of ten rows."""
        return 10 * self.row

    def grid(self, canvas: Canvas, groups: Sequence[tuple[str, int]], x: float, y: float) -> None:
        """Draw 100 people in the order of the groups (kind and number); the rest follow."""
        places = [
            (x + self.column * (i % 10 + 0.5), y + self.row * (i // 10) + 1) for i in range(100)
        ]
        for kind, count in groups:
            self.people(canvas, kind, places[:count])
            places = places[count:]
        if places:
            self.people(canvas, "rest", places)

    def people(self, canvas: Canvas, kind: str, places: Sequence[Point]) -> None:
        """Draw people of one kind; each place is the top of a head."""
        fill, line = KINDS[kind]
        canvas.path(self._copies(PERSON, places), fill, line, self.line)
        if kind == "harm":
            canvas.path(self._copies(MINUS, places), "none", WHITE, 2.4 * self.size)

    def _copies(self, path: Path, places: Sequence[Point]) -> Path:
        small = path.scaled(self.size)
        return join(small.moved(*place) for place in places)
