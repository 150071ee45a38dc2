"""Icons of 48 x 48 units: three-unit ink strokes, one accent fill, each its own shape."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tools.art.canvas import Canvas
from tools.art.figures import Sheets, ellipse, shape
from tools.art.palette import AMBER, CLAY, DEEP, INK, LIGHT, PALE, WHITE
from tools.art.paths import Path, Point, join, polyline
from tools.art.shapes import box

NAME = "icons/clock"  # the first of the set; all icons are drawn together
WORDS = "icons"
SIZE = 48.0
STROKE = 3.0
FINE = 2.4  # details inside a shape

ICONS: dict[str, Callable[[Canvas], None]] = {}


def icon(name: str) -> Callable[[Callable[[Canvas], None]], Callable[[Canvas], None]]:
    """Register a drawing function under the file stem of its icon."""

    def register(function: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
        ICONS[name] = function
        return function

    return register


def draw(words: dict[str, Any]) -> Sheets:
    """Return every icon; the word table holds their titles."""
    drawn = {}
    for name, function in ICONS.items():
        drawn[name] = Canvas(SIZE, SIZE, words[name])
        function(drawn[name])
    return Sheets(drawn)


def _ink(canvas: Canvas, path: Path, fill: str = "none", width: float = STROKE) -> None:
    canvas.path(path, fill, INK, width)


def _line(canvas: Canvas, *points: Point, width: float = STROKE, colour: str = INK) -> None:
    canvas.line(points, colour, width)


def _handset(scale: float, x: float, y: float) -> Path:
    """Return a telephone handset centred on a point."""
    half = shape(
        "M -16 -9.5 C -16 -13 -13.4 -15.6 -10.6 -16 C -9.1 -16.2 -8 -15.5 -7.4 -14.1"
        "L -4.9 -8 C -4.4 -6.7 -4.7 -5.4 -5.7 -4.5 L -8.1 -2.3 C -5.9 2 -2 5.9 2.3 8.1"
        "L 4.5 5.7 C 5.4 4.7 6.7 4.4 8 4.9 L 14.1 7.4 C 15.5 8 16.2 9.1 16 10.6"
        "C 15.6 13.4 13 16 9.5 16 C -4.6 16 -16 4.6 -16 -9.5 Z"
    )
    return half.scaled(scale).moved(x, y)


def _bubble(x: float, y: float, w: float, h: float, r: float, tail: list[Point]) -> Path:
    """Return a speech bubble; the tail points lie on, below and on its lower edge."""
    path = Path().move(x + r, y).line((x + w - r, y)).arc((x + w - r, y + r), r, -90, 0)
    path.line((x + w, y + h - r)).arc((x + w - r, y + h - r), r, 0, 90).line(*tail)
    path.line((x + r, y + h)).arc((x + r, y + h - r), r, 90, 180)
    return path.line((x, y + r)).arc((x + r, y + r), r, 180, 270).close()


def _exclamation(canvas: Canvas, x: float, top: float, bottom: float, colour: str) -> None:
    _line(canvas, (x, top), (x, bottom - 8.2), width=4.2, colour=colour)
    canvas.circle(x, bottom - 2.4, 2.6, colour)


@icon("clock")
def _clock(canvas: Canvas) -> None:
    canvas.circle(24, 24, 19.5, LIGHT, INK, STROKE)
    canvas.circle(24, 24, 13.6, WHITE)
    _line(canvas, (24, 14.5), (24, 24), (30.5, 28))


@icon("phone")
def _phone(canvas: Canvas) -> None:
    _ink(canvas, _handset(1.22, 24, 24), LIGHT)


@icon("no-driving")
def _no_driving(canvas: Canvas) -> None:
    for x in (8.5, 32.5):
        _ink(canvas, box(x, 33, 7, 7.5, 2), INK)
    _ink(
        canvas, shape("M 10 22 L 13.6 12 Q 14.6 9 17.8 9 L 30.2 9 Q 33.4 9 34.4 12 L 38 22Z"), WHITE
    )
    _ink(canvas, box(5.5, 21, 37, 14.5, 4.5), LIGHT)
    for x in (13, 35):
        canvas.circle(x, 28.2, 2.6, INK)
    slash = [(7.2, 5.4), (40.8, 42.6)]
    _line(canvas, *slash, width=9.6, colour=WHITE)
    _line(canvas, *slash, width=4.8, colour=CLAY)


@icon("food")
def _food(canvas: Canvas) -> None:
    _line(canvas, (13, 20), (13, 43), width=3.6)
    _ink(canvas, shape("M 6.5 5 L 6.5 15 C 6.5 22.5 19.5 22.5 19.5 15 L 19.5 5"))
    _line(canvas, (13, 5), (13, 18))
    glass = [(26.5, 9.5), (43.5, 9.5), (40.6, 43), (29.4, 43)]
    _ink(canvas, polyline(glass, closed=True), WHITE)
    canvas.polygon([(28.9, 20.5), (41.1, 20.5), (39.3, 41.5), (30.7, 41.5)], LIGHT)
    _line(canvas, (27.6, 20), (42.4, 20), width=FINE)


def _heart_outline() -> Path:
    return shape(
        "M 24 43 C 13 34.5 4 26.5 4 16.8 C 4 10.2 8.9 5.5 14.6 5.5 C 18.6 5.5 22 7.6 24 11.2"
        "C 26 7.6 29.4 5.5 33.4 5.5 C 39.1 5.5 44 10.2 44 16.8 C 44 26.5 35 34.5 24 43 Z"
    )


@icon("heart")
def _heart(canvas: Canvas) -> None:
    _ink(canvas, _heart_outline(), LIGHT)
    trace = [(10.5, 23), (17, 23), (21, 15.5), (26.5, 30.5), (30, 23), (37.5, 23)]
    _line(canvas, *trace, width=7, colour=LIGHT)
    _line(canvas, *trace)


@icon("pill")
def _pill(canvas: Canvas) -> None:
    about = (24.0, 24.0)
    whole = box(3.5, 15, 41, 18, 9)
    right = shape("M 24 15 L 35.5 15 C 40.5 15 44.5 19 44.5 24 C 44.5 29 40.5 33 35.5 33 L 24 33 Z")
    canvas.path(whole.turned(-45, about), WHITE)
    canvas.path(right.turned(-45, about), LIGHT)
    _ink(canvas, whole.turned(-45, about))
    _ink(canvas, polyline([(24, 15), (24, 33)]).turned(-45, about))
    _ink(canvas, polyline([(10.5, 21.2), (18, 21.2)]).turned(-45, about), width=FINE)


@icon("question")
def _question(canvas: Canvas) -> None:
    canvas.circle(24, 24, 19.5, PALE, INK, STROKE)
    hook = shape(
        "M 17.4 18.6 C 17.4 14.4 20.3 12 24.2 12 C 28.2 12 31 14.5 31 18C 31 23 24.2 22.8 24.2 28"
    )
    canvas.path(hook, "none", INK, 4.2)
    canvas.circle(24.2, 34.8, 2.8, INK)


@icon("check")
def _check(canvas: Canvas) -> None:
    _ink(canvas, box(5, 8, 34.5, 34.5, 5), PALE)
    tick = [(13.5, 24.5), (21.5, 33), (41, 9.5)]
    _line(canvas, *tick, width=10, colour=WHITE)
    _line(canvas, *tick, width=5.4, colour=DEEP)


@icon("warning")
def _warning(canvas: Canvas) -> None:
    _ink(
        canvas,
        shape(
            "M 21.2 6.8 Q 24 2.6 26.8 6.8 L 44.6 38.2 Q 46.6 42.6 42 43L 6 43 Q 1.4 42.6 3.4 38.2 Z"
        ),
        AMBER,
    )
    _exclamation(canvas, 24, 17.4, 38.6, INK)


@icon("leaf")
def _leaf(canvas: Canvas) -> None:
    _ink(
        canvas,
        shape(
            "M 42.5 5.5 C 44.5 25 38 39.5 24.5 39.5 C 14.5 39.5 8.5 32.8 9.2 24.5"
            "C 10.2 12.6 24 8 42.5 5.5 Z"
        ),
        LIGHT,
    )
    _ink(canvas, shape("M 5.5 43.5 C 11 34.5 19.5 25.5 31.5 17.5"))
    _ink(canvas, shape("M 19.5 18.5 L 20.6 26.6 L 29.6 29.6"), width=FINE)


@icon("brain")
def _brain(canvas: Canvas) -> None:
    _ink(canvas, shape("M 25 32 C 26 37.5 27.5 41 30.5 44 L 37.5 44 C 36 40 35.6 36 36 31Z"), WHITE)
    _ink(canvas, ellipse(36.4, 32.2, 6.6, 4.8), WHITE)
    _ink(
        canvas,
        shape(
            "M 11.5 33.5 C 6.5 33.5 3 29.8 3.4 25.4 C 2.6 20.6 4.4 16.6 8 14.6"
            "C 9.4 9.6 13.8 6.6 18.6 7.4"
            "C 22 3.8 27.8 3.6 31.4 6.8 C 36.4 6.4 40.6 9.8 41.4 14.4"
            "C 44.8 17.4 45.6 22.6 43.4 26.4"
            "C 42.2 30 38.6 31.4 35 30.4 C 31.8 33.2 27.2 33.8 23.4 32 C 20.4 35 15 35.8 11.5 33.5"
            "Z"
        ),
        LIGHT,
    )
    _ink(canvas, shape("M 9.6 25.4 C 14 27.2 20.5 26.8 24.6 23.2"), width=FINE)
    _ink(canvas, shape("M 12 16.6 C 15.4 14.8 19 16.2 19.6 19.6"), width=FINE)
    _ink(canvas, shape("M 24.6 10.6 C 28.4 11.4 29.4 15.4 27.4 18"), width=FINE)
    _ink(canvas, shape("M 37.4 17.2 C 36.8 21.6 33.8 24 30.6 24.6"), width=FINE)


@icon("people")
def _people(canvas: Canvas) -> None:
    for x in (10.4, 37.6):
        canvas.circle(x, 14.5, 5.2, WHITE, INK, STROKE)
        side = shape(
            "M -7.4 36.5 L -7.4 31.4 C -7.4 26.6 -4.4 23.8 0 23.8"
            "C 4.4 23.8 7.4 26.6 7.4 31.4"
            "L 7.4 36.5 Z"
        )
        _ink(canvas, side.moved(x, 0), WHITE)
    canvas.circle(24, 14.6, 7, LIGHT, INK, STROKE)
    _ink(
        canvas,
        shape(
            "M 12.5 43 L 12.5 37.2 C 12.5 29.8 17 25.6 24 25.6"
            "C 31 25.6 35.5 29.8 35.5 37.2"
            "L 35.5 43 Z"
        ),
        LIGHT,
    )


@icon("home")
def _home(canvas: Canvas) -> None:
    _ink(canvas, shape("M 9.5 21 L 9.5 43 L 38.5 43 L 38.5 21"), PALE)
    _ink(canvas, shape("M 19 43 L 19 31 Q 19 29 21 29 L 27 29 Q 29 29 29 31 L 29 43 Z"), WHITE)
    _ink(canvas, polyline([(4, 24.5), (24, 6), (44, 24.5), (38.5, 24.5), (9.5, 24.5)], True), LIGHT)


@icon("pen")
def _pen(canvas: Canvas) -> None:
    body = (
        shape(
            "M 5 24 L 14 18.2 L 38 18.2 Q 43.4 18.2 43.4 22 L 43.4 26 Q 43.4 29.8 38 29.8"
            "L 14 29.8 Z"
        )
        .scaled(1.13, 1.13, (24, 24))
        .turned(-45, (24, 24))
        .moved(1.2, -1.2)
    )
    _ink(canvas, body, WHITE)
    wood = polyline([(14, 18.2), (34, 18.2), (34, 29.8), (14, 29.8)], True)
    _ink(canvas, wood.scaled(1.13, 1.13, (24, 24)).turned(-45, (24, 24)).moved(1.2, -1.2), LIGHT)
    tip = polyline([(5, 24), (9, 21.4), (9, 26.6)], True)
    _ink(canvas, tip.scaled(1.13, 1.13, (24, 24)).turned(-45, (24, 24)).moved(1.2, -1.2), INK)
    _line(canvas, (23, 44.5), (43, 44.5))


@icon("call-now")
def _call_now(canvas: Canvas) -> None:
    corner = [
        (24 + 21.6 * math.cos(math.radians(a)), 24 + 21.6 * math.sin(math.radians(a)))
        for a in (22.5 + 45 * i for i in range(8))
    ]
    _ink(canvas, polyline(corner, True), CLAY)
    _exclamation(canvas, 24, 12.8, 36.6, WHITE)


@icon("call-us")
def _call_us(canvas: Canvas) -> None:
    canvas.circle(24, 24, 20.4, DEEP, INK, STROKE)
    canvas.path(_handset(0.8, 24, 24), WHITE)


@icon("tell-us")
def _tell_us(canvas: Canvas) -> None:
    tail = [(22, 34.5), (12.5, 43.5), (12.5, 34.5)]
    _ink(canvas, _bubble(4, 6.5, 40, 28, 7, tail), LIGHT)
    _line(canvas, (13, 16.5), (35, 16.5))
    _line(canvas, (13, 24.5), (28, 24.5))


@icon("key-points")
def _key_points(canvas: Canvas) -> None:
    about = (24.0, 24.0)
    shaft = join(
        [
            polyline([(20, 24), (46, 24)]),
            polyline([(45.5, 24), (45.5, 32)]),
            polyline([(36.5, 24), (36.5, 30.5)]),
        ]
    )
    canvas.path(shaft.turned(45, about), "none", INK, 4)
    x, y = 13.4, 13.4
    canvas.circle(x, y, 10.2, AMBER, INK, STROKE)
    canvas.circle(x - 1.8, y - 1.8, 3, WHITE, INK, FINE)


@icon("new-word")
def _new_word(canvas: Canvas) -> None:
    left = shape("M 24 12 C 19.5 8.6 12.5 7.6 4.5 8.6 L 4.5 37.6 C 12.5 36.6 19.5 37.6 24 41 Z")
    _ink(canvas, left, WHITE)
    _ink(canvas, left.scaled(-1, 1, (24, 0)), LIGHT)
    for y in (17.4, 24.2):
        _ink(
            canvas,
            shape(f"M 10.5 {y - 0.4}C 13.4 {y - 0.2} 15.8 {y + 0.4} 18 {y + 1.4}"),
            width=FINE,
        )
    _ink(canvas, shape("M 30 25.8 C 32.2 24.8 34.6 24.2 37.5 24"), width=FINE)
    _ink(canvas, shape("M 30 19 C 32.2 18 34.6 17.4 37.5 17.2"), width=FINE)


@icon("how-sure")
def _how_sure(canvas: Canvas) -> None:
    dial = Path().move(3.5, 33).arc((24, 33), 20.5, 180, 360)
    dial.curve((44.5, 37), (42.5, 38.5), (40, 38.5)).line((8, 38.5))
    dial.curve((5.5, 38.5), (3.5, 37), (3.5, 33)).close()
    _ink(canvas, dial, PALE)
    wedge = (
        Path()
        .move(24, 33)
        .line((24 + 20.5 * math.cos(math.radians(240)), 33 + 20.5 * math.sin(math.radians(240))))
    )
    wedge.arc((24, 33), 20.5, 240, 300).close()
    canvas.path(wedge, LIGHT)
    _ink(canvas, dial)
    for angle in (240, 300):
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        _line(canvas, (24 + 13.5 * c, 33 + 13.5 * s), (24 + 19 * c, 33 + 19 * s), width=FINE)
    _line(canvas, (24, 32), (31.6, 20), width=3.4)
    canvas.circle(24, 32, 4, INK)


@icon("crisis")
def _crisis(canvas: Canvas) -> None:
    canvas.circle(24, 24, 19.8, WHITE)
    for middle in (45, 135, 225, 315):
        band = Path().move(*_polar(7.6, middle - 24)).line(_polar(19.8, middle - 24))
        band.arc((24, 24), 19.8, middle - 24, middle + 24).line(_polar(7.6, middle + 24))
        band.arc((24, 24), 7.6, middle + 24, middle - 24).close()
        _ink(canvas, band, AMBER, FINE)
    canvas.circle(24, 24, 19.8, "none", INK, STROKE)
    canvas.circle(24, 24, 7.6, WHITE, INK, STROKE)


def _polar(radius: float, degrees: float) -> Point:
    angle = math.radians(degrees)
    return 24 + radius * math.cos(angle), 24 + radius * math.sin(angle)


@icon("message")
def _message(canvas: Canvas) -> None:
    points = []
    for i in range(10):
        radius, angle = (21 if i % 2 == 0 else 9.6), math.radians(-90 + 36 * i)
        points.append((24 + radius * math.cos(angle), 26 + radius * math.sin(angle)))
    _ink(canvas, polyline(points, True), AMBER)


@icon("teach-back")
def _teach_back(canvas: Canvas) -> None:
    _ink(canvas, _bubble(3.5, 4.5, 29, 20, 5.5, [(16.5, 24.5), (9.5, 31), (9.5, 24.5)]), DEEP)
    back = _bubble(3.5, 19.5, 27, 18, 5.5, [(16, 37.5), (9.2, 44), (9.2, 37.5)])
    canvas.path(back.scaled(-1, 1, (24, 0)), WHITE, WHITE, 6.6)
    _ink(canvas, back.scaled(-1, 1, (24, 0)), WHITE)
    for x in (24.4, 31, 37.6):
        canvas.circle(x, 28.5, 1.9, INK)


@icon("scissors")
def _scissors(canvas: Canvas) -> None:
    _line(canvas, (17.4, 29.6), (43.5, 9))
    _line(canvas, (17.4, 18.4), (43.5, 39))
    for y in (12.6, 35.4):
        canvas.circle(11.4, y, 6.8, LIGHT, INK, STROKE)
