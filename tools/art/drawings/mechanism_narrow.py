"""The five steps in two columns, for a phone or a printed column."""

from __future__ import annotations

from typing import Any

from tools.art import steps
from tools.art.canvas import Canvas
from tools.art.inset import Inset
from tools.art.lettering import wrap
from tools.art.shapes import arrow, number_badge

NAME = "mechanism-narrow"
WORDS = "mechanism"
COLUMNS, TOP, PITCH = (85.0, 255.0), 64.0, 181.0
SCALE = 0.78
RADIUS = steps.RADIUS * SCALE
ROOM, SIZE = 164.0, 16.0
NOTE_LEFT, NOTE_WIDTH = 174.0, 162.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the narrow layout."""
    canvas = Canvas(340, 540, words["title"])
    for index, text in enumerate(words["steps"]):
        row, column = divmod(index, 2)
        x, y = COLUMNS[column], TOP + row * PITCH
        if column:
            arrow(canvas, (COLUMNS[0] + RADIUS + 6, y), (x - RADIUS - 6, y), 3.6, 13)
        steps.paint(Inset(canvas, SCALE, x, y, 1.1), index)
        number_badge(canvas, x - 46, y - 47, index + 1, 15)
        lines = wrap(text, ROOM, SIZE, "semibold")
        canvas.text("\n".join(lines), x, y + RADIUS + 21, SIZE, "semibold", "middle")
    low = steps.note(canvas, words, NOTE_LEFT, TOP + 2 * PITCH - RADIUS, NOTE_WIDTH)
    steps.key(canvas, words, NOTE_LEFT, low + 19)
    return canvas
