"""Finds the square codes (QR) on printed pages, as a phone does, and measures them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import zxingcpp

if TYPE_CHECKING:
    from pathlib import Path

DPI = 200
MM = DPI / 25.4
# What a length may be measured wrong by (millimetres).
PIXEL = 1 / MM
# Looking for every other kind of code too would take twelve times as long.
KINDS = [zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.MicroQRCode]
# A code is so many modules wide (ISO/IEC 18004, 5.3.1), and an eye in its corner so many.
LEAST, STEP = 17, 4
EYE = 7


@dataclass(frozen=True)
class Code:
    """A code on a page.

    :ivar page: its number, from 1.
    :ivar level: how much of it may be lost: L, M, Q or H.
    :ivar box: left, top, right and bottom edge in points from the page's top left corner.
    :ivar width: in millimetres; :ivar count: in modules; :ivar module: width of one.
    :ivar quiet: how many modules wide it is white around it, up to 4.
    """

    page: int
    text: str
    level: str
    box: tuple[float, float, float, float]
    width: float
    count: int
    quiet: int

    @property
    def module(self) -> float:
        return self.width / self.count


@cache
def codes_in(path: Path) -> list[Code]:
    """Return the codes on all pages of the PDF at *path*."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(path), start=1):
        shades = page.render(scale=DPI / 72, grayscale=True).to_numpy().squeeze()
        codes = zxingcpp.read_barcodes(shades, formats=KINDS)
        found += [_measured(number, code, shades) for code in codes]
    return found


def _measured(number: int, code: zxingcpp.Barcode, shades: np.ndarray) -> Code:
    dark = shades < 128
    corners = [(p.x, p.y) for p in (code.position.top_left, code.position.bottom_right)]
    (left, top), (right, bottom) = corners
    # The reader's corners may be a pixel off; the eyes' outer edges are the code's.
    left, right = _grown(dark[top + 1 : bottom, :].any(axis=0), left + 2, right - 2)
    top, bottom = _grown(dark[:, left : right + 1].any(axis=1), top + 2, bottom - 2)
    width = right + 1 - left
    eye = int(np.argmin(dark[top + 1, left : right + 1]))
    count = LEAST + STEP * round((width / eye * EYE - LEAST) / STEP)
    return Code(
        number,
        code.text,
        code.ec_level,
        tuple(edge * 72 / DPI for edge in (left, top, right + 1, bottom + 1)),
        width / MM,
        count,
        _quiet(dark, (left, top, right, bottom), width / count),
    )


def _grown(inked: np.ndarray, first: int, last: int) -> tuple[int, int]:
    """Return where the ink that begins at *first* and ends at *last* truly begins and ends."""
    while inked[first - 1]:
        first -= 1
    while inked[last + 1]:
        last += 1
    return first, last


def _quiet(dark: np.ndarray, box: tuple[int, int, int, int], module: float) -> int:
    left, top, right, bottom = box
    for modules in range(4, 0, -1):
        wide = int(modules * module)
        around = dark[top - wide : bottom + 1 + wide, left - wide : right + 1 + wide].copy()
        around[wide:-wide, wide:-wide] = False
        if not around.any():
            return modules
    return 0
