"""The scene of the cover for the web site's front page; see cover_art for the picture itself."""

from __future__ import annotations

from typing import Any

from tools.art import cover_art
from tools.art.canvas import Canvas
from tools.art.sparse import Sparse

NAME = "cover-web"
WORDS = "cover"


def draw(words: dict[str, Any]) -> Canvas:
    """Return the scene in pixels of the widest page; light enough for a slow phone."""
    canvas = Canvas(816, 465, words["title"])
    cover_art.paint(Sparse(canvas, 816 / 612, 3), strip=10)
    return canvas
