"""Reads the text of a PDF, and of each marked sequence, as written: much faster than pdfplumber."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pikepdf
from pdfminer.cmapdb import CMapParser, FileUnicodeMap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What opens and closes sequences, chooses the typeface, and shows text.
OPERATORS = "BDC BMC EMC Tf Tj TJ ' \""


class Typeface:
    """What the codes of a typeface stand for (ISO 32000-1, 9.10)."""

    def __init__(self, font: pikepdf.Dictionary) -> None:
        # Codes of composite typefaces have two bytes here (Identity-H).
        self.bytes = 2 if font.Subtype == "/Type0" else 1
        self.known = FileUnicodeMap()
        if "/ToUnicode" in font:
            CMapParser(self.known, io.BytesIO(font.ToUnicode.read_bytes())).run()
        else:
            assert font.Encoding == "/WinAnsiEncoding", f"no way to read {font.BaseFont}"
            for code in range(32, 256):
                letter = bytes([code]).decode("cp1252", "replace")
                self.known.cid2unichr[code] = letter

    def read(self, string: bytes) -> str:
        """Return the text of the codes in *string*."""
        codes = (string[at : at + self.bytes] for at in range(0, len(string), self.bytes))
        return "".join(self.known.get_unichr(int.from_bytes(code, "big")) for code in codes)


def texts_of_sequences(path: Path) -> dict[tuple[int, int], str]:
    """Return the text of each marked sequence, by page (from 0) and number."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    for page, shown in enumerate(_shown(path)):
        for mcid, text in shown:
            if mcid is not None:
                found[page, mcid] += text
    return found


def texts_of_pages(path: Path) -> list[str]:
    """Return the text of each page; between what is shown at a time stands a space."""
    return [" ".join(text for _, text in shown) for shown in _shown(path)]


def _shown(path: Path) -> list[list[tuple[int | None, str]]]:
    """Return for each page what is shown at a time, with the number of the sequence it is in."""
    typefaces: dict[Any, Typeface] = {}
    with pikepdf.open(path) as pdf:
        return [list(_shown_on(page, typefaces)) for page in pdf.pages]


def _shown_on(
    page: pikepdf.Page, typefaces: dict[Any, Typeface]
) -> Iterator[tuple[int | None, str]]:
    marks: list[int | None] = [None]
    typeface: Typeface | None = None
    for operands, operator in pikepdf.parse_content_stream(page, OPERATORS):
        match str(operator):
            case "BDC" | "BMC":
                marks.append(_number(operands, marks[-1]))
            case "EMC":
                marks.pop()
            case "Tf":
                font = page.Resources.Font[str(operands[0])]
                if font.objgen not in typefaces:
                    typefaces[font.objgen] = Typeface(font)
                typeface = typefaces[font.objgen]
            case _:
                assert typeface is not None, "text before any typeface"
                yield marks[-1], "".join(map(typeface.read, _strings(operands[-1])))


def _number(operands: list[Any], around: int | None) -> int | None:
    """Return the number of the sequence that a mark begins, or of the one *around* it."""
    entries = operands[-1]
    begins = isinstance(entries, pikepdf.Dictionary) and "/MCID" in entries
    return int(entries.MCID) if begins else around


def _strings(shown: pikepdf.Object) -> list[bytes]:
    """Return the strings that are shown, without the numbers that move them about."""
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    return [bytes(part) for part in parts if isinstance(part, pikepdf.String)]
