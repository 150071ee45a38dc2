"""Places on a page: coordinate systems, and the box around what a path draws."""

from __future__ import annotations

from typing import Any

from rst2pdf_tagged.verify.access import Box

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
# Operators that draw a path: of points, and of a rectangle's corner and size (ISO 32000-1, 8.5.2).
PATH, RECTANGLE = {"m", "l", "c", "v", "y"}, "re"


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does *first* and then *second*."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + m),
    )


def at(point: Point, matrix: Matrix) -> Point:
    """Return where *point* lies on the page."""
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def around(points: list[Point], matrix: Matrix = IDENTITY) -> Box | None:
    """Return the box around *points*, once they are on the page; of none, ``None``."""
    if not points:
        return None
    placed = points if matrix is IDENTITY else [at(point, matrix) for point in points]
    xs, ys = zip(*placed, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def union(boxes: list[Box]) -> Box | None:
    """Return the box around all *boxes*; of none, ``None``."""
    return around([corner for box in boxes for corner in (box[:2], box[2:])])


def middle(box: Box) -> Point:
    """Return the point in the middle of *box*."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def holds(box: Box, point: Point, room: float = 0) -> bool:
    """Return whether *point* is in *box* or not more than *room* points away from it."""
    x, y = point
    return box[0] - room <= x <= box[2] + room and box[1] - room <= y <= box[3] + room


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes share any point."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


class Shape:
    """The path that is being drawn, on the page."""

    def __init__(self) -> None:
        self.points: list[Point] = []

    def draw(self, operator: str, operands: list[Any], matrix: Matrix) -> None:
        """Draw on; an operator that draws nothing is passed over."""
        if operator == RECTANGLE:
            x, y, width, height = map(float, operands)
            numbers = [x, y, x + width, y + height, x + width, y, x, y + height]
        elif operator in PATH:
            numbers = [float(value) for value in operands]
        else:
            return
        # As "at" does; drawings are most of what there is to read.
        a, b, c, d, e, f = matrix
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        self.points += [(a * x + c * y + e, b * x + d * y + f) for x, y in pairs]

    def take(self) -> Box | None:
        """Return the box around what has been drawn, and begin anew."""
        points, self.points = self.points, []
        return around(points)
