"""Vector paths that can be moved, turned, measured and written as SVG."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

Point = tuple[float, float]
Segment = tuple[str, tuple[Point, ...]]  # letter M, L, Q, C or Z, then its points
NOTATION: Final = re.compile(r"[MLQCZ]|-?\d+(?:\.\d+)?")
POINTS_OF: Final = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}


@dataclass
class Path:
    """A list of segments; every drawing method returns the path itself."""

    segments: list[Segment] = field(default_factory=list)

    def move(self, x: float, y: float) -> Path:
        """Start a new piece."""
        return self._add("M", (x, y))

    def line(self, *points: Point) -> Path:
        """Add straight lines through the points."""
        for point in points:
            self._add("L", point)
        return self

    def quad(self, control: Point, end: Point) -> Path:
        """Add a curve with one control point."""
        return self._add("Q", control, end)

    def curve(self, first: Point, second: Point, end: Point) -> Path:
        """Add a curve with two control points."""
        return self._add("C", first, second, end)

    def arc(self, centre: Point, radius: float, start: float, stop: float) -> Path:
        """Add a circle arc between two angles in degrees, clockwise when stop > start."""
        parts = max(1, math.ceil(abs(stop - start) / 90 - 1e-9))
        step = math.radians((stop - start) / parts)
        control = 4 / 3 * math.tan(step / 4) * radius
        angle = math.radians(start)
        for _ in range(parts):
            self._add("C", *_arc_points(centre, radius, angle, angle + step, control))
            angle += step
        return self

    def close(self) -> Path:
        """Join the end of the piece to its start."""
        return self._add("Z")

    def extend(self, other: Path) -> Path:
        """Add all pieces of another path."""
        self.segments.extend(other.segments)
        return self

    def map(self, change: Callable[[Point], Point]) -> Path:
        """Return a copy with every point changed."""
        return Path([(letter, tuple(map(change, points))) for letter, points in self.segments])

    def moved(self, dx: float, dy: float) -> Path:
        """Return a copy shifted by dx, dy."""
        return self.map(lambda p: (p[0] + dx, p[1] + dy))

    def scaled(self, sx: float, sy: float | None = None, about: Point = (0, 0)) -> Path:
        """Return a copy scaled about a point (negative values mirror)."""
        (x, y), fy = about, sx if sy is None else sy
        return self.map(lambda p: (x + (p[0] - x) * sx, y + (p[1] - y) * fy))

    def turned(self, degrees: float, about: Point = (0, 0)) -> Path:
        """Return a copy turned clockwise about a point."""
        (x, y), angle = about, math.radians(degrees)
        cos, sin = math.cos(angle), math.sin(angle)
        return self.map(
            lambda p: (
                x + (p[0] - x) * cos - (p[1] - y) * sin,
                y + (p[0] - x) * sin + (p[1] - y) * cos,
            )
        )

    def points(self, steps: int = 8) -> list[Point]:
        """Return points along the path, curves cut into so many steps."""
        found: list[Point] = []
        for letter, pts in self.segments:
            if letter in "ML":
                found.extend(pts)
            elif pts:
                found.extend(_along((found[-1], *pts), steps))
        return found

    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of the drawn line."""
        xs, ys = zip(*self.points(), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def data(self) -> str:
        """Return compact SVG path data: relative, one decimal."""
        return "".join(_write(self.segments))

    def _add(self, letter: str, *points: Point) -> Path:
        self.segments.append((letter, points))
        return self


def polyline(points: Sequence[Point], closed: bool = False) -> Path:
    """Return straight lines through the points."""
    path = Path().move(*points[0]).line(*points[1:])
    return path.close() if closed else path


def shape(notation: str) -> Path:
    """Return the path written as in SVG, absolute M, L, Q, C and Z only."""
    path, tokens = Path(), NOTATION.findall(notation)
    letter, at = "M", 0
    while at < len(tokens):
        if tokens[at] in POINTS_OF:
            letter, at = tokens[at], at + 1
        count = POINTS_OF[letter]
        numbers = [float(token) for token in tokens[at : at + 2 * count]]
        path.segments.append((letter, tuple(zip(numbers[::2], numbers[1::2], strict=True))))
        at += 2 * count
    return path


def join(paths: Iterable[Path]) -> Path:
    """Return one path holding all pieces."""
    whole = Path()
    for path in paths:
        whole.extend(path)
    return whole


def _arc_points(
    centre: Point, radius: float, a: float, b: float, control: float
) -> tuple[Point, Point, Point]:
    (x, y), ca, sa, cb, sb = centre, math.cos(a), math.sin(a), math.cos(b), math.sin(b)
    end = (x + radius * cb, y + radius * sb)
    first = (x + radius * ca - control * sa, y + radius * sa + control * ca)
    return first, (end[0] + control * sb, end[1] - control * cb), end


def _along(pts: Sequence[Point], steps: int) -> list[Point]:
    """Return points on a curve by repeated halving between its control points."""
    found = []
    for step in range(1, steps + 1):
        level, t = list(pts), step / steps
        while len(level) > 1:
            level = [
                (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t) for p, q in pairwise(level)
            ]
        found.append(level[0])
    return found


def _write(segments: Iterable[Segment]) -> Iterable[str]:
    """Yield path data in tenths, each segment relative to the rounded point before."""
    here = start = (0, 0)
    for letter, points in segments:
        if letter == "Z":
            here = start
            yield "z"
            continue
        tenths = [(round(x * 10), round(y * 10)) for x, y in points]
        if letter == "M":
            start = tenths[0]
        shift = (0, 0) if letter == "M" else here
        numbers = [n - s for pair in tenths for n, s in zip(pair, shift, strict=True)]
        here = tenths[-1]
        if letter == "M":
            yield "M" + _numbers(numbers)
        elif letter == "L" and 0 in numbers:
            yield _straight(*numbers)
        elif any(numbers):
            yield letter.lower() + _numbers(numbers)


def _straight(dx: int, dy: int) -> str:
    """Return a level or upright line in its short form."""
    if dy:
        return "v" + _numbers([dy])
    return "h" + _numbers([dx]) if dx else ""


def _numbers(tenths: Iterable[int]) -> str:
    text = " ".join(number(n / 10) for n in tenths)
    return text.replace(" -", "-")


def number(value: float) -> str:
    """Return a number with at most one decimal and no trailing zero."""
    text = f"{value:.1f}"
    return "0" if text in ("-0.0", "0.0") else text.removesuffix(".0")
