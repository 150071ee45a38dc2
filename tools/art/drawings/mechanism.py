"""Five steps from ketamine to new connections, three above and two below."""

from __future__ import annotations

from typing import Any

from tools.art import cell_parts, steps
from tools.art.canvas import Canvas
from tools.art.inset import Inset
from tools.art.lettering import LEADING, wrap
from tools.art.palette import DASH_LINE, GREY
from tools.art.paths import Point
from tools.art.shapes import arrow, box, number_badge

NAME = "mechanism"
PLACES: tuple[Point, ...] = ((104, 96), (300, 96), (496, 96), (104, 330), (300, 330))
ROOM, SIZE = 182.0, 17.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the wide layout."""
    canvas = Canvas(600, 488, words["title"])
    for start, end in ((0, 1), (1, 2), (3, 4)):
        (ax, y), (bx, _) = PLACES[start], PLACES[end]
        arrow(canvas, (ax + 82, y), (bx - 82, y), 4, 14)
    for index, (x, y) in enumerate(PLACES):
        steps.paint(Inset(canvas, 1, x, y), index)
        number_badge(canvas, x - 57, y - 61, index + 1)
        text = "\n".join(wrap(words["steps"][index], ROOM, SIZE, "semibold"))
        canvas.text(text, x, y + 102, SIZE, "semibold", "middle")
    _note(canvas, words)
    _key(canvas, words)
    return canvas


def _note(canvas: Canvas, words: dict[str, Any]) -> None:
    """Draw the reminder that this is not proven, in a dashed box."""
    title = wrap(words["note_title"], 164, 17, "bold")
    text = wrap(words["note"], 164, 16)
    top = 256
    height = 20 + len(title) * 17 * LEADING + 8 + len(text) * 16 * LEADING + 10
    canvas.path(box(402, top, 188, height, 14), stroke=GREY, width=2, dash=DASH_LINE)
    canvas.text("\n".join(title), 496, top + 32, 17, "bold", "middle")
    below = top + 32 + len(title) * 17 * LEADING + 6
    canvas.text("\n".join(text), 496, below, 16, "regular", "middle")


def _key(canvas: Canvas, words: dict[str, Any]) -> None:
    cell_parts.ketamine(canvas, 432, 434, 13)
    canvas.text(words["ketamine"], 454, 439.5, 17)
    cell_parts.glutamate(canvas, [(432, 466)], 6)
    canvas.text(words["glutamate"], 454, 471.5, 17)
