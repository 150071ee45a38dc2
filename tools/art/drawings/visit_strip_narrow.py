"""Draw a visit as a list for phones: five low panels, their words at the right."""

from __future__ import annotations

from typing import Any

from tools.art.canvas import Canvas
from tools.art.lettering import LEADING, wrap
from tools.art.shapes import number_badge
from tools.art.stage import HEIGHT, WIDTH, Stage
from tools.art.visit import SCENES

NAME = "visit-strip-narrow"
WORDS = "visit-strip"
SCALE, CUT = 0.9, 14.0  # nothing stands in the highest part of a scene, so it goes
PANEL, GAP = (HEIGHT - CUT) * SCALE, 6.0
MARGIN, BADGE = 4.0, 13.0
NAME_SIZE, SIZE = 20.0, 18.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture."""
    height = (PANEL + GAP) * len(SCENES) - GAP + 2 * MARGIN
    canvas = Canvas(340, round(height), words["title"])
    for i, (scene, step) in enumerate(zip(SCENES, words["steps"], strict=True)):
        top = MARGIN + i * (PANEL + GAP)
        stage = Stage(canvas, SCALE, MARGIN, top - CUT * SCALE, firm=1.1)
        stage.backdrop(CUT)
        scene(stage)
        _words(canvas, i + 1, step, top + PANEL / 2)
    return canvas


def _words(canvas: Canvas, number: int, step: dict[str, str], middle: float) -> None:
    """Write number, name and text of a step about a level."""
    left = MARGIN + WIDTH * SCALE + 16
    lines = wrap(step["text"], canvas.width - MARGIN - left, SIZE)
    y = middle - len(lines) * SIZE * LEADING / 2 + 3
    number_badge(canvas, left + BADGE, y - 7, number, BADGE)
    canvas.text(step["name"], left + 2 * BADGE + 8, y, NAME_SIZE, "bold")
    canvas.text("\n".join(lines), left, y + 30, SIZE)
