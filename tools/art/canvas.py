"""A sheet to draw on, limited to what browsers and svglib draw alike.

Only paths, circles and rectangles in flat palette colours are written. There
is no text, gradient, opacity, clip or transform, because the PDF renderer drops
or distorts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as File
from xml.sax.saxutils import escape

from tools.art import lettering
from tools.art.errors import DrawingError
from tools.art.palette import COLOURS, INK, MINIMUM_TEXT
from tools.art.paths import Path, Point, number, polyline

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """A text on the sheet, its size and edges in units, and its element in the file.

    The file holds only outlines, from which no size can be read any more.
    """

    text: str
    size: float
    box: Box
    element: str


class Canvas:
    """Collect shapes, refuse what would not print, and write the SVG file."""

    def __init__(self, width: float, height: float, title: str, unit: str = "") -> None:
        self.width, self.height, self.title, self.unit = width, height, title, unit
        self._shapes: list[str] = []
        self.labels: list[Label] = []

    def path(
        self,
        path: Path,
        fill: str = "none",
        stroke: str = "none",
        width: float = 0,
        dash: Sequence[float] = (),
        cap: str = "round",
        even_odd: bool = False,
    ) -> None:
        """Draw a path; fill and stroke are palette colours or "none"."""
        self._check(path.bounds(), width if stroke != "none" else 0)
        rule = ' fill-rule="evenodd"' if even_odd else ""
        self._add(f'path d="{path.data()}"{rule}', fill, stroke, width, dash, cap)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str = "none",
        stroke: str = "none",
        width: float = 0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a circle."""
        box = (x - radius, y - radius, x + radius, y + radius)
        self._check(box, width if stroke != "none" else 0)
        place = f'circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
        self._add(place, fill, stroke, width, dash)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str = "none",
        stroke: str = "none",
        width: float = 0,
        dash: Sequence[float] = (),
        radius: float = 0,
    ) -> None:
        """Draw a rectangle, with round corners when radius is given."""
        self._check((x, y, x + w, y + h), width if stroke != "none" else 0)
        place = f'rect x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"'
        corner = f' rx="{number(radius)}"' if radius else ""
        self._add(place + corner, fill, stroke, width, dash)

    def line(
        self,
        points: Sequence[Point],
        stroke: str = INK,
        width: float = 2.4,
        dash: Sequence[float] = (),
        cap: str = "round",
    ) -> None:
        """Draw straight lines through the points."""
        self.path(polyline(points), "none", stroke, width, dash, cap)

    def polygon(
        self, points: Sequence[Point], fill: str = "none", stroke: str = "none", width: float = 0
    ) -> None:
        """Draw a closed shape with straight sides."""
        self.path(polyline(points, closed=True), fill, stroke, width)

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float = MINIMUM_TEXT,
        weight: str = "regular",
        anchor: str = "start",
        fill: str = INK,
        turn: float = 0,
    ) -> None:
        """Draw text as outlines; y is the first baseline, turn is in degrees."""
        if size < MINIMUM_TEXT:
            raise DrawingError(f"{text!r} is {size} units; the least is {MINIMUM_TEXT:g}.")
        path = lettering.outlines(text, x, y, size, weight, anchor)
        path = path.turned(turn, about=(x, y)) if turn else path
        self._keep_apart(text, path.bounds())
        self.path(path, fill)
        self.labels.append(Label(text, size, path.bounds(), self._shapes[-1]))

    def svg(self) -> str:
        """Return the whole file as text."""
        size = f'width="{number(self.width)}" height="{number(self.height)}"'
        view = f'viewBox="0 0 {number(self.width)} {number(self.height)}"'
        outside = size.replace('" ', f'{self.unit}" ')[:-1] + f'{self.unit}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {outside} {view} role="img">'
        sheet = f'<rect x="0" y="0" {size} fill="none"/>'
        title = f"<title>{escape(self.title)}</title>"
        return "\n".join([head, title, sheet, *self._shapes, "</svg>", ""])

    def write(self, file: File) -> None:
        """Write the SVG file."""
        file.write_text(self.svg(), encoding="utf-8", newline="\n")

    def _add(
        self,
        place: str,
        fill: str,
        stroke: str,
        width: float,
        dash: Sequence[float] = (),
        cap: str = "round",
    ) -> None:
        for colour in {fill, stroke} - {"none"}:
            if colour not in COLOURS:
                raise DrawingError(f"{colour} is not in the palette.")
        line = f' stroke="{stroke}" stroke-width="{number(width)}"' if stroke != "none" else ""
        if line:
            line += f' stroke-linecap="{cap}" stroke-linejoin="round"'
        if line and dash:
            line += f' stroke-dasharray="{" ".join(map(number, dash))}"'
        self._shapes.append(f'<{place} fill="{fill}"{line}/>')

    def _check(self, box: Box, stroke: float) -> None:
        """Refuse shapes past the edge: the PDF renderer would shrink the picture."""
        left, top, right, bottom = box
        edge, slack = stroke / 2, 0.06
        inside = min(left, top) - edge >= -slack
        if not (
            inside and right + edge <= self.width + slack and bottom + edge <= self.height + slack
        ):
            where = ", ".join(map(number, box))
            raise DrawingError(f"A shape at {where} leaves the sheet of “{self.title}”.")

    def _keep_apart(self, text: str, box: Box) -> None:
        """Refuse labels that touch, which longer translations easily do."""
        for other in self.labels:
            left, top, right, bottom = other.box
            if box[0] < right and left < box[2] and box[1] < bottom and top < box[3]:
                raise DrawingError(f"The labels {text!r} and {other.text!r} touch; shorten one.")
