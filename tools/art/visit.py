"""The five scenes of a visit; each draws on a stage of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tools.art import cast, seats
from tools.art.figures import body
from tools.art.palette import AMBER, AMBER_LIGHT, DEEP, INK, LIGHT, MID, SKIN, SKIN_FAIR, WHITE
from tools.art.paths import Point, polyline, shape
from tools.art.shapes import box, disc, ellipse
from tools.art.stage import FINE, Stage

HEART: Final = shape(
    "M 0 9 C -6 4.6 -10 1 -10 -3.4 C -10 -7 -7.2 -9 -4.6 -9 C -2.6 -9 -1 -8 0 -6"
    "C 1 -8 2.6 -9 4.6 -9 C 7.2 -9 10 -7 10 -3.4 C 10 1 6 4.6 0 9 Z"
)


def arrive(stage: Stage) -> None:
    """Draw the patient at the front desk, and behind it someone in a wheelchair."""
    stage.draw(box(44, 22, 19, 22, 3), WHITE)
    stage.draw(HEART.scaled(0.62).moved(53.5, 33), AMBER, INK, FINE)
    _receptionist(stage)
    stage.draw(box(42, 88, 7, 43, 2), WHITE)
    stage.draw(box(39, 83, 34, 6, 3), MID)
    stage.bar((69, 80.6), (57, 80.6), (52, 68), width=3.4)  # a laptop from the side
    stage.limb([(71, 80), (66, 78.6)], [6.6, 6.6], SKIN_FAIR)
    stage.limb([(81, 71), (83, 82), (72, 80.4)], [10, 9, 7.6], AMBER_LIGHT)
    cast.legs(stage, 24, 12, 94, 11, LIGHT)
    cast.patient_shirt(stage, 24, 88, 24)
    stage.limb([(44, 80), (48.6, 79.6)], [7.4, 7.4], SKIN)
    stage.limb([(31, 68), (35, 80), (44, 80)], [11, 9.6, 8.4], DEEP)
    cast.patient_neck(stage, 24, 55.5)
    cast.patient_head(stage, 24, 41, 12, look=1.6)


def _receptionist(stage: Stage) -> None:
    """Draw who works at the desk, from the side, knees under the desk top."""
    seats.wheelchair_behind(stage)
    stage.limb([(59.6, 124), (54, 124.6)], [6.4, 6], INK)
    stage.limb([(87, 97), (67, 97.4), (61, 120)], [15, 13, 9], WHITE)
    stage.draw(body(([(84.4, 74), (86.6, 91)], [22, 21]), soft=6, step=0.5), AMBER_LIGHT)
    seats.wheelchair_wheels(stage)
    cast.receptionist_head(stage, 83, 49, 10.6)


def checks(stage: Stage) -> None:
    """Draw staff taking the blood pressure, a hand beside the monitor."""
    cast.staff(stage, 90, 36, 92)
    cast.arm(stage, (101, 62), (102.6, 73), (100.4, 79.4), (95.6, 87))
    seats.chair(stage, 34)
    cast.patient_shirt(stage, 34, 94, 26)
    cast.seated_legs(stage)
    stage.draw(box(58, 92, 48, 7, 3), WHITE)
    for leg in (63, 96):
        stage.draw(box(leg, 99, 5.5, 32, 2.5), WHITE)
    _monitor(stage)
    stage.limb([(60, 88), (66, 88.4)], [7.6, 8.4], SKIN)
    stage.limb([(43, 68), (48, 82), (60, 88)], [12, 11, 8.6], DEEP)
    stage.draw(box(-8, -6, 16, 12, 3).turned(62).moved(46, 77), AMBER)
    stage.draw(shape("M 53 74 C 60 66 62 80 71 76"), "none", INK, FINE)
    cast.patient_neck(stage, 34, 55.5)
    cast.patient_head(stage, 34, 41, 12)


def _monitor(stage: Stage) -> None:
    stage.draw(box(71, 67, 25, 20, 3.5), WHITE)
    pulse = [(75, 77.4), (79, 77.4), (81.6, 71.6), (85, 82.4), (87.6, 77.4), (92, 77.4)]
    stage.bar(*pulse, width=FINE)
    stage.bar((79, 88.6), (88, 88.6), width=4)


def treatment(stage: Stage) -> None:
    """Draw the patient lying back, and staff who stand by the feet and watch."""
    _watcher(stage, 91.6)
    seats.recliner(stage)
    stage.limb([(65.4, 112.4), (68.4, 108.2)], [8.6, 8.6], INK)
    stage.limb([(37, 96), (54, 92), (64, 111)], [19, 15.6, 10.4], LIGHT)
    _trunk(stage)
    _arm_and_head(stage, asleep=True)


def _watcher(stage: Stage, x: float) -> None:
    """Draw staff who stand, turned to the patient, with a clipboard in both hands."""
    cast.staff_legs(stage, x)
    cast.staff(stage, x, 34, 95)
    for side in (-1, 1):
        bends = ((10, 60), (11.2, 72), (10.6, 81), (9, 85.6))
        cast.arm(stage, *((x + side * dx, y) for dx, y in bends))
    _clipboard(stage, x, 77)
    for side in (-1, 1):
        stage.limb([(x + side * 9.4, 86), (x + side * 6.6, 84.8)], [6, 5.4], SKIN_FAIR)


def _clipboard(stage: Stage, x: float, y: float) -> None:
    stage.draw(box(x - 7, y - 10, 14, 20, 2.5), WHITE)
    stage.bar((x - 2.4, y - 10), (x + 2.4, y - 10), width=4)
    for row, right in ((-3.6, 2.8), (1, 0.4)):
        stage.bar((x - 2.8, y + row), (x + right, y + row), width=FINE)


def _trunk(stage: Stage) -> None:
    """Draw the patient's trunk in the treatment chair."""
    stage.draw(body(([(27, 68), (37, 94)], [22, 24]), soft=6, step=0.5), DEEP)


def _arm_and_head(stage: Stage, asleep: bool) -> None:
    """Draw the patient's arm, neck and head, which lie over legs or blanket."""
    stage.limb([(50, 87), (54.6, 88)], [7.4, 7.8], SKIN)
    stage.limb([(29, 71), (37, 85.4), (50, 87)], [11, 10, 8], DEEP)
    cast.patient_neck(stage, 24, 60, turn=-14)
    cast.patient_head(stage, 22, 47, 11.4, asleep)


def rest(stage: Stage) -> None:
    """Draw the patient resting under a blanket, with water and a clock."""
    stage.draw(disc(82, 36, 14), WHITE)
    stage.bar((82, 28), (82, 36), (87.6, 39.6))
    stage.draw(box(80, 86, 26, 6, 3), WHITE)
    stage.draw(box(90.5, 92, 5, 39, 2), WHITE)
    stage.draw(polyline([(86.5, 70), (99.5, 70), (97.5, 86), (88.5, 86)], True), WHITE)
    stage.bar((87.5, 76), (98.5, 76), width=FINE)
    seats.recliner(stage)
    _trunk(stage)
    stage.limb([(38.5, 96.5), (56, 93), (67, 114)], [23, 20, 17], AMBER_LIGHT)
    stage.draw(shape("M 64 96 C 63 101 60 105 56 107"), "none", INK, FINE)
    _arm_and_head(stage, asleep=False)


def ride_home(stage: Stage) -> None:
    """Draw another adult driving and the patient behind."""
    seats.car_cabin(stage)
    _shoulders(stage, (35.4, 82.4), DEEP)
    _shoulders(stage, (66, 82.4), AMBER)
    cast.patient_head(stage, 35.4, 74, 8.6)
    cast.driver_head(stage, 66, 74, 8.6)
    seats.car_body(stage)


def home(stage: Stage) -> None:
    """Draw a house and a tree, where the ride ends; for a panel with room beside the car."""
    stage.draw(box(67, 92, 6, 39, 2.5), MID)
    stage.draw(ellipse(70, 74, 14, 20), LIGHT)
    stage.draw(box(47, 36, 9, 26, 2), WHITE)
    stage.draw(box(6, 66, 54, 65, 2), WHITE)
    stage.draw(polyline([(33, 34), (66, 68), (0, 68)], True), MID)
    stage.draw(box(14, 94, 17, 37, 2), DEEP)
    stage.draw(disc(26.6, 113, 1.7), WHITE, "none", 0)
    stage.draw(box(38, 84, 15, 17, 2), AMBER_LIGHT)
    stage.bar((45.5, 84), (45.5, 101), width=FINE)


def _shoulders(stage: Stage, top: Point, shirt: str) -> None:
    x, y = top
    bust = shape("M -11 13 C -11 3 -6 0 0 0 C 6 0 11 3 11 13 Z")
    stage.draw(bust.moved(x, y), shirt)


SCENES: Final[tuple[Callable[[Stage], None], ...]] = (arrive, checks, treatment, rest, ride_home)
