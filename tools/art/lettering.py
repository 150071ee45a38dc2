"""Text as outlines, so that it looks the same in every browser and in print.

Set in Source Sans Pro (SIL Open Font License), with kerning. Every word drawn
here must also stand in the caption or the description of the picture, because
outlines cannot be searched or read aloud.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import Any

import uharfbuzz  # type: ignore[import-untyped]
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from tools.art.paths import Path, Point

WEIGHTS = {"regular": "Regular", "semibold": "Semibold", "bold": "Bold", "italic": "It"}
EVEN_STEPS = 40
LEADING = 1.22  # line distance in units of the text size
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class _Outline(BasePen):  # type: ignore[misc]
    """Collect glyph outlines as a Path, y pointing down."""

    def __init__(self, glyphs: Any, scale: float, x: float, y: float) -> None:
        super().__init__(glyphs)
        self.path = Path()
        self._scale, self._x, self._y = scale, x, y

    def _at(self, point: Point) -> Point:
        return self._x + point[0] * self._scale, self._y - point[1] * self._scale

    def _moveTo(self, pt: Point) -> None:  # noqa: N802
        self.path.move(*self._at(pt))

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self.path.line(self._at(pt))

    def _qCurveToOne(self, pt1: Point, pt2: Point) -> None:  # noqa: N802
        self.path.quad(self._at(pt1), self._at(pt2))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        self.path.curve(self._at(pt1), self._at(pt2), self._at(pt3))

    def _closePath(self) -> None:  # noqa: N802
        self.path.close()


def width(text: str, size: float, weight: str = "regular") -> float:
    """Return how wide one line of text is."""
    _, advances = _shape(text, weight)
    return sum(x for x, _, _ in advances) * _scale(size, weight)


def wrap(text: str, room: float, size: float, weight: str = "regular") -> list[str]:
    """Break text into even lines no wider than the room, keeping given line breaks."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _even(part, room, size, weight)
    return lines


def _even(text: str, room: float, size: float, weight: str) -> list[str]:
    """Return as few lines as fit, then as equal as that number allows."""
    lines = _greedy(text, room, size, weight)
    for step in range(1, EVEN_STEPS):
        narrower = _greedy(text, room * (1 - step / EVEN_STEPS), size, weight)
        widest = max(width(line, size, weight) for line in narrower)
        if len(narrower) > len(lines) or widest > room:
            break
        if widest < max(width(line, size, weight) for line in lines):
            lines = narrower
    return lines


def _greedy(text: str, room: float, size: float, weight: str) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width(longer, size, weight) > room:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def outlines(
    text: str, x: float, y: float, size: float, weight: str = "regular", anchor: str = "start"
) -> Path:
    """Return the outlines of one or more lines; y is the first baseline."""
    whole = Path()
    for row, line in enumerate(text.split("\n")):
        left = x - ANCHORS[anchor] * width(line, size, weight)
        whole.extend(_line(line, left, y + row * size * LEADING, size, weight))
    return whole


def _line(text: str, x: float, y: float, size: float, weight: str) -> Path:
    scale, glyphs = _scale(size, weight), _font(weight).getGlyphSet()
    names, advances = _shape(text, weight)
    path = Path()
    for name, (advance, dx, dy) in zip(names, advances, strict=True):
        pen = _Outline(glyphs, scale, x + dx * scale, y - dy * scale)
        glyphs[name].draw(pen)
        path.extend(pen.path)
        x += advance * scale
    return path


@functools.cache
def _shape(text: str, weight: str) -> tuple[list[str], list[tuple[int, int, int]]]:
    """Return glyph names and (advance, x offset, y offset) with kerning applied."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_shaper(weight), buffer, {"kern": True, "liga": False})
    names = [_font(weight).getGlyphName(info.codepoint) for info in buffer.glyph_infos]
    if ".notdef" in names:
        raise ValueError(f"Source Sans Pro lacks a letter of {text!r}; use another word.")
    places = buffer.glyph_positions
    return names, [(p.x_advance, p.x_offset, p.y_offset) for p in places]


@functools.cache
def _file(weight: str) -> str:
    folder = files("font_source_sans_pro") / "files"
    return str(folder / f"SourceSansPro-{WEIGHTS[weight]}.ttf")


@functools.cache
def _font(weight: str) -> TTFont:
    return TTFont(_file(weight))


@functools.cache
def _shaper(weight: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(_file(weight))))


def _scale(size: float, weight: str) -> float:
    return size / float(_font(weight)["head"].unitsPerEm)
