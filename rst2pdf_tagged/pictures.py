"""SVG pictures at the size they say, cut at their own edge; pictures as links.

rst2pdf measures what is painted instead of the canvas, so that one stroke over the edge
shrinks the whole picture (rst2pdf #1173).
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.platypus import Flowable
from rst2pdf.image import MyImage
from rst2pdf.svgimage import SVGImage
from svglib.svglib import svg2rlg

from rst2pdf_tagged.canvas import TaggedCanvas
from rst2pdf_tagged.drawings import keep
from rst2pdf_tagged.errors import PdfBuildError

if TYPE_CHECKING:
    from typing import Any

    from reportlab.graphics.shapes import Drawing
    from reportlab.pdfgen.canvas import Canvas

# By ReportLab's names and numbers of sides.
SHIFTS = {"CENTER": 0.5, "CENTRE": 0.5, TA_CENTER: 0.5, "RIGHT": 1.0, TA_RIGHT: 1.0}

# What sums of lengths may be wrong by (points).
ROUNDING = 1e-6

_wrap = MyImage.wrap


def wrap_picture(picture: MyImage, width: float, height: float) -> tuple[float, float]:
    """Measure a picture; in a figure, rounding leaves a hair too little room for it.

    rst2pdf would warn that it has made the picture smaller.
    """
    size: tuple[float, float] = _wrap(picture, width, height + ROUNDING)
    return size


@lru_cache(maxsize=64)
def read_svg(path: str, modified: int) -> Drawing:
    """Return the drawing in the SVG file at *path*.

    :param modified: the file's time stamp, so that an edited file is read again.
    :raises PdfBuildError: the file is no drawing with a width and a height.
    """
    drawing = svg2rlg(path)
    if drawing is None or not drawing.width or not drawing.height:
        raise PdfBuildError(
            "this file cannot be read as an SVG picture; export it again from the drawing program",
            path,
        )
    return keep(drawing)


class SvgPicture(SVGImage):
    """An SVG file as a flowable; the canvas (``viewBox``) is what is measured and shown."""

    def __init__(
        self,
        filename: str,
        width: float | None = None,
        height: float | None = None,
        kind: str = "direct",
        *ignored: Any,
        **options: Any,
    ) -> None:
        Flowable.__init__(self)  # the parent's constructor measures wrongly
        self.doc = read_svg(filename, Path(filename).stat().st_mtime_ns)
        self._w, self._h = self.doc.width, self.doc.height
        self.imageWidth = self._w
        self.imageHeight = self._h
        self.drawWidth = width or self._w
        self.drawHeight = height or self._h
        if kind in ("bound", "proportional"):
            factor = min(self.drawWidth / self._w, self.drawHeight / self._h)
            self.drawWidth, self.drawHeight = self._w * factor, self._h * factor

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw with nothing outside the picture's own rectangle."""
        x += shift(self) * _sW
        canvas.saveState()
        edge = canvas.beginPath()
        edge.rect(x, y, self.drawWidth, self.drawHeight)
        canvas.clipPath(edge, stroke=0, fill=0)
        super().drawOn(canvas, x, y)
        canvas.restoreState()


class LinkingPicture(MyImage):
    """A picture whose ``:target:`` may be in the same file, which rst2pdf forgets."""

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw, and lay a link inside the file over the picture."""
        node = getattr(self, "rst_node", None)
        name = node.parent.get("refid") if node is not None else None
        left = x + shift(self.image) * _sW
        with within(canvas, self, left, y, "Figure"):
            if name:
                right, top = left + self.image.drawWidth, y + self.image.drawHeight
                canvas.linkRect("", name, (left, y, right, top), relative=1, thickness=0)
            super().drawOn(canvas, x, y, _sW)


def within(
    canvas: Canvas, flowable: Flowable, x: float, y: float, tag: str
) -> AbstractContextManager[None]:
    """Return a block in which a picture or formula is drawn as what it is to a reader."""
    if isinstance(canvas, TaggedCanvas):
        return canvas.picture(flowable, x, y, tag)
    return nullcontext()


def shift(flowable: Flowable) -> float:
    """Return which part of the free room is to the left of *flowable*."""
    return SHIFTS.get(getattr(flowable, "hAlign", ""), 0)
