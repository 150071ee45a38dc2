"""Icons that mark a kind of text: warning, question, key point, new word."""

from __future__ import annotations

import math

from tools.art.canvas import Canvas
from tools.art.icon_parts import FINE, STROKE, Icons, bubble, exclamation, handset, ink, line
from tools.art.palette import AMBER, CLAY, DEEP, INK, LIGHT, PALE, WHITE
from tools.art.paths import Path, Point, join, polyline, shape
from tools.art.shapes import box

ICONS = Icons()


@ICONS.named("question")
def _question(canvas: Canvas) -> None:
    canvas.circle(24, 24, 19.5, PALE, INK, STROKE)
    hook = shape(
        "M 17.4 18.6 C 17.4 14.4 20.3 12 24.2 12 C 28.2 12 31 14.5 31 18C 31 23 24.2 22.8 24.2 28"
    )
    canvas.path(hook, "none", INK, 4.2)
    canvas.circle(24.2, 34.8, 2.8, INK)


@ICONS.named("check")
def _check(canvas: Canvas) -> None:
    ink(canvas, box(5, 8, 34.5, 34.5, 5), PALE)
    tick = [(13.5, 24.5), (21.5, 33), (41, 9.5)]
    line(canvas, *tick, width=10, colour=WHITE)
    line(canvas, *tick, width=5.4, colour=DEEP)


@ICONS.named("warning")
def _warning(canvas: Canvas) -> None:
    ink(
        canvas,
        shape(
            "M 21.2 6.8 Q 24 2.6 26.8 6.8 L 44.6 38.2 Q 46.6 42.6 42 43L 6 43 Q 1.4 42.6 3.4 38.2 Z"
        ),
        AMBER,
    )
    exclamation(canvas, 24, 17.4, 38.6, INK)


@ICONS.named("call-now")
def _call_now(canvas: Canvas) -> None:
    corner = [
        (24 + 21.6 * math.cos(math.radians(a)), 24 + 21.6 * math.sin(math.radians(a)))
        for a in (22.5 + 45 * i for i in range(8))
    ]
    ink(canvas, polyline(corner, True), CLAY)
    exclamation(canvas, 24, 12.8, 36.6, WHITE)


@ICONS.named("call-us")
def _call_us(canvas: Canvas) -> None:
    canvas.circle(24, 24, 20.4, DEEP, INK, STROKE)
    canvas.path(handset(0.8, 24, 24), WHITE)


@ICONS.named("tell-us")
def _tell_us(canvas: Canvas) -> None:
    tail = [(22, 34.5), (12.5, 43.5), (12.5, 34.5)]
    ink(canvas, bubble(4, 6.5, 40, 28, 7, tail), LIGHT)
    line(canvas, (13, 16.5), (35, 16.5))
    line(canvas, (13, 24.5), (28, 24.5))


@ICONS.named("key-points")
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


@ICONS.named("new-word")
def _new_word(canvas: Canvas) -> None:
    left = shape("M 24 12 C 19.5 8.6 12.5 7.6 4.5 8.6 L 4.5 37.6 C 12.5 36.6 19.5 37.6 24 41 Z")
    ink(canvas, left, WHITE)
    ink(canvas, left.scaled(-1, 1, (24, 0)), LIGHT)
    for y in (17.4, 24.2):
        ink(
            canvas,
            shape(f"M 10.5 {y - 0.4}C 13.4 {y - 0.2} 15.8 {y + 0.4} 18 {y + 1.4}"),
            width=FINE,
        )
    ink(canvas, shape("M 30 25.8 C 32.2 24.8 34.6 24.2 37.5 24"), width=FINE)
    ink(canvas, shape("M 30 19 C 32.2 18 34.6 17.4 37.5 17.2"), width=FINE)


@ICONS.named("how-sure")
def _how_sure(canvas: Canvas) -> None:
    dial = Path().move(3.5, 33).arc((24, 33), 20.5, 180, 360)
    dial.curve((44.5, 37), (42.5, 38.5), (40, 38.5)).line((8, 38.5))
    dial.curve((5.5, 38.5), (3.5, 37), (3.5, 33)).close()
    ink(canvas, dial, PALE)
    wedge = (
        Path()
        .move(24, 33)
        .line((24 + 20.5 * math.cos(math.radians(240)), 33 + 20.5 * math.sin(math.radians(240))))
    )
    wedge.arc((24, 33), 20.5, 240, 300).close()
    canvas.path(wedge, LIGHT)
    ink(canvas, dial)
    for angle in (240, 300):
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        line(canvas, (24 + 13.5 * c, 33 + 13.5 * s), (24 + 19 * c, 33 + 19 * s), width=FINE)
    line(canvas, (24, 32), (31.6, 20), width=3.4)
    canvas.circle(24, 32, 4, INK)


@ICONS.named("crisis")
def _crisis(canvas: Canvas) -> None:
    canvas.circle(24, 24, 19.8, WHITE)
    for middle in (45, 135, 225, 315):
        band = Path().move(*_polar(7.6, middle - 24)).line(_polar(19.8, middle - 24))
        band.arc((24, 24), 19.8, middle - 24, middle + 24).line(_polar(7.6, middle + 24))
        band.arc((24, 24), 7.6, middle + 24, middle - 24).close()
        ink(canvas, band, AMBER, FINE)
    canvas.circle(24, 24, 19.8, "none", INK, STROKE)
    canvas.circle(24, 24, 7.6, WHITE, INK, STROKE)


def _polar(radius: float, degrees: float) -> Point:
    angle = math.radians(degrees)
    return 24 + radius * math.cos(angle), 24 + radius * math.sin(angle)


@ICONS.named("message")
def _message(canvas: Canvas) -> None:
    points = []
    for i in range(10):
        radius, angle = (21 if i % 2 == 0 else 9.6), math.radians(-90 + 36 * i)
        points.append((24 + radius * math.cos(angle), 26 + radius * math.sin(angle)))
    ink(canvas, polyline(points, True), AMBER)


@ICONS.named("teach-back")
def _teach_back(canvas: Canvas) -> None:
    ink(canvas, bubble(3.5, 4.5, 29, 20, 5.5, [(16.5, 24.5), (9.5, 31), (9.5, 24.5)]), DEEP)
    back = bubble(3.5, 19.5, 27, 18, 5.5, [(16, 37.5), (9.2, 44), (9.2, 37.5)])
    canvas.path(back.scaled(-1, 1, (24, 0)), WHITE, WHITE, 6.6)
    ink(canvas, back.scaled(-1, 1, (24, 0)), WHITE)
    for x in (24.4, 31, 37.6):
        canvas.circle(x, 28.5, 1.9, INK)
