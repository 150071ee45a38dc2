"""The brain with nerve cells and links: the first picture of the handout."""

from __future__ import annotations

from typing import Any

from tools.art import brain, network
from tools.art.canvas import Canvas

NAME = "brain"


def draw(words: dict[str, Any]) -> Canvas:
    """Return the brain, facing left, with old links in teal and new ones in amber."""
    canvas = Canvas(600, 460, words["title"])
    brain.paint(canvas)
    network.paint(canvas)
    return canvas
