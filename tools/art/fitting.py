"""Fit few smooth curves to a dense outline (after Schneider, Graphics Gems, 1990)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tools.art.paths import Path, Point

Points = NDArray[np.float64]
SMOOTHING = (0.25, 0.5, 0.25)
START_PIECES = 4  # a closed loop is first cut into so many arcs


def fit_loop(points: Sequence[Point], error: float = 0.22) -> Path:
    """Return a closed smooth path within the error of the points."""
    loop = _smooth(np.array(points), 2)
    count = len(loop)
    cuts = [count * i // START_PIECES for i in range(START_PIECES)]
    path = Path().move(*_point(loop[cuts[0]]))
    for i, start in enumerate(cuts):
        stop = cuts[i + 1] if i + 1 < START_PIECES else count
        piece = loop[[k % count for k in range(start, stop + 1)]]
        _fit(path, piece, _tangent(loop, start), -_tangent(loop, stop % count), error)
    return path.close()


def _fit(path: Path, points: Points, first: Points, last: Points, error: float) -> None:
    """Add curves through the points, halving where one curve is not enough."""
    spread = _by_length(points)
    control = _solve(points, spread, first, last)
    misses = np.hypot(*(_at(control, spread) - points).T)
    worst = int(misses.argmax())
    if misses[worst] <= error or len(points) < 4:
        path.curve(*(_point(p) for p in control[1:]))
        return
    worst = min(max(worst, 1), len(points) - 2)
    middle = _tangent(points, worst, closed=False)
    _fit(path, points[: worst + 1], first, -middle, error)
    _fit(path, points[worst:], middle, last, error)


def _solve(points: Points, spread: Points, first: Points, last: Points) -> Points:
    """Return the four control points of the best curve with the given end directions."""
    start, end = points[0], points[-1]
    t = spread[:, None]
    b0, b1, b2, b3 = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    a1, a2 = b1 * first, b2 * last
    rest = points - start * (b0 + b1) - end * (b2 + b3)
    c11, c12, c22 = (a1 * a1).sum(), (a1 * a2).sum(), (a2 * a2).sum()
    x1, x2 = (a1 * rest).sum(), (a2 * rest).sum()
    determinant = c11 * c22 - c12 * c12
    chord = float(np.hypot(*(end - start)))
    one = two = chord / 3
    if abs(determinant) > 1e-9:
        first_try = (x1 * c22 - x2 * c12) / determinant
        second_try = (c11 * x2 - c12 * x1) / determinant
        if min(first_try, second_try) > chord * 0.05 and max(first_try, second_try) < chord * 3:
            one, two = first_try, second_try
    return np.array([start, start + first * one, end + last * two, end])


def _at(control: Points, spread: Points) -> Points:
    t = spread[:, None]
    p, q, r, s = control
    rest = 1 - t
    return np.asarray(p * rest**3 + q * 3 * t * rest**2 + r * 3 * t * t * rest + s * t**3)


def _by_length(points: Points) -> Points:
    """Return for each point its share of the way along."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    way = np.concatenate([[0.0], np.cumsum(steps)])
    return way / (way[-1] or 1)


def _tangent(points: Points, index: int, closed: bool = True) -> Points:
    """Return the unit direction at a point from its neighbours."""
    count, span = len(points), 2
    if closed:
        step = points[(index + span) % count] - points[index - span]
    else:
        step = points[min(index + span, count - 1)] - points[max(index - span, 0)]
    return np.asarray(step / (np.hypot(*step) or 1))


def _smooth(loop: Points, passes: int) -> Points:
    """Return a closed loop with the steps of the sampling grid worn off."""
    before, here, after = SMOOTHING
    for _ in range(passes):
        loop = before * np.roll(loop, 1, 0) + here * loop + after * np.roll(loop, -1, 0)
    return loop


def _point(values: Points) -> Point:
    return float(values[0]), float(values[1])
