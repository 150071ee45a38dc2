"""Draw a visit for large print: three panels above, two below, their words under them."""

from __future__ import annotations

from typing import Any

from tools.art.canvas import Canvas
from tools.art.lettering import wrap
from tools.art.paths import Point
from tools.art.shapes import number_badge
from tools.art.stage import HEIGHT, WIDTH, Stage
from tools.art.visit import SCENES, home, ride_home

NAME = "visit-strip-large"
WORDS = "visit-strip"
SCALE, CUT = 1.06, 14.0  # nothing stands in the highest part of a scene, so it goes
PANEL, COLUMNS = (HEIGHT - CUT) * SCALE, 3
SHEET, MARGIN = 390.0, 3.0
ACROSS = (SHEET - 2 * MARGIN - WIDTH * SCALE) / (COLUMNS - 1)
DOWN = PANEL + 91  # two lines of words, and a gap wider than the one above them
BADGE, NAME_SIZE, SIZE = 12.0, 18.0, 16.0
# The last panel is two columns wide: the car, and the house to which it goes.
CAR, HOUSE = 11.0, 141.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture."""
    canvas = Canvas(SHEET, 440, words["title"])
    for i, (scene, step) in enumerate(zip(SCENES, words["steps"], strict=True)):
        row, column = divmod(i, COLUMNS)
        left, top = MARGIN + column * ACROSS, MARGIN + row * DOWN
        more, aside = (ACROSS, CAR) if scene is ride_home else (0.0, 0.0)
        _stage(canvas, left, top).backdrop(CUT, WIDTH + more / SCALE)
        if more:
            home(_stage(canvas, left + HOUSE * SCALE, top))
        scene(_stage(canvas, left + aside * SCALE, top))
        _words(canvas, i + 1, step, (left, top + PANEL), ACROSS + more - 10)
    return canvas


def _stage(canvas: Canvas, left: float, top: float) -> Stage:
    return Stage(canvas, SCALE, left, top - CUT * SCALE)


def _words(canvas: Canvas, number: int, step: dict[str, str], corner: Point, room: float) -> None:
    """Write number, name and text of a step below the lower left corner of its panel."""
    left, y = corner[0], corner[1] + 26
    number_badge(canvas, left + BADGE, y - 6, number, BADGE)
    canvas.text(step["name"], left + 2 * BADGE + 5, y, NAME_SIZE, "bold")
    canvas.text("\n".join(wrap(step["text"], room, SIZE)), left + 2, y + 22, SIZE)
