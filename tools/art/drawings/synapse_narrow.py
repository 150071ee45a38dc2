"""The synapse for a phone or a printed column: both branches named inside the close-up."""

from __future__ import annotations

from typing import Any

from tools.art import cell_parts, synapse_parts
from tools.art.canvas import Canvas
from tools.art.inset import Inset
from tools.art.lettering import LEADING, wrap
from tools.art.palette import DASH_LINE, GREY, INK, WHITE
from tools.art.shapes import leader
from tools.art.synapse_parts import X, Y

NAME = "synapse-narrow"
WORDS = "synapse"
PACKETS = ((266, 180), (309, 176), (391, 176), (434, 180), (292, 203), (408, 203))
HEIGHT, SIZE = 310.0, 16.0
MIDDLE = 166.0  # height of the gap
SCALE, LEFT = 0.66, 209.0  # of the close-up
ASIDE = 16.0
CELLS, CELLS_LEFT, BEND = 0.58, 2.0, 42.0
MARGIN = 4.0


def draw(words: dict[str, Any]) -> Canvas:
    """Return the narrow layout."""
    canvas = Canvas(340, HEIGHT, words["title"])
    cells = Inset(canvas, CELLS, CELLS_LEFT, MIDDLE - 231 * CELLS, 1.25)
    close = Inset(canvas, SCALE, LEFT - X * SCALE, MIDDLE - Y * SCALE, 1.1)
    ring = (CELLS_LEFT + (103 + BEND) * CELLS, MIDDLE)
    for side in (-1, 1):
        start = (ring[0] + 11, ring[1] + side * 11)
        canvas.line([start, (LEFT + ASIDE * SCALE - 92, MIDDLE + side * 66)], GREY, 1.8, DASH_LINE)
    synapse_parts.cells(cells, BEND)
    synapse_parts.close_up(close, PACKETS, ASIDE)
    _labels(canvas, words, ring[0])
    return canvas


def _labels(canvas: Canvas, words: dict[str, Any], ring: float) -> None:
    """Name the parts: outside along the edges, inside where the branches have room."""
    right, low = canvas.width - MARGIN, HEIGHT - 8
    canvas.text(words["receiving_cell"], MARGIN, low, SIZE, "semibold")
    canvas.text(words["synapse"], ring - 21, MIDDLE + 5, SIZE, "semibold", "end")
    canvas.text(words["sending_branch"], LEFT, MIDDLE - 54, SIZE, "semibold", "middle", WHITE)
    canvas.text(words["receiving_branch"], LEFT, MIDDLE + 58, SIZE, "semibold", "middle", INK)
    messenger = wrap(words["messenger"], 180, SIZE, "semibold")
    below = 17 + (len(messenger) - 1) * SIZE * LEADING
    canvas.text(words["sending_cell"], MARGIN, below, SIZE, "semibold")
    dot, receptor = (LEFT + 69, MIDDLE + 2), (LEFT + 61.5, MIDDLE + 31)
    leader(canvas, [(312, below + 7), (312, MIDDLE - 30), dot])
    cell_parts.glutamate(canvas, [dot], 4.4)
    leader(canvas, [(312, low - 17), (312, MIDDLE + 58), receptor])
    canvas.text("\n".join(messenger), right, 17, SIZE, "semibold", "end")
    canvas.text(words["receptors"], right, low, SIZE, "semibold", "end")
