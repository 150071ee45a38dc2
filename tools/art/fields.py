"""Organic outlines from distance fields.

A field holds, for every cell of a grid, the signed distance to a shape: below
zero inside, above zero outside. Fields merge with soft corners, so branches
flow into cell bodies as living tissue does; a contour turns a field into a path.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tools.art.fitting import fit_loop
from tools.art.paths import Path, Point, join

Field = NDArray[np.float64]
FAR = 1e3  # stands for "nowhere near"


@dataclass(frozen=True)
class Grid:
    """A rectangle of sample points."""

    left: float
    top: float
    right: float
    bottom: float
    step: float = 1.0

    @property
    def xs(self) -> Field:
        """Return the x of every column."""
        return np.arange(self.left, self.right + self.step, self.step)

    @property
    def ys(self) -> Field:
        """Return the y of every row."""
        return np.arange(self.top, self.bottom + self.step, self.step)

    def mesh(self) -> tuple[Field, Field]:
        """Return x and y of every point."""
        x, y = np.meshgrid(self.xs, self.ys)
        return x, y

    def empty(self) -> Field:
        """Return the field of no shape at all."""
        return np.full((len(self.ys), len(self.xs)), FAR)


def merge(first: Field, second: Field, soft: float = 0) -> Field:
    """Return the union; soft is the size of the fillet where shapes meet."""
    if soft <= 0:
        return np.minimum(first, second)
    near = np.maximum(soft - np.abs(first - second), 0) / soft
    return np.asarray(np.minimum(first, second) - near * near * soft / 4)


def cut(first: Field, second: Field, soft: float = 0) -> Field:
    """Return the first shape without the second."""
    return -merge(-first, second, soft)


def disc(grid: Grid, centre: Point, radius: float) -> Field:
    """Return the field of a disc."""
    x, y = grid.mesh()
    return np.hypot(x - centre[0], y - centre[1]) - radius


def branch(grid: Grid, points: Sequence[Point], widths: Sequence[float]) -> Field:
    """Return the field of a tapering band along the points (widths are full widths)."""
    found = grid.empty()
    for (p, q), (a, b) in zip(pairwise(points), pairwise(widths), strict=True):
        _cone(grid, found, p, q, a / 2, b / 2)
    return found


def polygon(grid: Grid, points: Sequence[Point]) -> Field:
    """Return the field of a closed polygon; give many points for a smooth shape."""
    x, y = grid.mesh()
    distance, inside = grid.empty(), np.zeros(x.shape, dtype=bool)
    for p, q in zip(points, [*points[1:], points[0]], strict=True):
        _cone(grid, distance, p, q, 0, 0, reach=None)
        if p[1] != q[1]:
            cross = p[0] + (y - p[1]) / (q[1] - p[1]) * (q[0] - p[0])
            inside ^= ((y < p[1]) != (y < q[1])) & (x < cross)
    return np.where(inside, -distance, distance)


def blur(field: Field, passes: int = 1) -> Field:
    """Return the field with its creases softened."""
    for _ in range(passes):
        for axis in (0, 1):
            before, after = np.roll(field, 1, axis), np.roll(field, -1, axis)
            field = (before + 2 * field + after) / 4
    return field


def contour(
    grid: Grid, field: Field, level: float = 0, error: float = 0.22, least: float = 8
) -> Path:
    """Return the smooth outline of a field, without specks smaller than least units."""
    found = []
    for loop in _loops(grid, field - level):
        spans = np.ptp(np.array(loop), axis=0)
        if max(spans) >= least and len(loop) > 8:
            found.append(fit_loop(loop, error))
    return join(found)


def _cone(
    grid: Grid, into: Field, p: Point, q: Point, rp: float, rq: float, reach: float | None = 40.0
) -> None:
    """Lower a field to the distance from one tapering piece, looking only so far."""
    rows, columns = slice(None), slice(None)
    if reach is not None:
        far = reach + max(rp, rq)
        columns = _window(grid.xs, min(p[0], q[0]) - far, max(p[0], q[0]) + far)
        rows = _window(grid.ys, min(p[1], q[1]) - far, max(p[1], q[1]) + far)
    x, y = np.meshgrid(grid.xs[columns], grid.ys[rows])
    dx, dy = q[0] - p[0], q[1] - p[1]
    t = np.clip(((x - p[0]) * dx + (y - p[1]) * dy) / (dx * dx + dy * dy or 1), 0, 1)
    distance = np.hypot(x - p[0] - t * dx, y - p[1] - t * dy) - (rp + (rq - rp) * t)
    into[rows, columns] = np.minimum(into[rows, columns], distance)


def _window(values: Field, low: float, high: float) -> slice:
    return slice(int(np.searchsorted(values, low)), int(np.searchsorted(values, high, "right")))


def _loops(grid: Grid, field: Field) -> list[list[Point]]:
    """Return the closed zero lines of a field (marching squares)."""
    padded = np.pad(field, 1, constant_values=abs(FAR))
    padded = np.where(padded == 0, 1e-9, padded)
    links = _links(padded)
    loops = []
    while links:
        start = here = next(iter(links))
        keys = []
        while here in links:
            keys.append(here)
            here = links.pop(here)
        if here == start:
            loops.append([_crossing(grid, padded, key) for key in keys])
    return loops


Edge = tuple[int, int, int]  # row, column, and 0 for the edge to the right, 1 downwards


def _links(field: Field) -> dict[Edge, Edge]:
    """Return, for each crossed cell edge, the next one with the inside on the left."""
    inside = field < 0
    corners = inside[:-1, :-1] * 1 + inside[:-1, 1:] * 2 + inside[1:, 1:] * 4 + inside[1:, :-1] * 8
    links: dict[Edge, Edge] = {}
    for row, column in np.argwhere((corners > 0) & (corners < 15)).tolist():
        edges = {
            "t": (row, column, 0),
            "r": (row, column + 1, 1),
            "b": (row + 1, column, 0),
            "l": (row, column, 1),
        }
        for pair in _TURNS[int(corners[row, column])]:
            links[edges[pair[0]]] = edges[pair[1]]
    return links


_TURNS = {
    1: ["tl"],
    2: ["rt"],
    3: ["rl"],
    4: ["br"],
    5: ["tl", "br"],
    6: ["bt"],
    7: ["bl"],
    8: ["lb"],
    9: ["tb"],
    10: ["rt", "lb"],
    11: ["rb"],
    12: ["lr"],
    13: ["tr"],
    14: ["lt"],
}


def _crossing(grid: Grid, field: Field, edge: Edge) -> Point:
    """Return where the zero line crosses a cell edge of the padded field."""
    row, column, down = edge
    a = field[row, column]
    b = field[row + down, column + 1 - down]
    share = a / (a - b)
    x = column + (0 if down else share)
    y = row + (share if down else 0)
    return grid.left + (x - 1) * grid.step, grid.top + (y - 1) * grid.step
