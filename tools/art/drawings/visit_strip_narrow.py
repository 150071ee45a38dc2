"""Draw a visit in five panels one under the other, for phones."""

from __future__ import annotations

from typing import Any

from tools.art.canvas import Canvas
from tools.art.figures import PeopleCanvas
from tools.art.lettering import wrap
from tools.art.shapes import number_badge
from tools.art.visit import HEIGHT, SCENES, WIDTH, Stage, backdrop

NAME = "visit-strip-narrow"
WORDS = "visit-strip"
SCALE = 1.25
ROW = 194.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture."""
    canvas = PeopleCanvas(340, ROW * len(SCENES) + 4, words["title"])
    for i, (scene, step) in enumerate(zip(SCENES, words["steps"], strict=True)):
        stage = Stage(canvas, 14, i * ROW + 14, SCALE)
        backdrop(stage)
        scene(stage)
        number_badge(canvas, stage.x + 14, stage.y + 3, i + 1, 15)
        left = stage.x + WIDTH * SCALE + 20
        lines = wrap(step["text"], 340 - left - 10, 18)
        y = stage.y + HEIGHT * SCALE / 2 - len(lines) * 10
        canvas.text(step["name"], left, y, 22, "bold")
        canvas.text("\n".join(lines), left, y + 28, 18)
    return canvas
