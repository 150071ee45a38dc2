"""Pictures of the printed pages, and where they differ from those before."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import chain
from math import ceil, floor
from threading import Lock
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pypdfium2 import PdfBitmap, PdfPage

# Dots for each point (1/72 inch) of paper: of a picture that is shown, and of one to compare.
SHARP, COARSE = 2.0, 0.5
QUALITY = 92
# Around the line of a typeface, for edges that are smoothed (points).
LINE_ROOM = 1
WHITE = (255, 255, 255, 255)
# PDFium does one thing at a time.
_lock = Lock()


@dataclass(frozen=True)
class Spot:
    """Where pages first differ: the page, from 1, and how far down, from 0 to 1."""

    page: int
    down: float


@dataclass(frozen=True)
class Paper:
    """One printed page: its size in points, and the rows of its coarse picture, top first."""

    width: float
    height: float
    rows: list[bytes] = field(repr=False)


class Pages:
    """The pages of one PDF.

    :param data: the file; :param version: what stands on every page, and differs each time.
    """

    def __init__(self, data: bytes, version: str) -> None:
        self.data = data
        with _lock:
            self._pdf = pypdfium2.PdfDocument(data)
            self.papers = [_paper(page, version) for page in self._pdf]

    def picture(self, number: int) -> bytes:
        """Return the picture of a page, from 1, as JPEG."""
        with _lock:
            image = self._pdf[number - 1].render(scale=SHARP).to_pil()
        file = io.BytesIO()
        # As PNG it would take five times as long; colours as fine as shapes keep letters clean.
        image.save(file, "JPEG", quality=QUALITY, subsampling=0)
        return file.getvalue()

    def first_change(self, before: Pages, titles: Iterable[str] = ()) -> Spot | None:
        """Return where these pages first differ from those *before*, but for the version.

        :param titles: of chapters that have changed: the contents, which tell where the others
            begin, then count only if these do not differ.
        """
        return self._difference(before, self._of(titles)) or self._difference(before)

    def _of(self, titles: Iterable[str]) -> list[range]:
        """Return the pages of chapters; on the last of a chapter the next one may begin."""
        with _lock:
            marks = [mark for mark in self._pdf.get_toc() if mark.level == 0]
            starts = [(mark.get_title(), mark.get_dest().get_index() + 1) for mark in marks]
        ends = [start for _, start in starts[1:]] + [len(self.papers)]
        wanted = set(titles)
        return [
            range(start, end + 1)
            for (title, start), end in zip(starts, ends, strict=True)
            if title in wanted
        ]

    def _difference(self, before: Pages, among: Iterable[range] | None = None) -> Spot | None:
        numbers = range(1, len(self.papers) + 1) if among is None else chain.from_iterable(among)
        for number in numbers:
            if number > len(before.papers):
                return Spot(number, 0)
            rows = self.papers[number - 1].rows
            row = _first_difference(rows, before.papers[number - 1].rows)
            if row is not None:
                return Spot(number, row / len(rows))
        return None


def _paper(page: PdfPage, version: str) -> Paper:
    bitmap = page.render(scale=COARSE, grayscale=True)
    width, height = page.get_size()
    _blank(bitmap, page, version)
    pixels = bytes(bitmap.buffer)
    starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
    return Paper(width, height, [pixels[start : start + bitmap.width] for start in starts])


def _blank(bitmap: PdfBitmap, page: PdfPage, version: str) -> None:
    """Paint over the lines with the *version*: the words beside it move with its width."""
    text = page.get_textpage()
    search = text.search(version)
    while found := search.get_next():
        boxes = [text.get_charbox(found[0] + place, loose=True) for place in range(found[1])]
        bottom = min(box[1] for box in boxes) - LINE_ROOM
        top = max(box[3] for box in boxes) + LINE_ROOM
        down = max(floor((page.get_height() - top) * COARSE), 0)
        bitmap.fill_rect(WHITE, 0, down, bitmap.width, ceil((top - bottom) * COARSE))


def _first_difference(now: list[bytes], before: list[bytes]) -> int | None:
    """Return the first row that differs, in the left half of the page if any does there."""
    # Of two columns, the left one is read first.
    half = len(now[0]) // 2
    for part in (slice(half), slice(half, None)):
        for row, (one, other) in enumerate(zip(now, before, strict=False)):
            if one[part] != other[part]:
                return row
    return None if len(now) == len(before) else min(len(now), len(before))
