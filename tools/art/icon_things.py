"""Icons of things: clock, telephone, car, food, body, home."""

from __future__ import annotations

from tools.art.canvas import Canvas
from tools.art.icon_parts import FINE, STROKE, Icons, handset, ink, line
from tools.art.palette import CLAY, INK, LIGHT, PALE, WHITE
from tools.art.paths import polyline, shape
from tools.art.shapes import box, ellipse

ICONS = Icons()
HEART = shape(
    "M 24 43 C 13 34.5 4 26.5 4 16.8 C 4 10.2 8.9 5.5 14.6 5.5 C 18.6 5.5 22 7.6 24 11.2"
    "C 26 7.6 29.4 5.5 33.4 5.5 C 39.1 5.5 44 10.2 44 16.8 C 44 26.5 35 34.5 24 43 Z"
)


@ICONS.named("clock")
def _clock(canvas: Canvas) -> None:
    canvas.circle(24, 24, 19.5, LIGHT, INK, STROKE)
    canvas.circle(24, 24, 13.6, WHITE)
    line(canvas, (24, 14.5), (24, 24), (30.5, 28))


@ICONS.named("phone")
def _phone(canvas: Canvas) -> None:
    ink(canvas, handset(1.22, 24, 24), LIGHT)


@ICONS.named("no-driving")
def _no_driving(canvas: Canvas) -> None:
    ink(canvas, box(8.5, 33, 7, 7.5, 2), INK)  # the slash would leave a splinter of the other wheel
    ink(
        canvas, shape("M 10 22 L 13.6 12 Q 14.6 9 17.8 9 L 30.2 9 Q 33.4 9 34.4 12 L 38 22Z"), WHITE
    )
    ink(canvas, box(5.5, 21, 37, 14.5, 4.5), LIGHT)
    for x in (10.8, 37.2):  # so far out that the slash spares both lamps
        canvas.circle(x, 28.2, 2.3, INK)
    slash = [(7.2, 5.4), (40.8, 42.6)]
    line(canvas, *slash, width=9.6, colour=WHITE)
    line(canvas, *slash, width=4.8, colour=CLAY)


@ICONS.named("food")
def _food(canvas: Canvas) -> None:
    line(canvas, (13, 20), (13, 43), width=3.6)
    ink(canvas, shape("M 6.5 5 L 6.5 15 C 6.5 22.5 19.5 22.5 19.5 15 L 19.5 5"))
    line(canvas, (13, 5), (13, 18))
    glass = [(26.5, 9.5), (43.5, 9.5), (40.6, 43), (29.4, 43)]
    ink(canvas, polyline(glass, closed=True), WHITE)
    canvas.polygon([(28.9, 20.5), (41.1, 20.5), (39.3, 41.5), (30.7, 41.5)], LIGHT)
    line(canvas, (27.6, 20), (42.4, 20), width=FINE)


@ICONS.named("heart")
def _heart(canvas: Canvas) -> None:
    ink(canvas, HEART, LIGHT)
    trace = [(10.5, 23), (17, 23), (21, 15.5), (26.5, 30.5), (30, 23), (37.5, 23)]
    line(canvas, *trace, width=7, colour=LIGHT)
    line(canvas, *trace)


@ICONS.named("pill")
def _pill(canvas: Canvas) -> None:
    about = (24.0, 24.0)
    whole = box(3.5, 15, 41, 18, 9)
    right = shape("M 24 15 L 35.5 15 C 40.5 15 44.5 19 44.5 24 C 44.5 29 40.5 33 35.5 33 L 24 33 Z")
    canvas.path(whole.turned(-45, about), WHITE)
    canvas.path(right.turned(-45, about), LIGHT)
    ink(canvas, whole.turned(-45, about))
    ink(canvas, polyline([(24, 15), (24, 33)]).turned(-45, about))
    ink(canvas, polyline([(10.5, 21.2), (18, 21.2)]).turned(-45, about), width=FINE)


@ICONS.named("leaf")
def _leaf(canvas: Canvas) -> None:
    ink(
        canvas,
        shape(
            "M 42.5 5.5 C 44.5 25 38 39.5 24.5 39.5 C 14.5 39.5 8.5 32.8 9.2 24.5"
            "C 10.2 12.6 24 8 42.5 5.5 Z"
        ),
        LIGHT,
    )
    ink(canvas, shape("M 5.5 43.5 C 11 34.5 19.5 25.5 31.5 17.5"))
    ink(canvas, shape("M 19.5 18.5 L 20.6 26.6 L 29.6 29.6"), width=FINE)


@ICONS.named("brain")
def _brain(canvas: Canvas) -> None:
    ink(canvas, shape("M 25 32 C 26 37.5 27.5 41 30.5 44 L 37.5 44 C 36 40 35.6 36 36 31Z"), WHITE)
    ink(canvas, ellipse(36.4, 32.2, 6.6, 4.8), WHITE)
    ink(
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
    ink(canvas, shape("M 9.6 25.4 C 14 27.2 20.5 26.8 24.6 23.2"), width=FINE)
    ink(canvas, shape("M 12 16.6 C 15.4 14.8 19 16.2 19.6 19.6"), width=FINE)
    ink(canvas, shape("M 24.6 10.6 C 28.4 11.4 29.4 15.4 27.4 18"), width=FINE)
    ink(canvas, shape("M 37.4 17.2 C 36.8 21.6 33.8 24 30.6 24.6"), width=FINE)


@ICONS.named("people")
def _people(canvas: Canvas) -> None:
    for x in (10.4, 37.6):
        canvas.circle(x, 14.5, 5.2, WHITE, INK, STROKE)
        side = shape(
            "M -7.4 36.5 L -7.4 31.4 C -7.4 26.6 -4.4 23.8 0 23.8"
            "C 4.4 23.8 7.4 26.6 7.4 31.4"
            "L 7.4 36.5 Z"
        )
        ink(canvas, side.moved(x, 0), WHITE)
    canvas.circle(24, 14.6, 7, LIGHT, INK, STROKE)
    ink(
        canvas,
        shape(
            "M 12.5 43 L 12.5 37.2 C 12.5 29.8 17 25.6 24 25.6"
            "C 31 25.6 35.5 29.8 35.5 37.2"
            "L 35.5 43 Z"
        ),
        LIGHT,
    )


@ICONS.named("home")
def _home(canvas: Canvas) -> None:
    ink(canvas, shape("M 9.5 21 L 9.5 43 L 38.5 43 L 38.5 21"), PALE)
    ink(canvas, shape("M 19 43 L 19 31 Q 19 29 21 29 L 27 29 Q 29 29 29 31 L 29 43 Z"), WHITE)
    ink(canvas, polyline([(4, 24.5), (24, 6), (44, 24.5), (38.5, 24.5), (9.5, 24.5)], True), LIGHT)


@ICONS.named("pen")
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
    ink(canvas, body, WHITE)
    wood = polyline([(14, 18.2), (34, 18.2), (34, 29.8), (14, 29.8)], True)
    ink(canvas, wood.scaled(1.13, 1.13, (24, 24)).turned(-45, (24, 24)).moved(1.2, -1.2), LIGHT)
    tip = polyline([(5, 24), (9, 21.4), (9, 26.6)], True)
    ink(canvas, tip.scaled(1.13, 1.13, (24, 24)).turned(-45, (24, 24)).moved(1.2, -1.2), INK)
    line(canvas, (23, 44.5), (43, 44.5))


@ICONS.named("scissors")
def _scissors(canvas: Canvas) -> None:
    line(canvas, (17.4, 29.6), (43.5, 9))
    line(canvas, (17.4, 18.4), (43.5, 39))
    for y in (12.6, 35.4):
        canvas.circle(11.4, y, 6.8, LIGHT, INK, STROKE)
