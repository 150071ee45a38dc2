"""The cover: a brain that rises like a tree from a calm hill before a low sun.

No words: the PDF sets the title at the upper left and the clinic's details in the
pale strip at the foot, so both stay light and empty here. The web shows the scene alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from tools.art import brain, fields, network
from tools.art.canvas import Canvas
from tools.art.fields import Grid
from tools.art.inset import Inset
from tools.art.neurons import TIP, Branch, Habit, grow
from tools.art.palette import AMBER, AMBER_LIGHT, DEEP, INK, LIGHT, PALE, PAPER
from tools.art.paths import Path, Point
from tools.art.shapes import spline

BOUGH_SEED = 4
STRIP = 150.0  # height of the quiet strip at the foot
# Crests of the hills: x, and how high above the strip.
FAR_CREST: Sequence[Point] = ((0, 52), (130, 20), (330, 44), (500, 74), (612, 62))
NEAR_CREST: Sequence[Point] = ((0, 18), (150, 34), (330, 22), (470, 2), (612, 12))
# Nerve cells as young trees: root x, stem length, forks, seed.
TREES: Sequence[tuple[float, float, int, int]] = (
    (66, 56, 3, 8),
    (132, 40, 3, 11),
    (188, 30, 2, 15),
)


def paint(canvas: Canvas, strip: float = STRIP) -> None:
    """Draw the cover over the whole sheet, with a quiet strip of this height at its foot."""
    wide, high = canvas.width, canvas.height
    foot = high - strip
    canvas.rect(0, 0, wide, high, PAPER)
    _sun(canvas, (206, foot - 130), 198)
    if high > wide:
        _bough(canvas)
    _hill(canvas, FAR_CREST, foot, LIGHT)
    scene = Inset(canvas, 0.86, wide - 494, foot - 350)
    brain.paint(scene)
    network.paint(scene, signs=False)
    for x, stem, forks, seed in TREES:
        _tree(canvas, (x, foot - 14), stem, forks, seed)
    _hill(canvas, NEAR_CREST, foot, PALE)


def _sun(canvas: Canvas, centre: Point, radius: float) -> None:
    """Draw the sun, cut off where the sheet ends below it."""
    (x, y), below = centre, canvas.height - centre[1]
    if below >= radius:
        canvas.circle(x, y, radius, AMBER_LIGHT)
        return
    angle, half = math.degrees(math.asin(below / radius)), math.sqrt(radius**2 - below**2)
    arc = Path().move(x - half, canvas.height).arc(centre, radius, 180 - angle, 360 + angle)
    canvas.path(arc.close(), AMBER_LIGHT)


def _hill(canvas: Canvas, crest: Sequence[Point], foot: float, fill: str) -> None:
    """Draw a hill under a smooth crest, down to the foot of the sheet; its end is at the edge."""
    wide, high = canvas.width, canvas.height
    points = [(x, foot - above) for x, above in crest]
    points[-1] = (wide, points[-1][1])
    canvas.path(spline(points).line((wide, high), (0, high)).close(), fill)


def _tree(canvas: Canvas, root: Point, stem: float, forks: int, seed: int) -> None:
    """Draw a branching cell that stands like a tree, with amber buds."""
    habit = Habit(soma=0, reach=stem, width=8, forks=forks, spread=28, shrink=0.66, wobble=3)
    arms = grow(Random(seed), habit, root, -90, 3 + stem * 0.09, stem, forks)
    grid = Grid(root[0] - 120, root[1] - 3 * stem, root[0] + 120, root[1] + 4, 0.5)
    canvas.path(_wood(grid, arms), DEEP)
    for bud in _tips(arms):
        canvas.circle(*bud, 3 + stem * 0.025, AMBER, INK, 1.8)


def _bough(canvas: Canvas) -> None:
    """Draw a pale branch that reaches in from the upper right edge."""
    wide = canvas.width
    habit = Habit(soma=0, reach=60, width=9, forks=3, spread=27, shrink=0.76, wobble=5)
    arms = grow(Random(BOUGH_SEED), habit, (wide + 14, 84), 172, 9, 54, 3)
    grid = Grid(wide - 220, 4, wide - 0.3, 300, 0.5)
    canvas.path(_wood(grid, arms), LIGHT)
    for x, y in _tips(arms):
        if x < wide - 6 and y > 6:
            canvas.circle(x, y, 4.6, AMBER_LIGHT, LIGHT, 2)


def _wood(grid: Grid, arms: Sequence[Branch]) -> Path:
    field = grid.empty()
    for arm in arms:
        field = fields.merge(field, fields.branch(grid, arm.points, arm.widths), 3)
    return fields.contour(grid, fields.blur(field, 1), 0, 0.12)


def _tips(arms: Sequence[Branch]) -> list[Point]:
    return [arm.points[-1] for arm in arms if arm.widths[-1] == TIP]
