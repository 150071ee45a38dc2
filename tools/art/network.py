"""The nerve cells and links that lie over the brain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.art.canvas import Canvas
from tools.art.neurons import Habit, cell_path
from tools.art.palette import AMBER, DEEP, INK, WHITE
from tools.art.paths import Path, Point
from tools.art.shapes import plus_badge

HABIT = Habit(soma=8.4, reach=14, width=5.6, forks=2, spread=30, shrink=0.6, wobble=7)


@dataclass(frozen=True)
class Cell:
    """A nerve cell: where it lies, where its branches leave, how it grows."""

    at: Point
    angles: tuple[float, ...]
    seed: int


@dataclass(frozen=True)
class Link:
    """A link between two cells, bent sideways by so many units."""

    start: int
    end: int
    bend: float
    new: bool = False


CELLS: Sequence[Cell] = (
    Cell((134, 184), (-112, 180, 112), 3),
    Cell((234, 112), (-150, -92, 78), 8),
    Cell((246, 222), (-112, 140), 5),
    Cell((368, 100), (-124, -62, 62), 4),
    Cell((374, 206), (-78, 112), 9),
    Cell((482, 186), (-70, -6, 62), 2),
    Cell((284, 296), (176, 112), 6),
    Cell((430, 246), (-24, 36, 100), 11),
)
LINKS: Sequence[Link] = (
    Link(0, 2, 14),
    Link(1, 3, -20),
    Link(3, 5, -18),
    Link(2, 6, 10),
    Link(4, 7, -8),
    Link(0, 1, -18, True),
    Link(2, 3, -16, True),
    Link(2, 4, 14, True),
    Link(4, 5, 12, True),
    Link(6, 7, 16, True),
)


def link_path(link: Link) -> tuple[Path, Point]:
    """Return the curve of a link and its middle."""
    (ax, ay), (bx, by) = CELLS[link.start].at, CELLS[link.end].at
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    nx, ny = -(by - ay) / length * link.bend, (bx - ax) / length * link.bend
    control = ((ax + bx) / 2 + 2 * nx, (ay + by) / 2 + 2 * ny)
    return Path().move(ax, ay).quad(control, (bx, by)), ((ax + bx) / 2 + nx, (ay + by) / 2 + ny)


def paint(canvas: Canvas, signs: bool = True) -> None:
    """Draw links and cells: every casing first, so that crossings stay clear."""
    links = [(link, link_path(link)[0]) for link in LINKS]
    cells = [(cell, cell_path(cell.at, cell.angles, HABIT, cell.seed)) for cell in CELLS]
    for _, path in cells:
        canvas.path(path, stroke=WHITE, width=5.2)
    for link, path in links:
        canvas.path(path, stroke=WHITE, width=14 if link.new else 8.4)
    for link, path in links:
        _paint_link(canvas, path, link.new)
    for cell, path in cells:
        canvas.path(path, DEEP)
        canvas.circle(*cell.at, 4.2, WHITE)
    for link in LINKS:
        if link.new and signs:
            plus_badge(canvas, *link_path(link)[1], 10)


def _paint_link(canvas: Canvas, path: Path, new: bool) -> None:
    if new:
        canvas.path(path, stroke=INK, width=9.4)
    canvas.path(path, stroke=AMBER if new else DEEP, width=5.8 if new else 3.6)
