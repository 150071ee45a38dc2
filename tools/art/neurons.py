"""Nerve cells grown by branching, merged into one soft outline."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tools.art import fields
from tools.art.fields import Field, Grid
from tools.art.paths import Path, Point

STEP = 4.0  # length of one growth step in units
TIP = 1.5  # width of the thinnest twig


@dataclass(frozen=True)
class Habit:
    """How a nerve cell grows."""

    soma: float  # radius of the cell body
    reach: float  # length of the first stretch of a branch
    width: float  # width of a branch at the body
    forks: int = 2  # how often a branch divides
    spread: float = 30  # angle between the two arms of a fork, halved, in degrees
    shrink: float = 0.72  # length of an arm compared with the stretch before
    wobble: float = 9  # how much a branch bends at every step, in degrees
    fillet: float = 1.1  # softness of the joints, in body radii


@dataclass(frozen=True)
class Branch:
    """One stretch between two forks."""

    points: list[Point]
    widths: list[float]


def grow(
    random: Random,
    habit: Habit,
    start: Point,
    angle: float,
    width: float,
    length: float,
    forks: int,
) -> list[Branch]:
    """Return a branch and everything that grows out of it."""
    points, widths = [start], [width]
    end_width = max(width * 0.66, TIP) if forks else TIP
    steps = max(2, round(length / STEP))
    for step in range(1, steps + 1):
        angle += random.uniform(-habit.wobble, habit.wobble)
        x, y = points[-1]
        reach = length / steps
        points.append(
            (x + reach * math.cos(math.radians(angle)), y + reach * math.sin(math.radians(angle)))
        )
        widths.append(width + (end_width - width) * step / steps)
    found = [Branch(points, widths)]
    if forks:
        for side in (-1, 1):
            turn = side * habit.spread * random.uniform(0.7, 1.2)
            share = habit.shrink * random.uniform(0.8, 1.15)
            found += grow(
                random, habit, points[-1], angle + turn, end_width * 0.92, length * share, forks - 1
            )
    return found


def cell(grid: Grid, centre: Point, angles: Sequence[float], habit: Habit, seed: int) -> Field:
    """Return the field of a cell body with branches leaving at the given angles."""
    random = Random(seed)
    trees = grid.empty()
    for angle in angles:
        length = habit.soma + habit.reach * random.uniform(0.85, 1.15)
        for arm in grow(random, habit, centre, angle, habit.width, length, habit.forks):
            trees = fields.merge(trees, fields.branch(grid, arm.points, arm.widths), 1.5)
    body = fields.disc(grid, centre, habit.soma)
    return fields.merge(body, trees, habit.fillet * habit.soma)


def cell_path(centre: Point, angles: Sequence[float], habit: Habit, seed: int) -> Path:
    """Return the outline of a cell on its own, sampled just around it."""
    far = habit.soma + habit.reach * 3.2
    grid = Grid(centre[0] - far, centre[1] - far, centre[0] + far, centre[1] + far, 0.5)
    return fields.contour(grid, fields.blur(cell(grid, centre, angles, habit, seed), 2), 0, 0.12)
