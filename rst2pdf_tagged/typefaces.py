"""Tells which typefaces a build can use; rst2pdf quietly takes another one for a missing name."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import standardFonts
from reportlab.pdfbase.ttfonts import TTFError, TTFont, TTFontFile, TTFOpenFile
from rst2pdf import findfonts

if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True)
class Typefaces:
    """The names that all style sheets of a build may use.

    :param names: aliases, embedded fonts and those every PDF reader has.
    :param folders: where font files are looked for.
    """

    names: frozenset[str]
    folders: tuple[str, ...]

    @classmethod
    def from_data(cls, sheets: list[dict[str, Any]], folders: tuple[str, ...]) -> Typefaces:
        """Collect the names that the *sheets* define."""
        names = set(standardFonts)
        for data in sheets:
            names |= set(data.get("fontsAlias") or {})
            for group in data.get("embeddedFonts") or []:
                names |= {Path(file).name.split(".")[0] for file in group if isinstance(file, str)}
        return cls(frozenset(names), folders)

    def has(self, name: str) -> bool:
        """Return whether *name* gives the typeface that it says."""
        return name in self.names or is_installed(name, self.folders)

    def file_is_readable(self, name: str) -> bool:
        """Return whether the font file *name* is in one of the folders or installed."""
        if not name.lower().endswith(".ttf"):
            return True  # Type 1: rst2pdf has its own messages
        places = [Path(folder, name) for folder in self.folders]
        try:
            _, file = TTFOpenFile(str(next((path for path in places if path.is_file()), name)))
        except TTFError:
            return False
        file.close()
        return True


@lru_cache
def is_installed(name: str, folders: tuple[str, ...]) -> bool:
    """Return whether rst2pdf would find a typeface of this *name*, not just a similar one."""
    findfonts.flist = list(folders)
    family, _ = findfonts.guessFont(name)
    if findfonts.findFont(name) or findfonts.findFont(family):
        return True
    fc_match = shutil.which("fc-match")
    if fc_match is None:
        return False
    asked = [fc_match, "--format=%{family}", family]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    return any(same_name(family, found) for found in answer.split(","))


def same_name(one: str, other: str) -> bool:
    """Return whether two names of a typeface differ in nothing but spaces and the like."""
    return re.sub(r"[\W_]", "", one.lower()) == re.sub(r"[\W_]", "", other.lower())


@lru_cache(maxsize=32)
def _font(name: str, path: str, modified: int) -> TTFont:
    return TTFont(name, path)


def font_of_file(name: str, path: str | None) -> TTFont:
    """Return the font in a file under a *name*; rst2pdf would read the file for every PDF.

    ReportLab keeps apart what each document uses of it.

    :param path: ``None`` for a file that rst2pdf has not found, which is an error.
    """
    return _font(name, path, Path(path).stat().st_mtime_ns) if path else TTFont(name, path)


_extract_info = TTFontFile.extractInfo


def extract_true_advances(font: TTFontFile, charInfo: int = 1) -> None:
    """Read a font; ReportLab scales the width of the last glyphs of monospaced ones.

    It then writes them into the file, where they contradict the declared widths.
    """
    _extract_info(font, charInfo)
    if charInfo:
        font.seek_table("hhea")
        font.skip(34)
        count = font.read_ushort()
        advance = font.hmetrics[count - 1][0]
        font.hmetrics[count:] = [(advance, bearing) for _, bearing in font.hmetrics[count:]]
