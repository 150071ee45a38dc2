"""The five steps for large print: three above and two below, then the note and the key."""

from __future__ import annotations

from typing import Any

from tools.art import steps
from tools.art.canvas import Canvas
from tools.art.inset import Inset
from tools.art.lettering import wrap
from tools.art.paths import Point
from tools.art.shapes import arrow, number_badge

NAME = "mechanism-large"
WORDS = "mechanism"
FIRST, SECOND = 61.0, 251.0
PLACES: tuple[Point, ...] = (
    (63, FIRST),
    (195, FIRST),
    (327, FIRST),
    (112, SECOND),
    (278, SECOND),
)
SCALE = 0.68
RADIUS = steps.RADIUS * SCALE
ROOMS, SIZE = {FIRST: 124.0, SECOND: 145.0}, 16.0
NOTE_LEFT, NOTE_TOP, NOTE_WIDTH, KEY_LEFT = 3.0, 346.0, 244.0, 262.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the layout for large print."""
    canvas = Canvas(390, 426, words["title"])
    for index, (x, y) in enumerate(PLACES):
        before, level = PLACES[index - 1]
        if index and level == y:
            arrow(canvas, (before + RADIUS + 4, y), (x - RADIUS - 4, y), 3.4, 12)
        steps.paint(Inset(canvas, SCALE, x, y, 1.2), index)
        number_badge(canvas, x - 41, y - 42, index + 1, 15)
        lines = wrap(words["steps"][index], ROOMS[y], SIZE, "semibold")
        canvas.text("\n".join(lines), x, y + RADIUS + 22, SIZE, "semibold", "middle")
    low = steps.note(canvas, words, NOTE_LEFT, NOTE_TOP, NOTE_WIDTH)
    steps.key(canvas, words, KEY_LEFT, (NOTE_TOP + low) / 2 - 12)
    return canvas
