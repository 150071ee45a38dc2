"""The picture that messengers show beside a link to the site: the title, and the brain."""

from __future__ import annotations

from typing import Any

from tools.art import brain, lettering, network
from tools.art.canvas import Canvas
from tools.art.inset import Inset
from tools.art.palette import AMBER_LIGHT, DEEP, INK, LIGHT, PALE, PAPER
from tools.art.paths import Path, Point
from tools.art.shapes import spline

NAME = "share"
AS_PIXELS = True
# As wide and high as messengers show it (https://ogp.me, and every large one's own advice).
WIDTH, HEIGHT = 1200, 630
MARGIN = 72
TITLE, UNDER = 70, 31
# Crests of the hills: x and y.
FAR: tuple[Point, ...] = ((0, 560), (240, 528), (640, 556), (980, 520), (1200, 536))
NEAR: tuple[Point, ...] = ((0, 598), (300, 578), (660, 594), (940, 576), (1200, 588))


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture."""
    canvas = Canvas(WIDTH, HEIGHT, words["title"])
    canvas.rect(0, 0, WIDTH, HEIGHT, PAPER)
    canvas.circle(904, 322, 262, AMBER_LIGHT)
    scene = Inset(canvas, 0.98, 608, 94)
    brain.paint(scene)
    network.paint(scene, signs=False)
    _hill(canvas, FAR, LIGHT)
    _hill(canvas, NEAR, PALE)
    canvas.rect(MARGIN, 112, 96, 9, DEEP)
    canvas.text("\n".join(words["lines"]), MARGIN, 208, TITLE, "bold", fill=INK)
    below = 208 + len(words["lines"]) * TITLE * lettering.LEADING
    canvas.text("\n".join(words["below"]), MARGIN, below, UNDER, "regular", fill=DEEP)
    return canvas


def _hill(canvas: Canvas, crest: tuple[Point, ...], fill: str) -> None:
    path: Path = spline(crest).line((WIDTH, HEIGHT), (0, HEIGHT)).close()
    canvas.path(path, fill)
