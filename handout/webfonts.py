"""Cuts the printed typeface down to small files that the web site carries itself."""

from __future__ import annotations

import io
import logging
import shutil
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import font_source_sans_pro

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from sphinx.application import Sphinx

ORIGINALS = Path(font_source_sans_pro.__file__).parent / "files"
# As the typeface calls them -> as style sheets do.
WEIGHTS = {"Regular": 400, "Semibold": 600, "Bold": 700}
# Where, below the site, the files lie; theme/html/static/letters.css names them.
FOLDER = Path("_static", "fonts")
LICENSE = "LICENSE.txt"
# The typeface's license reserves the name "Source" for Adobe's own, unchanged files.
FAMILY = "Handout Sans"

Ranges = tuple[tuple[int, int], ...]
# First and last code point of what each part of a weight holds.  A browser fetches only the
# parts that a page has letters of: English needs the first alone.
PARTS: dict[str, Ranges] = {
    # Latin letters, middle dot, dashes, quotes, bullet, ellipsis, minus
    "english": ((0x20, 0x7E), (0xA0, 0xA0), (0xB7, 0xB7), (0x2010, 0x205E), (0x2212, 0x2212)),
    # Spanish, French, Polish, Turkish ..., and the box to tick
    "latin": ((0xA1, 0xB6), (0xB8, 0x17F), (0x2610, 0x2610)),
    # letters with a horn, marks that stand alone, letters with two marks
    "vietnamese": ((0x1A0, 0x1B0), (0x300, 0x323), (0x1EA0, 0x1EF9)),
}
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")
# OpenType name records that name the family.
FAMILY_NAME, UNIQUE_NAME, FULL_NAME, POSTSCRIPT_NAME = 1, 3, 4, 6
RENAMED = (FAMILY_NAME, UNIQUE_NAME, FULL_NAME, POSTSCRIPT_NAME)
# Copyright, style, version, license and its address: kept as they are.
KEPT = (0, 2, 5, 13, 14)


def file_name(weight: str, part: str) -> str:
    """Return the name of one file, such as ``handout-sans-bold-english.woff2``."""
    return f"{FAMILY}-{weight}-{part}.woff2".lower().replace(" ", "-")


@lru_cache(maxsize=len(WEIGHTS) * 6)
def web_font(weight: str, letters: Ranges) -> bytes:
    """Return a part of one weight as WOFF2; the same bytes on any day and for every clinic.

    :param letters: first and last code point of each of its ranges.
    """
    # Here, for it takes long to load and print has no use for it.
    from fontTools import subset

    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = list(FEATURES)
    options.name_IDs = [*RENAMED, *KEPT]
    # Screens smooth the letters by themselves; the hints would double the file.
    options.hinting = False
    # Else the bytes would depend on whether uharfbuzz, a tool of the drawings, is installed.
    options.harfbuzz_repacker = False
    font = subset.load_font(ORIGINALS / f"SourceSansPro-{weight}.ttf", options)
    # Else the day of the build would stand in the file.
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    ranges = [range(first, last + 1) for first, last in letters]
    subsetter.populate(unicodes=[code for codes in ranges for code in codes])
    subsetter.subset(font)
    _rename(font, weight)
    file = io.BytesIO()
    subset.save_font(font, file, options)
    return file.getvalue()


def _rename(font: TTFont, weight: str) -> None:
    names = {
        FAMILY_NAME: FAMILY,
        UNIQUE_NAME: f"{FAMILY} {weight}",
        FULL_NAME: f"{FAMILY} {weight}",
        POSTSCRIPT_NAME: f"{FAMILY.replace(' ', '')}-{weight}",
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Put the typeface and its license into the finished web site."""
    if exception is not None or app.builder.name != "html":
        return
    folder = Path(app.outdir, FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ORIGINALS / LICENSE, folder / LICENSE)
    for weight, part in product(WEIGHTS, PARTS):
        (folder / file_name(weight, part)).write_bytes(web_font(weight, PARTS[part]))


def setup(app: Sphinx) -> None:
    """Make the files at the end of each build."""
    # It tells every step, and rst2pdf has told Python to show what any library tells.
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    app.connect("build-finished", on_build_finished)
