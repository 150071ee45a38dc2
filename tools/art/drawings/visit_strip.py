"""Draw a visit in five panels side by side."""

from __future__ import annotations

from typing import Any

from tools.art.canvas import Canvas
from tools.art.lettering import wrap
from tools.art.shapes import number_badge
from tools.art.stage import HEIGHT, WIDTH, Stage
from tools.art.visit import SCENES

NAME = "visit-strip"
STEP = 120.0
TOP = 14.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture."""
    canvas = Canvas(600, 240, words["title"])
    for i, (scene, step) in enumerate(zip(SCENES, words["steps"], strict=True)):
        left = i * STEP + (STEP - WIDTH) / 2
        stage = Stage(canvas, 1, left, TOP)
        stage.backdrop()
        scene(stage)
        number_badge(canvas, left + 13, TOP + 3, i + 1, 13)
        middle = left + WIDTH / 2
        canvas.text(step["name"], middle, TOP + HEIGHT + 26, 18, "bold", "middle")
        lines = "\n".join(wrap(step["text"], STEP - 8, 16))
        canvas.text(lines, middle, TOP + HEIGHT + 49, 16, anchor="middle")
    return canvas
