"""The five steps in two columns, for a phone or a printed column."""

from __future__ import annotations

from typing import Any

from tools.art import cell_parts, steps
from tools.art.canvas import Canvas
from tools.art.inset import Inset
from tools.art.lettering import LEADING, wrap
from tools.art.palette import DASH_LINE, GREY
from tools.art.shapes import arrow, box, number_badge

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
    low = _note(canvas, words, TOP + 2 * PITCH - RADIUS)
    _key(canvas, words, low + 19)
    return canvas


def _note(canvas: Canvas, words: dict[str, Any], top: float) -> float:
    """Draw the reminder that this is not proven, in a dashed box; return where it ends."""
    title = wrap(words["note_title"], NOTE_WIDTH - 10, SIZE, "bold")
    text = wrap(words["note"], NOTE_WIDTH - 14, SIZE)
    middle, step = NOTE_LEFT + NOTE_WIDTH / 2, SIZE * LEADING
    below = top + 22 + len(title) * step + 2
    canvas.text("\n".join(title), middle, top + 22, SIZE, "bold", "middle")
    canvas.text("\n".join(text), middle, below, SIZE, "regular", "middle")
    height = below - top + (len(text) - 1) * step + 13
    canvas.path(box(NOTE_LEFT, top, NOTE_WIDTH, height, 12), stroke=GREY, width=2, dash=DASH_LINE)
    return top + height


def _key(canvas: Canvas, words: dict[str, Any], y: float) -> None:
    cell_parts.ketamine(canvas, NOTE_LEFT + 16, y, 11)
    canvas.text(words["ketamine"], NOTE_LEFT + 36, y + 5, SIZE)
    cell_parts.glutamate(canvas, [(NOTE_LEFT + 16, y + 24)], 5.5)
    canvas.text(words["glutamate"], NOTE_LEFT + 36, y + 29, SIZE)
