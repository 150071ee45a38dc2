"""Icons of 48 x 48 units: three-unit ink strokes, one accent fill, each its own shape."""

from __future__ import annotations

from typing import Any

from tools.art import icon_signs, icon_things
from tools.art.canvas import Canvas
from tools.art.icon_parts import SIZE
from tools.art.sheets import Sheets

NAME = "icons/clock"  # the first of the set; all icons are drawn together
WORDS = "icons"


def draw(words: dict[str, Any]) -> Sheets:
    """Return every icon; the word table holds their titles."""
    drawn = {}
    for name, function in (icon_things.ICONS | icon_signs.ICONS).items():
        drawn[name] = Canvas(SIZE, SIZE, words[name])
        function(drawn[name])
    return Sheets(drawn)
