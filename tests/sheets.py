"""Looks at sheets of paper: where there is ink, and what stands on which half."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pdfplumber
import pypdfium2

if TYPE_CHECKING:
    from pathlib import Path

# Most printers leave a quarter of an inch white at the edges of a sheet (points).
UNPRINTABLE = 18


@dataclass(frozen=True)
class Side:
    """The words on the two halves of one side of a sheet."""

    left: str
    right: str


def sides_of(path: Path) -> list[Side]:
    """Return what stands on each side of the sheets in the PDF at *path*."""
    with pdfplumber.open(path) as file:
        return [
            Side(
                page.crop((0, 0, page.width / 2, page.height)).extract_text(),
                page.crop((page.width / 2, 0, page.width, page.height)).extract_text(),
            )
            for page in file.pages
        ]


def too_close_to_the_edge(path: Path, margin: float = UNPRINTABLE) -> list[int]:
    """Return the numbers, from 1, of the pages with ink within *margin* points of an edge."""
    file = pypdfium2.PdfDocument(path)
    return [number for number, page in enumerate(file, start=1) if _inked(page, margin)]


def _inked(page: pypdfium2.PdfPage, margin: float) -> bool:
    scale = 2
    dark = page.render(scale=scale, grayscale=True).to_numpy().squeeze() < 255
    # A pixel that the margin's line goes through belongs to what is inside.
    wide = int(margin * scale)
    dark[wide:-wide, wide:-wide] = False
    return bool(np.any(dark))
