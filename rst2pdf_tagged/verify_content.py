"""Reads the pages of a finished file: what is painted, where, and in which marked sequence.

Shares no code with what writes the file, and reads with another library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Callable

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
# Operators that paint, but for text (ISO 32000-1, annex A).
PAINT = {
    *("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"),
}
SHOW = {"Tj", "TJ", "'", '"'}


@dataclass
class Run:
    """What one operator paints.

    :ivar mcid: the sequence that it is in; ``None`` in artifacts and outside of everything.
    :ivar artifact: the artifact's kind ("Header", "" for no kind); ``None`` for content.
    :ivar box: of text, in points: left, bottom, right, top.
    """

    text: str
    mcid: int | None
    artifact: str | None
    box: tuple[float, float, float, float] | None = None


@dataclass
class PageContent:
    """All that is painted on a page.

    :ivar begun: the numbers of its sequences, in the order in which they begin.
    :ivar faults: what is wrong with how sequences are nested.
    """

    runs: list[Run] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Font:
    """Widths and characters of one font.

    :param font: a font dictionary.
    """

    def __init__(self, font: Any) -> None:
        self.first = int(font.get("/FirstChar", 0))
        self.widths = [float(width) for width in font.get("/Widths", [])]
        mapping = font.get("/ToUnicode")
        self.characters = to_unicode(mapping.read_bytes()) if mapping is not None else {}

    def width(self, code: int) -> float:
        """Return how far *code* moves on, in thousandths of the font's size."""
        index = code - self.first
        return self.widths[index] if 0 <= index < len(self.widths) else 500

    def text(self, codes: bytes) -> str:
        """Return what *codes* show."""
        return "".join(self.characters.get(code, chr(code)) for code in codes)


def to_unicode(cmap: bytes) -> dict[int, str]:
    """Return character code to text of a ToUnicode map (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    text = cmap.decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = _utf16(value)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for low, _, values in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for step, value in enumerate(re.findall(r"<(\w+)>", values)):
                found[int(low, 16) + step] = _utf16(value)
        for low, high, value in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for step in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + step] = chr(int(value, 16) + step)
    return found


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does *first* and then *second*."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + m),
    )


class PageReader:
    """Follows the operators of one page."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.found = PageContent()
        fonts: Any = page.obj.Resources.get("/Font", {})
        self.fonts = {name: Font(font) for name, font in fonts.items()}
        self.properties: Any = page.obj.Resources.get("/Properties", {})
        self.matrix = IDENTITY
        self.saved: list[Matrix] = []
        self.marks: list[tuple[int | None, str | None]] = []
        self.font, self.size, self.leading, self.rise = "", 0.0, 0.0, 0.0
        self.line = self.place = IDENTITY
        for instruction in pikepdf.parse_content_stream(page):
            self._follow(list(instruction.operands), str(instruction.operator))
        if self.marks:
            self.found.faults.append("a marked sequence never ends")

    def _follow(self, operands: list[Any], operator: str) -> None:
        if operator in PAINT:
            self._paint("")
        elif operator in SHOW:
            self._show(operands[-1])
        elif operator in self.STATE:
            self.STATE[operator](self, *operands)

    def _save(self) -> None:
        self.saved.append(self.matrix)

    def _restore(self) -> None:
        self.matrix = self.saved.pop()

    def _transform(self, *numbers: Any) -> None:
        self.matrix = times(tuple(map(float, numbers)), self.matrix)  # type: ignore[arg-type]

    def _begin_text(self) -> None:
        self.line = self.place = IDENTITY

    def _set_matrix(self, *numbers: Any) -> None:
        self.line = self.place = tuple(map(float, numbers))  # type: ignore[assignment]

    def _move(self, x: Any, y: Any) -> None:
        self.line = self.place = times((1, 0, 0, 1, float(x), float(y)), self.line)

    def _next_line(self) -> None:
        self._move(0, -self.leading)

    def _set_font(self, name: Any, size: Any) -> None:
        self.font, self.size = str(name), float(size)

    def _set_leading(self, leading: Any) -> None:
        self.leading = float(leading)

    def _set_rise(self, rise: Any) -> None:
        self.rise = float(rise)

    def _begin(self, tag: Any, properties: Any = None) -> None:
        if isinstance(properties, pikepdf.Name):
            properties = self.properties[properties]
        known = properties if properties is not None else {}
        mcid = int(known["/MCID"]) if "/MCID" in known else None
        artifact = str(known.get("/Subtype", "/"))[1:] if tag == "/Artifact" else None
        outer = self._owner()
        if outer != (None, None) and (mcid is not None or artifact is not None):
            self.found.faults.append("a marked sequence begins inside another")
        if mcid is not None:
            self.found.begun.append(mcid)
        self.marks.append((mcid, artifact))

    def _end(self) -> None:
        if self.marks:
            self.marks.pop()
        else:
            self.found.faults.append("a marked sequence ends that has not begun")

    def _owner(self) -> tuple[int | None, str | None]:
        return next((mark for mark in reversed(self.marks) if mark != (None, None)), (None, None))

    def _paint(self, text: str, box: tuple[float, float, float, float] | None = None) -> None:
        self.found.runs.append(Run(text, *self._owner(), box))

    def _show(self, shown: Any) -> None:
        parts = [shown] if isinstance(shown, pikepdf.String) else list(shown)
        font = self.fonts[self.font]
        text, width = "", 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                text += font.text(codes)
                width += sum(map(font.width, codes)) * self.size / 1000
            else:
                width -= float(part) * self.size / 1000
        whole = times((1, 0, 0, 1, 0, self.rise), times(self.place, self.matrix))
        left, bottom = whole[4], whole[5]
        box = (left, bottom, left + width * whole[0], bottom + self.size * whole[3])
        # Files need not give the widths of fonts that every reader brings along.
        self._paint(text, box if font.widths else None)
        self.place = times((1, 0, 0, 1, width, 0), self.place)

    STATE: ClassVar[dict[str, Callable[..., None]]] = {
        "q": _save,
        "Q": _restore,
        "cm": _transform,
        "BT": _begin_text,
        "Tm": _set_matrix,
        "Td": _move,
        "T*": _next_line,
        "Tf": _set_font,
        "TL": _set_leading,
        "Ts": _set_rise,
        "BMC": _begin,
        "BDC": _begin,
        "EMC": _end,
    }
