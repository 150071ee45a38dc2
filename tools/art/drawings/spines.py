"""One branch of a nerve cell three times: spines present, lost, and partly regrown."""

from __future__ import annotations

from typing import Any

from tools.art import spine_parts
from tools.art.canvas import Canvas
from tools.art.lettering import LEADING, width, wrap
from tools.art.palette import LIGHT

NAME = "spines"
ROWS = (("before", 84.0), ("stressed", 222.0), ("treated", 360.0))


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture: three rows and a key."""
    canvas = Canvas(600, 468, words["title"])
    for name, y in ROWS:
        spine_parts.row(canvas, name, y)
        _row_label(canvas, words[name], y)
    for y in (153, 291):
        canvas.line([(16, y), (584, y)], LIGHT, 1.6)
    _key(canvas, words)
    return canvas


def _row_label(canvas: Canvas, words: dict[str, str], y: float) -> None:
    name, note = wrap(words["name"], 128, 17, "bold"), wrap(words["note"], 128, 16)
    height = (len(name) * 17 + len(note) * 16) * LEADING
    top = y - height / 2 + 13
    canvas.text("\n".join(name), 16, top, 17, "bold")
    canvas.text("\n".join(note), 16, top + len(name) * 17 * LEADING + 1, 16)


def _key(canvas: Canvas, words: dict[str, str]) -> None:
    """Draw the key and the reminder where this was seen."""
    x = 27.0
    for kind in ("connection", "lost", "regrown"):
        spine_parts.sample(canvas, kind, x, 446)
        canvas.text(words[kind], x + 18, 451, 16)
        x += 18 + width(words[kind], 16) + 36
    canvas.text(words["source"], 586, 451, 16, "semibold", "end")
