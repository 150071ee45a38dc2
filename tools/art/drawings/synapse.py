"""Two nerve cells, and a close-up of the gap where one talks to the other."""

from __future__ import annotations

from typing import Any

from tools.art import cell_parts, synapse_parts
from tools.art.canvas import Canvas
from tools.art.lettering import wrap
from tools.art.palette import DASH_LINE, GREY
from tools.art.paths import Point
from tools.art.shapes import leader

NAME = "synapse"
PACKETS = (
    (268, 150),
    (304, 170),
    (300, 130),
    (340, 142),
    (382, 136),
    (418, 146),
    (404, 178),
    (262, 184),
    (440, 174),
    (370, 170),
    (298, 202),
)
LABEL_X, LABEL_ROOM = 534.0, 104.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture: cells left, close-up in the middle, labels right."""
    canvas = Canvas(640, 452, words["title"])
    for y, far in ((212, 130), (250, 334)):
        canvas.line([(123, y), (214, far)], GREY, 2, DASH_LINE)
    ring = synapse_parts.cells(canvas)
    synapse_parts.close_up(canvas, PACKETS)
    canvas.text(words["synapse"], ring[0] - 35, ring[1] + 5, 16, "semibold", "end")
    _labels(canvas, words)
    return canvas


def _labels(canvas: Canvas, words: dict[str, Any]) -> None:
    canvas.text(words["sending_cell"], 8, 20, 17, "semibold")
    canvas.text(words["receiving_cell"], 8, 446, 17, "semibold")
    _label(canvas, words["sending_branch"], 96, (440, 202))
    _label(canvas, words["messenger"], 186, (414, 236))
    cell_parts.glutamate(canvas, [(414, 236)], 5.6)
    _label(canvas, words["receptors"], 287, (446, 282))
    _label(canvas, words["receiving_branch"], 338, (428, 314))


def _label(canvas: Canvas, text: str, y: float, target: Point) -> None:
    lines = wrap(text, LABEL_ROOM, 17, "semibold")
    middle = y - 5.5 + (len(lines) - 1) * 17 * 1.22 / 2
    leader(canvas, [(LABEL_X - 7, middle), target])
    canvas.text("\n".join(lines), LABEL_X, y, 17, "semibold")
