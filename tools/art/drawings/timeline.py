"""Relief over time: one ketamine treatment against a daily antidepressant."""

from __future__ import annotations

from typing import Any

from tools.art import relief
from tools.art.canvas import Canvas
from tools.art.lettering import wrap
from tools.art.palette import CLAY, DEEP

NAME = "timeline"
CHART = relief.Chart(left=48, top=22, bottom=296, first=66, pitch=82)


def draw(words: dict[str, Any]) -> Canvas:
    """Return the wide layout."""
    canvas = Canvas(600, 392, words["title"])
    relief.paint(canvas, CHART)
    canvas.text(words["axis"], 22, 159, 16, "semibold", "middle", turn=-90)
    canvas.text(words["hours"], CHART.x(1.15), 44, 17, "bold", "middle")
    canvas.text(words["weeks"], CHART.x(4.2), 44, 17, "bold", "middle")
    for tick, word in enumerate(words["ticks"]):
        canvas.text(word, CHART.x(tick), 322, 16, "regular", "middle")
    canvas.text(words["ketamine"]["name"], CHART.x(2.52), 84, 18, "bold", fill=DEEP)
    canvas.text(words["ketamine"]["note"], CHART.x(2.52), 105, 16)
    canvas.text(words["antidepressant"]["name"], 590, 236, 18, "bold", "end", CLAY)
    canvas.text(words["antidepressant"]["note"], 590, 257, 16, "regular", "end")
    lines = [line for note in words["notes"] for line in wrap(note, 530, 16)]
    canvas.text("\n".join(lines), 48, 354, 16)
    return canvas
