"""Cover art for A4 paper; see cover_art for the picture itself."""

from __future__ import annotations

from typing import Any

from tools.art import cover_art
from tools.art.canvas import Canvas

NAME = "cover-a4"
WORDS = "cover"


def draw(words: dict[str, Any]) -> Canvas:
    """Return the cover, 595 x 842 points."""
    canvas = Canvas(595, 842, words["title"], unit="pt")
    cover_art.paint(canvas)
    return canvas
