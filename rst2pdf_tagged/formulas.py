"""Formulas, which rst2pdf draws with matplotlib, if that is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rst2pdf.math_flowable import Math

from rst2pdf_tagged.pictures import shift, within

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


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
        # Sphinx adds empty lines; rst2pdf refuses formulas of several lines.
        super().__init__(source.strip(), label, style)
        if hasattr(self, "parser"):
            self.parser = FiveFields(self.parser)

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw as what it is to a reader."""
        self.width, self.height = self.wrap(0, 0)
        with within(canvas, self, x + shift(self) * _sW, y, "Formula"):
            super().drawOn(canvas, x, y, _sW)
