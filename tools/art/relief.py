"""The two curves of the timeline picture, for any width of chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.art.canvas import Canvas
from tools.art.palette import AXIS, CLAY, CURVE, CURVE_SECOND, DASH_CURVE, DEEP, INK, PALE, WHITE
from tools.art.paths import Point
from tools.art.shapes import rising

# Height of relief at Start, 2 hours, 1 day, 1, 2, 4 and 8 weeks; 1 is the top of the chart.
KETAMINE = (0.02, 0.5, 0.76, 0.4, 0.15, 0.06, 0.03)
ANTIDEPRESSANT = (0.02, 0.02, 0.03, 0.08, 0.26, 0.54, 0.76)
HOURS_END = 2.3  # the tinted band of hours ends here, counted in ticks
BASE_GAP = 3.0  # keeps the curves clear of the axis


@dataclass(frozen=True)
class Chart:
    """Where the chart lies, and how far apart its ticks are."""

    left: float
    top: float
    bottom: float
    first: float
    pitch: float

    def x(self, tick: float) -> float:
        """Return the place of a tick."""
        return self.first + self.pitch * tick

    def points(self, heights: Sequence[float]) -> list[Point]:
        """Return the points of a curve."""
        tall = self.bottom - self.top
        return [(self.x(i), self.bottom - BASE_GAP - h * tall) for i, h in enumerate(heights)]


def paint(canvas: Canvas, chart: Chart) -> None:
    """Draw band, axes and both curves."""
    band = chart.x(HOURS_END) - chart.first
    canvas.rect(chart.first, chart.top, band, chart.bottom - chart.top, PALE)
    right = chart.x(6) + 16
    canvas.line(
        [(chart.left, chart.top - 4), (chart.left, chart.bottom), (right, chart.bottom)], INK, AXIS
    )
    for tick in range(7):
        canvas.line([(chart.x(tick), chart.bottom), (chart.x(tick), chart.bottom + 6)], INK, AXIS)
    _antidepressant(canvas, chart)
    _ketamine(canvas, chart)


def _antidepressant(canvas: Canvas, chart: Chart) -> None:
    """Draw the dashed curve with square marks."""
    points = chart.points(ANTIDEPRESSANT)
    canvas.path(rising(points), stroke=CLAY, width=CURVE_SECOND, dash=DASH_CURVE, cap="butt")
    for x, y in (points[3], points[5], points[6]):
        canvas.rect(x - 7, y - 7, 14, 14, WHITE, CLAY, 3.6)


def _ketamine(canvas: Canvas, chart: Chart) -> None:
    """Draw the solid curve with round marks, as bold in its fall as in its rise."""
    points = chart.points(KETAMINE)
    canvas.path(rising(points), stroke=WHITE, width=CURVE + 5)
    canvas.path(rising(points), stroke=DEEP, width=CURVE)
    for x, y in points[1:5]:
        canvas.circle(x, y, 7.6, WHITE, DEEP, 4)
