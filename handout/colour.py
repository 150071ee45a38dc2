"""How well a colour can be told from another, by the rule for readable text on the web.

Source: Web Content Accessibility Guidelines (WCAG) 2.2, "relative luminance" and "contrast
ratio", https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; least contrast of text: success
criterion 1.4.3.
"""

from __future__ import annotations

import math
import re

WHITE = "#ffffff"
LEAST_CONTRAST = 4.5
HEX = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: str) -> bool:
    """Return whether *text* is a colour like ``#1f5f6b``."""
    return HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours: 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return how bright a *colour* looks: 0 (black) to 1 (white)."""
    red, green, blue = map(_linear, channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of a *colour*, each 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def rounded_down(ratio: float) -> str:
    """Return *ratio* with two digits; one that is too small never looks large enough."""
    return f"{math.floor(ratio * 100) / 100:.2f}"


def darkened(colour: str) -> str:
    """Return *colour*, made just dark enough for text on white."""
    for share in range(100, 0, -1):
        shade = "#" + bytes(channel * share // 100 for channel in channels(colour)).hex()
        if contrast(shade, WHITE) >= LEAST_CONTRAST:
            return shade
    return "#000000"
