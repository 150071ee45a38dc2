"""Colours and line weights shared by every picture.

Grey values step far enough apart to survive a black and white printer, and no
meaning rests on colour alone: new is amber *and* a plus sign, lost is dashed.
"""

from __future__ import annotations

from typing import Final

INK: Final = "#12333F"  # outlines and text
DEEP: Final = "#1F5F6B"  # sending cell, main curve; dark enough for text
MID: Final = "#4F97A0"  # grooves and small lines, never text
LIGHT: Final = "#A9D0D2"  # receiving cell, folds; always outlined
PALE: Final = "#DDEDEE"  # tint behind things
PAPER: Final = "#FBF9F4"  # warm white of discs and panels
WHITE: Final = "#FFFFFF"
AMBER: Final = "#E39A2D"  # new, glutamate, flame: always with an INK outline
AMBER_LIGHT: Final = "#F9E3BC"  # warm glow
AMBER_DARK: Final = "#8A4F08"  # amber when it must be text; brown hair
CLAY: Final = "#B4532A"  # ketamine, second curve, slash
GREY: Final = "#56656B"  # dashed outlines of what is lost, zoom lines

# Skin and hair, far enough apart in grey (120, 215, 80, 205).
SKIN: Final = "#A86B40"
SKIN_FAIR: Final = "#F2CFAE"
SKIN_DEEP: Final = "#744A2C"
HAIR_SILVER: Final = "#C9D0D0"

COLOURS: Final = frozenset(
    {INK, DEEP, MID, LIGHT, PALE, PAPER, WHITE, AMBER, AMBER_LIGHT, AMBER_DARK, CLAY, GREY}
    | {SKIN, SKIN_FAIR, SKIN_DEEP, HAIR_SILVER}
)

# Line widths in units of a canvas 600 wide (one unit is 0.27 mm at 16 cm).
OUTLINE: Final = 3.4
INNER: Final = 2.4
AXIS: Final = 2.4
LEADER: Final = 1.8
HAIRLINE: Final = 1.6  # the thinnest line that prints well
CURVE: Final = 6.0
CURVE_SECOND: Final = 4.5

# Dash patterns.
DASH_LINE: Final = (5.0, 4.0)
DASH_LOST: Final = (3.5, 3.5)
# In the timeline no dash is cut to a splinter where the curves cross, wide or narrow.
DASH_CURVE: Final = (10.8, 6.9)

MINIMUM_TEXT: Final = 16.0
