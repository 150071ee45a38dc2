"""The five steps one below the other, for phones."""

from __future__ import annotations

from typing import Any

from tools.art import cell_parts, steps
from tools.art.canvas import Canvas, Inset
from tools.art.lettering import LEADING, wrap
from tools.art.palette import DASH_LINE, GREY
from tools.art.shapes import arrow, box, number_badge

NAME = "mechanism-narrow"
WORDS = "mechanism"
X, TOP, PITCH, SCALE = 76.0, 74.0, 160.0, 0.82
TEXT_X, ROOM, SIZE = 158.0, 174.0, 18.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the narrow layout."""
    canvas = Canvas(340, 960, words["title"])
    for index, text in enumerate(words["steps"]):
        y = TOP + index * PITCH
        if index:
            arrow(canvas, (X, y - PITCH + 67), (X, y - 67), 4, 14)
        steps.paint(Inset(canvas, SCALE, X, y), index)
        number_badge(canvas, X - 46, y - 49, index + 1, 16)
        lines = wrap(text, ROOM, SIZE, "semibold")
        canvas.text("\n".join(lines), TEXT_X, y + 6 - (len(lines) - 1) * SIZE * LEADING / 2, SIZE,
                    "semibold")
    _key(canvas, words, TOP + 4 * PITCH + 97)
    _note(canvas, words, TOP + 4 * PITCH + 126)
    return canvas


def _key(canvas: Canvas, words: dict[str, Any], y: float) -> None:
    cell_parts.ketamine(canvas, 28, y, 12)
    canvas.text(words["ketamine"], 48, y + 5.5, 17)
    cell_parts.glutamate(canvas, [(190, y)], 6)
    canvas.text(words["glutamate"], 206, y + 5.5, 17)


def _note(canvas: Canvas, words: dict[str, Any], top: float) -> None:
    title = wrap(words["note_title"], 296, 18, "bold")
    text = wrap(words["note"], 290, 17)
    below = top + 36 + len(title) * 18 * LEADING + 3
    canvas.text("\n".join(title), 170, top + 36, 18, "bold", "middle")
    canvas.text("\n".join(text), 170, below, 17, "regular", "middle")
    height = below - top + (len(text) - 1) * 17 * LEADING + 24
    canvas.path(box(8, top, 324, height, 14), stroke=GREY, width=2, dash=DASH_LINE)
