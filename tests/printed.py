"""Reads the words of a printed handout back, in the order in which they were set."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import pdfplumber
import pikepdf
import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Operators that draw no path: state, colours, text, marks, forms (ISO 32000-1, annex A).
NO_PATHS = (
    "q Q cm gs rg RG g G k K cs CS sc SC scn SCN BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* "
    "Tj TJ ' \" BMC BDC EMC Do"
)
# Points from the page's edge within which only running head and foot stand.
HEAD, FOOT = 55, 59


@dataclass(frozen=True)
class Page:
    """One page: its words as set, and its running head and foot."""

    number: int
    body: str
    head: str
    foot: str


def plumbed(path: Path) -> list[pdfplumber.page.Page]:
    """Return the pages of the PDF at *path*, each read once: it takes a quarter of a second."""
    return _plumbed(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _plumbed(path: Path, changed: int) -> list[pdfplumber.page.Page]:
    return pdfplumber.open(path).pages


def lettered(path: Path) -> list[pdfplumber.page.Page]:
    """Return the same pages without lines and shapes; three times as fast as :func:`plumbed`."""
    return _lettered(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _lettered(path: Path, changed: int) -> list[pdfplumber.page.Page]:
    bare = io.BytesIO()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(_letters_in(page))
        for form in pdf.objects:
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
                form.write(_letters_in(form))
        pdf.save(bare, compress_streams=False)
    return pdfplumber.open(bare).pages


def _letters_in(page: pikepdf.Page | pikepdf.Stream) -> bytes:
    """Return the code of a page, or of a form, without what draws and paints paths."""
    return pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page, NO_PATHS))


@dataclass(frozen=True)
class Line:
    """One line of words on a page, as far apart as they may be, and its smallest type."""

    page: int
    words: str
    size: float


def lines_of(path: Path) -> list[Line]:
    """Return the lines of the PDF at *path*; a hundred times as fast as :func:`plumbed`.

    Sizes are those that the file names: right where no text is scaled.
    """
    with pypdfium2.PdfDocument(path) as pdf:
        return [line for number in range(len(pdf)) for line in _lines_on(pdf[number], number + 1)]


def _lines_on(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    text = page.get_textpage()
    start = 0
    for words in text.get_text_range().split("\r\n"):
        marks = range(start, start + len(words))
        sizes = [
            raw.FPDFText_GetFontSize(text.raw, mark)
            for mark in marks
            if raw.FPDFText_IsGenerated(text.raw, mark) != 1
        ]
        start = marks.stop + 2
        if sizes:
            yield Line(number, words.strip(), round(min(sizes), 1))


def words_in(file: Path | bytes) -> str:
    """Return the words of the PDF *file* on one line."""
    document = pypdfium2.PdfDocument(file)
    texts = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join(" ".join(texts).split())


def pages(path: Path) -> list[Page]:
    """Return the pages of the PDF at *path*; the cover has neither head nor foot."""
    return list(each_page(path))


def each_page(path: Path) -> Iterator[Page]:
    """Yield the same one by one, for who does not need all."""
    for number, page in enumerate(lettered(path), start=1):
        yield _page(number, page)


def _page(number: int, page: pdfplumber.page.Page) -> Page:
    zones: dict[str, list[dict[str, object]]] = {"head": [], "body": [], "foot": []}
    for char in page.chars:
        at_top, at_foot = char["top"] < HEAD, char["bottom"] > page.height - FOOT
        zone = "head" if at_top else "foot" if at_foot else "body"
        zones["body" if number == 1 else zone].append(char)
    return Page(number, *(joined(zones[zone]) for zone in ("body", "head", "foot")))


def joined(chars: list[dict[str, object]]) -> str:
    """Return *chars* as text; a new line or a jump to the side counts as a space."""
    return re.sub(r"\s+", " ", "".join(_spaced(chars))).strip()


def _spaced(chars: list[dict[str, object]]) -> Iterator[str]:
    before = None
    for char in chars:
        if before is not None:
            moved = abs(char["bottom"] - before["bottom"]) > 3 or char["x0"] - before["x1"] > 3
            if moved or char["x0"] < before["x0"]:
                yield " "
        yield str(char["text"])
        before = char


def chapters(path: Path, titles: list[str]) -> dict[str, str]:
    """Return chapter title -> its printed words; what stands before the first is left out."""
    text = " ".join(page.body for page in pages(path))
    # Each title stands in the contents first.
    places = []
    start = text.rindex(titles[-1] + " ")
    for title in titles:
        places.append(_second(text, title))
    places = sorted(places) if places == sorted(places) else places
    ends = [*places[1:], len(text)]
    assert start >= places[-1]
    return {
        title: text[begin:end].strip()
        for title, begin, end in zip(titles, places, ends, strict=True)
    }


def _second(text: str, title: str) -> int:
    first = text.index(title)
    return text.index(title, first + len(title))
