"""Parts for icons and people: path notation, merged bodies, heads, candles, sets of pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path as File
from typing import Final

from tools.art import fields
from tools.art.canvas import Canvas
from tools.art.palette import AMBER, AMBER_LIGHT, INK, LIGHT, OUTLINE, SKIN, WHITE
from tools.art.paths import Path, Point
from tools.art.shapes import disc, drop, spline

# Skin and hair beside the palette's SKIN, far enough apart in grey (215, 120, 80, 205).
SKIN_FAIR: Final = "#F2CFAE"
SKIN_DEEP: Final = "#744A2C"
HAIR_SILVER: Final = "#C9D0D0"
TONES: Final = frozenset({SKIN_FAIR, SKIN_DEEP, HAIR_SILVER})

TOKEN = re.compile(r"[MLQCZ]|-?\d+(?:\.\d+)?")
POINTS_OF: Final = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}


def shape(notation: str) -> Path:
    """Return the path written as in SVG, absolute M, L, Q, C and Z only."""
    path, tokens = Path(), TOKEN.findall(notation)
    letter, at = "M", 0
    while at < len(tokens):
        if tokens[at] in POINTS_OF:
            letter, at = tokens[at], at + 1
        count = POINTS_OF[letter]
        numbers = [float(token) for token in tokens[at : at + 2 * count]]
        path.segments.append((letter, tuple(zip(numbers[::2], numbers[1::2], strict=True))))
        at += 2 * count
    return path


def ellipse(x: float, y: float, rx: float, ry: float) -> Path:
    """Return an ellipse."""
    return disc(x, y, rx).scaled(1, ry / rx, (x, y))


class Sheets:
    """Several pictures that one module draws from one word table."""

    def __init__(self, pictures: dict[str, Canvas]) -> None:
        self.pictures = pictures

    def write(self, file: File) -> None:
        """Write every picture beside the named one, with its language suffix."""
        _, *language = file.name.removesuffix(".svg").split(".", 1)
        for name, picture in self.pictures.items():
            path = file.with_name(".".join([name, *language, "svg"]))
            path.parent.mkdir(parents=True, exist_ok=True)
            picture.write(path)


class PeopleCanvas(Canvas):
    """A canvas that also accepts the skin and hair tones as fills."""

    def _add(
        self,
        place: str,
        fill: str,
        stroke: str,
        width: float,
        dash: Sequence[float] = (),
        cap: str = "round",
    ) -> None:
        super()._add(place, SKIN if fill in TONES else fill, stroke, width, dash, cap)
        if fill in TONES:
            self._shapes[-1] = self._shapes[-1].replace(f'fill="{SKIN}"', f'fill="{fill}"')


Bar = tuple[Sequence[Point], Sequence[float]]  # points of a limb and its full widths there


def body(*bars: Bar, outline: Sequence[Point] = (), soft: float = 8, step: float = 0.75) -> Path:
    """Return limbs and an outline melted into one shape with soft corners."""
    everything = [*outline, *(point for points, _ in bars for point in points)]
    reach = 6 + max([max(widths) / 2 for _, widths in bars], default=0)
    xs, ys = zip(*everything, strict=True)
    grid = fields.Grid(min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach, step)
    field = fields.polygon(grid, outline) if outline else grid.empty()
    for points, widths in bars:
        field = fields.merge(field, fields.branch(grid, *_bent(points, widths)), soft)
    return fields.contour(grid, field, error=0.15)


def _bent(points: Sequence[Point], widths: Sequence[float], steps: int = 6) -> Bar:
    """Return a limb with its joints rounded."""
    if len(points) < 3:
        return points, widths
    fine = [widths[0]]
    for a, b in pairwise(widths):
        fine.extend(a + (b - a) * step / steps for step in range(1, steps + 1))
    return spline(points).points(steps), fine


def mirrored(path: Path, x: float) -> Path:
    """Return the path mirrored left to right about a vertical line."""
    return path.scaled(-1, 1, (x, 0))


def candle(canvas: Canvas, x: float, base: float, height: float, width: float = 30) -> None:
    """Draw a lit candle standing on a level."""
    half, flat, top = width / 2, width * 0.13, base - height
    side = Path().move(x - half, top).line((x - half, base - flat))
    side.curve(
        (x - half, base + flat * 0.4), (x + half, base + flat * 0.4), (x + half, base - flat)
    )
    side.line((x + half, top)).close()
    canvas.path(side, WHITE)
    shade = Path().move(x + half * 0.3, top).line((x + half * 0.3, base - 0.5))
    shade.curve((x + half * 0.7, base - 1.2), (x + half, base - 2), (x + half, base - flat))
    canvas.path(shade.line((x + half, top)).close(), LIGHT)
    canvas.path(side, "none", INK, OUTLINE)
    canvas.path(ellipse(x, top, half, flat), AMBER_LIGHT, INK, OUTLINE)
    canvas.line([(x, top - 1), (x, top - 10)], INK, 2.6)
    canvas.path(drop(x, top - 20, 9.4), AMBER, INK, OUTLINE)
    canvas.path(drop(x, top - 17.6, 4), WHITE)
