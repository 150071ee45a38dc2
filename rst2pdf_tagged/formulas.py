"""Formulas, which rst2pdf draws with matplotlib, if that is installed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rst2pdf.math_flowable import Math, enclose

from rst2pdf_tagged.errors import PdfBuildError
from rst2pdf_tagged.pictures import shift, within

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


# What parts several formulas in one.
SEVERAL = re.compile(r"\n\s*\n")


class FiveFields:
    """A parser whose glyphs have the five fields that rst2pdf unpacks; newer ones have six.

    :param parser: matplotlib's.
    """

    def __init__(self, parser: Any) -> None:
        self._parser = parser

    def parse(self, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
        """Return width, height, depth, glyphs and rectangles of a formula."""
        *size, glyphs, rectangles = self._parser.parse(*args, **kwargs)
        # Font, size and character; then, last of all, the place.
        return (*size, [(*glyph[:3], *glyph[-2:]) for glyph in glyphs], rectangles)


class Formula(Math):
    """A formula, as a flowable of its own or as a picture in a line of text."""

    parser: Any

    def __init__(self, source: str, label: str | None = None, style: Any = None) -> None:
        if SEVERAL.search(source.strip()):
            raise PdfBuildError("rst2pdf draws a formula in one line; make a formula of each part")
        # To TeX, the end of a line is a space; to rst2pdf, a fault.
        super().__init__(" ".join(source.split()), label, style)
        if hasattr(self, "parser"):
            self.parser = FiveFields(self.parser)
            self._require_readable()

    def _require_readable(self) -> None:
        try:
            self.parser.parse(enclose(self.s))
        except ValueError as error:
            raise PdfBuildError(
                f"matplotlib cannot draw the formula '{self.s}'; write it with commands that it "
                "knows or use a picture"
            ) from error

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw as what it is to a reader."""
        self.width, self.height = self.wrap(0, 0)
        with within(canvas, self, x + shift(self) * _sW, y, "Formula"):
            super().drawOn(canvas, x, y, _sW)
