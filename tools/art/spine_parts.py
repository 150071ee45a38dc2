"""The branch of the spines pictures in its three states, in units of the wide picture."""

from __future__ import annotations

import math

import numpy as np

from tools.art import fields
from tools.art.canvas import Canvas
from tools.art.fields import Field, Grid
from tools.art.palette import AMBER, DASH_LOST, GREY, INK, LIGHT, OUTLINE, WHITE
from tools.art.paths import Point
from tools.art.shapes import plus, spline

LEFT, RIGHT = 152.0, 592.0
# Where spines sit: x, side (-1 above), length, lean, and fate: k kept, r regrown, l lost.
SITES = (
    (178, -1, 25, -3, "k"),
    (232, -1, 20, 4, "l"),
    (288, -1, 25, 2, "r"),
    (340, -1, 20, -4, "k"),
    (398, -1, 26, 3, "l"),
    (456, -1, 24, -3, "r"),
    (512, -1, 22, 4, "k"),
    (566, -1, 24, 2, "k"),
    (204, 1, 23, 3, "r"),
    (260, 1, 24, -3, "k"),
    (316, 1, 25, 2, "l"),
    (372, 1, 21, 4, "r"),
    (428, 1, 24, -4, "k"),
    (484, 1, 22, 3, "l"),
    (542, 1, 24, -3, "r"),
)
Site = tuple[float, int, float, float, str]


def row(canvas: Canvas, name: str, y: float, short: float = 1) -> None:
    """Draw the branch "before", "stressed" or "treated" along a level; short scales its spines."""
    thin = name == "stressed"
    sites = [(x, side, length * short, lean, fate) for x, side, length, lean, fate in SITES]
    for site in sites:
        if thin and site[4] != "k":
            _lost(canvas, site, y)
        elif name == "treated" and site[4] == "r":
            _regrown(canvas, site, y)
    kept = [s for s in sites if s[4] == "k" or name == "before"]
    grid = Grid(LEFT - 8, y - 62, RIGHT + 8, y + 62, 0.5)
    field = _stem(grid, y, 16 if thin else 24)
    for site in kept:
        field = fields.merge(field, _spine(grid, site, y, 0.72 if thin else 1), 8)
    whole = _broken_ends(grid, fields.blur(field, 1), y, 8 if thin else 12)
    path = fields.contour(grid, whole, 0, 0.12)
    canvas.path(path, LIGHT, INK, OUTLINE)
    shine = [(x, _level(x, y) - (2 if thin else 3.5)) for x in range(172, 574, 24)]
    canvas.path(spline(shine), stroke=WHITE, width=2.4)


def _level(x: float, y: float) -> float:
    """Return the height of the branch's middle line."""
    return y + 4 * math.sin(x / 46) + 2 * math.sin(x / 19 + 1)


def _stem(grid: Grid, y: float, wide: float) -> Field:
    xs = [LEFT - 6 + 6 * i for i in range(int((RIGHT - LEFT) / 6) + 3)]
    return fields.branch(grid, [(x, _level(x, y)) for x in xs], [wide] * len(xs))


def _broken_ends(grid: Grid, field: Field, y: float, half: float) -> Field:
    """Cut both ends in a wave: the branch goes on."""
    xs, ys = grid.mesh()
    left = LEFT + 5 + 2.6 * np.sin((ys - _level(LEFT, y)) * np.pi / half)
    right = RIGHT - 5 + 2.6 * np.sin((ys - _level(RIGHT, y)) * np.pi / half)
    return fields.cut(field, np.minimum(xs - left, right - xs), 4)


def _axis(site: Site, y: float, size: float) -> tuple[Point, Point, Point]:
    """Return root, neck and head of a spine."""
    x, side, length, lean, _ = site
    root = (x, _level(x, y) + side * (5 if size < 1 else 9))
    reach = (3 if size < 1 else 4) + length * size
    return root, (x + lean * 0.4, root[1] + side * reach * 0.5), (x + lean, root[1] + side * reach)


def _spine(grid: Grid, site: Site, y: float, size: float) -> Field:
    root, neck, head = _axis(site, y, size)
    stalk = fields.branch(grid, [root, neck, head], [11 * size, 8 * size, 8 * size])
    return fields.merge(stalk, fields.disc(grid, head, 11 * size), 6 * size)


def _lost(canvas: Canvas, site: Site, y: float) -> None:
    """Draw a dashed outline that stops at the branch."""
    grid = Grid(site[0] - 24, y - 60, site[0] + 24, y + 60, 0.5)
    path = fields.contour(grid, _spine(grid, site, y, 0.8), 0, 0.12)
    canvas.path(path, WHITE, GREY, 2, DASH_LOST, cap="butt")


def _regrown(canvas: Canvas, site: Site, y: float) -> None:
    grid = Grid(site[0] - 24, y - 60, site[0] + 24, y + 60, 0.5)
    path = fields.contour(grid, _spine(grid, site, y, 1), 0, 0.12)
    canvas.path(path, AMBER, INK, OUTLINE)
    plus(canvas, *_axis(site, y, 1)[2], 5.4, 2.8)


def sample(canvas: Canvas, kind: str, x: float, y: float) -> None:
    """Draw one spine for the key: a "connection", one "lost" or one "regrown"."""
    grid = Grid(x - 20, y - 22, x + 20, y + 20, 0.5)
    stalk = fields.branch(grid, [(x, y + 12), (x, y - 6)], [12, 7])
    path = fields.contour(grid, fields.merge(stalk, fields.disc(grid, (x, y - 6), 9.5), 6))
    if kind == "lost":
        canvas.path(path, WHITE, GREY, 2, DASH_LOST, "butt")
    else:
        canvas.path(path, AMBER if kind == "regrown" else LIGHT, INK, 3)
    if kind == "regrown":
        plus(canvas, x, y - 6, 4.6, 2.4)
