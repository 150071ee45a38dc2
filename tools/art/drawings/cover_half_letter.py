"""Cover art for half a sheet of US letter paper, the booklet's; see cover_art for the picture."""

from __future__ import annotations

from typing import Any

from tools.art import cover_art
from tools.art.canvas import Canvas

NAME = "cover-half-letter"
WORDS = "cover"


def draw(words: dict[str, Any]) -> Canvas:
    """Return the cover, as wide as that of a whole sheet; it is printed at 396 x 612 points."""
    canvas = Canvas(612, 946, words["title"], unit="pt")
    cover_art.paint(canvas)
    return canvas
