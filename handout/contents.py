"""The list of contents on paper, in two columns: half as high as in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Table, TableStyle
from rst2pdf.flowables import MyTableOfContents

from handout.print_base import ALL, UNPADDED

if TYPE_CHECKING:
    from typing import Any

TOP = ("VALIGN", *ALL, "TOP")
# Room for a page number, as shares of the size of its type: for each digit, and before the
# first; ReportLab leaves an inch.
DIGIT, GAP = 1 / 2, 1 / 3
FEWEST_DIGITS = 2


class ContentsInColumns(MyTableOfContents):
    """The list *plain*, its first half on the left and its second on the right.

    ReportLab looks for lists of contents by their class and tells them the page numbers, so
    this is one instead of having one.

    :param gutter: space between the columns in points.
    """

    def __init__(self, plain: MyTableOfContents, gutter: float) -> None:
        super().__init__(parent=plain.parent)
        self.__dict__.update(plain.__dict__)
        self.gutter = gutter

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Set all entries as lines of one column, then put half of them beside the rest."""
        column = (available_width - self.gutter) / 2
        self.rightColumnWidth = self._number_width()
        super().wrap(column, available_height)
        rows = self._table._cellvalues
        half = (len(rows) + 1) // 2
        sides = [self._lines(rows[:half], column), "", self._lines(rows[half:], column)]
        self._table: Table = Table(
            [sides], [column, self.gutter, column], style=TableStyle([*UNPADDED, TOP])
        )
        self.width, self.height = self._table.wrapOn(self.canv, available_width, available_height)
        return self.width, self.height

    def _number_width(self) -> float:
        """Return how wide the longest page number is, in points, with the gap before it."""
        digits = max([len(str(entry[2])) for entry in self._lastEntries] + [FEWEST_DIGITS])
        return float(self.levelStyles[0].fontSize * (digits * DIGIT + GAP))

    def _lines(self, rows: list[Any], column: float) -> Table | str:
        widths = (column - self.rightColumnWidth, self.rightColumnWidth)
        return Table(rows, widths, style=self.tableStyle) if rows else ""
