"""The people of a visit: always the same patient, staff in light tunics, and the driver."""

from __future__ import annotations

from typing import Final

from tools.art.figures import body
from tools.art.palette import (
    AMBER_DARK,
    AMBER_LIGHT,
    DEEP,
    HAIR_SILVER,
    INK,
    LIGHT,
    MID,
    SKIN,
    SKIN_DEEP,
    SKIN_FAIR,
    WHITE,
)
from tools.art.paths import Point, shape
from tools.art.shapes import box, disc
from tools.art.stage import FINE, FLOOR, Stage

# All hair is drawn about the middle of a face with a radius of 12.
CURLS: Final = (
    (-1.0, -0.15),
    (-0.86, -0.6),
    (-0.45, -0.92),
    (0.0, -1.04),
    (0.45, -0.92),
    (0.86, -0.6),
    (1.0, -0.15),
)
SHORT: Final = shape(
    "M -12.6 0 C -15 -15 -6 -17 0 -17 C 6 -17 15 -15 12.6 0 C 11 -2.5 10.4 -5 9.6 -7.5"
    "C 4 -5.6 -3 -6.4 -8 -8.4 C -9.6 -5.6 -10.6 -3 -12.6 0 Z"
)
BOB: Final = shape("M -15 12 C -17 -6 -13 -17 0 -17 C 13 -17 17 -6 15 12 C 12 15 -12 15 -15 12 Z")
FRINGE: Final = shape(
    "M -12.4 0 C -13.4 -14 -5 -15.6 0 -15.6 C 5 -15.6 13.4 -14 12.4 0"
    "C 9 -3 5 -7 3 -10 C -1 -6 -7 -3 -12.4 0 Z"
)
SCARF: Final = shape(
    "M -13.4 1 C -14.4 -18.4 14.4 -18.4 13.4 1 C 13 6.6 11.4 10.6 9 13.4"
    "C 11.4 16 13.4 18.4 14 21.4 C 7 26.4 -7 26.4 -14 21.4 C -13.4 18.4 -11.4 16 -9 13.4"
    "C -11.4 10.6 -13 6.6 -13.4 1 Z"
)


def face(
    stage: Stage, x: float, y: float, r: float, skin: str, asleep: bool = False, look: float = 0
) -> None:
    """Draw a face; look moves eyes and mouth to the side to which it is turned."""
    stage.draw(disc(x, y, r), skin)
    x += look
    for eye in (x - r * 0.38, x + r * 0.38):
        if asleep:
            _smile(stage, eye, y, 2, 2.4)
        else:
            stage.draw(disc(eye, y + 0.4, 1.35), INK, "none", 0)
    _smile(stage, x, y + r * 0.42, 3.4, 3.4)


def _smile(stage: Stage, x: float, y: float, half: float, deep: float) -> None:
    """Draw a curved line: a mouth or a closed eye."""
    line = shape(f"M {x - half:.2f} {y:.2f}Q {x:.2f} {y + deep:.2f} {x + half:.2f} {y:.2f}")
    stage.draw(line, width=FINE - 0.2)


def patient_head(
    stage: Stage, x: float, y: float, r: float, asleep: bool = False, look: float = 0
) -> None:
    """Draw the patient's face and short curly hair."""
    face(stage, x, y, r, SKIN, asleep, look)
    bars = [([(x + a * r, y + b * r)] * 2, [r * 0.66] * 2) for a, b in CURLS]
    middle = ([(x - r * 0.6, y - r * 0.62), (x + r * 0.6, y - r * 0.62)], [r * 0.6, r * 0.6])
    stage.draw(body(*bars, middle, soft=1, step=0.4), INK, INK, 0.8)


def patient_shirt(stage: Stage, x: float, low: float, width: float) -> None:
    """Draw the patient's upper body seen from the front, down to a level."""
    trunk, shoulders = [(x, 68), (x, low)], [(x - 8, 66), (x + 8, 66)]
    shirt = body((trunk, [width, width]), (shoulders, [17, 17]), soft=6, step=0.5)
    stage.draw(shirt, DEEP)


def patient_neck(stage: Stage, x: float, y: float, turn: float = 0) -> None:
    """Draw the patient's neck about its middle."""
    stage.draw(box(x - 4.5, y - 5.5, 9, 11, 4).turned(turn, (x, y)), SKIN)


def legs(stage: Stage, x: float, apart: float, hip: float, width: float, fill: str) -> None:
    """Draw two legs and shoes seen from the front, from the hip to the floor."""
    for foot in (x - apart / 2, x + apart / 2):
        ankle = FLOOR - width / 2
        # Any slimmer, and slivers of the wall would show between the ankles.
        stage.limb([(foot, hip), (foot, ankle)], [width, width - 1.2], fill)
        stage.draw(box(foot - 6.2, 125, 12.4, 6.5, 3), INK)


def tunic(stage: Stage, x: float, y: float, low: float) -> None:
    """Draw the work tunic below a head at x, y, down to a level."""
    cloth = shape(
        f"M {x - 14} {low} L {x - 14} {y + 30}"
        f"C {x - 14} {y + 20} {x - 8} {y + 17} {x} {y + 17}"
        f"C {x + 8} {y + 17} {x + 14} {y + 20} {x + 14} {y + 30} L {x + 14} {low} Z"
    )
    stage.draw(cloth, AMBER_LIGHT)


def staff(stage: Stage, x: float, y: float, low: float) -> None:
    """Draw the one of the staff who wears a headscarf, turned to the patient at the left."""
    tunic(stage, x, y, low)
    stage.draw(SCARF.moved(x, y), MID)
    face(stage, x, y, 9.6, SKIN_FAIR, look=-1.6)


def arm(stage: Stage, shoulder: Point, elbow: Point, wrist: Point, hand: Point) -> None:
    """Draw an arm of someone of the staff, in the sleeve of the tunic."""
    stage.limb([wrist, hand], [7, 6.6], SKIN_FAIR)
    stage.limb([shoulder, elbow, wrist], [8.6, 8.2, 7.4], AMBER_LIGHT)


def receptionist_head(stage: Stage, x: float, y: float, r: float) -> None:
    """Draw neck, face and chin-long hair of the one at the front desk, turned to the left."""
    stage.draw(BOB.scaled(r / 12).moved(x, y), AMBER_DARK)
    stage.draw(box(x - 4.5, y + 8, 9, 11, 4), SKIN_FAIR)
    face(stage, x, y, r, SKIN_FAIR, look=-1.6)
    stage.draw(FRINGE.scaled(r / 12).moved(x, y), AMBER_DARK)


def driver_head(stage: Stage, x: float, y: float, r: float) -> None:
    """Draw the face and short silver hair of the adult who drives."""
    face(stage, x, y, r, SKIN_DEEP)
    stage.draw(SHORT.scaled(r / 12).moved(x, y), HAIR_SILVER)


def seated_legs(stage: Stage) -> None:
    """Draw the patient's legs and feet from the front, sitting."""
    legs(stage, 34, 14, 102, 13.4, LIGHT)


def staff_legs(stage: Stage, x: float) -> None:
    """Draw the legs of someone of the staff who stands."""
    legs(stage, x, 11, 93, 10, WHITE)
