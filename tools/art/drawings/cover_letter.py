"""Cover art for US letter paper; see cover_art for the picture itself."""

from __future__ import annotations

from typing import Any

from tools.art import cover_art
from tools.art.canvas import Canvas

NAME = "cover-letter"
WORDS = "cover"


def draw(words: dict[str, Any]) -> Canvas:
    """Return the cover, 612 x 792 points."""
    canvas = Canvas(612, 792, words["title"], unit="pt")
    cover_art.paint(canvas)
    return canvas
