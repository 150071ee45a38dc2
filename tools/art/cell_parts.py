"""Parts of cells that several pictures share."""

from __future__ import annotations

from collections.abc import Sequence

from tools.art.canvas import Canvas
from tools.art.palette import AMBER, CLAY, INK, OUTLINE, PALE, WHITE
from tools.art.paths import Point, join
from tools.art.shapes import hexagon, spline

HALF_CHANNEL: Sequence[Point] = (
    (3, -5),
    (5.4, -13),
    (9.6, -18.6),
    (14.4, -17),
    (15.4, -9.5),
    (11.6, -1),
    (10.6, 9),
    (8.8, 16),
    (5.6, 17.8),
    (3, 15),
    (2.4, 6),
    (2.5, 0),
)
VESICLE_DOTS: Sequence[Point] = ((-0.36, -0.24), (0.38, -0.16), (-0.04, 0.42))


def channel(
    canvas: Canvas,
    x: float,
    y: float,
    size: float = 1,
    gap: float = 0,
    turn: float = 0,
    fill: str = WHITE,
    width: float = OUTLINE,
) -> None:
    """Draw a receptor: two halves through the membrane, a gap between them when open."""
    half = spline(HALF_CHANNEL, closed=True).moved(gap / 2 / size, 0)
    pair = join([half, half.scaled(-1, 1)]).scaled(size).turned(turn).moved(x, y)
    canvas.path(pair, fill, INK, width)


def glutamate(canvas: Canvas, places: Sequence[Point], radius: float = 5) -> None:
    """Draw messenger dots."""
    for x, y in places:
        canvas.circle(x, y, radius, AMBER, INK, max(1.6, radius * 0.4))


def vesicle(canvas: Canvas, x: float, y: float, radius: float = 13) -> None:
    """Draw a packet of messenger."""
    canvas.circle(x, y, radius, PALE, INK, 2.4)
    glutamate(
        canvas, [(x + dx * radius, y + dy * radius) for dx, dy in VESICLE_DOTS], radius * 0.25
    )


def ketamine(canvas: Canvas, x: float, y: float, radius: float = 14) -> None:
    """Draw a ketamine molecule: a clay hexagon with a white glint."""
    canvas.path(hexagon(x, y, radius), CLAY, INK, OUTLINE)
    canvas.line(
        [(x - radius * 0.46, y - radius * 0.2), (x - radius * 0.02, y - radius * 0.46)],
        WHITE,
        radius * 0.17,
    )
