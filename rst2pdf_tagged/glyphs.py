"""Finds characters that a typeface cannot draw; ReportLab prints empty boxes and is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from reportlab.pdfbase import pdfmetrics

if TYPE_CHECKING:
    from collections.abc import Iterator

# Drawn as nothing at all, by design.
INVISIBLE = frozenset("\n\r\t \u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff")


class GlyphWatch:
    """Remembers, font by font, which characters had no glyph.

    :ivar missing: font name to the set of characters it lacks.
    """

    def __init__(self) -> None:
        self.missing: dict[str, set[str]] = {}
        self._known: dict[str, set[str]] = {}

    def see(self, font_name: str, text: str | bytes) -> None:
        """Check one piece of text that is about to be drawn."""
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        known = self._known.setdefault(font_name, set(INVISIBLE))
        fresh = set(text) - known
        if fresh:
            known |= fresh
            lacking = {char for char in fresh if not _has_glyph(font_name, char)}
            if lacking:
                self.missing.setdefault(font_name, set()).update(lacking)

    def findings(self, trees: list[nodes.Element]) -> Iterator[tuple[str, nodes.Node | None]]:
        """Yield a plain sentence for each character without a glyph, and where it stands."""
        for font_name in sorted(self.missing):
            for char in sorted(self.missing[font_name]):
                yield (
                    f"the character '{char}' (U+{ord(char):04X}) is not in the typeface "
                    f"{font_name}; use another character or another typeface",
                    _first_use(trees, char),
                )


def _has_glyph(font_name: str, char: str) -> bool:
    font = pdfmetrics.getFont(font_name)
    if hasattr(font.face, "charToGlyph"):
        return ord(char) in font.face.charToGlyph
    # ReportLab would take the glyph from Symbol or ZapfDingbats, fonts it does not embed.
    try:
        char.encode(font.encName)
    except UnicodeEncodeError:
        return False
    return True


def _first_use(trees: list[nodes.Element], char: str) -> nodes.Node | None:
    for tree in trees:
        for text in tree.findall(nodes.Text):
            if char in text:
                return text.parent
    return None
