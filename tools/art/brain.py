"""The left side of a human brain, facing left, after common anatomy.

Furrows are placed by hand in brain.toml: the deep Sylvian fissure, the central furrow with its
two neighbours, and the main furrows of the frontal, parietal, temporal and
occipital lobes, with the small ones made up. They are plausible, not an atlas:
do not label single folds. Units are those of a 600 x 460 canvas.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path as File

import numpy as np

from tools.art import fields
from tools.art.canvas import Canvas
from tools.art.fields import Field, Grid
from tools.art.palette import DEEP, INK, LIGHT, MID, PALE, PAPER
from tools.art.paths import Path, Point, join
from tools.art.shapes import spline

BULGE = 3.4  # how far folds swell past the hand-drawn outline
GRID = Grid(30, 8, 580, 452, 1.0)


def _way(text: str) -> list[Point]:
    """Read points written as "x,y x,y"."""
    pairs = (pair.split(",") for pair in text.split())
    return [(float(x), float(y)) for x, y in pairs]


def _furrow_list(texts: Sequence[str]) -> list[tuple[list[Point], float]]:
    """Read furrows written as "width: way"."""
    parts = (text.split(":") for text in texts)
    return [(_way(way), float(width)) for width, way in parts]


LINES = tomllib.loads(File(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
CEREBRUM, CEREBELLUM, STEM = (_way(LINES[name]) for name in ("cerebrum", "cerebellum", "stem"))
DEEP_FURROWS = _furrow_list(LINES["deep_furrows"])
FURROWS = _furrow_list(LINES["furrows"])


@dataclass(frozen=True)
class Brain:
    """The layers of the picture, back to front."""

    stem: Path
    cerebellum: Path
    leaves: Path
    lines: Path
    cerebrum: Path
    furrows: Path
    folds: Path
    glints: Path
    deep: Path


@cache
def brain() -> Brain:
    """Return the brain in its own units."""
    furrows = fields.merge(_furrows(FURROWS), _furrows(DEEP_FURROWS), 5)
    bulge = BULGE * np.clip(furrows / 14, 0, 1)
    body = fields.polygon(GRID, sampled(CEREBRUM, closed=True)) - fields.blur(bulge, 12)
    notches = furrows + 0.5 * np.maximum(-body - 7, 0)
    skin = fields.blur(fields.cut(body, notches, 9), 6)
    depth = fields.blur(np.minimum(furrows, -skin - 1), 4)
    return Brain(
        stem=spline(STEM, closed=True),
        cerebellum=spline(CEREBELLUM, closed=True),
        leaves=_leaves(),
        lines=join(spline(points) for points in map(_way, LINES["stem_lines"])),
        cerebrum=fields.contour(GRID, skin, 0, 0.3),
        furrows=fields.contour(GRID, np.maximum(furrows, skin + 1), 0),
        folds=fields.contour(GRID, _bright(depth, 3.6, 2), 0, 0.3, 10),
        glints=fields.contour(GRID, _bright(depth, 11.6, 4), 0, 0.3, 16),
        deep=fields.contour(GRID, np.maximum(_furrows(DEEP_FURROWS, 0.4), skin + 1), 0),
    )


def sampled(points: Sequence[Point], closed: bool = False, steps: int = 6) -> list[Point]:
    """Return many points on the smooth curve through the given ones."""
    dense = spline(points, closed).points(steps)
    return dense[:-1] if closed else dense


def paint(canvas: Canvas) -> None:
    """Draw the brain; pass an Inset to scale and move it."""
    layers, line = brain(), 4.6
    canvas.path(layers.stem, LIGHT, INK, line)
    canvas.path(layers.lines, stroke=MID, width=2.4)
    canvas.path(layers.cerebellum, LIGHT, INK, line)
    canvas.path(layers.leaves, stroke=MID, width=2.2)
    canvas.path(layers.cerebrum, LIGHT, INK, line)
    canvas.path(layers.furrows, MID)
    canvas.path(layers.folds, PALE)
    canvas.path(layers.glints, PAPER)
    canvas.path(layers.deep, DEEP)
    canvas.path(layers.cerebrum, stroke=INK, width=line)


def _furrows(furrows: Sequence[tuple[Sequence[Point], float]], share: float = 1) -> Field:
    """Return the field of furrows, tapering to both ends, at a share of their width."""
    found = GRID.empty()
    for points, width in furrows:
        way = [_wander(point) for point in sampled(points)]
        last = len(way) - 1
        widths = [width * share * _taper(i / last) for i in range(len(way))]
        found = fields.merge(found, fields.branch(GRID, way, widths), 3)
    return found


def _taper(t: float) -> float:
    """Return the share of the full width at a point of the way."""
    return min(1, 0.5 + 2.5 * t) * (1 - 0.62 * t**2)


def _wander(point: Point) -> Point:
    """Return the point moved a little, so that furrows meander."""
    x, y = point
    dx = 2.4 * math.sin(y / 9 + x / 40) + 1.6 * math.sin(y / 21 - x / 17)
    dy = 2.4 * math.sin(x / 9.5 - y / 33) + 1.6 * math.sin(x / 19 + y / 23)
    return x + dx, y + dy


def _bright(depth: Field, level: float, shift: int) -> Field:
    """Return where folds catch light from the upper left."""
    toward = np.roll(depth, (-shift, -shift // 2), (0, 1))
    return level - np.minimum(toward, depth + level * 0.45)


def _leaves() -> Path:
    """Return the fine leaves of the cerebellum, between its upper and lower edge."""
    upper, lower = sampled(CEREBELLUM[:6]), sampled([CEREBELLUM[0], *CEREBELLUM[:4:-1]])
    lines = []
    for share in (0.14, 0.28, 0.42, 0.56, 0.7, 0.84):
        line = [_between(upper, lower, share, t / 9.4) for t in range(1, 9)]
        lines.append(spline(line))
    return join(lines)


def _between(first: list[Point], second: list[Point], share: float, t: float) -> Point:
    a, b = (line[round(t * (len(line) - 1))] for line in (first, second))
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
