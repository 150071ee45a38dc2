"""Ready-made shapes: splines, ribbons, arrows, signs and badges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from tools.art.canvas import Canvas
from tools.art.palette import AMBER, INK, OUTLINE, WHITE
from tools.art.paths import Path, Point, polyline


def spline(points: Sequence[Point], closed: bool = False, tension: float = 1.0) -> Path:
    """Return a smooth curve through the points (Catmull-Rom)."""
    count = len(points)
    path = Path().move(*points[0])
    for i in range(count if closed else count - 1):
        a, b = points[i], points[(i + 1) % count]
        before = points[i - 1] if closed or i else a
        after = points[(i + 2) % count] if closed or i + 2 < count else b
        k = tension / 6
        first = (a[0] + (b[0] - before[0]) * k, a[1] + (b[1] - before[1]) * k)
        second = (b[0] - (after[0] - a[0]) * k, b[1] - (after[1] - a[1]) * k)
        path.curve(first, second, b)
    return path.close() if closed else path


def rising(points: Sequence[Point]) -> Path:
    """Return a smooth chart line that never overshoots its points (Fritsch-Carlson)."""
    slopes = [(q[1] - p[1]) / (q[0] - p[0]) for p, q in pairwise(points)]
    tangents = [slopes[0], *(_mean_slope(a, b) for a, b in pairwise(slopes)), slopes[-1]]
    path = Path().move(*points[0])
    for (p, q), (m, n) in zip(pairwise(points), pairwise(tangents), strict=True):
        third = (q[0] - p[0]) / 3
        path.curve((p[0] + third, p[1] + m * third), (q[0] - third, q[1] - n * third), q)
    return path


def ribbon(points: Sequence[Point], widths: Sequence[float]) -> Path:
    """Return a limb or branch: a smooth band along the points, as wide as told at each."""
    left, right = [], []
    for i, (x, y) in enumerate(points):
        dx, dy = _direction(points, i)
        half = widths[i] / 2
        left.append((x - dy * half, y + dx * half))
        right.append((x + dy * half, y - dx * half))
    path = spline(left)
    path.extend(_continue(path, spline(right[::-1])))
    return path.close()


def disc(x: float, y: float, radius: float) -> Path:
    """Return a circle as a path."""
    return Path().move(x + radius, y).arc((x, y), radius, 0, 360).close()


def ellipse(x: float, y: float, rx: float, ry: float) -> Path:
    """Return an ellipse."""
    return disc(x, y, rx).scaled(1, ry / rx, (x, y))


def box(x: float, y: float, w: float, h: float, radius: float = 0) -> Path:
    """Return a rectangle with round corners as a path."""
    r = radius
    path = Path().move(x + r, y).line((x + w - r, y)).arc((x + w - r, y + r), r, -90, 0)
    path.line((x + w, y + h - r)).arc((x + w - r, y + h - r), r, 0, 90)
    path.line((x + r, y + h)).arc((x + r, y + h - r), r, 90, 180)
    return path.line((x, y + r)).arc((x + r, y + r), r, 180, 270).close()


def mirrored(path: Path, x: float) -> Path:
    """Return the path mirrored left to right about a vertical line."""
    return path.scaled(-1, 1, (x, 0))


def segment_below(x: float, y: float, radius: float, level: float) -> Path:
    """Return the part of a disc below a level line, ending exactly on its rim."""
    reach = math.degrees(math.asin((level - y) / radius))
    left = (x - radius * math.cos(math.radians(reach)), level)
    path = Path().move(*left).line((2 * x - left[0], level))
    return path.arc((x, y), radius, reach, 180 - reach).close()


def regular(x: float, y: float, radius: float, sides: int, turn: float = -90) -> list[Point]:
    """Return the corners of a regular polygon (six for ketamine)."""
    angles = (math.radians(turn + 360 * i / sides) for i in range(sides))
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]


def hexagon(x: float, y: float, radius: float) -> Path:
    """Return the sign for ketamine."""
    return polyline(regular(x, y, radius, 6), closed=True)


def drop(x: float, y: float, size: float) -> Path:
    """Return a drop or flame shape, tip up, centred on its round part."""
    path = Path().move(x, y - 1.7 * size)
    path.curve((x + 0.45 * size, y - 0.95 * size), (x + size, y - 0.55 * size), (x + size, y))
    path.arc((x, y), size, 0, 180)
    path.curve((x - size, y - 0.55 * size), (x - 0.45 * size, y - 0.95 * size), (x, y - 1.7 * size))
    return path.close()


def gear(x: float, y: float, radius: float, teeth: int = 9, depth: float = 0.2) -> Path:
    """Return a toothed wheel with a round hole; fill it with the even-odd rule."""
    inner, step = radius * (1 - depth), 360 / teeth
    corners: list[Point] = []
    for tooth in range(teeth):
        for share, r in ((-0.29, inner), (-0.19, radius), (0.19, radius), (0.29, inner)):
            angle = math.radians((tooth + share) * step)
            corners.append((x + r * math.cos(angle), y + r * math.sin(angle)))
    return polyline(corners, closed=True).extend(disc(x, y, radius * 0.34))


def arrow(
    canvas: Canvas, start: Point, end: Point, width: float = 4, head: float = 13, colour: str = INK
) -> None:
    """Draw a straight arrow that ends exactly at end."""
    length = math.dist(start, end)
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    base = (end[0] - dx * head, end[1] - dy * head)
    half = head * 0.62
    canvas.line([start, (base[0] + dx, base[1] + dy)], colour, width, cap="butt")
    left = (base[0] - dy * half, base[1] + dx * half)
    canvas.polygon([end, left, (base[0] + dy * half, base[1] - dx * half)], colour)


def plus(canvas: Canvas, x: float, y: float, size: float = 5, width: float = 2.6) -> None:
    """Draw the sign for new; size is half its length."""
    canvas.path(
        Path().move(x - size, y).line((x + size, y)).move(x, y - size).line((x, y + size)),
        stroke=INK,
        width=width,
    )


def plus_badge(canvas: Canvas, x: float, y: float, radius: float = 9.5) -> None:
    """Draw an amber disc with a plus sign."""
    canvas.circle(x, y, radius, AMBER, INK, 2.6)
    plus(canvas, x, y, radius * 0.5)


def number_badge(canvas: Canvas, x: float, y: float, number: int, radius: float = 17) -> None:
    """Draw a step number in white on a dark disc."""
    canvas.circle(x, y, radius, INK, WHITE, 4)
    canvas.text(str(number), x, y + 6.4, 18, "bold", "middle", WHITE)


def leader(canvas: Canvas, points: Sequence[Point], width: float = 1.8) -> None:
    """Draw a label line whose last point is a dot with a white ring."""
    canvas.line(points, INK, width)
    canvas.circle(*points[-1], 4.6, INK, WHITE, 1.8)


def outlined(
    canvas: Canvas, path: Path, fill: str, width: float = OUTLINE, stroke: str = INK
) -> None:
    """Draw overlapping pieces as one shape: stroke all, then fill all."""
    canvas.path(path, stroke=stroke, width=width * 2)
    canvas.path(path, fill)


def _mean_slope(a: float, b: float) -> float:
    """Return the harmonic mean of two slopes, level where the curve turns."""
    return 0.0 if a * b <= 0 else 2 * a * b / (a + b)


def _direction(points: Sequence[Point], i: int) -> Point:
    a, b = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
    length = math.dist(a, b)
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length


def _continue(path: Path, other: Path) -> Path:
    """Return the other path with its first move turned into a line."""
    letter, points = other.segments[0]
    if letter == "M":
        other.segments[0] = ("L", points)
    return other
