"""The typeface that the site carries itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

from handout.webfonts import PARTS

if TYPE_CHECKING:
    from pathlib import Path

FACE = re.compile(r"@font-face{[^}]*url\(\"([^\"]+)\"\)[^}]*unicode-range:([^;}]+)")


def test_the_typeface_lies_in_the_site_with_its_licence(site: Path) -> None:
    folder = site / "_static" / "fonts"
    fonts = sorted(folder.glob("*.woff2"))
    faces = dict(FACE.findall((site / "_static/site.css").read_text(encoding="utf-8")))

    assert sorted(faces) == [f"fonts/{font.name}" for font in fonts] != []
    assert {font.read_bytes()[:4] for font in fonts} == {b"wOF2"}
    assert "SIL Open Font License" in (folder / "LICENSE.txt").read_text(encoding="utf-8")
    for font in fonts:
        letters = set(TTFont(font).getBestCmap())
        assert letters
        # What a browser asks of a file, and what is in it.
        assert letters <= told_by_range(faces[f"fonts/{font.name}"]), font.name


def test_each_letter_of_the_typeface_lies_in_one_file_of_each_weight() -> None:
    ranges = [pair for part in PARTS.values() for pair in part]
    codes = [code for first, last in ranges for code in range(first, last + 1)]

    assert len(set(codes)) == len(codes)


def told_by_range(words: str) -> set[int]:
    """Return the letters of a ``unicode-range``."""
    pairs = [part.strip().removeprefix("U+").partition("-") for part in words.split(",")]
    return {
        code
        for first, _, last in pairs
        for code in range(int(first, 16), int(last or first, 16) + 1)
    }
