"""Relief over time for phones: a key above, tick words on two levels."""

from __future__ import annotations

from typing import Any

from tools.art import relief
from tools.art.canvas import Canvas
from tools.art.lettering import LEADING, wrap
from tools.art.palette import AXIS, CLAY, CURVE, CURVE_SECOND, DEEP, INK, WHITE

NAME = "timeline-narrow"
WORDS = "timeline"
CHART = relief.Chart(left=36, top=118, bottom=352, first=48, pitch=42.5)


def draw(words: dict[str, Any]) -> Canvas:
    """Return the narrow layout."""
    canvas = Canvas(340, 508, words["title"])
    _key(canvas, words)
    relief.paint(canvas, CHART)
    canvas.text(words["axis"], 20, 235, 16, "semibold", "middle", turn=-90)
    canvas.text(words["hours"], CHART.x(1.15), 140, 16, "bold", "middle")
    canvas.text(words["weeks"], CHART.x(4.3), 140, 16, "bold", "middle")
    for tick, word in enumerate(words["ticks"]):
        x, low = CHART.x(tick), 23 * (tick % 2)
        canvas.line([(x, CHART.bottom), (x, CHART.bottom + 6 + low)], INK, AXIS)
        anchor = "end" if tick == 6 else "middle"
        canvas.text(word, x + (26 if tick == 6 else 0), CHART.bottom + 23 + low, 16, "regular", anchor)
    y = CHART.bottom + 80.0
    for note in words["notes"]:
        lines = wrap(note, 324, 16, "italic")
        canvas.text("\n".join(lines), 8, y, 16, "italic")
        y += len(lines) * 16 * LEADING + 5
    return canvas


def _key(canvas: Canvas, words: dict[str, Any]) -> None:
    """Name both curves beside a sample of each, mark included."""
    canvas.line([(8, 17), (50, 17)], DEEP, CURVE)
    canvas.circle(29, 17, 7.6, WHITE, DEEP, 4)
    canvas.line([(7, 72), (17, 72)], CLAY, CURVE_SECOND, cap="butt")
    canvas.line([(41, 72), (51, 72)], CLAY, CURVE_SECOND, cap="butt")
    canvas.rect(22, 65, 14, 14, WHITE, CLAY, 3.6)
    for key, y, colour in (("ketamine", 23, DEEP), ("antidepressant", 78, CLAY)):
        canvas.text(words[key]["name"], 62, y, 18, "bold", fill=colour)
        canvas.text(words[key]["note"], 62, y + 21, 16)
