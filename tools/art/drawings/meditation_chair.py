"""Draw an older person sitting on a chair, calm, with candles on a small table."""

from __future__ import annotations

from typing import Any

from tools.art.canvas import Canvas
from tools.art.figures import body, candle
from tools.art.palette import (
    AMBER_LIGHT,
    HAIR_SILVER,
    INK,
    INNER,
    LIGHT,
    MID,
    PALE,
    SKIN_FAIR,
    WHITE,
)
from tools.art.paths import Path, shape
from tools.art.shapes import box, ellipse
from tools.art.sitter import LINE, Sitter

NAME = "meditation-chair"
X = 270.0  # the middle of the person


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture."""
    canvas = Canvas(600, 430, words["title"])
    person = Sitter(canvas, X)
    canvas.circle(X, 184, 168, AMBER_LIGHT)
    canvas.path(ellipse(300, 392, 284, 31), PALE)
    _chair(person)
    _legs(person)
    _jumper(person)
    _hands(person)
    _head(person)
    _table(canvas)
    _plant(canvas)
    return canvas


def _chair(person: Sitter) -> None:
    person.both(box(X - 84, 296, 14, 98, 5), MID)
    person.canvas.path(box(X - 78, 158, 156, 150, 26), WHITE, INK, LINE)
    person.canvas.path(box(X - 92, 292, 184, 24, 11), MID, INK, LINE)


def _legs(person: Sitter) -> None:
    foot = body(([(243, 388), (226, 396)], [24, 20]), ([(219, 400), (250, 400)], [13, 13]), soft=10)
    person.both(foot, INK)
    trousers = body(
        ([(250, 290), (238, 312)], [56, 58]),
        ([(238, 318), (240, 346), (243, 380)], [56, 46, 36]),
        soft=10,
    )
    person.both(trousers, LIGHT)


def _jumper(person: Sitter) -> None:
    half = [
        (270, 166),
        (248, 167),
        (226, 173),
        (212, 186),
        (210, 206),
        (213, 238),
        (214, 266),
        (212, 290),
        (222, 303),
        (246, 307),
        (270, 308),
    ]
    sleeve = [(232, 194), (209, 218), (200, 256), (216, 290)]
    person.top(half, sleeve, [38, 41, 37, 30], soft=8)
    person.both(shape("M 236 214 C 222 232 216 256 230 284"))
    person.canvas.path(shape("M 234 301 C 256 305 284 305 306 301"), "none", MID, INNER)


def _hands(person: Sitter) -> None:
    hand = body(
        ([(217, 292), (228, 304)], [22, 22]),
        ([(229, 306), (234, 320)], [26, 29]),
        ([(236, 304), (247, 313)], [11, 10]),
        soft=6,
    )
    person.both(hand, SKIN_FAIR)
    person.both(shape("M 229 324 L 229.5 332"), width=INNER)
    person.both(shape("M 238 323 L 239.5 331"), width=INNER)


def _head(person: Sitter) -> None:
    bun = body(([(X, 40), (X, 42)], [40, 40]))
    person.canvas.path(bun, HAIR_SILVER, INK, LINE)
    neck = shape(
        "M 253 128 L 253 150 C 253 160 246 164 238 167 C 246 181 258 186 270 186"
        "C 282 186 294 181 302 167 C 294 164 287 160 287 150 L 287 128 Z"
    )
    face = shape(
        "M 233 90 C 233 56 307 56 307 90 C 307 100 307 108 304 118"
        "C 299 136 286 148 270 148 C 254 148 241 136 236 118 C 233 108 233 100 233 90 Z"
    )
    person.head(SKIN_FAIR, neck, ellipse(233, 104, 8, 11), face)
    hair = shape(
        "M 229 100 C 223 70 238 47 270 47 C 302 47 317 70 311 100 C 307 98 305 94 303 88"
        "C 290 86 276 80 268 70 C 260 80 250 87 237 89 C 235 94 233 98 229 100 Z"
    )
    person.canvas.path(hair, HAIR_SILVER, INK, LINE)
    person.closed_eyes(106, shape("M 245 96 C 249 93.4 255 93 259 94.6"))
    person.both(shape("M 237.6 104 L 240.6 103"), width=1.8)  # laughter lines
    person.both(shape("M 238 108.4 L 241 110"), width=1.8)
    person.nose_and_mouth(106, 130)


def _table(canvas: Canvas) -> None:
    for x in (462, 532):
        canvas.path(box(x, 316, 9, 82, 4), MID, INK, LINE)
    for x, height in ((478, 66), (524, 40)):
        candle(canvas, x, 306, height)
    canvas.path(box(440, 302, 122, 17, 7), WHITE, INK, LINE)


def _plant(canvas: Canvas) -> None:
    for tip, bend in (((52, 268), (86, 288)), ((128, 276), (104, 300)), ((86, 236), (96, 272))):
        x, y = tip
        leaf = Path().move(92, 352)
        leaf.curve((bend[0] - 26, bend[1] + 30), (x - 12, y + 34), (x, y))
        leaf.curve((x + 30, y + 20), (bend[0] + 22, bend[1] + 34), (92, 352)).close()
        canvas.path(leaf, MID, INK, LINE)
    canvas.path(
        shape("M 64 346 L 120 346 L 113 398 Q 112 404 106 404 L 78 404 Q 72 404 71 398 Z"),
        WHITE,
        INK,
        LINE,
    )
    canvas.path(box(59, 338, 66, 16, 5), WHITE, INK, LINE)
