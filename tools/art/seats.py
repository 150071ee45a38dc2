"""What people of a visit sit in: treatment chair, wheelchair, chair and car."""

from __future__ import annotations

import math
from typing import Final

from tools.art.figures import body
from tools.art.palette import AMBER, INK, LIGHT, MID, WHITE
from tools.art.paths import shape
from tools.art.shapes import box, disc, ellipse
from tools.art.stage import FINE, FLOOR, Stage

TYRE: Final = 3.4
SPOKES: Final = 8


def chair(stage: Stage, x: float) -> None:
    """Draw a plain chair seen from the front, for someone who hides most of it."""
    for leg in (x - 21, x + 15):
        stage.draw(box(leg, 106, 6, 25, 2.5), MID)
    stage.draw(box(x - 20, 72, 40, 34, 8), MID)
    stage.draw(box(x - 23, 101, 46, 8, 4), MID)


def recliner(stage: Stage) -> None:
    """Draw the treatment chair from the side: headrest, back, seat and leg rest on a foot."""
    stage.draw(box(35, 112, 9, 17, 2), MID)
    stage.draw(box(23, 125.5, 34, 5.5, 2.7), INK)
    cushions = body(
        ([(14, 62), (28.6, 105)], [16, 19]),
        ([(28.6, 105), (50, 107)], [19, 16]),
        ([(50, 107), (65, 120)], [15, 11]),
        soft=6,
        step=0.5,
    )
    stage.draw(cushions, MID)
    stage.draw(ellipse(12.8, 50, 8.4, 13.4).turned(-18, (12.8, 50)), WHITE)


def wheelchair_behind(stage: Stage) -> None:
    """Draw the parts of the wheelchair behind the one who sits in it, facing left."""
    stage.limb([(98, 77), (104, 75.4)], [5, 5], INK)
    stage.limb([(97.6, 77), (95, 103)], [6.4, 6.4], MID)
    stage.bar((70, 106), (60, 128), width=3.4)
    stage.bar((61, 128), (51, 128), width=3.4)
    stage.limb([(71, 105), (95, 105)], [6.4, 6.4], MID)


def wheelchair_wheels(stage: Stage) -> None:
    """Draw its wheels; a spoke guard closes the large one, or it would be a tangle in print."""
    x, y, r = 86.0, 113.0, 16.2
    stage.draw(disc(x, y, r), WHITE, INK, TYRE)
    for i in range(SPOKES):
        angle = math.tau * (i + 0.5) / SPOKES
        end = (x + (r - 4.4) * math.cos(angle), y + (r - 4.4) * math.sin(angle))
        stage.bar((x, y), end, width=1.7)
    stage.draw(disc(x, y, r - 4.4), "none", MID, 2.2)
    stage.draw(disc(x, y, 3), WHITE, INK, FINE)
    stage.draw(disc(67.4, FLOOR - 5.2, 4.2), WHITE)


def car_cabin(stage: Stage) -> None:
    """Draw roof and windows of a car that faces right."""
    roof = shape("M 12 92 L 21 57 Q 23 49 31 49 L 68 49 Q 75 49 79 55 L 98 92 Z")
    stage.draw(roof, LIGHT)
    stage.draw(shape("M 18.4 89 L 25 60 Q 26 56 30 56 L 49 56 L 49 89 Z"), WHITE)
    stage.draw(shape("M 53.6 89 L 53.6 56 L 67 56 Q 71.4 56 73.6 60 L 87.6 89 Z"), WHITE)


def car_body(stage: Stage) -> None:
    """Draw steering wheel, doors, lamp and wheels."""
    stage.bar((78.4, 79), (82.6, 90), width=3.2)
    sides = shape(
        "M 5 96 Q 5 89 12 89 L 94 89 Q 105 91 105 101 L 105 112 Q 105 118 99 118"
        "L 11 118 Q 5 118 5 112 Z"
    )
    stage.draw(sides, LIGHT)
    stage.bar((51.3, 90), (51.3, 117), width=FINE)
    stage.bar((57, 97), (63, 97), width=FINE)
    stage.draw(ellipse(101, 99, 3, 4.4), AMBER, INK, FINE)
    for x in (26, 84):
        stage.draw(disc(x, 118, 11.6), INK, INK)
        stage.draw(disc(x, 118, 4.6), WHITE, INK, 1)
