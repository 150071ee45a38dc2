"""What the codes in a page's text mean: characters and widths."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, Any

import pikepdf

from rst2pdf_tagged.verify.access import entry, integer, is_dictionary, items, name, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What a code means where a font says nothing of its own (ISO 32000-1, annex D).
ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}
UNKNOWN_WIDTH = 500.0
# Stands for a code that no table of the file explains.
UNREADABLE = "\ufffd"


class Font:
    """One font of a page.

    :param font: its dictionary.
    :ivar has_widths: whether it gives any: no file needs to for the fonts of every reader.
    """

    def __init__(self, font: Any) -> None:
        self.font = font
        self.is_composite = name(entry(font, "/Subtype")) == "Type0"
        self.has_widths = bool(self.widths)

    @cached_property
    def characters(self) -> dict[int, str]:
        """Code to text."""
        mapping = entry(self.font, "/ToUnicode")
        if isinstance(mapping, pikepdf.Stream):
            return to_unicode(mapping.read_bytes())
        encoding = entry(self.font, "/Encoding")
        base = name(encoding) or name(entry(encoding, "/BaseEncoding"))
        is_common = entry(self.font, "/FontDescriptor") is None and not self.is_composite
        table = ENCODINGS.get(base or "", "cp1252" if is_common else "")
        codes = range(256) if table else ()
        return {code: bytes([code]).decode(table, errors="replace") for code in codes}

    @cached_property
    def widths(self) -> dict[int, float]:
        """Code to width, in thousandths of the font's size."""
        if self.is_composite:
            descendants = items(entry(self.font, "/DescendantFonts"))
            return dict(_composite_widths(entry(descendants[0], "/W")) if descendants else ())
        first = integer(entry(self.font, "/FirstChar")) or 0
        widths = items(entry(self.font, "/Widths"))
        return {first + i: number(width) or 0.0 for i, width in enumerate(widths)}

    def codes(self, shown: bytes) -> Iterable[int]:
        """Return the codes in a string that is shown."""
        if not self.is_composite:
            return shown
        return [int.from_bytes(shown[i : i + 2], "big") for i in range(0, len(shown), 2)]

    def width(self, shown: bytes) -> float:
        """Return how far *shown* moves on, in thousandths of the font's size."""
        return sum(map(self.widths.get, self.codes(shown), repeat(UNKNOWN_WIDTH)))

    def text(self, shown: bytes) -> str:
        """Return what *shown* says."""
        return "".join(map(self.characters.get, self.codes(shown), repeat(UNREADABLE)))


class Fonts:
    """The fonts of a file, each read once for all pages."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Font] = {}

    def read(self, font: Any) -> Font:
        """Return what there is to know of the dictionary *font*."""
        if not (is_dictionary(font) and font.is_indirect):
            return Font(font)
        if font.objgen not in self._known:
            self._known[font.objgen] = Font(font)
        return self._known[font.objgen]


def _composite_widths(widths: Any) -> Iterator[tuple[int, float]]:
    """Yield code and width of a ``/W`` array (ISO 32000-1, 9.7.4.3)."""
    rest = items(widths)
    while len(rest) > 1:
        first, second, *rest = rest
        start = integer(first) or 0
        if isinstance(second, pikepdf.Array):
            yield from ((start + i, number(width) or 0.0) for i, width in enumerate(second))
        elif rest:
            width = number(rest.pop(0)) or 0.0
            yield from ((code, width) for code in range(start, (integer(second) or 0) + 1))


def to_unicode(cmap: bytes) -> dict[int, str]:
    """Return character code to text of a ToUnicode map (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    content = cmap.decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", content, re.DOTALL):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = _utf16(value)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", content, re.DOTALL):
        for low, _, values in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for step, value in enumerate(re.findall(r"<(\w+)>", values)):
                found[int(low, 16) + step] = _utf16(value)
        for low, high, value in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            last = _utf16(value)
            for step in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + step] = last[:-1] + chr(ord(last[-1]) + step)
    return found


def _utf16(digits: str) -> str:
    padded = digits.zfill(-(-len(digits) // 4) * 4)
    return bytes.fromhex(padded).decode("utf-16-be", errors="replace")
