"""Measures paragraphs and tables once for a width, however often ReportLab asks.

It asks for every try to place or divide them, for every table around them, again when they
are drawn, and all that in every pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.platypus import Paragraph
from rst2pdf.flowables import DelayedTable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_wrap_paragraph = Paragraph.wrap
_wrap_table = DelayedTable.wrap


@dataclass(frozen=True)
class Lines:
    """The lines that a paragraph was broken into last, and what they depend on."""

    width: float
    fragments: list[Any]
    style: Any
    lines: Any
    size: tuple[float, float]

    def hold_for(self, paragraph: Paragraph, width: float) -> bool:
        """Return whether *paragraph* would be broken into the same lines again."""
        same = self.fragments is paragraph.frags and self.style is paragraph.style
        return same and self.width == width


def wrap_paragraph(paragraph: Paragraph, width: float, height: float) -> tuple[float, float]:
    """Break a paragraph into lines, unless that is what was done with it last."""
    last: Lines | None = vars(paragraph).get("_last_lines")
    if last is not None and last.hold_for(paragraph, width):
        # Splitting drops the lines when too few of them fit.
        paragraph.blPara = last.lines
        paragraph.width, paragraph.height = last.size
        return last.size
    size: tuple[float, float] = _wrap_paragraph(paragraph, width, height)
    # Too narrow a column gives no lines; drawing turns those from right to left around.
    if hasattr(paragraph, "blPara") and size[0] == width and not paragraph.style.wordWrap:
        paragraph._last_lines = Lines(
            width, paragraph.frags, paragraph.style, paragraph.blPara, size
        )
    return size


@dataclass(frozen=True)
class Made:
    """The table that was made last for one that waits for its width."""

    width: float
    height: float
    columns: tuple[Any, ...]
    table: Any
    size: tuple[float, float]

    def fits(self, table: DelayedTable, width: float, height: float) -> bool:
        """Return whether the same table would be made again.

        The height makes a difference to a table that is taller, and to one with pictures.
        """
        same = self.table is table.t and self.columns == tuple(table._colWidths)
        if not same or self.width != width:
            return False
        high_enough = self.size[1] <= min(height, self.height)
        return self.height == height or (high_enough and not any(_pictures(table)))


def _pictures(table: DelayedTable) -> Iterator[bool]:
    for row in table.data:
        for cell in row:
            for part in cell if isinstance(cell, list) else [cell]:
                yield hasattr(part, "max_page_height")


def wrap_table(table: DelayedTable, width: float, height: float) -> tuple[float, float]:
    """Make the table that is drawn, unless it has been made for this room already."""
    last: Made | None = vars(table).get("_last_made")
    if last is None or not last.fits(table, width, height):
        size = _wrap_table(table, width, height)
        last = table._last_made = Made(width, height, tuple(table._colWidths), table.t, size)
    table.t.hAlign = table.hAlign
    return last.size


_draw_paragraph = Paragraph.draw


def draw_paragraph(paragraph: Paragraph) -> None:
    """Draw a paragraph; in a draft only if something else comes of it, like an anchor."""
    if not getattr(paragraph.canv, "draft", False) or _calls_back(paragraph.blPara):
        _draw_paragraph(paragraph)


def _calls_back(lines: Any) -> bool:
    return lines.kind == 1 and any(
        hasattr(word, "cbDefn") for line in lines.lines for word in line.words
    )
