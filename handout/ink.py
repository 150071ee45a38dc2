"""The drawings in the form in which they are printed.

A printer with black toner only renders the drawings' dark teal as a screen of dots, which
makes thin lines and lettering ragged.  On paper it is therefore black; the files, which the
web shows too, stay as they are.
"""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from reportlab.lib import colors
from rst2pdf.image import MyImage
from rst2pdf.svgimage import SVGImage
from svglib.svglib import svg2rlg

from handout.icons import icon_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reportlab.graphics.shapes import Drawing
    from reportlab.platypus import Flowable

INK = colors.HexColor("#12333F")


@lru_cache(maxsize=32)
def icon(name: str) -> Drawing:
    """Return the icon of a kind of call-out, or with this name, as it is printed."""
    return blackened(svg2rlg(str(icon_file(name))))


def blacken_pictures(cells: Iterable[Iterable[Flowable]]) -> None:
    """Make the dark teal black in all pictures in the *cells* of a figure."""
    for cell in chain.from_iterable(cells):
        if isinstance(cell, MyImage) and isinstance(cell.image, SVGImage):
            cell.image.doc = blackened(cell.image.doc)


@lru_cache(maxsize=96)
def blackened(drawing: Drawing) -> Drawing:
    """Return *drawing* as it is printed; it stays as it is for those who share it."""
    printed = black(drawing)
    # Known to the PDF builder: it looks the same in every document.
    printed._unchanging = True
    return printed


def black(part: Any) -> Any:
    """Return a copy of a part of a drawing, black where that is painted in its dark teal."""
    printed = copy(part)
    for colour in ("fillColor", "strokeColor"):
        if getattr(part, colour, None) == INK:
            setattr(printed, colour, colors.black)
    if hasattr(part, "contents"):
        printed.contents = [black(inner) for inner in part.contents]
    return printed
