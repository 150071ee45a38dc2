"""Draw an older person sitting on a chair, calm, with candles on a small table."""

from __future__ import annotations

from typing import Any

from tools.art.canvas import Canvas
from tools.art.figures import (
    HAIR_SILVER,
    SKIN_FAIR,
    PeopleCanvas,
    body,
    candle,
    ellipse,
    mirrored,
    shape,
)
from tools.art.palette import AMBER_LIGHT, DEEP, INK, INNER, LIGHT, MID, OUTLINE, PALE, WHITE
from tools.art.paths import Path
from tools.art.shapes import box, spline

NAME = "meditation-chair"
X = 270.0  # the middle of the person
LINE = OUTLINE + 0.4


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture."""
    canvas = PeopleCanvas(600, 430, words["title"])
    canvas.circle(X, 184, 168, AMBER_LIGHT)
    canvas.path(ellipse(300, 392, 284, 31), PALE)
    _chair(canvas)
    _legs(canvas)
    _jumper(canvas)
    _hands(canvas)
    _head(canvas)
    _table(canvas)
    _plant(canvas)
    return canvas


def _both(path: Path) -> tuple[Path, Path]:
    return path, mirrored(path, X)


def _chair(canvas: Canvas) -> None:
    for path in _both(box(X - 84, 296, 14, 98, 5)):
        canvas.path(path, MID, INK, LINE)
    canvas.path(box(X - 78, 158, 156, 150, 26), WHITE, INK, LINE)
    canvas.path(box(X - 92, 292, 184, 24, 11), MID, INK, LINE)


def _legs(canvas: Canvas) -> None:
    for path in _both(
        body(([(243, 388), (226, 396)], [24, 20]), ([(219, 400), (250, 400)], [13, 13]), soft=10)
    ):
        canvas.path(path, INK, INK, LINE)
    trousers = body(
        ([(250, 290), (238, 312)], [56, 58]),
        ([(238, 318), (240, 346), (243, 380)], [56, 46, 36]),
        soft=10,
    )
    for path in _both(trousers):
        canvas.path(path, LIGHT, INK, LINE)


def _jumper(canvas: Canvas) -> None:
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
    right = [(2 * X - x, y) for x, y in half[-2:0:-1]]
    torso = spline([*half, *right], closed=True).points(8)
    sleeve = [(232, 194), (209, 218), (200, 256), (216, 290)]
    mirror = [(2 * X - x, y) for x, y in sleeve]
    widths = [38, 41, 37, 30]
    jumper = body((sleeve, widths), (mirror, widths), outline=torso, soft=8)
    canvas.path(jumper, DEEP, INK, LINE)
    for path in _both(shape("M 236 214 C 222 232 216 256 230 284")):
        canvas.path(path, "none", INK, LINE)
    canvas.path(shape("M 234 301 C 256 305 284 305 306 301"), "none", MID, INNER)


def _hands(canvas: Canvas) -> None:
    hand = body(
        ([(217, 292), (228, 304)], [22, 22]),
        ([(229, 306), (234, 320)], [26, 29]),
        ([(236, 304), (247, 313)], [11, 10]),
        soft=6,
    )
    for path in _both(hand):
        canvas.path(path, SKIN_FAIR, INK, LINE)
    for path in (*_both(shape("M 229 324 L 229.5 332")), *_both(shape("M 238 323 L 239.5 331"))):
        canvas.path(path, "none", INK, INNER)


def _head(canvas: Canvas) -> None:
    bun = body(([(X, 40), (X, 42)], [40, 40]))
    canvas.path(bun, HAIR_SILVER, INK, LINE)
    neck = shape(
        "M 253 128 L 253 150 C 253 160 246 164 238 167 C 246 181 258 186 270 186"
        "C 282 186 294 181 302 167 C 294 164 287 160 287 150 L 287 128 Z"
    )
    canvas.path(neck, SKIN_FAIR, INK, LINE)
    for path in _both(ellipse(233, 104, 8, 11)):
        canvas.path(path, SKIN_FAIR, INK, LINE)
    face = shape(
        "M 233 90 C 233 56 307 56 307 90 C 307 100 307 108 304 118"
        "C 299 136 286 148 270 148 C 254 148 241 136 236 118 C 233 108 233 100 233 90 Z"
    )
    canvas.path(face, SKIN_FAIR, INK, LINE)
    hair = shape(
        "M 229 100 C 223 70 238 47 270 47 C 302 47 317 70 311 100 C 307 98 305 94 303 88"
        "C 290 86 276 80 268 70 C 260 80 250 87 237 89 C 235 94 233 98 229 100 Z"
    )
    canvas.path(hair, HAIR_SILVER, INK, LINE)
    for path in _both(shape("M 245 106 C 248 112 258 112 261 106")):
        canvas.path(path, "none", INK, 3)
    for path in _both(shape("M 245 96 C 249 93.4 255 93 259 94.6")):
        canvas.path(path, "none", INK, INNER)
    for path in (*_both(shape("M 237.6 104 L 240.6 103")), *_both(shape("M 238 108.4 L 241 110"))):
        canvas.path(path, "none", INK, 1.8)
    canvas.path(
        shape("M 270 107 C 269 113 267 116 266.5 119C 267 121.5 270 122 272 121.5"),
        "none",
        INK,
        INNER,
    )
    canvas.path(shape("M 257 130 C 263 136.5 277 136.5 283 130"), "none", INK, 3)


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
