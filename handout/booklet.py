"""Puts half-sheet pages on sheets of US Letter paper, in the order of a folded booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name

from handout.errors import HandoutError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Width and height of half a Letter sheet, and of the whole one lying on its side (points).
HALF_SHEET = (396, 612)
SHEET = (792, 612)
# A page's size may be that much off (points).
ROUNDING = 0.5
PAGES_A_SHEET = 4
# What is kept of what the pages say about themselves.
KEPT = ("/Title", "/Author", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate")
# Two pages next to each other at their own size, clipped by nothing but their own edges.
SIDE = f"q /Left Do Q q 1 0 0 1 {HALF_SHEET[0]} 0 cm /Right Do Q".encode()


def impose(pages: Path, booklet: Path, subject: str) -> None:
    """Write a booklet to be printed on both sides, folded once and stapled in the fold.

    The result is for a printer only: it has no tags and no links.  The same pages give the
    same bytes.

    :param pages: a finished PDF of half-sheet pages, best without tags, the marks of which
        would stay in the text; the file stays as it is.
    :param booklet: where the booklet goes; a file there is replaced once the new one is whole.
    :param subject: what the file says about itself, and where a screen reader finds better.
    :raises HandoutError: the pages do not fill sheets, or have another size.
    """
    with pikepdf.open(pages) as source, pikepdf.new() as sheets:
        _check(source, pages.name)
        forms = [sheets.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for left, right in sides(len(forms)):
            _add_side(sheets, forms[left - 1], forms[right - 1])
        _describe(sheets, source, subject)
        sheets.save(
            booklet,
            min_version=max("1.7", source.pdf_version),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )


def sides(count: int) -> Iterator[tuple[int, int]]:
    """Yield which pages, from 1, stand left and right on each side of each sheet.

    The outermost sheet comes first, its outer side before its inner one.

    :param count: the number of pages, a multiple of 4.
    """
    for first in range(1, count // 2, 2):
        last = count + 1 - first
        yield last, first
        yield first + 1, last - 1


def _check(source: pikepdf.Pdf, name: str) -> None:
    count = len(source.pages)
    if not count or count % PAGES_A_SHEET:
        raise HandoutError(
            f"a folded booklet needs 4, 8, 12 or more pages, and this file has {count}; "
            "add pages for notes",
            name,
        )
    for number, page in enumerate(source.pages, start=1):
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        size = right - left, top - bottom
        wrong = [abs(a - b) > ROUNDING for a, b in zip(size, HALF_SHEET, strict=True)]
        if any(wrong):
            raise HandoutError(
                f"page {number} is {size[0]:g} by {size[1]:g} points, and half a sheet is "
                f"{HALF_SHEET[0]} by {HALF_SHEET[1]}; set the page size to that",
                name,
            )


def _add_side(sheets: pikepdf.Pdf, left: pikepdf.Object, right: pikepdf.Object) -> None:
    """Add one side of a sheet with two pages on it."""
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, *SHEET]),
        Resources=Dictionary(XObject=Dictionary(Left=left, Right=right)),
        Contents=sheets.make_stream(SIDE),
    )
    sheets.pages.append(pikepdf.Page(page))


def _describe(sheets: pikepdf.Pdf, source: pikepdf.Pdf, subject: str) -> None:
    """Say what the booklet is and how it is to be printed."""
    for key in KEPT:
        if key in source.docinfo:
            sheets.docinfo[key] = str(source.docinfo[key])
    sheets.docinfo.Subject = subject
    if "/Lang" in source.Root:
        sheets.Root.Lang = str(source.Root.Lang)
    # Both sides of every sheet, at full size; the sheet is turned over its short edge.
    sheets.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True,
        Duplex=Name.DuplexFlipShortEdge,
        PickTrayByPDFSize=True,
        PrintScaling=Name("/None"),
    )
