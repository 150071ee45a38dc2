"""The synapse pictures' two nerve cells and the close-up of their gap, in units of the wide one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.art import cell_parts, fields, neurons
from tools.art.canvas import Canvas
from tools.art.fields import Grid
from tools.art.palette import CLAY, DEEP, INK, LIGHT, MID, PALE, PAPER, WHITE
from tools.art.paths import Path, Point
from tools.art.shapes import spline

X, Y, R = 350.0, 232.0, 170.0  # the middle of the gap, and the close-up disc around it
RING_RADIUS = 27.0
HABIT = neurons.Habit(soma=17, reach=25, width=13, forks=2, spread=27, shrink=0.62, wobble=7)
OPEN_PACKET = (350, 204)
DOTS: Sequence[Point] = (
    OPEN_PACKET,
    (344, 219),
    (357, 222),
    (331, 230),
    (350, 248.5),
    (310, 232),
    (371, 232),
    (285, 231),
    (306, 249.5),
    (393, 231),
    (414, 236),
)
RECEPTORS: Sequence[Point] = ((264, 274.5), (307, 269), (350, 267), (393, 269), (436, 274.5))


def cells(canvas: Canvas, bend: float = 0) -> Point:
    """Draw the cells and the ring around their synapse, this far aside; return its middle."""
    _sending_cell(canvas, bend)
    _receiving_cell(canvas, bend)
    ring = (103.0 + bend, 231.0)
    canvas.circle(*ring, RING_RADIUS, stroke=WHITE, width=7.5)
    canvas.circle(*ring, RING_RADIUS, stroke=CLAY, width=3.6)
    return ring


def _sending_cell(canvas: Canvas, bend: float) -> None:
    grid = Grid(4, 20, 210, 236, 0.5)
    field = neurons.cell(grid, (104, 116), (-170, -130, -88, -46, -10), HABIT, 24)
    axon = [
        (104, 116),
        (107 + bend * 0.1, 146),
        (98 + bend * 0.6, 172),
        (97 + bend * 0.95, 192),
        (103 + bend, 212),
    ]
    field = fields.merge(field, fields.branch(grid, _dense(axon), _taper(20, 11, 25)), 14)
    bulb = fields.branch(grid, [(92 + bend, 220), (114 + bend, 220)], [16, 16])
    _cell(canvas, grid, fields.merge(field, bulb, 14), DEEP)
    canvas.circle(104, 116, 7.5, PALE)


def _receiving_cell(canvas: Canvas, bend: float) -> None:
    grid = Grid(4, 230, 210, 440, 0.5)
    field = neurons.cell(grid, (106, 336), (8, 52, 96, 140, 180), HABIT, 24)
    stalk = [
        (106, 336),
        (110 + bend * 0.15, 306),
        (101 + bend * 0.75, 280),
        (103 + bend, 250),
    ]
    field = fields.merge(field, fields.branch(grid, _dense(stalk), _taper(20, 10, 19)), 14)
    head = fields.branch(grid, [(94 + bend, 243), (112 + bend, 243)], [13, 13])
    _cell(canvas, grid, fields.merge(field, head, 12), LIGHT)
    canvas.circle(106, 336, 7.5, DEEP)


def _cell(canvas: Canvas, grid: Grid, field: fields.Field, fill: str) -> None:
    path = fields.contour(grid, fields.blur(field, 2), 0, 0.12)
    canvas.path(path, fill, INK, 2.6)


def close_up(canvas: Canvas, packets: Sequence[Point], aside: float = 0) -> None:
    """Draw the disc: both branches, packets, glutamate and receptors; aside moves the disc."""
    canvas.circle(X + aside, Y, R, PAPER)
    _sending_branch(canvas, aside)
    for place in packets:
        cell_parts.vesicle(canvas, *place, 13)
    _receiving_branch(canvas, aside)
    for x, y in RECEPTORS:
        cell_parts.channel(canvas, x, y, size=0.92, gap=1, turn=(x - X) * 0.12)
    cell_parts.glutamate(canvas, DOTS, 5)
    canvas.circle(X + aside, Y, R, stroke=INK, width=4)


def _sending_branch(canvas: Canvas, aside: float) -> None:
    """Draw the bulb, with an opening for the packet that empties into the gap."""
    left, right = _rim(-36 - aside), _rim(36 - aside)
    bulb = Path().move(X - 36, Y - left[1])
    bulb.curve((X - 36, 112), (X - 76, 108), (X - 106, 140))
    bulb.curve((X - 136, 174), (X - 118, 212), (X - 78, 217))
    bulb.curve((X - 52, 221), (X - 28, 222), (X - 6, 222))
    bulb.curve((X - 7, 217), (X - 13, 214), (X - 13, 205))
    bulb.arc((X, 205), 13, 180, 360)
    bulb.curve((X + 13, 214), (X + 7, 217), (X + 6, 222))
    bulb.curve((X + 28, 222), (X + 52, 221), (X + 78, 217))
    bulb.curve((X + 118, 212), (X + 136, 174), (X + 106, 140))
    bulb.curve((X + 76, 108), (X + 36, 112), (X + 36, Y - right[1]))
    bulb.arc((X + aside, Y), R, -right[0], -left[0]).close()
    canvas.path(bulb, DEEP, INK, 4)
    for dx in (-13, 0, 13):
        top = Y - _rim(dx - aside)[1]
        canvas.line([(X + dx, top + 4), (X + dx, 104 + abs(dx))], MID, 2)


def _receiving_branch(canvas: Canvas, aside: float) -> None:
    """Draw the receiving head on its neck, with the dense band below the receptors."""
    left, right = _rim(-84 - aside), _rim(84 - aside)
    low, high = Y + left[1], Y + right[1]
    head = Path().move(X - 84, low)
    head.curve((X - 52, low - 10), (X - 24, 356), (X - 46, 342))
    head.curve((X - 76, 326), (X - 118, 328), (X - 116, 298))
    head.curve((X - 114, 268), (X - 60, 264), (X, 264))
    head.curve((X + 60, 264), (X + 114, 268), (X + 116, 298))
    head.curve((X + 118, 328), (X + 76, 326), (X + 46, 342))
    head.curve((X + 24, 356), (X + 52, high - 10), (X + 84, high))
    head.arc((X + aside, Y), R, right[0], left[0]).close()
    canvas.path(head, LIGHT, INK, 4)
    band = spline([(X - 96, 285), (X - 48, 278), (X, 276), (X + 48, 278), (X + 96, 285)])
    canvas.path(band, stroke=MID, width=7)


def _rim(dx: float) -> tuple[float, float]:
    """Return the angle, and the height above the middle, where the disc is dx to the right."""
    height = math.sqrt(R * R - dx * dx)
    return math.degrees(math.atan2(height, dx)), height


def _dense(points: Sequence[Point]) -> list[Point]:
    return spline(points).points(6)


def _taper(first: float, last: float, count: int) -> list[float]:
    """Return widths that shrink quickly at first, then slowly."""
    return [last + (first - last) * (1 - i / (count - 1)) ** 2 for i in range(count)]
