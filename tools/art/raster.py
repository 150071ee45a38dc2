"""A drawing as a picture of pixels, for those who show no SVG: messengers, above all."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg

from tools.art.canvas import Canvas

# Enough for the palette and the edges between its colours.
COLOURS = 96


def pixels(canvas: Canvas) -> Image.Image:
    """Return the drawing with one pixel for each unit of its canvas."""
    printed = renderPDF.drawToString(svg2rlg(io.StringIO(canvas.svg())))
    page = pypdfium2.PdfDocument(printed)[0]
    size = round(canvas.width), round(canvas.height)
    # Twice as fine first, so that thin lines come out even.
    fine = page.render(scale=2 * canvas.width / page.get_width()).to_pil()
    return fine.convert("RGB").resize(size, Image.Resampling.BOX)


def write_png(canvas: Canvas, file: Path) -> None:
    """Write the drawing as a PNG file with few colours, and so of few bytes."""
    few = pixels(canvas).quantize(COLOURS, kmeans=8, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
