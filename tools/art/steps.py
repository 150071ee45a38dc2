"""The five scenes of the mechanism picture, each in a disc around 0, 0, and its small print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tools.art import cell_parts, fields
from tools.art.canvas import Canvas
from tools.art.fields import Field, Grid
from tools.art.lettering import LEADING, wrap
from tools.art.palette import (
    AMBER,
    AMBER_LIGHT,
    DASH_LINE,
    DEEP,
    GREY,
    INK,
    LIGHT,
    OUTLINE,
    PAPER,
    WHITE,
)
from tools.art.paths import Path, Point
from tools.art.shapes import arrow, box, drop, gear, plus, segment_below, spline

RADIUS = 78.0
SIZE = 16.0  # of the lettering in note and key
BURST: Sequence[Point] = (
    (-30, 14),
    (-14, 7),
    (2, 10),
    (17, 7),
    (31, 14),
    (-43, 28),
    (-24, 25),
    (-7, 24),
    (10, 25),
    (26, 28),
    (44, 29),
    (-35, 43),
    (-15, 41),
    (3, 40),
    (20, 43),
    (37, 45),
    (-22, 58),
    (-3, 57),
    (15, 60),
)
# Where contacts sit, and whether each is new.
CONTACTS = ((-51, False), (-25.5, True), (0, False), (25.5, True), (51, False))


def block(canvas: Canvas) -> None:
    """Draw a receptor whose opening is plugged by ketamine."""
    canvas.path(segment_below(0, 0, RADIUS, 10), LIGHT)
    canvas.line([(-77, 10), (77, 10)], INK, OUTLINE)
    canvas.rect(-12, 6, 24, 10, LIGHT)
    cell_parts.channel(canvas, 0, 12, size=2.15, gap=14)
    cell_parts.ketamine(canvas, 0, -5, 17)
    cell_parts.glutamate(canvas, [(-54, -26), (-24, -52), (22, -56), (46, -40), (57, -16)], 5.2)


def release(canvas: Canvas) -> None:
    """Draw a nerve ending that lets go of a cloud of glutamate."""
    top = -((RADIUS**2 - 22**2) ** 0.5)
    bulb = Path().move(-22, top).curve((-21, -62), (-56, -60), (-56, -34))
    bulb.curve((-56, -8), (-30, -3), (-5, -3)).curve((-6, -6), (-10, -9), (-10, -15))
    bulb.arc((0, -15), 10, 180, 360)
    bulb.curve((10, -9), (6, -6), (5, -3)).curve((30, -3), (56, -8), (56, -34))
    bulb.curve((56, -60), (21, -62), (22, top)).arc((0, 0), RADIUS, -73.6, -106.4).close()
    canvas.path(bulb, DEEP, INK, OUTLINE)
    for place in ((-34, -30), (0, -44), (34, -30)):
        cell_parts.vesicle(canvas, *place, 12)
    cell_parts.glutamate(canvas, [(0, -16), (-4, -5), (5, -2), *BURST], 4.9)


def switch_on(canvas: Canvas) -> None:
    """Draw two receptors held open by glutamate, with signals passing in."""
    canvas.path(segment_below(0, 0, RADIUS, 6), LIGHT)
    canvas.line([(-77, 6), (77, 6)], INK, OUTLINE)
    for x in (-33, 33):
        canvas.rect(x - 8, -14, 16, 20, PAPER)
        canvas.rect(x - 8, 3, 16, 10, LIGHT)
        cell_parts.channel(canvas, x, 8, size=1.45, gap=10, fill=AMBER_LIGHT, width=3)
        cell_parts.glutamate(canvas, [(x - 19, -26), (x + 19, -26)], 5.2)
        arrow(canvas, (x, -36), (x, 52), 3.4, 14)


def signals(canvas: Canvas) -> None:
    """Draw a cell in which growth signals rise: a gear for mTOR, drops for BDNF."""
    cell = spline(
        [
            (-2, -60),
            (34, -52),
            (58, -22),
            (60, 14),
            (42, 48),
            (8, 60),
            (-30, 54),
            (-56, 26),
            (-60, -10),
            (-40, -46),
        ],
        closed=True,
    )
    canvas.path(cell, LIGHT, INK, OUTLINE)
    canvas.path(gear(-20, 15, 30), DEEP, INK, 2.6, even_odd=True)
    for x, y, size in ((31, -22, 11), (40, 16, 9), (18, 44, 9.5)):
        canvas.path(drop(x, y, size), WHITE, INK, 2.8)
    arrow(canvas, (-12, -22), (-12, -51), 4, 13)


def connect(canvas: Canvas) -> None:
    """Draw a sending and a receiving branch with old and new contacts."""
    grid = Grid(-80, -80, 80, 80, 0.5)
    rim = fields.disc(grid, (0, 0), RADIUS)
    for new in (True, False):
        _contacts(canvas, grid, rim, new)


def _contacts(canvas: Canvas, grid: Grid, rim: Field, new: bool) -> None:
    """Draw the contacts that are new, or the old ones with both branches on top."""
    upper, lower = grid.empty(), grid.empty()
    if not new:
        upper = _bough(grid, [(-80, -45), (-30, -50), (22, -44), (80, -49)], 17)
        lower = _bough(grid, [(-80, 51), (-24, 47), (28, 51), (80, 47)], 19)
    for x, is_new in CONTACTS:
        if is_new != new:
            continue
        tip = [(x, -44), (x, -26), (x, -15)]
        upper = fields.merge(upper, fields.branch(grid, tip, [7, 11, 20]), 7)
        head = [(x, 46), (x, 28), (x, 19)]
        lower = fields.merge(lower, fields.branch(grid, head, [8, 8, 20]), 7)
    for field, old in ((upper, DEEP), (lower, LIGHT)):
        path = fields.contour(grid, fields.blur(fields.cut(field, -rim), 1), 0, 0.12)
        canvas.path(path, AMBER if new else old, INK, 2.8)
    for x, is_new in CONTACTS:
        if is_new and new:
            plus(canvas, x, -15, 5, 2.4)
            plus(canvas, x, 19, 5, 2.4)


def _bough(grid: Grid, points: Sequence[Point], width: float) -> Field:
    way = spline(points).points(6)
    return fields.branch(grid, way, [width] * len(way))


SCENES: Sequence[Callable[[Canvas], None]] = (block, release, switch_on, signals, connect)


def paint(canvas: Canvas, scene: int) -> None:
    """Draw one scene (0 to 4) in its disc."""
    canvas.circle(0, 0, RADIUS, PAPER)
    SCENES[scene](canvas)
    canvas.circle(0, 0, RADIUS, stroke=INK, width=OUTLINE)


def note(canvas: Canvas, words: dict[str, Any], left: float, top: float, width: float) -> float:
    """Draw the reminder that this is not proven, in a dashed box; return where it ends."""
    title = wrap(words["note_title"], width - 10, SIZE, "bold")
    text = wrap(words["note"], width - 14, SIZE)
    middle, step = left + width / 2, SIZE * LEADING
    below = top + 22 + len(title) * step + 2
    canvas.text("\n".join(title), middle, top + 22, SIZE, "bold", "middle")
    canvas.text("\n".join(text), middle, below, SIZE, "regular", "middle")
    height = below - top + (len(text) - 1) * step + 13
    canvas.path(box(left, top, width, height, 12), stroke=GREY, width=2, dash=DASH_LINE)
    return top + height


def key(canvas: Canvas, words: dict[str, Any], left: float, y: float) -> None:
    """Name the signs for ketamine and glutamate, one below the other."""
    cell_parts.ketamine(canvas, left + 16, y, 11)
    canvas.text(words["ketamine"], left + 36, y + 5, SIZE)
    cell_parts.glutamate(canvas, [(left + 16, y + 24)], 5.5)
    canvas.text(words["glutamate"], left + 36, y + 29, SIZE)
