"""The five scenes of a visit, each 110 wide and 140 high, drawn at any place and size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tools.art.canvas import Canvas
from tools.art.figures import HAIR_SILVER, SKIN_DEEP, SKIN_FAIR, body, ellipse, shape
from tools.art.palette import AMBER, AMBER_LIGHT, DEEP, INK, LIGHT, MID, PALE, SKIN, WHITE
from tools.art.paths import Path, Point, polyline
from tools.art.shapes import box, disc

WIDTH: Final = 110.0
HEIGHT: Final = 140.0
LINE: Final = 2.6
FINE: Final = 2.0


@dataclass
class Stage:
    """A scene's own coordinates on the canvas."""

    canvas: Canvas
    x: float
    y: float
    scale: float = 1.0

    def draw(self, path: Path, fill: str = "none", stroke: str = INK, width: float = LINE) -> None:
        """Draw a path of the scene."""
        placed = path.scaled(self.scale).moved(self.x, self.y)
        self.canvas.path(placed, fill, stroke, width * self.scale)

    def limb(self, points: Sequence[Point], widths: Sequence[float], fill: str) -> None:
        """Draw a limb with round ends."""
        self.draw(body((points, widths), step=0.5), fill)


def backdrop(stage: Stage) -> None:
    """Tint the panel and draw the floor."""
    stage.draw(box(0, 0, WIDTH, HEIGHT, 12), PALE, "none", 0)
    stage.draw(shape(f"M 8 131 L {WIDTH - 8} 131"), "none", MID, FINE)


def _face(stage: Stage, x: float, y: float, r: float, skin: str, asleep: bool = False) -> None:
    stage.draw(disc(x, y, r), skin)
    for side in (-1, 1):
        eye = x + side * r * 0.38
        if asleep:
            stage.draw(
                shape(f"M {eye - 2:.2f} {y:.2f}Q {eye:.2f} {y + 2.4:.2f} {eye + 2:.2f} {y:.2f}"),
                width=FINE - 0.2,
            )
        else:
            stage.draw(disc(eye, y + 0.4, 1.35), INK, "none", 0)
    lip = y + r * 0.42
    stage.draw(
        shape(f"M {x - 3.4:.2f} {lip:.2f}Q {x:.2f} {lip + 3.4:.2f} {x + 3.4:.2f} {lip:.2f}"),
        width=FINE - 0.2,
    )


def _curls(stage: Stage, x: float, y: float, r: float) -> None:
    """Draw the patient's short curly hair."""
    spots = [
        (-1.0, -0.15),
        (-0.86, -0.6),
        (-0.45, -0.92),
        (0.0, -1.04),
        (0.45, -0.92),
        (0.86, -0.6),
        (1.0, -0.15),
    ]
    bars = [([(x + a * r, y + b * r)] * 2, [r * 0.66] * 2) for a, b in spots]
    middle = ([(x - r * 0.6, y - r * 0.62), (x + r * 0.6, y - r * 0.62)], [r * 0.6, r * 0.6])
    stage.draw(body(*bars, middle, soft=1, step=0.4), INK, INK, 0.8)


def _short_hair(stage: Stage, x: float, y: float, r: float, colour: str) -> None:
    k = r / 12
    hair = shape(
        "M -12.6 0 C -15 -15 -6 -17 0 -17 C 6 -17 15 -15 12.6 0"
        "C 11 -2.5 10.4 -5 9.6 -7.5"
        "C 4 -5.6 -3 -6.4 -8 -8.4 C -9.6 -5.6 -10.6 -3 -12.6 0 Z"
    )
    stage.draw(hair.scaled(k).moved(x, y), colour)


def _bob(stage: Stage, x: float, y: float, r: float, colour: str) -> None:
    """Draw chin-long hair behind the head; draw the face and fringe after it."""
    k = r / 12
    hair = shape("M -15 12 C -17 -6 -13 -17 0 -17 C 13 -17 17 -6 15 12 C 12 15 -12 15 -15 12 Z")
    stage.draw(hair.scaled(k).moved(x, y), colour)


def _fringe(stage: Stage, x: float, y: float, r: float, colour: str) -> None:
    k = r / 12
    fringe = shape(
        "M -12.4 0 C -13.4 -14 -5 -15.6 0 -15.6 C 5 -15.6 13.4 -14 12.4 0"
        "C 9 -3 5 -7 3 -10 C -1 -6 -7 -3 -12.4 0 Z"
    )
    stage.draw(fringe.scaled(k).moved(x, y), colour)


def _patient(stage: Stage, x: float, y: float, r: float = 11, asleep: bool = False) -> None:
    _face(stage, x, y, r, SKIN, asleep)
    _curls(stage, x, y, r)


def _nurse(stage: Stage, x: float, y: float, foot: float) -> None:
    """Draw the nurse, with a headscarf and a work tunic, down to a level."""
    tunic = shape(
        f"M {x - 15} {foot} L {x - 15} {y + 30}"
        f"C {x - 15} {y + 20} {x - 8} {y + 17} {x} {y + 17}"
        f"C {x + 8} {y + 17} {x + 15} {y + 20} {x + 15} {y + 30} L {x + 15} {foot} Z"
    )
    stage.draw(tunic, AMBER_LIGHT)
    scarf = shape(
        "M -13.4 1 C -14.4 -18.4 14.4 -18.4 13.4 1 C 13 6.6 11.4 10.6 9 13.4"
        "C 11.4 16 13.4 18.4 14 21.4"
        "C 7 26.4 -7 26.4 -14 21.4 C -13.4 18.4 -11.4 16 -9 13.4"
        "C -11.4 10.6 -13 6.6 -13.4 1 Z"
    )
    stage.draw(scarf.moved(x, y), MID)
    _face(stage, x, y, 9.6, SKIN_FAIR)


def arrive(stage: Stage) -> None:
    """Draw the patient at the front desk."""
    for foot in (22, 34):
        stage.limb([(foot, 94), (foot, 127)], [11, 9], LIGHT)
    stage.draw(box(14, 125, 12.5, 6.5, 3), INK)
    stage.draw(box(30, 125, 12.5, 6.5, 3), INK)
    desk_worker = shape("M 62 92 L 62 74 C 62 65 70 61 80 61 C 90 61 98 65 98 74 L 98 92 Z")
    stage.draw(desk_worker, WHITE)
    _bob(stage, 80, 45, 11, HAIR_SILVER)
    stage.draw(box(75, 54, 10, 10, 4), SKIN_FAIR)
    _face(stage, 80, 45, 11, SKIN_FAIR)
    _fringe(stage, 80, 45, 11, HAIR_SILVER)
    stage.draw(box(57, 86, 46, 45, 3), WHITE)
    stage.draw(box(51, 80, 56, 8, 4), MID)
    heart = shape(
        "M 80 116 C 74 111.6 70 108 70 103.6 C 70 100 72.8 98 75.4 98"
        "C 77.4 98 79 99 80 101"
        "C 81 99 82.6 98 84.6 98 C 87.2 98 90 100 90 103.6 C 90 108 86 111.6 80 116 Z"
    )
    stage.draw(heart, AMBER, INK, FINE)
    stage.draw(
        body(([(28, 68), (28, 88)], [25, 25]), ([(20, 66), (36, 66)], [17, 17]), soft=6, step=0.5),
        DEEP,
    )
    stage.limb([(52, 79), (58, 77)], [7.4, 7.4], SKIN)
    stage.limb([(36, 68), (41, 80), (52, 80)], [11, 9.6, 8.4], DEEP)
    stage.draw(box(23.5, 50, 9, 11, 4), SKIN)
    _patient(stage, 28, 41, 12)


def checks(stage: Stage) -> None:
    """Draw a nurse taking the blood pressure."""
    _nurse(stage, 84, 36, 92)
    stage.draw(box(8, 66, 8, 64, 4), MID)
    stage.draw(box(10, 104, 48, 8, 4), MID)
    stage.draw(
        body(([(34, 68), (34, 94)], [26, 26]), ([(26, 66), (42, 66)], [17, 17]), soft=6, step=0.5),
        DEEP,
    )
    for foot in (27, 41):
        stage.draw(box(foot - 6.5, 125, 13, 6.5, 3), INK)
        stage.limb([(foot, 102), (foot, 106), (foot, 125)], [13.6, 13, 9.5], LIGHT)
    stage.draw(box(56, 92, 50, 7, 3), WHITE)
    for leg in (62, 96):
        stage.draw(box(leg, 99, 5.5, 32, 2.5), WHITE)
    stage.draw(box(72, 63, 31, 24, 4), WHITE)
    stage.draw(
        polyline([(77, 75.5), (82, 75.5), (85, 69), (89, 81.5), (92, 75.5), (98, 75.5)]),
        "none",
        INK,
        FINE,
    )
    stage.draw(shape("M 83 87 L 92 87"), "none", INK, 5)
    stage.limb([(60, 88), (66, 88.4)], [7.6, 8.4], SKIN)
    stage.limb([(43, 68), (48, 82), (60, 88)], [12, 11, 8.6], DEEP)
    cuff = box(-8, -6, 16, 12, 3).turned(62).moved(46, 77)
    stage.draw(cuff, AMBER)
    stage.draw(shape("M 53 74 C 60 66 62 80 72 76"), "none", INK, FINE)
    stage.draw(box(29.5, 50, 9, 11, 4), SKIN)
    _patient(stage, 34, 41, 12)


def _recliner(stage: Stage, asleep: bool, blanket: bool) -> None:
    stage.draw(box(37, 108, 7, 23, 3), MID)
    stage.draw(box(64, 108, 7, 23, 3), MID)
    chair = body(
        ([(17, 60), (34, 104)], [17, 20]),
        ([(34, 104), (68, 106)], [20, 17]),
        ([(68, 106), (94, 118)], [16, 12]),
        soft=6,
        step=0.5,
    )
    stage.draw(chair, MID)
    if not blanket:
        stage.draw(body(([(97, 100), (101, 107)], [11, 11]), step=0.5), INK)
        stage.limb([(44, 93), (70, 89), (94, 106)], [20, 16, 11], LIGHT)
    stage.draw(body(([(32, 66), (43, 92)], [23, 25]), soft=6, step=0.5), DEEP)
    if blanket:
        cover = body(([(45, 93), (70, 90), (96, 108)], [25, 21, 19]), step=0.5)
        stage.draw(cover, AMBER_LIGHT)
        for line in ("M 58 81.4 C 61 87 61 94 58.6 102", "M 80 87 C 81.4 93 79 101 75 106"):
            stage.draw(shape(line), "none", INK, FINE)
    stage.limb([(56, 84), (61, 85)], [7.6, 8], SKIN)
    stage.limb([(34, 69), (42, 83), (56, 84)], [11, 10, 8], DEEP)
    stage.draw(ellipse(16, 47, 9, 14).turned(-18, (16, 47)), WHITE)
    stage.draw(box(24, 53, 9, 11, 4).turned(-14, (28, 58)), SKIN)
    _patient(stage, 26, 45, 11.4, asleep)


def treatment(stage: Stage) -> None:
    """Draw the patient lying back and a nurse watching."""
    _nurse(stage, 86, 36, 92)
    for foot in (80, 92):
        stage.limb([(foot, 93), (foot, 127)], [10, 9], WHITE)
        stage.draw(box(foot - 6, 125, 12, 6.5, 3), INK)
    stage.draw(box(70, 66, 21, 25, 3), WHITE)
    for y, right in ((73, 86), (78, 86), (83, 82)):
        stage.draw(shape(f"M 75 {y} L {right} {y}"), "none", INK, FINE)
    stage.limb([(95, 82), (90, 83)], [7, 7], SKIN_FAIR)
    stage.limb([(97, 60), (101, 73), (95, 82)], [9.6, 9, 8], AMBER_LIGHT)
    _recliner(stage, asleep=True, blanket=False)


def rest(stage: Stage) -> None:
    """Draw the patient resting under a blanket, with water and a clock."""
    stage.draw(disc(80, 32, 15), WHITE)
    stage.draw(polyline([(80, 23.5), (80, 32), (86, 36)]), "none", INK, LINE)
    stage.draw(box(82, 80, 24, 6, 3), WHITE)
    stage.draw(box(92, 86, 5, 45, 2), WHITE)
    stage.draw(polyline([(87, 64), (100, 64), (98, 80), (89, 80)], True), WHITE)
    stage.draw(polyline([(88, 70), (99, 70)]), "none", INK, FINE)
    _recliner(stage, asleep=False, blanket=True)


def ride_home(stage: Stage) -> None:
    """Draw another adult driving and the patient behind."""
    cabin = shape("M 12 92 L 21 57 Q 23 49 31 49 L 68 49 Q 75 49 79 55 L 98 92 Z")
    stage.draw(cabin, LIGHT)
    stage.draw(shape("M 21 89 L 27.6 60 Q 28.6 56 32.5 56 L 48 56 L 48 89 Z"), WHITE)
    stage.draw(shape("M 54.6 89 L 54.6 56 L 67 56 Q 71.4 56 73.6 60 L 87.6 89 Z"), WHITE)
    for x, shirt in ((35, DEEP), (65, AMBER)):
        stage.draw(
            shape(
                f"M {x - 11} 96 C {x - 11} 86 {x - 6} 83 {x} 83"
                f"C {x + 6} 83 {x + 11} 86 {x + 11} 96 Z"
            ),
            shirt,
        )
    _face(stage, 35, 74, 9.4, SKIN)
    _curls(stage, 35, 74, 9.4)
    _face(stage, 65, 74, 9.4, SKIN_DEEP)
    _short_hair(stage, 65, 74, 9.4, HAIR_SILVER)
    stage.draw(shape("M 78.4 79 L 82.6 90"), "none", INK, 3.2)
    stage.draw(
        shape(
            "M 5 96 Q 5 89 12 89 L 94 89 Q 105 91 105 101 L 105 112 Q 105 118 99 118"
            "L 11 118"
            "Q 5 118 5 112 Z"
        ),
        LIGHT,
    )
    stage.draw(shape("M 51.3 90 L 51.3 117"), "none", INK, FINE)
    stage.draw(shape("M 57 97 L 63 97"), "none", INK, FINE)
    stage.draw(ellipse(101, 99, 3, 4.4), AMBER, INK, FINE)
    for x in (26, 84):
        stage.draw(disc(x, 118, 11.6), INK, INK)
        stage.draw(disc(x, 118, 4.6), WHITE, INK, 1)


SCENES: Final[tuple[Callable[[Stage], None], ...]] = (arrive, checks, treatment, rest, ride_home)
