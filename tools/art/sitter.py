"""Someone who sits facing us with closed eyes: both halves of the body are alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tools.art.canvas import Canvas
from tools.art.figures import body
from tools.art.palette import DEEP, INK, INNER, OUTLINE
from tools.art.paths import Path, Point, shape
from tools.art.shapes import mirrored, spline

LINE: Final = OUTLINE + 0.4
FEATURE: Final = 3.0  # lines of the face
EYE: Final = shape("M -25 0 C -22 6 -12 6 -9 0")
NOSE: Final = shape("M 0 1 C -1 7 -3 10 -3.5 13 C -3 15.5 0 16 2 15.5")
MOUTH: Final = shape("M -13 0 C -7 6.5 7 6.5 13 0")


@dataclass(frozen=True)
class Sitter:
    """Draws on a canvas about x, the middle of the body."""

    canvas: Canvas
    x: float

    def both(self, path: Path, fill: str = "none", width: float = LINE) -> None:
        """Draw a part of the left side and its mirror image."""
        for side in (path, mirrored(path, self.x)):
            self.canvas.path(side, fill, INK, width)

    def top(
        self,
        half: Sequence[Point],
        sleeve: Sequence[Point],
        widths: Sequence[float],
        soft: float,
    ) -> None:
        """Draw a shirt from the left half of its outline, from neck to hem, and a sleeve."""
        right = self._mirrored(half)[-2:0:-1]
        torso = spline([*half, *right], closed=True).points(8)
        sleeves = ((side, widths) for side in (sleeve, self._mirrored(sleeve)))
        self.canvas.path(body(*sleeves, outline=torso, soft=soft), DEEP, INK, LINE)

    def head(self, skin: str, neck: Path, ear: Path, face: Path) -> None:
        """Draw neck, ears and face, one over the other."""
        self.canvas.path(neck, skin, INK, LINE)
        self.both(ear, skin)
        self.canvas.path(face, skin, INK, LINE)

    def closed_eyes(self, y: float, brow: Path) -> None:
        """Draw both eyes on a level, and the brows."""
        self.both(EYE.moved(self.x, y), width=FEATURE)
        self.both(brow, width=INNER)

    def nose_and_mouth(self, eyes: float, mouth: float) -> None:
        """Draw the nose below the level of the eyes, and a calm mouth."""
        self.canvas.path(NOSE.moved(self.x, eyes), "none", INK, INNER)
        self.canvas.path(MOUTH.moved(self.x, mouth), "none", INK, FEATURE)

    def _mirrored(self, points: Sequence[Point]) -> list[Point]:
        return [(2 * self.x - x, y) for x, y in points]
