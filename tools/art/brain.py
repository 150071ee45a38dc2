"""The left side of a human brain, facing left, after common anatomy.

Furrows are placed by hand: the deep Sylvian fissure, the central furrow with its
two neighbours, and the main furrows of the frontal, parietal, temporal and
occipital lobes, with the small ones made up. They are plausible, not an atlas:
do not label single folds. Units are those of a 600 x 460 canvas.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from tools.art import fields
from tools.art.canvas import Canvas
from tools.art.fields import Field, Grid
from tools.art.palette import DEEP, INK, LIGHT, MID, PALE, PAPER
from tools.art.paths import Path, Point, join
from tools.art.shapes import spline

BULGE = 3.4  # how far folds swell past the hand-drawn outline
GRID = Grid(30, 8, 580, 452, 1.0)

CEREBRUM: Sequence[Point] = (
    (52, 214), (54, 178), (68, 142), (92, 108), (126, 78), (168, 55), (216, 40), (268, 32),
    (322, 31), (376, 39), (426, 57), (470, 84), (507, 121), (533, 165), (546, 211), (543, 250),
    (524, 277), (494, 288), (462, 291), (436, 303), (402, 320), (360, 333), (312, 342),
    (262, 345), (218, 338), (188, 322), (172, 300), (166, 279), (146, 272), (112, 272),
    (80, 262), (60, 242),
)
CEREBELLUM: Sequence[Point] = (
    (392, 344), (404, 314), (440, 286), (490, 280), (526, 292), (545, 314), (541, 342),
    (518, 367), (484, 383), (446, 386), (414, 374), (396, 360),
)
STEM: Sequence[Point] = (
    (350, 316), (330, 334), (328, 358), (342, 376), (360, 388), (372, 408), (380, 432),
    (390, 444), (408, 446), (424, 439), (428, 418), (422, 394), (424, 362), (430, 330),
    (400, 306),
)
STEM_LINES: Sequence[Sequence[Point]] = (
    ((344, 374), (366, 376), (390, 368)), ((336, 342), (352, 347), (370, 346)),
    ((384, 398), (392, 414), (398, 430)),
)

# Each furrow: points from its deepest part, and its width at start, middle and end.
DEEP_FURROWS: Sequence[tuple[Sequence[Point], float]] = (
    # Sylvian fissure
    (((150, 282), (178, 270), (212, 263), (252, 252), (292, 237), (330, 221), (364, 207),
      (386, 190), (392, 170)), 8.5),
    # central furrow
    (((330, 20), (332, 44), (322, 66), (311, 86), (312, 108), (299, 128), (284, 148),
      (280, 172), (270, 196), (268, 214)), 7.0),
    # superior temporal furrow
    (((196, 309), (226, 300), (262, 294), (298, 283), (332, 268), (366, 258), (396, 244),
      (416, 222), (424, 196), (422, 178)), 6.4),
    # intraparietal furrow
    (((334, 148), (352, 128), (378, 119), (404, 121), (430, 131), (452, 136), (470, 152),
      (484, 174)), 6.2),
    # parieto-occipital notch
    (((494, 94), (478, 108), (468, 124)), 6.4),
)
FURROWS: Sequence[tuple[Sequence[Point], float]] = (
    # precentral, upper and lower
    (((282, 20), (284, 44), (274, 66), (270, 88), (258, 106), (256, 118)), 5.8),
    (((246, 128), (246, 148), (234, 170), (232, 192), (226, 216)), 5.8),
    # postcentral, upper and lower
    (((372, 52), (366, 72), (352, 88), (350, 108), (344, 122)), 5.6),
    (((330, 150), (322, 166), (314, 180), (312, 200)), 5.6),
    # superior frontal
    (((268, 92), (244, 84), (220, 90), (194, 86), (168, 98), (144, 104), (124, 122)), 5.6),
    # inferior frontal
    (((240, 158), (214, 150), (190, 160), (164, 158), (140, 172), (116, 178)), 5.6),
    # the two short arms of the Sylvian fissure
    (((208, 262), (210, 240), (200, 222), (204, 202)), 5.0),
    (((182, 268), (178, 248), (162, 238)), 5.0),
    # frontal, small
    (((228, 26), (230, 48), (220, 64)), 5.0), (((172, 44), (180, 62), (174, 76)), 4.8),
    (((112, 80), (126, 92), (134, 92)), 4.8), (((74, 122), (92, 132), (100, 148), (94, 162)), 5.0),
    (((208, 112), (188, 120), (166, 126), (150, 140)), 5.0), (((246, 104), (230, 116), (208, 112)), 4.6),
    (((40, 184), (66, 190), (88, 184)), 4.8), (((128, 196), (112, 208), (90, 210)), 4.8),
    (((176, 184), (158, 192), (148, 206)), 4.8), (((148, 222), (126, 234), (96, 232)), 5.0),
    (((46, 226), (66, 230), (74, 238)), 4.4), (((108, 284), (122, 258), (140, 252)), 4.6),
    (((124, 122), (112, 138), (116, 152), (128, 158)), 4.4),
    # parietal, small
    (((414, 44), (412, 68), (398, 84), (396, 96)), 5.0), (((456, 70), (446, 90), (428, 100)), 5.0),
    (((398, 84), (384, 98), (364, 106), (350, 106)), 4.6), (((356, 168), (352, 186), (342, 198)), 4.8),
    (((374, 118), (378, 138), (372, 158), (378, 174)), 4.8), (((406, 146), (402, 166), (404, 188)), 4.8),
    (((444, 156), (448, 178), (446, 204), (434, 226)), 5.2),
    # occipital
    (((486, 200), (470, 214), (464, 236), (450, 252)), 5.2),
    (((562, 192), (534, 194), (512, 188), (504, 172)), 5.0),
    (((556, 232), (526, 224), (506, 230), (488, 240)), 5.0),
    (((536, 274), (512, 256), (492, 262), (470, 266)), 5.0),
    (((536, 144), (516, 146), (504, 140)), 4.6),
    # middle and lower temporal
    (((222, 322), (250, 318), (276, 310), (304, 306)), 5.2),
    (((326, 298), (352, 288), (378, 282), (402, 268), (424, 250)), 5.2),
    (((296, 352), (318, 328), (346, 316)), 4.8), (((372, 340), (386, 310), (408, 296)), 4.8),
    (((452, 308), (440, 284), (446, 272)), 5.0), (((246, 358), (252, 336)), 4.6),
    (((194, 336), (206, 324)), 4.4), (((264, 268), (242, 276), (222, 280), (206, 288)), 4.6),
    (((306, 258), (332, 250), (356, 238), (380, 228)), 4.6),
)


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
        lines=join(spline(points) for points in STEM_LINES),
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
