"""Draw a person sitting cross-legged, calm, with candles on both sides."""

from __future__ import annotations

from typing import Any

from tools.art.canvas import Canvas
from tools.art.figures import body, candle
from tools.art.palette import AMBER_LIGHT, INK, INNER, LIGHT, MID, PALE, SKIN
from tools.art.paths import shape
from tools.art.shapes import ellipse, mirrored
from tools.art.sitter import LINE, Sitter

NAME = "meditation"
X = 300.0  # the middle of the person


def draw(words: dict[str, Any]) -> Canvas:
    """Return the picture."""
    canvas = Canvas(600, 430, words["title"])
    person = Sitter(canvas, X)
    canvas.circle(X, 190, 172, AMBER_LIGHT)
    canvas.path(ellipse(X, 390, 284, 33), PALE)
    _legs(canvas)
    _arms(person)
    _shirt(person)
    _head(person)
    for x, base, height in ((38, 392, 84), (88, 402, 46), (512, 402, 58), (562, 392, 74)):
        candle(canvas, x, base, height)
    return canvas


def _legs(canvas: Canvas) -> None:
    """Draw the far leg, its foot, then the near leg and its foot over it."""
    foot = body(([(338, 394), (368, 391)], [26, 21]), soft=6)
    far, leg = (
        body(
            ([(hip, 330), (214, 334), (150, 360)], [64, 66, 50]),
            ([(152, 366), (232, 388), (326, 391)], [46, 40, 32]),
            soft=22,
        )
        for hip in (276, 320)
    )
    crease = shape("M 172 368 C 200 372 226 372 250 366")
    canvas.path(mirrored(far, X), LIGHT, INK, LINE)
    canvas.path(mirrored(crease, X), "none", INK, INNER)
    canvas.path(ellipse(X + 12, 364, 24, 16), LIGHT)
    canvas.path(foot, SKIN, INK, LINE)
    canvas.path(leg, LIGHT, INK, LINE)
    canvas.path(crease, "none", INK, INNER)


def _arms(person: Sitter) -> None:
    """Draw the forearms, each with a mitten hand on the knee, and two fingers' lines."""
    arm = body(
        ([(194, 262), (180, 300), (168, 326)], [32, 27, 21]),
        ([(167, 326), (158, 342)], [22, 33]),
        ([(170, 332), (180, 344)], [11, 10]),
        soft=6,
    )
    person.both(arm, SKIN)
    person.both(shape("M 152 346 L 149 355"), width=INNER)
    person.both(shape("M 162 348 L 161 357"), width=INNER)


def _shirt(person: Sitter) -> None:
    half = [
        (300, 176),
        (276, 176),
        (252, 182),
        (237, 196),
        (237, 216),
        (243, 246),
        (245, 276),
        (240, 306),
        (239, 330),
        (262, 341),
        (300, 344),
    ]
    sleeve = [(258, 202), (232, 214), (208, 240), (194, 274)]
    person.top(half, sleeve, [40, 46, 46, 44], soft=14)
    person.both(shape("M 248 252 C 246 240 247 230 251 222"))
    person.canvas.path(shape("M 256 329 C 282 336 318 336 344 329"), "none", MID, INNER)


def _head(person: Sitter) -> None:
    neck = shape(
        "M 282 136 L 282 160 C 282 170 274 174 266 177 C 274 192 288 197 300 197"
        "C 312 197 326 192 334 177 C 326 174 318 170 318 160 L 318 136 Z"
    )
    face = shape(
        "M 262 96 C 262 66 338 66 338 96 C 338 106 338 114 335 124"
        "C 330 142 316 155 300 155 C 284 155 270 142 265 124 C 262 114 262 106 262 96 Z"
    )
    person.head(SKIN, neck, ellipse(262, 110, 8, 11), face)
    _curls(person.canvas)
    person.closed_eyes(111, shape("M 274 98 C 278 95 285 94.5 289 96.5"))
    person.nose_and_mouth(111, 136)


def _curls(canvas: Canvas) -> None:
    curls = [
        (258, 92),
        (259, 76),
        (267, 61),
        (281, 51),
        (300, 47),
        (319, 51),
        (333, 61),
        (341, 76),
        (342, 92),
    ]
    hair = body(
        *(([point, point], [29, 29]) for point in curls),
        ([(268, 74), (300, 64), (332, 74)], [26, 34, 26]),
        soft=3,
    )
    canvas.path(hair, INK, INK, 2)
