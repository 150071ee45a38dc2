"""Two nerve cells, and a close-up of the gap where one talks to the other."""

from __future__ import annotations

from typing import Any

from tools.art import cell_parts, fields, neurons
from tools.art.canvas import Canvas
from tools.art.fields import Grid
from tools.art.lettering import wrap
from tools.art.palette import CLAY, DASH_LINE, DEEP, GREY, INK, LIGHT, MID, PALE, PAPER, WHITE
from tools.art.paths import Path, Point
from tools.art.shapes import leader, spline

NAME = "synapse"
X, Y, R = 350.0, 232.0, 170.0  # the close-up disc
RING = (103.0, 231.0, 27.0)  # what the close-up enlarges
HABIT = neurons.Habit(soma=17, reach=25, width=13, forks=2, spread=27, shrink=0.62, wobble=7)
VESICLES = ((268, 150), (304, 170), (300, 130), (340, 142), (382, 136), (418, 146), (404, 178),
            (262, 184), (440, 174), (370, 170), (298, 202))
DOTS = ((350, 204), (344, 219), (357, 222), (331, 230), (350, 248.5), (310, 232), (371, 232),
        (285, 231), (306, 249.5), (393, 231), (414, 236))
RECEPTORS = ((264, 274.5), (307, 269), (350, 267), (393, 269), (436, 274.5))
LABEL_X, LABEL_ROOM = 534.0, 104.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture: cells left, close-up in the middle, labels right."""
    canvas = Canvas(640, 452, words["title"])
    _zoom_lines(canvas)
    _sending_cell(canvas)
    _receiving_cell(canvas)
    canvas.circle(*RING, stroke=WHITE, width=7.5)
    canvas.circle(*RING, stroke=CLAY, width=3.6)
    canvas.circle(X, Y, R, PAPER)
    _sending_branch(canvas)
    _receiving_branch(canvas)
    for place in RECEPTORS:
        cell_parts.channel(canvas, *place, size=0.92, gap=1, turn=(place[0] - X) * 0.12)
    cell_parts.glutamate(canvas, DOTS, 5)
    canvas.circle(X, Y, R, stroke=INK, width=4)
    _labels(canvas, words)
    return canvas


def _zoom_lines(canvas: Canvas) -> None:
    x, y, _ = RING
    canvas.line([(x + 20, y - 19), (214, 130)], GREY, 2, DASH_LINE)
    canvas.line([(x + 20, y + 19), (214, 334)], GREY, 2, DASH_LINE)


def _sending_cell(canvas: Canvas) -> None:
    grid = Grid(4, 20, 210, 236, 0.5)
    field = neurons.cell(grid, (104, 116), (-170, -130, -88, -46, -10), HABIT, 24)
    axon = [(104, 116), (107, 146), (98, 172), (97, 192), (103, 212)]
    field = fields.merge(field, fields.branch(grid, _dense(axon), _taper(20, 11, 25)), 14)
    bulb = fields.branch(grid, [(92, 220), (114, 220)], [16, 16])
    _cell(canvas, grid, fields.merge(field, bulb, 14), DEEP)
    canvas.circle(104, 116, 7.5, PALE)


def _receiving_cell(canvas: Canvas) -> None:
    grid = Grid(4, 230, 210, 440, 0.5)
    field = neurons.cell(grid, (106, 336), (8, 52, 96, 140, 180), HABIT, 24)
    stalk = [(106, 336), (110, 306), (101, 280), (103, 250)]
    field = fields.merge(field, fields.branch(grid, _dense(stalk), _taper(20, 10, 19)), 14)
    head = fields.branch(grid, [(94, 243), (112, 243)], [13, 13])
    _cell(canvas, grid, fields.merge(field, head, 12), LIGHT)
    canvas.circle(106, 336, 7.5, DEEP)


def _cell(canvas: Canvas, grid: Grid, field: fields.Field, fill: str) -> None:
    path = fields.contour(grid, fields.blur(field, 2), 0, 0.12)
    canvas.path(path, fill, INK, 2.6)


def _sending_branch(canvas: Canvas) -> None:
    """Draw the bulb with its packets, one of them opening into the gap."""
    top = Y - (R * R - 36 * 36) ** 0.5
    bulb = Path().move(X - 36, top)
    bulb.curve((X - 36, 112), (X - 76, 108), (X - 106, 140))
    bulb.curve((X - 136, 174), (X - 118, 212), (X - 78, 217))
    bulb.curve((X - 52, 221), (X - 28, 222), (X - 6, 222)).curve((X - 7, 217), (X - 13, 214), (X - 13, 205))
    bulb.arc((X, 205), 13, 180, 360)
    bulb.curve((X + 13, 214), (X + 7, 217), (X + 6, 222)).curve((X + 28, 222), (X + 52, 221), (X + 78, 217))
    bulb.curve((X + 118, 212), (X + 136, 174), (X + 106, 140))
    bulb.curve((X + 76, 108), (X + 36, 112), (X + 36, top))
    bulb.arc((X, Y), R, -77.8, -102.2).close()
    canvas.path(bulb, DEEP, INK, 4)
    for dx in (-13, 0, 13):
        canvas.line([(X + dx, top + 4), (X + dx, 104 + abs(dx))], MID, 2)
    for place in VESICLES:
        cell_parts.vesicle(canvas, *place, 13)


def _receiving_branch(canvas: Canvas) -> None:
    """Draw the receiving head on its neck, with the dense band below the receptors."""
    reach = 84.0
    low = Y + (R * R - reach * reach) ** 0.5
    head = Path().move(X - reach, low)
    head.curve((X - 52, low - 10), (X - 24, 356), (X - 46, 342))
    head.curve((X - 76, 326), (X - 118, 328), (X - 116, 298))
    head.curve((X - 114, 268), (X - 60, 264), (X, 264))
    head.curve((X + 60, 264), (X + 114, 268), (X + 116, 298))
    head.curve((X + 118, 328), (X + 76, 326), (X + 46, 342))
    head.curve((X + 24, 356), (X + 52, low - 10), (X + reach, low))
    head.arc((X, Y), R, 60.4, 119.6).close()
    canvas.path(head, LIGHT, INK, 4)
    band = spline([(X - 96, 285), (X - 48, 278), (X, 276), (X + 48, 278), (X + 96, 285)])
    canvas.path(band, stroke=MID, width=7)


def _labels(canvas: Canvas, words: dict[str, Any]) -> None:
    canvas.text(words["sending_cell"], 8, 20, 17, "semibold")
    canvas.text(words["receiving_cell"], 8, 446, 17, "semibold")
    canvas.text(words["synapse"], RING[0] - RING[2] - 8, RING[1] + 5, 16, "semibold", "end")
    _label(canvas, words["sending_branch"], 96, (440, 202))
    _label(canvas, words["messenger"], 186, (414, 236))
    cell_parts.glutamate(canvas, [(414, 236)], 5.6)
    _label(canvas, words["receptors"], 287, (446, 282))
    _label(canvas, words["receiving_branch"], 338, (428, 314))


def _label(canvas: Canvas, text: str, y: float, target: Point) -> None:
    lines = wrap(text, LABEL_ROOM, 17, "semibold")
    middle = y - 5.5 + (len(lines) - 1) * 17 * 1.22 / 2
    leader(canvas, [(LABEL_X - 7, middle), target])
    canvas.text("\n".join(lines), LABEL_X, y, 17, "semibold")


def _dense(points: list[Point]) -> list[Point]:
    return spline(points).points(6)


def _taper(first: float, last: float, count: int) -> list[float]:
    """Return widths that shrink quickly at first, then slowly."""
    return [last + (first - last) * (1 - i / (count - 1)) ** 2 for i in range(count)]
