"""Relief over time for a phone or a printed column: a key above, tick words on two levels."""

from __future__ import annotations

from typing import Any

from tools.art import relief
from tools.art.canvas import Canvas
from tools.art.lettering import wrap
from tools.art.palette import AXIS, CLAY, CURVE, CURVE_SECOND, DEEP, INK, WHITE

NAME = "timeline-narrow"
WORDS = "timeline"
CHART = relief.Chart(left=32, top=94, bottom=287, first=44, pitch=43.5)
SIZE = 16.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the narrow layout."""
    canvas = Canvas(340, 400, words["title"])
    _key(canvas, words)
    relief.paint(canvas, CHART)
    middle = (CHART.top + CHART.bottom) / 2
    canvas.text(words["axis"], 18, middle, SIZE, "semibold", "middle", turn=-90)
    canvas.text(words["hours"], CHART.x(1.15), CHART.top + 19, SIZE, "bold", "middle")
    canvas.text(words["weeks"], CHART.x(4.25), CHART.top + 19, SIZE, "bold", "middle")
    for tick, word in enumerate(words["ticks"]):
        x, low = CHART.x(tick), 20 * (tick % 2)
        canvas.line([(x, CHART.bottom), (x, CHART.bottom + 6 + low)], INK, AXIS)
        canvas.text(word, min(x, 337 - 26.5), CHART.bottom + 21 + low, SIZE, "regular", "middle")
    lines = wrap(" ".join(words["notes"]), 332, SIZE)
    canvas.text("\n".join(lines), 4, CHART.bottom + 67, SIZE)
    return canvas


def _key(canvas: Canvas, words: dict[str, Any]) -> None:
    """Name both curves beside a sample of each, mark included."""
    canvas.line([(8, 13), (44, 13)], DEEP, CURVE)
    canvas.circle(26, 13, 7.6, WHITE, DEEP, 4)
    for x in (5, 38):
        canvas.line([(x, 58), (x + 9, 58)], CLAY, CURVE_SECOND, cap="butt")
    canvas.rect(19, 51, 14, 14, WHITE, CLAY, 3.6)
    for key, y, colour in (("ketamine", 18, DEEP), ("antidepressant", 63, CLAY)):
        canvas.text(words[key]["name"], 56, y, 17, "bold", fill=colour)
        canvas.text(words[key]["note"], 56, y + 19, SIZE)
