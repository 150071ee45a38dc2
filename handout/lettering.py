"""Which letters the printed typeface cannot set; they are refused before anything is built."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

from handout.webfonts import ORIGINALS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Marks that sit on the letter before them: the PDF writer cannot place them.  Those that have
# a letter of their own with it (é) are joined with it when the file is read.
CLUSTER = re.compile(r".[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*", re.S)
# Unicode's kinds of characters that are seen by nobody: controls, formats, unassigned ...
UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


# The typeface, and the same one slanted, which has fewer letters.
UPRIGHT, ITALIC = "Regular", "It"


@lru_cache(maxsize=2)
def letters(style: str = UPRIGHT) -> frozenset[str]:
    """Return every letter of the typeface; all of its upright weights have the same ones."""
    with TTFont(ORIGINALS / f"SourceSansPro-{style}.ttf", lazy=True) as font:
        known = map(chr, font.getBestCmap())
        return frozenset(letter for letter in known if unicodedata.category(letter) not in UNSEEN)


def composed(text: str) -> str:
    """Return *text* with letters and their marks in one: an e and an accent become é."""
    return unicodedata.normalize("NFC", text)


def missing(text: str, style: str = UPRIGHT) -> Iterator[str]:
    """Yield what in *text* the typeface cannot set, each letter (with its marks) once."""
    if text.isascii() and text.isprintable():
        return
    clusters = dict.fromkeys(CLUSTER.findall(composed(text)))
    yield from (part for part in clusters if part not in letters(style) and part not in "\n\t")


def described(cluster: str) -> str:
    """Return a letter with its name and number, so that it can be found: 'ペ' (KATAKANA ...)."""
    names = " + ".join(unicodedata.name(char, "a control character") for char in cluster)
    codes = " ".join(f"U+{ord(char):04X}" for char in cluster)
    if cluster.isprintable():
        return f"the letter '{cluster}' ({names}, {codes})"
    return f"the invisible character {codes} ({names})"
