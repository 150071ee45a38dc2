"""The branch three times for a phone or a printed column: words above each branch."""

from __future__ import annotations

from typing import Any

from tools.art import spine_parts
from tools.art.canvas import Canvas
from tools.art.inset import Inset
from tools.art.lettering import LEADING, width
from tools.art.palette import LIGHT

NAME = "spines-narrow"
WORDS = "spines"
MARGIN, ROOM, SIZE = 6.0, 328.0, 16.0
SCALE, SHORT = 0.735, 0.86
LEFT = 170 - (spine_parts.LEFT + spine_parts.RIGHT) / 2 * SCALE
ABOVE, BELOW = 44.0, 41.0  # room of a branch above and below its level
SMALLER = 8.0  # what the thin branch saves on either side


def draw(words: dict[str, Any]) -> Canvas:
    """Return the narrow layout."""
    canvas = Canvas(340, 2000, words["title"])
    y = 0.0
    for name in ("before", "stressed", "treated"):
        if y:
            canvas.line([(MARGIN, y), (canvas.width - MARGIN, y)], LIGHT, 1.6)
        y = _heading(canvas, words[name], y + 19)
        saved = SMALLER if name == "stressed" else 0
        y += ABOVE - saved
        spine_parts.row(Inset(canvas, SCALE, LEFT, y, 1.1), name, 0, SHORT)
        y += BELOW - saved
    canvas.height = round(_key(canvas, words, y))
    return canvas


def _heading(canvas: Canvas, words: dict[str, str], y: float) -> float:
    """Write name and note, on one line if they fit; return the last baseline."""
    canvas.text(words["name"], MARGIN, y, SIZE, "bold")
    after = MARGIN + width(words["name"], SIZE, "bold") + 10
    if after + width(words["note"], SIZE) > MARGIN + ROOM:
        after, y = MARGIN, y + SIZE * LEADING
    canvas.text(words["note"], after, y, SIZE)
    return y


def _key(canvas: Canvas, words: dict[str, str], y: float) -> float:
    """Draw the key and the reminder where this was seen; return where they end."""
    canvas.line([(MARGIN, y), (canvas.width - MARGIN, y)], LIGHT, 1.6)
    kinds = ("connection", "lost", "regrown")
    taken = sum(26 + width(words[kind], SIZE) for kind in kinds)
    gap, x = (ROOM - taken) / 2, MARGIN
    for kind in kinds:
        spine_parts.sample(Inset(canvas, 0.8, x + 9, y + 22, 1.1), kind, 0, 0)
        canvas.text(words[kind], x + 26, y + 26, SIZE)
        x += 26 + width(words[kind], SIZE) + gap
    canvas.text(words["source"], MARGIN, y + 53, SIZE, "semibold")
    return y + 61
