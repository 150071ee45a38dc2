"""Parts for people: bodies melted together from limbs, and candles beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tools.art import fields
from tools.art.canvas import Canvas
from tools.art.palette import AMBER, AMBER_LIGHT, INK, LIGHT, OUTLINE, WHITE
from tools.art.paths import Path, Point
from tools.art.shapes import drop, ellipse, spline

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
